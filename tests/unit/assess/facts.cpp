// SPDX-License-Identifier: Apache-2.0
// Values as hosts have them: taken exactly, or refused with a reason and left unknown.
#include "support/rules.hpp"

#include <limits>

namespace test_facts {

namespace {

const std::string items = R"(
facts {
  staff count
  informed count at most staff
  rate number scale 2 at least 0 at most 10
  share percent
  day date
  size one of (micro, small, large) only for firm
  armed yes_no
}
criterion 1 "all" when informed = 100% of staff and rate > 1.25 and share >= 70% and day >= 2022-01-01 and armed
criterion 2 "size" when size in (small, large)
outcome met when every criterion is met
outcome not_met otherwise
)";

const tieuchi::standard& standard() {
    static const auto one = tests::standard_of(items, "body, firm");
    return one;
}

std::string problem_with(const char* name, const tieuchi::value& given) {
    tieuchi::facts facts(standard());
    facts.set(name, given);
    const auto problems = facts.problems();
    CHECK((!standard().slot(name) || !facts.knows(*standard().slot(name))));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].where == name);
    return problems[0].code + " " + problems[0].message + " | " + problems[0].help;
}

} // namespace

TEST_CASE("each type takes its values in every form that means them") {
    using tieuchi::decimal;
    using tieuchi::value;
    const std::vector<std::pair<const char*, value>> good{
        {"staff", *decimal::from_integer(12)}, {"staff", std::string("12")},
        {"rate", std::string("1.25")},         {"rate", *decimal::from_double(1.25)},
        {"share", std::string("87.5%")},       {"share", std::string("87.5")},
        {"day", std::string("2022-02-10")},    {"day", tieuchi::date(2022, 2, 10)},
        {"size", std::string("small")},        {"armed", true},
        {"armed", std::string("no")},          {"armed", std::string("TRUE")},
        {"armed", std::string("có")},          {"armed", std::string("không")},
        {"armed", std::string("co\u0301")},    {"armed", std::string("KHO\u0302NG")},
        {"armed", std::string("0")},
    };
    for (const auto& [name, given] : good) {
        CAPTURE(name);
        tieuchi::facts facts(standard());
        facts.set(name, given);
        CHECK(facts.problems().empty());
        CHECK(facts.knows(*standard().slot(name)));
    }
    CHECK(
        tieuchi::facts(standard()).set("staff", 12).set("rate", 0.5).set("armed", true).set("size", "small").problems().empty());
}

TEST_CASE("what does not fit is refused, says why, and stays unknown") {
    using std::string;
    using tieuchi::decimal;
    CHECK(problem_with("staff", string("many")) == "E402 `many` is not a whole number | `staff` is a whole number, 0 or more");
    CHECK(problem_with("staff", *decimal::parse("1.5")) ==
          "E402 `1.5` is not a whole number | `staff` is a whole number, 0 or more");
    CHECK(problem_with("staff", string("-3")) == "E403 `-3` is less than 0 | `staff` is a whole number, 0 or more");
    CHECK(problem_with("staff", true) == "E402 `true` is not a whole number | `staff` is a whole number, 0 or more");
    CHECK(problem_with("rate", false) ==
          "E402 `false` is not a number | `rate` is a number from 0 to 10, up to 2 digits after the point");
    CHECK(
        problem_with("rate", string("1.255")) ==
        "E406 `1.255` has more than 2 digits after the point | `rate` is a number from 0 to 10, up to 2 digits after the point");
    CHECK(problem_with("rate", string("11")) ==
          "E403 `11` is more than 10 | `rate` is a number from 0 to 10, up to 2 digits after the point");
    CHECK(problem_with("armed", string("maybe")) == "E402 `maybe` is not yes or no | `armed` is yes or no");
    CHECK(problem_with("day", string("2022-02-30")) == "E402 `2022-02-30` is not a day | `day` is a day, such as 2022-02-10");
    CHECK(problem_with("size", string("smal")) == "E402 `smal` is not one of the options | did you mean `small`?");
    CHECK(problem_with("size", string("huge")) == "E402 `huge` is not one of the options | `size` is micro, small or large");
    CHECK(problem_with("staf", string("1")) == "E401 standard `s` has no fact `staf` | did you mean `staff`?");
}

TEST_CASE("a number that no decimal holds is told for what it is") {
    using std::string;
    const auto of = [](const char* name, auto given) {
        const auto problems = tieuchi::facts(standard()).set(name, given).problems();
        REQUIRE(problems.size() == 1);
        return problems[0].code + " " + problems[0].message;
    };
    CHECK(of("staff", string("10000000000000")) == "E403 `10000000000000` is more than 999999999999");
    CHECK(of("staff", string("-10000000000000")) == "E403 `-10000000000000` is less than 0");
    CHECK(of("staff", 10'000'000'000'000) == "E403 `10000000000000` is more than 999999999999");
    CHECK(of("staff", 1e300) == "E403 `1e+300` is more than 999999999999");
    CHECK(of("staff", -1e38F) == "E403 `-1e+38` is less than 0");
    CHECK(of("staff", std::numeric_limits<double>::infinity()) == "E402 `Infinity` is not a whole number");
    CHECK(of("staff", std::numeric_limits<double>::quiet_NaN()) == "E402 `NaN` is not a whole number");
    CHECK(of("rate", std::numeric_limits<float>::quiet_NaN()) == "E402 `NaN` is not a number");
    CHECK(of("armed", std::numeric_limits<double>::quiet_NaN()) == "E402 `NaN` is not yes or no");
    CHECK(of("rate", 0.12345678) == "E406 `0.12345678` has more than 2 digits after the point");
    CHECK(of("rate", string("0.12345678")) == "E406 `0.12345678` has more than 2 digits after the point");
    CHECK(of("share", string("1.12345678%")) == "E406 `1.12345678%` has more than 4 digits after the point");
    CHECK(of("rate", 1e-300) == "E406 `1e-300` has more than 2 digits after the point");
    CHECK(of("staff", string("0.12345678")) == "E402 `0.12345678` is not a whole number");
    CHECK(of("rate", string("1.")) == "E402 `1.` is not a number");
    CHECK(of("rate", string("1e")) == "E402 `1e` is not a number");
    CHECK(of("rate", string("1..2")) == "E402 `1..2` is not a number");
    CHECK(of("rate", string("e5")) == "E402 `e5` is not a number");
}

TEST_CASE("facts that contradict each other are told") {
    const auto problems = tieuchi::facts(standard()).set("staff", 120).set("informed", 130).problems();
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == "E404");
    CHECK(problems[0].message == "`informed` is 130, but `staff` is only 120");
    const auto kind = tieuchi::facts(standard()).set("kind", "body").set("size", "small").problems();
    REQUIRE(kind.size() == 1);
    CHECK(kind[0].message == "subjects of kind `body` have no `size`");
}

TEST_CASE("of facts that contradict each other neither decides, also across one that is not known") {
    const auto s = tests::standard_of(R"(
facts { whole count middle count at most whole piece count at most middle }
criterion 1 "x" when piece >= 3
criterion 2 "y" when whole <= 7
outcome met when every criterion is met
outcome not_met otherwise
)");
    const auto facts = tieuchi::facts(s).set("piece", 10).set("whole", 5);
    REQUIRE(facts.problems().size() == 1);
    CHECK(facts.problems()[0].message == "`piece` is 10, but `whole` is only 5");
    CHECK(tests::possible(s.assess(facts)) == tests::names{"met", "not_met"});
    tieuchi::scratch work;
    CHECK(s.outcomes(facts, work) == s.assess(facts).outcomes());
    // Nor does a third that contradicts one of them, for which the outcomes alone and the whole answer must not differ.
    const auto chain = tieuchi::facts(s).set("piece", 12).set("middle", 10).set("whole", 0);
    REQUIRE(chain.problems().size() == 2);
    CHECK(tests::possible(s.assess(chain)) == tests::names{"met", "not_met"});
    CHECK(s.outcomes(chain, work) == s.assess(chain).outcomes());
    // Bounds carry knowledge in both directions, whatever is not known between.
    CHECK(tests::possible(s.assess(tieuchi::facts(s).set("piece", 8))) == tests::names{"not_met"});
    CHECK(tests::possible(s.assess(tieuchi::facts(s).set("whole", 2))) == tests::names{"not_met"});
}

TEST_CASE("bounds that are told replace what was told before") {
    const auto slot = *standard().slot("staff");
    tieuchi::facts facts(standard());
    facts.set("staff", "many").set_between(slot, *tieuchi::decimal::parse("1"), *tieuchi::decimal::parse("2"));
    CHECK(facts.problems().empty());
    facts.set("staff", 4).set_between(slot, *tieuchi::decimal::parse("5"), *tieuchi::decimal::parse("4"));
    CHECK(facts.problems().size() == 1);
    CHECK(!facts.knows(slot));
}

TEST_CASE("bounds between two values of a fact hold none of them") {
    const auto s = tests::standard_of(R"(
facts { staff count  rate number scale 2 at least 0 at most 10 }
points 10
criterion 1 "order" up to 10 points judged step 0.5
criterion 2 "both" 0 points when staff > 1 and rate > 0
classes by total { good >= 5, weak otherwise }
)");
    const auto known = [&](const char* name, const char* least, const char* most) {
        tieuchi::facts facts(s);
        facts.set_between(*s.slot(name), *tieuchi::decimal::parse(least), *tieuchi::decimal::parse(most));
        const auto problems = facts.problems();
        if (!problems.empty()) { return problems[0].code; }
        return s.assess(facts).fact_as_read(*s.slot(name)).text();
    };
    CHECK(known("staff", "1.5", "1.7") == "E403");
    CHECK(known("staff", "1.5", "2.5") == "2");
    CHECK(known("staff", "1", "2") == "1 to 2");
    CHECK(known("rate", "1.234", "1.236") == "E403");
    CHECK(known("rate", "1.225", "1.236") == "1.23");
    CHECK(known("rate", "-0.001", "0.001") == "0");
    CHECK(known("judged_1", "0.3", "0.4") == "E403");
    CHECK(known("judged_1", "0.3", "1.2") == "0.5 to 1");
}

TEST_CASE("setting again replaces, an unknown value takes back, clear forgets") {
    tieuchi::facts facts(standard());
    facts.set("staff", "many").set("staff", 3);
    CHECK(facts.problems().empty());
    facts.set("staff", tieuchi::value{});
    CHECK(!facts.knows(*standard().slot("staff")));
    facts.set("staff", "").set("informed", "x").clear();
    CHECK(facts.problems().empty());
}

TEST_CASE("a bad fact is unknown to the assessment, never no") {
    const auto answer = standard().assess(tieuchi::facts(standard())
                                              .set("kind", "body")
                                              .set("staff", 5)
                                              .set("informed", 5)
                                              .set("rate", 2)
                                              .set("share", 80)
                                              .set("day", "2022-05-05")
                                              .set("armed", "perhaps"));
    CHECK(tests::possible(answer) == tests::names{"met", "not_met"});
    CHECK(answer.problems().size() == 1);
}

TEST_CASE("an infinite number is no option, whatever options are called") {
    const auto standard =
        tests::standard_of("facts { grade one of (inf, nan, infinity, sup) } criterion 1 \"a\" when grade is inf outcome met "
                           "when every criterion is met outcome not_met otherwise");
    constexpr double infinite = std::numeric_limits<double>::infinity();
    for (const double given : {infinite, -infinite, std::numeric_limits<double>::quiet_NaN()}) {
        tieuchi::facts facts(standard);
        facts.set("grade", given);
        CHECK(facts.problems().size() == 1);
        CHECK_FALSE(standard.assess(facts).decided());
    }
}

} // namespace test_facts
