// SPDX-License-Identifier: Apache-2.0
/// \file
/// Populations taken from tables, and their answers by columns.
#include "arrow.hpp"
#include "columns.hpp"
#include "diagnostics.hpp"
#include "handles.hpp"
#include "results.hpp"
#include "selection.hpp"
#include "sized.hpp"

#include <tieuchi/column_population.hpp>

#include <memory>
#include <utility>

using namespace tieuchi::c;

/// With the handles that can be borrowed of it.
struct tc_population_answers {
    explicit tc_population_answers(tieuchi::population_answers told) : all(std::move(told)) {
        for (const tieuchi::standard& one : all.standards()) { standards.push_back({one}); }
        for (const tieuchi::quota_result& one : all.quotas()) { quotas.emplace_back(one); }
    }

    tieuchi::population_answers all;
    std::vector<tc_standard> standards;
    std::vector<quota> quotas;
};

namespace {

[[nodiscard]] tieuchi::column_population& open_population(tc_column_population* population) {
    auto& all = needed(population, "population").all;
    if (!all) { throw refusal{TC_INVALID_ARGUMENT, "`population` was assessed already"}; }
    return *all;
}

} // namespace

tc_status tc_column_population_new(tc_column_population** out, tc_diagnostics** problems, const tc_rulebook* rulebook,
                                   const tc_selection* selection, const tc_columns_options* options, tc_error* error) {
    return guarded(error, [&] {
        problem_list wrong(problems);
        tc_column_population*& to = place_for(out);
        const tieuchi::rulebook& rules = needed(rulebook, "rulebook").rules;
        auto made = tieuchi::column_population::make(rules, selection_in(selection), options_in(options));
        if (!made) { wrong.refuse(TC_BAD_SELECTION, made.error()); }
        make(to, *std::move(made));
    });
}

tc_status tc_column_population_add_array(tc_column_population* population, tc_diagnostics** problems, const ArrowSchema* schema,
                                         ArrowArray* rows, tc_error* error) {
    return guarded(error, [&] {
        const taken released(rows);
        problem_list told(problems);
        tieuchi::column_population& to = open_population(population);
        const ArrowSchema& described = arrow_given(schema, "schema");
        const auto found = to.add(described, &arrow_given(rows, "rows"));
        if (!found.empty()) { told.refuse(TC_BAD_DATA, found); }
    });
}

tc_status tc_column_population_add_stream(tc_column_population* population, tc_diagnostics** problems, ArrowArrayStream* rows,
                                          tc_error* error) {
    return guarded(error, [&] {
        const taken released(rows);
        problem_list told(problems);
        tieuchi::column_population& to = open_population(population);
        const auto found = to.add(&arrow_given(rows, "rows"));
        if (!found.empty()) { told.refuse(TC_BAD_DATA, found); }
    });
}

size_t tc_column_population_count(const tc_column_population* population) {
    return population == nullptr || !population->all ? 0 : population->all->size();
}

tc_status tc_column_population_assess(tc_population_answers** out, tc_column_population* population, tc_progress_function told,
                                      void* context, tc_error* error) {
    return guarded(error, [&] {
        tc_population_answers*& to = place_for(out);
        tieuchi::column_population all = std::move(open_population(population));
        population->all.reset();
        const auto tell = [&](size_t done) { told(context, done); };
        auto answers = std::move(all).assess(told == nullptr ? tieuchi::progress() : tieuchi::progress(tell));
        to = std::make_unique<tc_population_answers>(std::move(answers)).release();
    });
}

void tc_column_population_free(tc_column_population* population) { delete population; } // NOLINT(cppcoreguidelines-owning-memory)

size_t tc_population_answers_count(const tc_population_answers* answers) { return answers == nullptr ? 0 : answers->all.size(); }

size_t tc_population_answers_standard_count(const tc_population_answers* answers) {
    return answers == nullptr ? 0 : answers->standards.size();
}

const tc_standard* tc_population_answers_standard(const tc_population_answers* answers, size_t index) {
    return answers != nullptr && index < answers->standards.size() ? &answers->standards[index] : nullptr;
}

tc_status tc_population_answers_schema(ArrowSchema* out, const tc_population_answers* answers, size_t standard, tc_error* error) {
    return guarded(error, [&] {
        ArrowSchema& to = arrow_place(out, "out");
        check_index(needed(answers, "answers").standards.size(), standard, "standard");
        answers->all.answer_schema(standard, &to);
    });
}

tc_status tc_population_answers_stream(ArrowArrayStream* out, const tc_population_answers* answers, size_t standard,
                                       tc_error* error) {
    return guarded(error, [&] {
        ArrowArrayStream& to = arrow_place(out, "out");
        check_index(needed(answers, "answers").standards.size(), standard, "standard");
        answers->all.answers(standard, &to);
    });
}

tc_status tc_population_answers_refused(const size_t** subjects, size_t* count, const tc_population_answers* answers,
                                        tc_error* error) {
    return guarded(error, [&] {
        needed(subjects, "subjects") = nullptr;
        needed(count, "count") = 0;
        const std::vector<std::size_t>& all = needed(answers, "answers").all.refused();
        *subjects = all.data();
        *count = all.size();
    });
}

tc_status tc_population_answers_subject(tc_results** out, const tc_population_answers* answers, size_t subject, tc_error* error) {
    return guarded(error, [&] {
        tc_results*& to = place_for(out);
        const tieuchi::population_answers& all = needed(answers, "answers").all;
        check_index(all.size(), subject, "subject");
        to = std::make_unique<tc_results>(all.result_of(subject)).release();
    });
}

size_t tc_population_answers_quota_count(const tc_population_answers* answers) {
    return answers == nullptr ? 0 : answers->quotas.size();
}

tc_status tc_population_answers_quota(tc_quota_result* out, const tc_population_answers* answers, size_t index, tc_error* error) {
    return guarded(error, [&] {
        filled to(out);
        to = describe(element(needed(answers, "answers").quotas, index, "index"));
    });
}

void tc_population_answers_free(tc_population_answers* answers) { delete answers; } // NOLINT(cppcoreguidelines-owning-memory)
