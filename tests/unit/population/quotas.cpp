// SPDX-License-Identifier: Apache-2.0
// Quotas over the answers of a population, and raters.
#include "population/quotas.hpp"

#include "population.hpp"

#include <cstdint>

namespace test_quotas {

namespace {

using tests::names;
using tests::subject;
using tests::whole;

using places = std::vector<std::size_t>;

const tieuchi::rulebook& rules() {
    static const auto one = tests::rules_of(tests::head + R"(
standard rating for team {
  facts { score count at most 100 size count at most 50 exempt yes_no }
  not subject when exempt
  criterion 1 100 points less 1 per 100 - score
  classes by total { excellent >= 90, good >= 70, fair >= 50, weak otherwise }
  quota excellent at most 20% of good or better  highest total first  fewer than 5 at most 1  cite 4.2
  quota good at most 50% of all  highest size first  cite 4.3
}
)");
    return one;
}

tieuchi::subject team(int number, int score, int size = 10) {
    return subject("t" + std::to_string(number), "", "team", {{"score", whole(score)}, {"size", whole(size)}, {"exempt", false}});
}

std::vector<names> left(const std::vector<tieuchi::subject_result>& results) {
    std::vector<names> found;
    found.reserve(results.size());
    for (const auto& one : results) {
        found.push_back(one.refused() ? names{} : tests::names_in(one.outcomes[0], one.assessments[0].standard()));
    }
    return found;
}

struct outcome_of {
    std::vector<tieuchi::subject_result> results;
    std::vector<tieuchi::quota_result> quotas;
};

outcome_of assess(const std::vector<tieuchi::subject>& subjects) {
    const auto all = tests::population_of(rules(), subjects);
    outcome_of made{tests::results_of(all), {}};
    made.quotas = all.quotas(made.results);
    return made;
}

} // namespace

TEST_CASE("a fifth keep the class, by total; the rest get the class below, and the answer itself stays") {
    std::vector<tieuchi::subject> teams;
    teams.reserve(10);
    for (int i = 0; i < 10; ++i) { teams.push_back(team(i, i < 4 ? 99 - i : 75)); }
    const auto told = assess(teams);
    REQUIRE(told.quotas.size() == 2);
    const auto& first = told.quotas[0];
    CHECK(first.standard.quotas()[first.quota].cite == "4.2");
    CHECK((first.counted == tieuchi::subject_count{10, 10}));
    CHECK((first.seats == tieuchi::subject_count{2, 2}));
    CHECK(first.kept == places{0, 1});
    CHECK(first.lost == places{2, 3});
    CHECK(first.open.empty());
    CHECK(tests::possible(told.results[2].assessments[0]) == names{"excellent"}); // before the quota
    // All ten are good or better, five may be: of equal size, nobody goes first.
    const auto& second = told.quotas[1];
    CHECK((second.seats == tieuchi::subject_count{5, 5}));
    CHECK(second.tied.size() == 10);
    CHECK(left(told.results)[0] == names{"excellent", "fair"});
    CHECK(left(told.results)[2] == names{"good", "fair"}); // what the first quota left, and what the second may do
}

TEST_CASE("one for which the number named has no value comes last, and one for which it may have none perhaps") {
    using namespace tieuchi::impl;
    CHECK((population::value_from(plan::yes, {5, 7}) == plan::interval{5, 7}));
    CHECK((population::value_from(plan::no, {5, 7}) == plan::interval{INT64_MIN, INT64_MIN}));
    CHECK((population::value_from(plan::unknown, {5, 7}) == plan::interval{INT64_MIN, 7}));
}

TEST_CASE("where few count, so many may") {
    const auto told = assess({team(0, 95), team(1, 94), team(2, 80), team(3, 20)});
    CHECK((told.quotas[0].counted == tieuchi::subject_count{3, 3}));
    CHECK(told.quotas[0].kept == places{0});
    CHECK(told.quotas[0].lost == places{1});
}

TEST_CASE("a tie across the last seat is never broken") {
    const auto told = assess({team(0, 95), team(1, 95), team(2, 80), team(3, 91)});
    CHECK(told.quotas[0].tied == places{0, 1});
    CHECK(told.quotas[0].open == places{0, 1});
    CHECK(told.quotas[0].lost == places{3});
    CHECK(!told.results[0].outcomes[0].decided());
    CHECK(told.results[0].assessments[0].decided());
}

TEST_CASE("with open members, who surely keeps and who surely loses is told, and the rest stay open") {
    auto open = team(9, 0);
    open.values[0].second = tieuchi::unknown_value{};
    const auto told = assess({team(0, 97), team(1, 95), open, team(3, 94)});
    // The one seat of fewer than five: the open one may take it.
    CHECK((told.quotas[0].counted == tieuchi::subject_count{3, 4}));
    CHECK(told.quotas[0].lost == places{1, 3});
    CHECK(told.quotas[0].open == places{0, 2});
    CHECK(told.quotas[0].tied.empty());
}

TEST_CASE("who would surely keep the class but may not reach it is open, and neither kept nor lost") {
    std::vector<tieuchi::subject> teams{team(0, 99)};
    for (int i = 1; i < 9; ++i) { teams.push_back(team(i, 75)); }
    teams.push_back(team(9, 0));
    teams.back().values[0].second = tieuchi::unknown_value{};
    const auto told = assess(teams);
    // If it is excellent, ten are good or better, and two may be excellent; else one may.
    CHECK((told.quotas[0].counted == tieuchi::subject_count{9, 10}));
    CHECK((told.quotas[0].seats == tieuchi::subject_count{1, 2}));
    CHECK(told.quotas[0].kept == places{0});
    CHECK(told.quotas[0].lost.empty());
    CHECK(told.quotas[0].open == places{9});
    CHECK((told.results[9].outcomes[0].bits() & 1) == 1); // it keeps it, if it has it
}

TEST_CASE("who would surely lose the class but may not reach it is open, and surely has it no more") {
    auto may_leave = team(1, 91);
    may_leave.values[2].second = tieuchi::unknown_value{};
    const auto told = assess({team(0, 95), may_leave, team(2, 80)});
    CHECK(told.quotas[0].kept == places{0});
    CHECK(told.quotas[0].lost.empty());
    CHECK(told.quotas[0].open == places{1});
    CHECK((told.results[1].outcomes[0].bits() & 1) == 0);
    CHECK(told.results[1].outcomes[0].contains(4)); // not subject
}

TEST_CASE("after a quota took the class away, its clause is the reason; while it is open, what surely holds anyway") {
    std::vector<tieuchi::subject> teams;
    for (int i = 0; i < 10; ++i) { teams.push_back(team(i, i < 4 ? 99 - i : 75, 20 - i)); }
    const auto told = assess(teams);
    const auto because = [&](std::size_t at) { return told.results[at].because(0); };
    CHECK(because(0) == names{"1"});   // the best, on what gave points
    CHECK(because(2) == names{"4.2"}); // excellent before
    CHECK(because(4) == names{"1"});   // good of its own accord, for points were lost
    CHECK(because(9) == names{"4.3"});
    CHECK(told.results[9].assessments[0].because() == names{"1"});
    for (std::size_t i = 0; i < 10; ++i) {
        CHECK(told.results[i].because(0) == told.results[i].assessments[0].because(told.results[i].outcomes[0]));
    }
    const auto tied = assess({team(0, 95), team(1, 95)});
    CHECK(tied.results[0].because(0).empty());
    CHECK(tied.results[0].assessments[0].because() == names{"1"});
    const auto tied_below = assess({team(0, 75), team(1, 75)}); // a quota of a better class has nothing to do with it
    CHECK(left(tied_below.results)[0] == names{"good", "fair"});
    CHECK(tied_below.results[0].because(0).empty());
    // Kept by the first quota and taken by the second, two classes down: the second is the reason.
    std::vector<tieuchi::subject> late;
    for (int i = 0; i < 10; ++i) { late.push_back(team(i, i == 0 ? 99 : 75, i)); }
    CHECK(assess(late).results[0].because(0) == names{"4.3"});
}

TEST_CASE("a refused subject may be one of those that count") {
    auto refused = team(9, 0);
    refused.values[0].second = std::string("many");
    const auto told = assess({team(0, 97), team(1, 95), refused});
    CHECK(told.results[2].outcomes.empty());
    CHECK((told.quotas[0].counted == tieuchi::subject_count{2, 3}));
    CHECK(told.quotas[0].open == places{0}); // what is not there is not listed
    CHECK(told.quotas[0].lost == places{1});
}

TEST_CASE("those that leave by an exit do not count") {
    auto exempt = team(9, 99);
    exempt.values[2].second = true;
    const auto told = assess({team(0, 97), exempt});
    CHECK((told.quotas[0].counted == tieuchi::subject_count{1, 1}));
    CHECK((told.quotas[1].counted == tieuchi::subject_count{1, 1}));
    CHECK(told.quotas[0].kept == places{0});
    CHECK(left(told.results)[1] == names{"not_subject"});
}

TEST_CASE("each rater's subjects are put together by themselves") {
    const auto of = [](tieuchi::subject one, std::string rater) {
        one.rater = std::move(rater);
        return one;
    };
    auto twice = of(team(0, 60), "self");
    const auto told = assess({of(team(0, 97), "self"), of(team(1, 96), "self"), of(team(0, 91), "appraisal"), twice});
    CHECK(tests::problem(told.results[3]) == "E411 duplicate subject `t0` by rater `self`");
    REQUIRE(told.quotas.size() == 4);
    CHECK(told.quotas[0].rater == "self");
    CHECK(told.quotas[0].open == places{0}); // the refused row may be a better one
    CHECK(told.quotas[2].rater == "appraisal");
    CHECK(told.quotas[2].kept == places{2});
    CHECK((told.quotas[2].counted == tieuchi::subject_count{1, 1}));
}

TEST_CASE("sub-units are those of the same rater") {
    const auto counted = tests::rules_of(tests::head + R"(
standard a for area { facts { quiet yes_no } criterion 1 when quiet outcome met when every criterion is met outcome not_met otherwise }
standard t for town {
  facts { areas_met count from count of (area) where outcome is met }
  criterion 1 when areas_met >= 2
  outcome met when every criterion is met
  outcome not_met otherwise
}
)");
    std::vector<tieuchi::subject> rows;
    for (const std::string rater : {"self", "appraisal"}) {
        rows.push_back(subject("T", "", "town"));
        rows.push_back(subject("a", "T", "area", {{"quiet", true}}));
        rows.push_back(subject("b", "T", "area", {{"quiet", rater == "self"}}));
        for (auto row = rows.end() - 3; row != rows.end(); ++row) { row->rater = rater; }
    }
    const auto results = tests::results_of(counted, rows);
    CHECK(tests::possible(results[0].assessments[0]) == names{"met"});
    CHECK(tests::possible(results[3].assessments[0]) == names{"not_met"});
    rows[5].parent = "S";
    CHECK(tests::problem(tests::results_of(counted, rows)[5]) ==
          "E412 there is no subject `S` by rater `appraisal` to be the parent");
    rows[5].parent_known = false; // of a row that could not be read, neither may the rater be
    CHECK(tests::fact(tests::results_of(counted, rows)[0], "areas_met") == "2 to 3");
}

} // namespace test_quotas
