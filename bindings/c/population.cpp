// SPDX-License-Identifier: Apache-2.0
/// \file
/// Populations: subjects added one by one, assessed together.
#include "diagnostics.hpp"
#include "handles.hpp"
#include "results.hpp"
#include "selection.hpp"
#include "sized.hpp"
#include "text.hpp"

#include <memory>
#include <utility>

using namespace tieuchi::c;

namespace {

[[nodiscard]] tieuchi::subject subject_in(const tc_subject& given) {
    tieuchi::subject one;
    one.id = text_in(given.id, "id");
    one.parent = text_or_none(given.parent, "parent");
    one.kind = text_in(given.kind, "kind");
    one.rater = text_or_none(given.rater, "rater");
    one.where = text_or_none(given.where, "where");
    if (given.fact_count != 0) { needed(given.facts, "facts"); }
    for (size_t i = 0; i < given.fact_count; ++i) {
        one.values.emplace_back(text_in(given.facts[i].name, "name"), std::string(text_or_none(given.facts[i].text, "text")));
    }
    return one;
}

} // namespace

tc_status tc_population_new(tc_population** out, const tc_rulebook* rulebook, const tc_selection* selection, tc_error* error) {
    return guarded(error, [&] {
        tc_population*& to = place_for(out);
        make(to, tieuchi::population(needed(rulebook, "rulebook").rules, selection_in(selection)));
    });
}

tc_status tc_population_add(tc_population* population, const tc_subject* subject, tc_error* error) {
    return guarded(error, [&] {
        tieuchi::population& to = needed(population, "population").all;
        to.add(subject_in(options_of(&needed(subject, "subject"), "subject")));
    });
}

size_t tc_population_count(const tc_population* population) {
    return population == nullptr ? 0 : population->all.subjects().size();
}

tc_status tc_population_assess(tc_results** out, tc_diagnostics** problems, const tc_population* population,
                               tc_progress_function told, void* context, tc_error* error) {
    return guarded(error, [&] {
        problem_list wrong(problems);
        tc_results*& to = place_for(out);
        const tieuchi::population& all = needed(population, "population").all;
        const auto tell = [&](size_t done) { told(context, done); };
        auto results = all.assess(told == nullptr ? tieuchi::progress() : tieuchi::progress(tell));
        if (!results) { wrong.refuse(TC_BAD_SELECTION, results.error()); }
        to = std::make_unique<tc_results>(all, *std::move(results)).release();
    });
}

void tc_population_free(tc_population* population) { delete population; } // NOLINT(cppcoreguidelines-owning-memory)
