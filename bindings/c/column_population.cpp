// SPDX-License-Identifier: Apache-2.0
/// \file
/// Populations taken from tables, and their answers by columns.
#include "arrow.hpp"
#include "columns.hpp"
#include "diagnostics.hpp"
#include "handles.hpp"
#include "progress.hpp"
#include "results.hpp"
#include "selection.hpp"
#include "sized.hpp"

#include <tieuchi/column_population.hpp>

#include <memory>
#include <utility>

using namespace tieuchi::c;

/// With the handles that can be borrowed of it.
struct tieuchi_population_answers {
    explicit tieuchi_population_answers(tieuchi::population_answers told) : all(std::move(told)) {
        for (const tieuchi::standard& one : all.standards()) { standards.push_back({one}); }
        for (const tieuchi::quota_result& one : all.quotas()) { quotas.emplace_back(one); }
    }

    tieuchi::population_answers all;
    std::vector<tieuchi_standard> standards;
    std::vector<quota> quotas;
};

namespace {

[[nodiscard]] tieuchi::column_population& open_population(tieuchi_column_population* population) {
    auto& all = needed(population, "population").all;
    if (!all) { throw refusal{TIEUCHI_INVALID_ARGUMENT, "`population` was assessed already"}; }
    return *all;
}

} // namespace

tieuchi_status tieuchi_column_population_new(tieuchi_column_population** out, tieuchi_diagnostics** problems,
                                             const tieuchi_rulebook* rulebook, const tieuchi_selection* selection,
                                             const tieuchi_columns_options* options, tieuchi_error* error) {
    return guarded(error, [&] {
        problem_list wrong(problems);
        tieuchi_column_population*& to = place_for(out);
        const tieuchi::rulebook& rules = needed(rulebook, "rulebook").rules;
        auto made = tieuchi::column_population::make(rules, selection_in(selection), options_in(options));
        if (!made) { wrong.refuse(TIEUCHI_BAD_SELECTION, made.error()); }
        make(to, *std::move(made));
    });
}

tieuchi_status tieuchi_column_population_add_array(tieuchi_column_population* population, tieuchi_diagnostics** problems,
                                                   const ArrowSchema* schema, ArrowArray* rows, tieuchi_error* error) {
    return guarded(error, [&] {
        const taken released(rows);
        problem_list told(problems);
        tieuchi::column_population& to = open_population(population);
        const ArrowSchema& described = arrow_given(schema, "schema");
        const auto found = to.add(described, &arrow_given(rows, "rows"));
        if (!found.empty()) { told.refuse(TIEUCHI_BAD_DATA, found); }
    });
}

tieuchi_status tieuchi_column_population_add_stream(tieuchi_column_population* population, tieuchi_diagnostics** problems,
                                                    ArrowArrayStream* rows, tieuchi_error* error) {
    return guarded(error, [&] {
        const taken released(rows);
        problem_list told(problems);
        tieuchi::column_population& to = open_population(population);
        const auto found = to.add(&arrow_given(rows, "rows"));
        if (!found.empty()) { told.refuse(TIEUCHI_BAD_DATA, found); }
    });
}

size_t tieuchi_column_population_count(const tieuchi_column_population* population) {
    return population == nullptr || !population->all ? 0 : population->all->size();
}

tieuchi_status tieuchi_column_population_assess(tieuchi_population_answers** out, tieuchi_column_population* population,
                                                tieuchi_progress_function on_progress, void* context, tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi_population_answers*& to = place_for(out);
        tieuchi::column_population all = std::move(open_population(population));
        population->all.reset();
        const progress_callback callback(on_progress, context);
        auto answers = std::move(all).assess(callback);
        to = std::make_unique<tieuchi_population_answers>(std::move(answers)).release();
    });
}

void tieuchi_column_population_free(tieuchi_column_population* population) {
    delete population;
} // NOLINT(cppcoreguidelines-owning-memory)

size_t tieuchi_population_answers_count(const tieuchi_population_answers* answers) {
    return answers == nullptr ? 0 : answers->all.size();
}

size_t tieuchi_population_answers_standard_count(const tieuchi_population_answers* answers) {
    return answers == nullptr ? 0 : answers->standards.size();
}

const tieuchi_standard* tieuchi_population_answers_standard(const tieuchi_population_answers* answers, size_t index) {
    return answers != nullptr && index < answers->standards.size() ? &answers->standards[index] : nullptr;
}

tieuchi_status tieuchi_population_answers_schema(ArrowSchema* out, const tieuchi_population_answers* answers, size_t standard,
                                                 tieuchi_error* error) {
    return guarded(error, [&] {
        ArrowSchema& to = arrow_place(out, "out");
        check_index(needed(answers, "answers").standards.size(), standard, "standard");
        answers->all.answer_schema(standard, &to);
    });
}

tieuchi_status tieuchi_population_answers_stream(ArrowArrayStream* out, const tieuchi_population_answers* answers,
                                                 size_t standard, tieuchi_error* error) {
    return guarded(error, [&] {
        ArrowArrayStream& to = arrow_place(out, "out");
        check_index(needed(answers, "answers").standards.size(), standard, "standard");
        answers->all.answers(standard, &to);
    });
}

tieuchi_status tieuchi_population_answers_refused(const size_t** subjects, size_t* count,
                                                  const tieuchi_population_answers* answers, tieuchi_error* error) {
    return guarded(error, [&] {
        needed(subjects, "subjects") = nullptr;
        needed(count, "count") = 0;
        const std::vector<std::size_t>& all = needed(answers, "answers").all.refused();
        *subjects = all.data();
        *count = all.size();
    });
}

tieuchi_status tieuchi_population_answers_subject(tieuchi_results** out, const tieuchi_population_answers* answers,
                                                  size_t subject, tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi_results*& to = place_for(out);
        const tieuchi::population_answers& all = needed(answers, "answers").all;
        check_index(all.size(), subject, "subject");
        to = std::make_unique<tieuchi_results>(all.result_of(subject)).release();
    });
}

size_t tieuchi_population_answers_quota_count(const tieuchi_population_answers* answers) {
    return answers == nullptr ? 0 : answers->quotas.size();
}

tieuchi_status tieuchi_population_answers_quota(tieuchi_quota_result* out, const tieuchi_population_answers* answers,
                                                size_t index, tieuchi_error* error) {
    return guarded(error, [&] {
        filled to(out);
        to = describe(element(needed(answers, "answers").quotas, index, "index"));
    });
}

void tieuchi_population_answers_free(tieuchi_population_answers* answers) {
    delete answers;
} // NOLINT(cppcoreguidelines-owning-memory)
