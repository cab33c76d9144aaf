// SPDX-License-Identifier: Apache-2.0
/// \file
/// Populations read from tables, and their answers in columns.
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

/// With the handles that C can borrow from it.
struct tieuchi_population_answers {
    explicit tieuchi_population_answers(tieuchi::population_answers answers) : value(std::move(answers)) {
        for (const tieuchi::standard& standard : value.standards()) { standards.push_back({standard}); }
        for (const tieuchi::quota_result& result : value.quotas()) { quotas.emplace_back(result); }
    }

    tieuchi::population_answers value;
    std::vector<tieuchi_standard> standards;
    std::vector<quota_entry> quotas;
};

namespace {

[[nodiscard]] tieuchi::column_population& open_population(tieuchi_column_population* population) {
    auto& value = needed(population, "population").value;
    if (!value) { throw refusal{TIEUCHI_INVALID_ARGUMENT, "`population` was assessed already"}; }
    return *value;
}

} // namespace

tieuchi_status tieuchi_column_population_new(tieuchi_column_population** out, tieuchi_diagnostics** problems,
                                             const tieuchi_rulebook* rulebook, const tieuchi_selection* selection,
                                             const tieuchi_columns_options* options, tieuchi_error* error) {
    return guarded(error, [&] {
        problem_list list(problems);
        tieuchi_column_population*& handle = place_for(out);
        const tieuchi::rulebook& rules = needed(rulebook, "rulebook").rules;
        auto result = tieuchi::column_population::make(rules, selection_in(selection), options_in(options));
        if (!result) { list.refuse(TIEUCHI_BAD_SELECTION, result.error()); }
        make(handle, *std::move(result));
    });
}

tieuchi_status tieuchi_column_population_add_array(tieuchi_column_population* population, tieuchi_diagnostics** problems,
                                                   const ArrowSchema* schema, ArrowArray* rows, tieuchi_error* error) {
    return guarded(error, [&] {
        const release_guard guard(rows);
        problem_list list(problems);
        tieuchi::column_population& target = open_population(population);
        const ArrowSchema& row_schema = arrow_given(schema, "schema");
        const auto diagnostics = target.add(row_schema, &arrow_given(rows, "rows"));
        if (!diagnostics.empty()) { list.refuse(TIEUCHI_BAD_DATA, diagnostics); }
    });
}

tieuchi_status tieuchi_column_population_add_stream(tieuchi_column_population* population, tieuchi_diagnostics** problems,
                                                    ArrowArrayStream* rows, tieuchi_error* error) {
    return guarded(error, [&] {
        const release_guard guard(rows);
        problem_list list(problems);
        tieuchi::column_population& target = open_population(population);
        const auto diagnostics = target.add(&arrow_given(rows, "rows"));
        if (!diagnostics.empty()) { list.refuse(TIEUCHI_BAD_DATA, diagnostics); }
    });
}

size_t tieuchi_column_population_count(const tieuchi_column_population* population) {
    return population == nullptr || !population->value ? 0 : population->value->size();
}

tieuchi_status tieuchi_column_population_assess(tieuchi_population_answers** out, tieuchi_column_population* population,
                                                tieuchi_progress_function on_progress, void* context, tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi_population_answers*& handle = place_for(out);
        tieuchi::column_population subjects = std::move(open_population(population));
        population->value.reset();
        const progress_callback callback(on_progress, context);
        auto answers = std::move(subjects).assess(callback);
        handle = std::make_unique<tieuchi_population_answers>(std::move(answers)).release();
    });
}

void tieuchi_column_population_free(tieuchi_column_population* population) {
    delete population;
} // NOLINT(cppcoreguidelines-owning-memory)

size_t tieuchi_population_answers_count(const tieuchi_population_answers* answers) {
    return answers == nullptr ? 0 : answers->value.size();
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
        ArrowSchema& schema = arrow_place(out, "out");
        check_index(needed(answers, "answers").standards.size(), standard, "standard");
        answers->value.answer_schema(standard, &schema);
    });
}

tieuchi_status tieuchi_population_answers_stream(ArrowArrayStream* out, const tieuchi_population_answers* answers,
                                                 size_t standard, tieuchi_error* error) {
    return guarded(error, [&] {
        ArrowArrayStream& stream = arrow_place(out, "out");
        check_index(needed(answers, "answers").standards.size(), standard, "standard");
        answers->value.answers(standard, &stream);
    });
}

tieuchi_status tieuchi_population_answers_refused(const size_t** subjects, size_t* count,
                                                  const tieuchi_population_answers* answers, tieuchi_error* error) {
    return guarded(error, [&] {
        needed(subjects, "subjects") = nullptr;
        needed(count, "count") = 0;
        const std::vector<std::size_t>& indices = needed(answers, "answers").value.refused();
        *subjects = indices.data();
        *count = indices.size();
    });
}

tieuchi_status tieuchi_population_answers_subject(tieuchi_results** out, const tieuchi_population_answers* answers,
                                                  size_t subject, tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi_results*& handle = place_for(out);
        const tieuchi::population_answers& answer_set = needed(answers, "answers").value;
        check_index(answer_set.size(), subject, "subject");
        handle = std::make_unique<tieuchi_results>(answer_set.result_of(subject)).release();
    });
}

size_t tieuchi_population_answers_quota_count(const tieuchi_population_answers* answers) {
    return answers == nullptr ? 0 : answers->quotas.size();
}

tieuchi_status tieuchi_population_answers_quota(tieuchi_quota_result* out, const tieuchi_population_answers* answers,
                                                size_t index, tieuchi_error* error) {
    return guarded(error, [&] {
        output_struct output(out);
        output = describe(element(needed(answers, "answers").quotas, index, "index"));
    });
}

void tieuchi_population_answers_free(tieuchi_population_answers* answers) {
    delete answers;
} // NOLINT(cppcoreguidelines-owning-memory)
