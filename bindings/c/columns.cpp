// SPDX-License-Identifier: Apache-2.0
/// \file
/// Tables in columns.
#include "columns.hpp"

#include "arrow.hpp"
#include "diagnostics.hpp"
#include "handles.hpp"
#include "sized.hpp"
#include "text.hpp"

#include <exception>
#include <mutex>
#include <utility>

using namespace tieuchi::c;

namespace {

/// The host's threads, called from C++. Nothing may be thrown through the host's frames: the first of it is thrown when they are done.
class host_tasks {
public:
    host_tasks(tieuchi_run_tasks_function run, void* context) : run_(run), context_(context) {}

    void operator()(std::size_t count, const std::function<void(std::size_t)>& task) const {
        guarded_task one{&task, {}, {}};
        run_(
            context_, count, [](void* of, std::size_t index) { static_cast<guarded_task*>(of)->run(index); }, &one);
        if (one.thrown) { std::rethrow_exception(one.thrown); }
    }

private:
    struct guarded_task {
        const std::function<void(std::size_t)>* task;
        std::once_flag first;
        std::exception_ptr thrown;

        void run(std::size_t index) noexcept {
            try {
                (*task)(index);
            } catch (...) {
                std::call_once(first, [this] { thrown = std::current_exception(); });
            }
        }
    };

    tieuchi_run_tasks_function run_;
    void* context_;
};

} // namespace

tieuchi::column_options tieuchi::c::options_in(const tieuchi_columns_options* given) {
    const tieuchi_columns_options chosen = options_of(given, "options");
    constexpr std::uint32_t all = 2 * TIEUCHI_ANSWER_BECAUSE - 1;
    const std::uint32_t answers = chosen.answers == 0 ? std::uint32_t{TIEUCHI_ANSWER_TOTAL} : chosen.answers;
    if ((answers & ~all) != 0) {
        throw refusal{TIEUCHI_INVALID_ARGUMENT,
                      "`answers` is " + std::to_string(answers) + ", with bits that this version does not know",
                      {},
                      {},
                      "join values of tieuchi_answer: together they are " + std::to_string(all) + " at most"};
    }
    tieuchi::column_options how;
    how.possible = (answers & TIEUCHI_ANSWER_POSSIBLE) != 0;
    how.total = (answers & TIEUCHI_ANSWER_TOTAL) != 0;
    how.adjustments = (answers & TIEUCHI_ANSWER_ADJUSTMENTS) != 0;
    how.findings = (answers & TIEUCHI_ANSWER_FINDINGS) != 0;
    how.reasons = (answers & TIEUCHI_ANSWER_REASONS) != 0;
    how.because = (answers & TIEUCHI_ANSWER_BECAUSE) != 0;
    how.ignore_unknown_columns = chosen.ignore_unknown_columns != 0;
    how.every_fact = chosen.every_fact != 0;
    if (chosen.threads != 0) { how.threads = chosen.threads; }
    if (chosen.ignored_column_count != 0) { needed(chosen.ignored_columns, "ignored_columns"); }
    for (size_t i = 0; i < chosen.ignored_column_count; ++i) {
        const char* const name = chosen.ignored_columns[i];
        how.ignored_columns.emplace_back(
            chosen.ignored_column_lengths == nullptr
                ? text_in(name, "ignored_columns")
                : text_of(&needed(name, "ignored_columns"), chosen.ignored_column_lengths[i], "ignored_columns"));
    }
    if (chosen.run_tasks != nullptr) { how.run_tasks = host_tasks(chosen.run_tasks, chosen.run_tasks_context); }
    if (chosen.on_problem != nullptr) {
        how.on_problem = [to = chosen.on_problem, context = chosen.on_problem_context](const tieuchi::diagnostic& one) {
            const tieuchi_diagnostic told = describe(one);
            to(context, &told);
        };
    }
    if (chosen.max_problems != 0) { how.max_problems = chosen.max_problems; }
    return how;
}

tieuchi_status tieuchi_columns_new(tieuchi_columns** out, const tieuchi_standard* standard,
                                   const tieuchi_columns_options* options, tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi_columns*& to = place_for(out);
        make(to, tieuchi::column_assessor(needed(standard, "standard").of, options_in(options)));
    });
}

tieuchi_status tieuchi_columns_schema(ArrowSchema* out, const tieuchi_columns* columns, tieuchi_error* error) {
    return guarded(error, [&] {
        ArrowSchema& to = arrow_place(out, "out");
        needed(columns, "columns").by.answer_schema(&to);
    });
}

tieuchi_status tieuchi_columns_assess_array(ArrowArray* answers, tieuchi_diagnostics** problems, const tieuchi_columns* columns,
                                            const ArrowSchema* schema, ArrowArray* rows, tieuchi_error* error) {
    return guarded(error, [&] {
        const taken released(rows);
        problem_list told(problems);
        ArrowArray& to = arrow_place(answers, "answers");
        const auto& by = needed(columns, "columns").by;
        const ArrowSchema& described = arrow_given(schema, "schema");
        const auto found = by.assess(described, &arrow_given(rows, "rows"), &to);
        if (!found.empty()) { told.refuse(TIEUCHI_BAD_DATA, found); }
    });
}

tieuchi_status tieuchi_columns_assess_stream(ArrowArrayStream* answers, tieuchi_diagnostics** problems,
                                             const tieuchi_columns* columns, ArrowArrayStream* rows, tieuchi_error* error) {
    return guarded(error, [&] {
        const taken released(rows);
        problem_list told(problems);
        ArrowArrayStream& to = arrow_place(answers, "answers");
        const auto& by = needed(columns, "columns").by;
        const auto found = by.assess(&arrow_given(rows, "rows"), &to);
        if (!found.empty()) { told.refuse(TIEUCHI_BAD_DATA, found); }
    });
}

void tieuchi_columns_free(tieuchi_columns* columns) { delete columns; } // NOLINT(cppcoreguidelines-owning-memory)
