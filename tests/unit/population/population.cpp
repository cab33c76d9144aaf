// SPDX-License-Identifier: Apache-2.0
// Many subjects: order of the data, sub-units, what is refused and what that does to the bodies above.
#include "population.hpp"

namespace test_population {

namespace {

const tieuchi::rulebook& rules() {
    static const auto one = tests::rules_of(tests::head + R"(
standard area_safety for area {
  facts { armed yes_no quiet yes_no signed yes_no }
  not subject when armed cite 1.2
  criterion 1 "quiet" when quiet
  outcome met when every criterion is met
  outcome not_met otherwise
}
standard town_safety for town {
  facts {
    areas count from count of (area) where outcome is not not_subject
    areas_signed count at most areas from count of (area) where signed and outcome is not not_subject
    areas_met count at most areas from count of (area) where outcome is met
  }
  criterion 5.a "signed" when areas_signed = 100% of areas
  criterion 5.b "met" when areas_met >= 70% of areas
  outcome met when every criterion is met
  outcome not_met otherwise
}
)");
    return one;
}

using tests::fact;
using tests::problem;

tieuchi::subject one(std::string id, std::string parent, std::string kind, tests::values told = {}) {
    return tests::subject(std::move(id), std::move(parent), std::move(kind), std::move(told));
}

tieuchi::subject area(std::string id, bool quiet) {
    return one(std::move(id), "T", "area", {{"armed", false}, {"quiet", quiet}, {"signed", true}});
}

std::vector<tieuchi::subject_result> assess(const std::vector<tieuchi::subject>& subjects) {
    return tests::results_of(rules(), subjects);
}

} // namespace

TEST_CASE("sub-units are counted from their own answers, whatever the order of the data") {
    std::vector<tieuchi::subject> subjects{one("T", "", "town")};
    for (int i = 0; i < 10; ++i) { subjects.push_back(area("a" + std::to_string(i), i < 7)); }
    CHECK(tests::possible(assess(subjects)[0].assessments[0]) == tests::names{"met"});
    std::reverse(subjects.begin(), subjects.end());
    CHECK(tests::possible(assess(subjects).back().assessments[0]) == tests::names{"met"});
    subjects[2].values[1].second = false; // a 7th less
    subjects[5].values[1].second = false;
    CHECK(assess(subjects).back().assessments[0].because() == tests::names{"5.b"});
}

TEST_CASE("an undecided sub-unit makes a count uncertain, and the count says how far") {
    const auto results = assess(
        {one("T", "", "town"), area("a", true), area("b", true), one("c", "T", "area", {{"armed", false}, {"signed", true}})});
    CHECK(fact(results[0], "areas_met") == "2 to 3");
    CHECK(tests::possible(results[0].assessments[0]) == tests::names{"met", "not_met"});
    const auto excluded = assess({one("T", "", "town"), area("a", true), one("b", "T", "area", {{"armed", true}})});
    CHECK(tests::possible(excluded[0].assessments[0]) == tests::names{"met"}); // one that is not subject does not count
}

TEST_CASE("a refused sub-unit makes counts uncertain, never smaller") {
    const auto results = assess({one("T", "", "town"), area("a", true),
                                 one("b", "T", "area", {{"quiet", std::string("perhaps")}}), one("c", "T", "aera")});
    CHECK(problem(results[2]) == "E402 `perhaps` is not yes or no");
    CHECK(problem(results[3]) == "E410 no standard is for kind `aera`");
    CHECK(fact(results[0], "areas") == "1 to 3");
    CHECK(tests::possible(results[0].assessments[0]) == tests::names{"met", "not_met"});
}

TEST_CASE("a sub-unit whose body is not known may be one of any body") {
    std::vector<tieuchi::subject> subjects{one("T", "", "town")};
    for (int i = 0; i < 10; ++i) { subjects.push_back(area("a" + std::to_string(i), i < 7)); }
    CHECK(tests::possible(assess(subjects)[0].assessments[0]) == tests::names{"met"});
    auto lost = subjects;
    lost.push_back(area("x", false));
    lost.back().parent = "t"; // a slip
    CHECK(tests::possible(assess(lost)[0].assessments[0]) == tests::names{"met", "not_met"});
    lost.back().parent = "x"; // below itself
    CHECK(tests::possible(assess(lost)[0].assessments[0]) == tests::names{"met", "not_met"});
    lost.back().parent.clear();
    lost.back().parent_known = false;
    const auto results = assess(lost);
    CHECK(tests::possible(results[0].assessments[0]) == tests::names{"met", "not_met"});
    CHECK(problem(results.back()).starts_with("E412"));
    lost.back() = area("x", false);
    lost.back().kind = "town"; // refused, for towns have no such facts: what it is is not known
    CHECK(tests::possible(assess(lost)[0].assessments[0]) == tests::names{"met", "not_met"});
}

TEST_CASE("a subject that could not be read is refused for that alone") {
    auto broken = area("b", true);
    broken.problems.push_back({"E434", tieuchi::severity::error, "ragged", "", nullptr, {}, "t.csv:3"});
    broken.parent = "nowhere";
    const auto results = assess({one("T", "", "town"), area("a", true), broken});
    CHECK(problem(results[2]) == "E434 ragged");
}

TEST_CASE("kinds of which no sub-unit is listed keep the count that was told, or stay unknown") {
    const auto rules = tests::rules_of(tests::head + R"(
standard a for area { facts { q yes_no } criterion 1 "q" when q outcome met when every criterion is met outcome not_met otherwise }
standard b for shop { facts { q2 yes_no } criterion 1 "q" when q2 outcome met when every criterion is met outcome not_met otherwise }
standard t for town {
  facts { areas count from count of (area) shops count at most 2 from count of (shop) }
  criterion 1 "x" when areas = 1
  criterion 2 "y" when shops = 2
  outcome met when every criterion is met
  outcome not_met otherwise
}
)");
    const auto assessed = [&](const std::vector<tieuchi::subject>& subjects) {
        tieuchi::population all(rules, {.on = tieuchi::date(2022, 1, 1)});
        for (const auto& each : subjects) { all.add(each); }
        return *all.assess();
    };
    const auto area_only = one("a", "T", "area", {{"q", true}});
    CHECK(tests::possible(assessed({one("T", "", "town"), area_only})[0].assessments[0]) == tests::names{"met", "not_met"});
    CHECK(tests::possible(assessed({one("T", "", "town", {{"shops", std::string("2")}}), area_only})[0].assessments[0]) ==
          tests::names{"met"});
    const auto many = assessed({one("T", "", "town"), one("x", "T", "shop"), one("y", "T", "shop"), one("z", "T", "shop")});
    REQUIRE(many[0].refused());
    CHECK(many[0].problems[0].message == "`shops` is from 0 to 2, but the sub-units listed make it 3");
}

TEST_CASE("counts may be given instead, and must agree where both are") {
    using tieuchi::decimal;
    const auto given = [](int areas) {
        return one("T", "", "town",
                   {{"areas", *decimal::from_integer(areas)},
                    {"areas_signed", *decimal::from_integer(areas)},
                    {"areas_met", *decimal::from_integer(1)}});
    };
    CHECK(tests::possible(assess({given(1)})[0].assessments[0]) == tests::names{"met"});
    CHECK(tests::possible(assess({given(1), area("a", true)})[0].assessments[0]) == tests::names{"met"});
    const auto results = assess({given(2), area("a", true)});
    REQUIRE(results[0].refused());
    CHECK(results[0].problems[0].code == "E415");
    CHECK(results[0].problems[0].message == "`areas` is said to be 2, but the sub-units listed make it 1");
    CHECK(!results[1].refused());
}

TEST_CASE("a body without listed sub-units has an unknown number of them, not none") {
    CHECK(tests::possible(assess({one("T", "", "town")})[0].assessments[0]) == tests::names{"met", "not_met"});
}

TEST_CASE("identities, parents and circles are checked") {
    const auto results = assess({one("T", "", "town"), area("a", true), area("a", true), one("b", "nowhere", "area"),
                                 one("", "", "area"), one("x", "y", "area"), one("y", "z", "area"), one("z", "x", "area"),
                                 one("w", "z", "area"), one("s", "s", "area")});
    CHECK(!results[0].refused());
    CHECK(!results[1].refused());
    CHECK(problem(results[2]) == "E411 duplicate subject `a`");
    CHECK(problem(results[3]) == "E412 there is no subject `nowhere` to be the parent");
    CHECK(problem(results[4]) == "E414 a subject without an id");
    CHECK(problem(results[5]) == "E413 cycle in parents: `x` is below `y`, which is below `z`, which is below `x` again");
    CHECK(problem(results[6]).starts_with("E413"));
    CHECK(problem(results[7]).starts_with("E413"));
    CHECK(!results[8].refused()); // below a circle, not on it
    CHECK(problem(results[9]) == "E413 cycle in parents: `s` is below `s` again");
}

TEST_CASE("a date on which nothing is in force, and readings that are not there, are errors of the whole") {
    tieuchi::population early(rules(), {.on = tieuchi::date(1999, 1, 1)});
    early.add(one("T", "", "town"));
    const auto nothing = early.assess();
    REQUIRE(!nothing);
    CHECK(nothing.error()[0].message == "no document is in force on 1999-01-01");
    const auto reading = tieuchi::population(rules(), {.on = tieuchi::date(2022, 1, 1), .readings = {{"share", "x"}}}).assess();
    REQUIRE(!reading);
    CHECK(reading.error()[0].code == "E503");
}

TEST_CASE("a long chain of parents needs no deep stack") {
    std::vector<tieuchi::subject> subjects;
    subjects.reserve(20'000);
    for (int i = 0; i < 20'000; ++i) {
        subjects.push_back(one("s" + std::to_string(i), i == 0 ? "" : "s" + std::to_string(i - 1), "area"));
    }
    CHECK(!assess(subjects)[0].refused());
}

} // namespace test_population
