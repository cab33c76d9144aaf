// SPDX-License-Identifier: Apache-2.0
// The worked example of the 2012 rule under the 70 % clause: of 25 residential areas 18 must be recognised, for 17 of 25 are 68 %.
#include "source_dir.hpp"
#include "support/catch.hpp"

#include <tieuchi/tieuchi.hpp>

#include <algorithm>

namespace test_seventy_percent {

namespace {

const tieuchi::rulebook& rules() {
    static const auto loaded = tieuchi::rulebook::load(TIEUCHI_SOURCE_DIR "/dsl/vn/bca/circular-124-2021");
    if (!loaded) { FAIL(to_string(loaded.error())); }
    return *loaded;
}

tieuchi::standard commune() {
    const auto found = rules().standard("commune_safety", {.on = tieuchi::date(2022, 11, 15)});
    REQUIRE(found);
    return *found;
}

tieuchi::finding_status of_clause(const tieuchi::assessment& answer, std::string_view clause) {
    const auto found = std::find_if(answer.findings().begin(), answer.findings().end(),
                                    [&](const tieuchi::finding& one) { return one.criterion->clause == clause; });
    REQUIRE(found != answer.findings().end());
    return found->status;
}

/// A residential area that meets everything, or that has a crime too many.
tieuchi::subject area(int number, bool recognised) {
    tieuchi::subject one;
    one.id = "area-" + std::to_string(number);
    one.parent = "commune";
    one.kind = "residential_area";
    const auto standard = rules().standard("residential_area_safety", {.on = tieuchi::date(2022, 11, 15)});
    REQUIRE(standard);
    for (const auto& fact : standard->facts()) {
        if (fact.name == "kind" || fact.name == "local_criteria_met") { continue; }
        if (fact.type == tieuchi::fact_type::yes_no) { one.values.emplace_back(fact.name, true); }
        if (fact.type == tieuchi::fact_type::one_of) { one.values.emplace_back(fact.name, fact.options.back().name); }
        if (fact.type == tieuchi::fact_type::count) {
            const bool households = fact.name.starts_with("households");
            const bool before = fact.name.starts_with("previous_");
            one.values.emplace_back(fact.name, *tieuchi::decimal::from_integer(households ? 40 : before ? 2 : 0));
        }
    }
    if (!recognised) { one.values.emplace_back("new_hot_spots", *tieuchi::decimal::from_integer(1)); }
    return one;
}

tieuchi::subject_result commune_with(int areas, int recognised) {
    tieuchi::population population(rules(), {.on = tieuchi::date(2022, 11, 15)});
    tieuchi::subject one;
    one.id = "commune";
    one.kind = "commune";
    for (const char* kind : {"agencies", "enterprises", "schools"}) {
        one.values.emplace_back(kind, *tieuchi::decimal::from_integer(0));
    }
    population.add(one); // before its areas: the order of the data does not matter
    for (int i = 0; i < areas; ++i) { population.add(area(i, i < recognised)); }
    auto results = population.assess();
    if (!results) { FAIL(to_string(results.error())); }
    for (const auto& result : *results) {
        INFO(to_string(result.problems));
        REQUIRE(!result.refused());
    }
    return results->front();
}

} // namespace

TEST_CASE("16 of 25 is not met, 17 of 25 is not met, 18 of 25 is met: given as counts") {
    const auto standard = commune();
    for (const auto& [recognised, status] :
         {std::pair(16, tieuchi::finding_status::not_met), std::pair(17, tieuchi::finding_status::not_met),
          std::pair(18, tieuchi::finding_status::met)}) {
        CAPTURE(recognised);
        tieuchi::facts facts(standard);
        facts.set("residential_areas", 25)
            .set("residential_areas_registered", 25)
            .set("residential_areas_recognised", recognised);
        for (const char* kind : {"agencies", "enterprises", "schools"}) {
            facts.set(kind, 0).set(std::string(kind) + "_registered", 0).set(std::string(kind) + "_recognised", 0);
        }
        const auto answer = standard.assess(facts);
        CHECK(answer.problems().empty());
        CHECK(of_clause(answer, "5.4.b") == status);
    }
}

TEST_CASE("16 of 25 is not met, 17 of 25 is not met, 18 of 25 is met: counted from the areas themselves") {
    CHECK(of_clause(commune_with(25, 16).assessments.front(), "5.4.b") == tieuchi::finding_status::not_met);
    CHECK(of_clause(commune_with(25, 17).assessments.front(), "5.4.b") == tieuchi::finding_status::not_met);
    CHECK(of_clause(commune_with(25, 18).assessments.front(), "5.4.b") == tieuchi::finding_status::met);
    CHECK(of_clause(commune_with(25, 18).assessments.front(), "5.4.a") == tieuchi::finding_status::met);
}

} // namespace test_seventy_percent
