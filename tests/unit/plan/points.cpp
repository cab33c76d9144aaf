// SPDX-License-Identifier: Apache-2.0
// Points, totals, classes and what adjusts them, from rules to the outcomes still possible.
#include "support/rules.hpp"

namespace test_points {

namespace {

using tieuchi::facts;

constexpr const char* scored = R"(
facts { plan yes_no staff count informed count at most staff strikes count crimes count models count grave yes_no }
points 100
not applicable counts as full
criterion 1 "plan" 30 points when plan
criterion 2 "informed" 40 points in proportion to informed of staff rounded to 0.1 half up
criterion 3 "quiet" 20 points less 4 per strikes + crimes
criterion 4 "models" scale models { >= 3: 10 points, >= 1: 5 points, otherwise 0 }
classes by total { excellent >= 90, good >= 60, weak otherwise }
)";

facts all_of(const tieuchi::standard& s) {
    return facts(s)
        .set("plan", true)
        .set("staff", 10)
        .set("informed", 10)
        .set("strikes", 0)
        .set("crimes", 0)
        .set("models", 3)
        .set("grave", false);
}

tests::names outcomes(const tieuchi::standard& s, const facts& given) { return tests::possible(s.assess(given)); }

} // namespace

TEST_CASE("points add up to a total, and the total to a class") {
    const auto s = tests::standard_of(std::string(scored) + "at most weak when grave");
    CHECK(outcomes(s, all_of(s)) == tests::names{"excellent"});
    CHECK(outcomes(s, all_of(s).set("informed", 7)) == tests::names{"good"}); // 30 + 28 + 20 + 10
    CHECK(outcomes(s, all_of(s).set("informed", 7).set("models", 2)) == tests::names{"good"});
    CHECK(outcomes(s, all_of(s).set("plan", false)) == tests::names{"good"});
    CHECK(outcomes(s, all_of(s).set("plan", false).set("strikes", 4)) == tests::names{"weak"});    // 70 - 16
    CHECK(outcomes(s, all_of(s).set("strikes", 900)) == tests::names{"good"});                     // a deduction ends at 0
    CHECK(outcomes(s, all_of(s).set("informed", 0).set("staff", 0)) == tests::names{"excellent"}); // of nobody: full
    CHECK(outcomes(s, all_of(s).set("grave", true)) == tests::names{"weak"});
}

TEST_CASE("what is missing makes the total an interval") {
    const auto s = tests::standard_of(std::string(scored) + "at most weak when grave");
    CHECK(outcomes(s, facts(s)) == tests::names{"excellent", "good", "weak"});
    const facts without_models = all_of(s).set("models", tieuchi::value{});
    CHECK(outcomes(s, without_models) == tests::names{"excellent"}); // at least 90
    CHECK(tests::asked(s.assess(without_models)).empty());
    const facts without_plan = all_of(s).set("models", 0).set("plan", tieuchi::value{});
    CHECK(outcomes(s, without_plan) == tests::names{"excellent", "good"}); // 60 or 90
    CHECK(tests::asked(s.assess(without_plan)) == tests::names{"plan"});
}

} // namespace test_points
