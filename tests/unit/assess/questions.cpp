// SPDX-License-Identifier: Apache-2.0
// What is asked, in which order, and what is asked no longer.
#include "support/rules.hpp"

namespace test_questions {

namespace {

constexpr const char* two_outcomes = "outcome met when every criterion is met outcome not_met otherwise";

} // namespace

TEST_CASE("a fact that no longer matters is not asked for") {
    const auto s = tests::standard_of(std::string(R"(
facts { party yes_no resolution yes_no crimes count excused yes_no a yes_no b yes_no }
criterion 1 "r" when resolution only where party
criterion 2 "c" none of { a "crime" when crimes > 0 unless excused }
criterion 3 "any" any of { a "a" when a b "b" when b }
)") + two_outcomes);
    CHECK(tests::asked(s.assess(tieuchi::facts(s))).size() == 6);
    // With the resolution there, it is no matter whether one was needed.
    CHECK(tests::asked(s.assess(tieuchi::facts(s).set("resolution", true).set("crimes", 0).set("a", true))).empty());
    CHECK(tests::asked(s.assess(tieuchi::facts(s).set("resolution", true).set("crimes", 2).set("a", true))) ==
          tests::names{"excused"});
    CHECK(tests::asked(s.assess(tieuchi::facts(s).set("resolution", true).set("crimes", 0).set("a", false))) ==
          tests::names{"b"});
    // One clause lost decides, whatever the rest.
    const auto lost = s.assess(tieuchi::facts(s).set("crimes", 1).set("excused", false));
    CHECK(lost.decided());
    CHECK(lost.questions().empty());
    CHECK(lost.because() == tests::names{"2.a"});
}

TEST_CASE("the most decisive question comes first and says who asks") {
    const auto s = tests::standard_of(std::string(R"(
facts { a yes_no b yes_no armed yes_no by 03-31 ask vi "Có?" en "Armed?" }
not subject when armed cite 1.2
criterion 1 "either" any of { a "a" when a b "b" when b needs judgement }
)") + two_outcomes);
    const auto questions = s.assess(tieuchi::facts(s)).questions();
    REQUIRE(questions.size() == 3);
    CHECK(questions[0].fact->name == "armed");
    CHECK(questions[0].clauses == tests::names{"1.2"});
    CHECK(questions[0].can_decide);
    CHECK(questions[0].by == "2022-03-31");
    CHECK(questions[0].fact->question.in("vi") == "Có?");
    CHECK(questions[2].fact->name == "b");
    CHECK(questions[2].needs_judgement);
    CHECK(!questions[2].can_decide);
    REQUIRE(questions[2].asked_by.size() == 1);
    CHECK(questions[2].asked_by[0]->clause == "1.b");
}

TEST_CASE("facts of another kind are never asked for") {
    const auto s = tests::standard_of(
        std::string("facts { size yes_no only for firm other yes_no } criterion 1 \"x\" when size and other ") + two_outcomes,
        "body, firm");
    CHECK(tests::asked(s.assess(tieuchi::facts(s).set("kind", "body"))) == tests::names{"other"});
    CHECK(tests::asked(s.assess(tieuchi::facts(s).set("kind", "firm"))) == tests::names{"size", "other"});
    const auto both = tests::asked(s.assess(tieuchi::facts(s)));
    CHECK(both.size() == 3); // and the kind itself
}

TEST_CASE("a bound decides before both facts are known") {
    const auto s = tests::standard_of(
        std::string("facts { staff count informed count at most staff } criterion 1 \"x\" when informed >= 10 ") + two_outcomes);
    CHECK(tests::possible(s.assess(tieuchi::facts(s).set("staff", 9))) == tests::names{"not_met"});
    const auto t = tests::standard_of(
        std::string("facts { staff count informed count at most staff } criterion 1 \"x\" when staff >= 10 ") + two_outcomes);
    CHECK(tests::possible(t.assess(tieuchi::facts(t).set("informed", 10))) == tests::names{"met"});
}

TEST_CASE("a share of nothing is not applicable") {
    const auto s = tests::standard_of(
        std::string("facts { staff count informed count at most staff } criterion 1 \"x\" when informed >= 70% of staff ") +
        two_outcomes);
    const auto none = s.assess(tieuchi::facts(s).set("staff", 0));
    CHECK(none.findings()[0].status == tieuchi::finding_status::not_applicable);
    CHECK(tests::possible(none) == tests::names{"met"});
    CHECK(tests::possible(s.assess(tieuchi::facts(s).set("staff", 10).set("informed", 7))) == tests::names{"met"});
    CHECK(tests::possible(s.assess(tieuchi::facts(s).set("staff", 10).set("informed", 6))) == tests::names{"not_met"});
}

} // namespace test_questions
