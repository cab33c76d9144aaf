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

/// Runs tasks on the host's threads. Exceptions must not pass through the host's frames: the first is rethrown once all are done.
class host_tasks {
public:
    host_tasks(tieuchi_run_tasks_function run, void* context) : run_(run), context_(context) {}

    void operator()(std::size_t count, const std::function<void(std::size_t)>& task) const {
        guarded_task job{&task, {}, {}};
        run_(
            context_, count, [](void* data, std::size_t index) { static_cast<guarded_task*>(data)->run(index); }, &job);
        if (job.thrown) { std::rethrow_exception(job.thrown); }
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

tieuchi::column_options tieuchi::c::options_in(const tieuchi_columns_options* input) {
    const tieuchi_columns_options request = options_of(input, "options");
    constexpr std::uint32_t known_answers = 2 * TIEUCHI_ANSWER_BECAUSE - 1;
    const std::uint32_t answers = request.answers == 0 ? std::uint32_t{TIEUCHI_ANSWER_TOTAL} : request.answers;
    if ((answers & ~known_answers) != 0) {
        throw refusal{TIEUCHI_INVALID_ARGUMENT,
                      "`answers` is " + std::to_string(answers) + ", with bits that this version does not know",
                      {},
                      {},
                      "join values of tieuchi_answer: together they are " + std::to_string(known_answers) + " at most"};
    }
    tieuchi::column_options options;
    options.possible = (answers & TIEUCHI_ANSWER_POSSIBLE) != 0;
    options.total = (answers & TIEUCHI_ANSWER_TOTAL) != 0;
    options.adjustments = (answers & TIEUCHI_ANSWER_ADJUSTMENTS) != 0;
    options.findings = (answers & TIEUCHI_ANSWER_FINDINGS) != 0;
    options.reasons = (answers & TIEUCHI_ANSWER_REASONS) != 0;
    options.because = (answers & TIEUCHI_ANSWER_BECAUSE) != 0;
    options.ignore_unknown_columns = request.ignore_unknown_columns != 0;
    options.every_fact = request.every_fact != 0;
    if (request.threads != 0) { options.threads = request.threads; }
    if (request.ignored_column_count != 0) { needed(request.ignored_columns, "ignored_columns"); }
    for (size_t i = 0; i < request.ignored_column_count; ++i) {
        const char* const name = request.ignored_columns[i];
        options.ignored_columns.emplace_back(
            request.ignored_column_lengths == nullptr
                ? text_in(name, "ignored_columns")
                : text_of(&needed(name, "ignored_columns"), request.ignored_column_lengths[i], "ignored_columns"));
    }
    if (request.run_tasks != nullptr) { options.run_tasks = host_tasks(request.run_tasks, request.run_tasks_context); }
    if (request.on_problem != nullptr) {
        options.on_problem = [callback = request.on_problem,
                              context = request.on_problem_context](const tieuchi::diagnostic& problem) {
            const tieuchi_diagnostic view = describe(problem);
            callback(context, &view);
        };
    }
    if (request.max_problems != 0) { options.max_problems = request.max_problems; }
    return options;
}

tieuchi_status tieuchi_columns_new(tieuchi_columns** out, const tieuchi_standard* standard,
                                   const tieuchi_columns_options* options, tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi_columns*& handle = place_for(out);
        make(handle, tieuchi::column_assessor(needed(standard, "standard").value, options_in(options)));
    });
}

tieuchi_status tieuchi_columns_schema(ArrowSchema* out, const tieuchi_columns* columns, tieuchi_error* error) {
    return guarded(error, [&] {
        ArrowSchema& schema = arrow_place(out, "out");
        needed(columns, "columns").assessor.answer_schema(&schema);
    });
}

tieuchi_status tieuchi_columns_assess_array(ArrowArray* answers, tieuchi_diagnostics** problems, const tieuchi_columns* columns,
                                            const ArrowSchema* schema, ArrowArray* rows, tieuchi_error* error) {
    return guarded(error, [&] {
        const release_guard guard(rows);
        problem_list list(problems);
        ArrowArray& output = arrow_place(answers, "answers");
        const auto& assessor = needed(columns, "columns").assessor;
        const ArrowSchema& row_schema = arrow_given(schema, "schema");
        const auto diagnostics = assessor.assess(row_schema, &arrow_given(rows, "rows"), &output);
        if (!diagnostics.empty()) { list.refuse(TIEUCHI_BAD_DATA, diagnostics); }
    });
}

tieuchi_status tieuchi_columns_assess_stream(ArrowArrayStream* answers, tieuchi_diagnostics** problems,
                                             const tieuchi_columns* columns, ArrowArrayStream* rows, tieuchi_error* error) {
    return guarded(error, [&] {
        const release_guard guard(rows);
        problem_list list(problems);
        ArrowArrayStream& output = arrow_place(answers, "answers");
        const auto& assessor = needed(columns, "columns").assessor;
        const auto diagnostics = assessor.assess(&arrow_given(rows, "rows"), &output);
        if (!diagnostics.empty()) { list.refuse(TIEUCHI_BAD_DATA, diagnostics); }
    });
}

void tieuchi_columns_free(tieuchi_columns* columns) { delete columns; } // NOLINT(cppcoreguidelines-owning-memory)
