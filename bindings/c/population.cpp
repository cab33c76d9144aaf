// SPDX-License-Identifier: Apache-2.0
/// \file
/// Populations: subjects added one by one, assessed together.
#include "diagnostics.hpp"
#include "handles.hpp"
#include "progress.hpp"
#include "results.hpp"
#include "selection.hpp"
#include "sized.hpp"
#include "text.hpp"

#include <memory>
#include <utility>

using namespace tieuchi::c;

namespace {

[[nodiscard]] tieuchi::subject subject_in(const tieuchi_subject& input) {
    check_reserved(input.reserved);
    const texts_in text(input.has_lengths);
    tieuchi::subject subject;
    subject.id = text(input.id, input.id_length, "id");
    subject.parent = text.or_none(input.parent, input.parent_length, "parent");
    subject.kind = text(input.kind, input.kind_length, "kind");
    subject.rater = text.or_none(input.rater, input.rater_length, "rater");
    subject.where = text.or_none(input.where, input.where_length, "where");
    if (input.fact_count != 0) { needed(input.facts, "facts"); }
    for (size_t i = 0; i < input.fact_count; ++i) {
        const tieuchi_named_text& fact = input.facts[i];
        check_reserved(fact.reserved);
        subject.values.emplace_back(text(fact.name, fact.name_length, "name"),
                                    std::string(text.or_none(fact.text, fact.text_length, "text")));
    }
    return subject;
}

} // namespace

tieuchi_status tieuchi_population_new(tieuchi_population** out, const tieuchi_rulebook* rulebook,
                                      const tieuchi_selection* selection, tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi_population*& handle = place_for(out);
        make(handle, tieuchi::population(needed(rulebook, "rulebook").rules, selection_in(selection)));
    });
}

tieuchi_status tieuchi_population_add(tieuchi_population* population, const tieuchi_subject* subject, tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi::population& target = needed(population, "population").value;
        target.add(subject_in(options_of(&needed(subject, "subject"), "subject")));
    });
}

size_t tieuchi_population_count(const tieuchi_population* population) {
    return population == nullptr ? 0 : population->value.subjects().size();
}

tieuchi_status tieuchi_population_assess(tieuchi_results** out, tieuchi_diagnostics** problems,
                                         const tieuchi_population* population, tieuchi_progress_function on_progress,
                                         void* context, tieuchi_error* error) {
    return guarded(error, [&] {
        problem_list list(problems);
        tieuchi_results*& handle = place_for(out);
        const tieuchi::population& subjects = needed(population, "population").value;
        const progress_callback callback(on_progress, context);
        auto results = subjects.assess(callback);
        if (!results) { list.refuse(TIEUCHI_BAD_SELECTION, results.error()); }
        handle = std::make_unique<tieuchi_results>(subjects, *std::move(results)).release();
    });
}

void tieuchi_population_free(tieuchi_population* population) { delete population; } // NOLINT(cppcoreguidelines-owning-memory)
