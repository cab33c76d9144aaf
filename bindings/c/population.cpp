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

[[nodiscard]] tieuchi::subject subject_in(const tieuchi_subject& given) {
    check_reserved(given.reserved);
    const texts_in text(given.has_lengths);
    tieuchi::subject one;
    one.id = text(given.id, given.id_length, "id");
    one.parent = text.or_none(given.parent, given.parent_length, "parent");
    one.kind = text(given.kind, given.kind_length, "kind");
    one.rater = text.or_none(given.rater, given.rater_length, "rater");
    one.where = text.or_none(given.where, given.where_length, "where");
    if (given.fact_count != 0) { needed(given.facts, "facts"); }
    for (size_t i = 0; i < given.fact_count; ++i) {
        const tieuchi_named_text& fact = given.facts[i];
        check_reserved(fact.reserved);
        one.values.emplace_back(text(fact.name, fact.name_length, "name"),
                                std::string(text.or_none(fact.text, fact.text_length, "text")));
    }
    return one;
}

} // namespace

tieuchi_status tieuchi_population_new(tieuchi_population** out, const tieuchi_rulebook* rulebook,
                                      const tieuchi_selection* selection, tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi_population*& to = place_for(out);
        make(to, tieuchi::population(needed(rulebook, "rulebook").rules, selection_in(selection)));
    });
}

tieuchi_status tieuchi_population_add(tieuchi_population* population, const tieuchi_subject* subject, tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi::population& to = needed(population, "population").all;
        to.add(subject_in(options_of(&needed(subject, "subject"), "subject")));
    });
}

size_t tieuchi_population_count(const tieuchi_population* population) {
    return population == nullptr ? 0 : population->all.subjects().size();
}

tieuchi_status tieuchi_population_assess(tieuchi_results** out, tieuchi_diagnostics** problems,
                                         const tieuchi_population* population, tieuchi_progress_function on_progress,
                                         void* context, tieuchi_error* error) {
    return guarded(error, [&] {
        problem_list wrong(problems);
        tieuchi_results*& to = place_for(out);
        const tieuchi::population& all = needed(population, "population").all;
        const progress_callback callback(on_progress, context);
        auto results = all.assess(callback);
        if (!results) { wrong.refuse(TIEUCHI_BAD_SELECTION, results.error()); }
        to = std::make_unique<tieuchi_results>(all, *std::move(results)).release();
    });
}

void tieuchi_population_free(tieuchi_population* population) { delete population; } // NOLINT(cppcoreguidelines-owning-memory)
