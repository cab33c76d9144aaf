// SPDX-License-Identifier: Apache-2.0
// Outcomes of other standards, of the subject and of the body above it; and in which order answers are given.
#include "population.hpp"

namespace test_links {

namespace {

using tests::names;
using tests::possible;
using tests::problem;
using tests::subject;
using tests::values;

const tieuchi::rulebook& rules() {
    static const auto one = tests::rules_of(tests::head + R"(
standard rating for office, team {
  facts { safe yes_no score count at most 100 }
  not subject when safe and score = 7
  criterion 1 when outcome of safety is met
  criterion 2 100 points less 1 per 100 - score
  classes by total { good >= 70, fair >= 50, weak otherwise }
  at most fair when outcome of rating of parent is weak
  at most fair when outcome of safety is not_met
}
standard safety for office {
  facts { safe yes_no }
  criterion 1 when safe
  outcome met when every criterion is met
  outcome not_met otherwise
}
)");
    return one;
}

/// An office below none, of which it is told what that would be.
tieuchi::subject office(values told) {
    told.emplace_back("parent_outcome_of_rating", std::string("good"));
    return subject("O", "", "office", std::move(told));
}

tieuchi::subject team(values told, std::string parent = "O") { return subject("t", std::move(parent), "team", std::move(told)); }

std::vector<tieuchi::subject_result> assess(const std::vector<tieuchi::subject>& subjects) {
    return tests::results_of(rules(), subjects);
}

const tieuchi::value high = tests::whole(90);

} // namespace

TEST_CASE("the outcome of another standard of the same subject is found, in either order") {
    const auto unsafe = assess({office({{"safe", false}, {"score", high}})});
    REQUIRE(unsafe[0].assessments.size() == 2);
    CHECK(unsafe[0].assessments[0].standard().name() == "rating"); // the order of the rules, not of asking
    CHECK(possible(unsafe[0].assessments[0]) == names{"fair"});
    CHECK(possible(unsafe[0].assessments[1]) == names{"not_met"});
    CHECK(possible(assess({office({{"safe", true}, {"score", high}})})[0].assessments[0]) == names{"good"});
    CHECK(possible(assess({office({{"score", high}})})[0].assessments[0]) == names{"good", "fair"});
}

TEST_CASE("the outcome of the body above is found, whatever the order of the data") {
    const std::vector<tieuchi::subject> rows{team({{"score", high}}), office({{"safe", true}, {"score", tests::whole(10)}})};
    CHECK(possible(assess(rows)[0].assessments[0]) == names{"fair"});
    CHECK(possible(assess({rows[1], rows[0]})[1].assessments[0]) == names{"fair"});
    CHECK(possible(assess({rows[0], office({{"safe", true}, {"score", high}})})[0].assessments[0]) == names{"good"});
    CHECK(possible(assess({rows[0], office({{"safe", true}})})[0].assessments[0]) == names{"good", "fair"});
}

TEST_CASE("a subject of a kind that the other standard is not for has no outcome there") {
    const auto told = assess({team({{"score", high}, {"outcome_of_safety", std::string("met")}}, "")});
    CHECK(problem(told[0]).starts_with("E405 "));
    const auto result = assess({team({{"score", high}}), office({{"safe", true}, {"score", high}})});
    CHECK(possible(result[0].assessments[0]) == names{"good"}); // neither met nor a reason for a cap
}

TEST_CASE("what is told and what is found must agree") {
    const auto wrong = assess({office({{"safe", false}, {"score", high}, {"outcome_of_safety", std::string("met")}})});
    CHECK(problem(wrong[0]) == "E417 `outcome_of_safety` is said to be `met`, but the answer is `not_met`");
    CHECK(!assess({office({{"safe", false}, {"outcome_of_safety", std::string("not_met")}})})[0].refused());
    const auto open = assess({office({{"outcome_of_safety", std::string("not_subject")}})});
    CHECK(problem(open[0]) == "E417 `outcome_of_safety` is said to be `not_subject`, but the answer is `not_met` or `met`");
    const auto taken = assess({office({{"score", high}, {"outcome_of_safety", std::string("met")}})});
    CHECK(possible(taken[0].assessments[0]) == names{"good"});
}

TEST_CASE("no body above, one of another standard, or one that was refused tells nothing") {
    const auto alone = team({{"score", high}}, "");
    CHECK(possible(assess({alone})[0].assessments[0]) == names{"good", "fair"});
    auto told = alone;
    told.values.emplace_back("parent_outcome_of_rating", std::string("good"));
    CHECK(possible(assess({told})[0].assessments[0]) == names{"good"});
    told.parent = "O";
    CHECK(possible(assess({told, office({{"safe", std::string("perhaps")}})})[0].assessments[0]) == names{"good"});
}

TEST_CASE("a chain of a hundred thousand bodies, each asking the one above, needs no deep stack") {
    std::vector<tieuchi::subject> rows;
    rows.reserve(100'000);
    for (int i = 0; i < 100'000; ++i) {
        rows.push_back(subject("s" + std::to_string(i), i == 0 ? "" : "s" + std::to_string(i - 1), "team",
                               {{"score", i == 0 ? tests::whole(10) : high}}));
    }
    std::reverse(rows.begin(), rows.end()); // the first row waits for all others
    const auto results = assess(rows);
    CHECK(possible(results.back().assessments[0]) == names{"weak"});
    CHECK(possible(results[99'998].assessments[0]) == names{"fair"}); // its parent is weak
    CHECK(possible(results[0].assessments[0]) == names{"good"});
}

TEST_CASE("a standard may count areas that ask for another outcome of the same body") {
    const auto both = tests::rules_of(tests::head + R"(
standard plan for town {
  facts { plan yes_no }
  criterion 1 when plan
  outcome met when every criterion is met
  outcome not_met otherwise
}
standard quiet for area {
  facts { quiet yes_no }
  criterion 1 when quiet and outcome of plan of parent is met
  outcome met when every criterion is met
  outcome not_met otherwise
}
standard safety for town {
  facts { areas_met count from count of (area) where outcome is met }
  criterion 1 when areas_met >= 2
  outcome met when every criterion is met
  outcome not_met otherwise
}
)");
    const auto town = [&](values told) {
        return tests::results_of(both, {subject("T", "", "town", std::move(told)), subject("a", "T", "area", {{"quiet", true}}),
                                        subject("b", "T", "area", {{"quiet", true}})});
    };
    CHECK(possible(town({{"plan", true}})[0].assessments[1]) == names{"met"});
    CHECK(possible(town({{"plan", false}})[0].assessments[1]) == names{"not_met"});
    CHECK(possible(town({})[0].assessments[1]) == names{"met", "not_met"});
    // One of its answers contradicts what it was told to be: the other still counts for those that ask, and the row is refused.
    const auto refused = town({{"plan", true}, {"areas_met", tests::whole(1)}});
    CHECK(problem(refused[0]) == "E415 `areas_met` is said to be 1, but the sub-units listed make it 2");
    CHECK(possible(refused[1].assessments[0]) == names{"met"});
}

} // namespace test_links
