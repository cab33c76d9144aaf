// SPDX-License-Identifier: Apache-2.0
/// \file
/// Small populations for tests.
#pragma once

#include "support/rules.hpp"

namespace tests {

using values = std::vector<std::pair<std::string, tieuchi::value>>;

inline tieuchi::subject subject(std::string id, std::string parent, std::string kind, values told = {}) {
    return {std::move(id), std::move(parent), std::move(kind), std::move(told), {}};
}

/// A whole number, for `values`.
inline tieuchi::value whole(int number) { return *tieuchi::decimal::from_integer(number); }

inline tieuchi::population population_of(const tieuchi::rulebook& rules, const std::vector<tieuchi::subject>& subjects) {
    tieuchi::population made(rules, {.on = tieuchi::date(2022, 11, 15)});
    for (const auto& each : subjects) { made.add(each); }
    return made;
}

/// The results; fails the test where there are none, or where a subject is neither answered nor refused.
inline std::vector<tieuchi::subject_result> results_of(const tieuchi::population& all) {
    auto results = all.assess();
    if (!results) { FAIL(to_string(results.error())); }
    REQUIRE(results->size() == all.subjects().size());
    for (const auto& each : *results) {
        CHECK(each.refused() == each.assessments.empty());
        CHECK(each.outcomes.size() == each.assessments.size());
    }
    return *results;
}

inline std::vector<tieuchi::subject_result> results_of(const tieuchi::rulebook& rules,
                                                       const std::vector<tieuchi::subject>& subjects) {
    return results_of(population_of(rules, subjects));
}

/// A fact as the first answer read it.
inline std::string fact(const tieuchi::subject_result& result, const std::string& name) {
    REQUIRE(!result.refused());
    const tieuchi::assessment& answer = result.assessments.front();
    return answer.fact_as_read(answer.standard().slot(name).value()).text();
}

/// The one problem of a refused subject.
inline std::string problem(const tieuchi::subject_result& result) {
    REQUIRE(result.problems.size() == 1);
    return result.problems[0].code + " " + result.problems[0].message;
}

inline names names_in(const tieuchi::outcome_set& set, const tieuchi::standard& of) {
    names found;
    for (std::uint32_t i = 0; i < of.outcomes().size(); ++i) {
        if (set.contains(i)) { found.push_back(of.outcomes()[i].name); }
    }
    return found;
}

} // namespace tests
