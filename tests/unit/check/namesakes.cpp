// SPDX-License-Identifier: Apache-2.0
// Facts of one name in standards for one kind are one fact; what each is said to be is in golden/rules/bad.
#include "support/rules.hpp"

#include <algorithm>
#include <chrono>

namespace test_namesakes {

namespace {

using tieuchi::date;

std::string document(const std::string& number, const std::string& items) {
    return "document \"" + number + "\" { title \"T\" status illustrative " + items + " }\n";
}

std::string standard(const std::string& name, const std::string& kinds, const std::string& fact, const std::string& when) {
    return "standard " + name + " for " + kinds + " { facts { " + fact + " } criterion 1 when " + when +
           " outcome met when every criterion is met outcome not_met otherwise }\n";
}

/// The codes of what is said about some texts.
std::vector<std::string> said_of(const std::vector<std::string>& texts) {
    std::vector<tieuchi::source_ptr> sources;
    for (const auto& text : texts) {
        sources.push_back(std::make_shared<const tieuchi::source>(std::to_string(sources.size()) + ".tieuchi", text));
    }
    const auto rules = tieuchi::rulebook::parse(sources);
    std::vector<std::string> codes;
    for (const auto& one : rules ? rules->warnings() : rules.error()) { codes.push_back(one.code); }
    return codes;
}

const std::string from_2000 = "in force from 2000-01-01";
const std::string count = "x count";
const std::string truth = "x yes_no";

} // namespace

TEST_CASE("one name is one fact where standards are for one kind and in force together, of any documents") {
    CHECK(said_of({document("1", from_2000) + standard("s", "a, b", count, "x > 0") + standard("t", "b, c", truth, "x")}) ==
          tests::names{"E333"});
    CHECK(said_of({document("1", from_2000) + standard("s", "a, b", count, "x > 0") + standard("t", "c", truth, "x")}).empty());
    CHECK(said_of({document("1", from_2000) + standard("s", "a", count, "x > 0"),
                   document("2", from_2000) + standard("t", "a", truth, "x")}) == tests::names{"E333"});
    CHECK(said_of({document("1", from_2000) + standard("s", "a", count, "x > 0") + standard("t", "a", count, "x > 3")}).empty());
}

TEST_CASE("what is never in force on one day may differ") {
    const auto with = [](const std::string& first, const std::string& second) {
        return said_of(
            {document("1", first) + standard("s", "a", count, "x > 0"), document("2", second) + standard("t", "a", truth, "x")});
    };
    CHECK(with("in force from 2000-01-01 to 2010-01-01", "in force from 2010-01-01").empty());
    CHECK(with("in force from 2010-01-01", "in force from 2000-01-01 to 2010-01-01").empty());
    CHECK(with("in force from 2000-01-01 to 2010-01-02", "in force from 2010-01-01") == tests::names{"E333"});
    // Versions of one standard follow each other.
    CHECK(said_of({document("1", from_2000) + standard("s", "a", count, "x > 0"),
                   document("2", "in force from 2010-01-01 replaces \"1\"") + standard("s", "a", truth, "x")})
              .empty());
}

TEST_CASE("what a place adds is held against what is in force there") {
    const std::string country = document("1", from_2000) + standard("s", "a", "y yes_no", "y");
    const std::string other = document("2", from_2000) + standard("t", "a", "z yes_no", "z");
    const auto amendment = [](const std::string& number, const std::string& of, const std::string& place, const std::string& fact,
                              const std::string& when, const std::string& force = "in force from 2005-01-01") {
        return document(number, force + " amends \"" + of + "\" place \"" + place + "\"") + "amend " + (of == "1" ? "s" : "t") +
               " { facts { " + fact + " } add criterion 2 when " + when + " }\n";
    };
    const std::string here = amendment("3", "1", "Here", count, "x > 0");
    CHECK(said_of({country, other, here, amendment("4", "2", "Here", truth, "x")}) == tests::names{"E333"});
    CHECK(said_of({country, other, here, amendment("4", "2", "There", truth, "x")}).empty());
    CHECK(said_of({country, document("2", from_2000) + standard("t", "a", truth, "x"), here}) == tests::names{"E333"});
    // A version of the place has what the country's has.
    const std::string fixed =
        document("4", "in force from 2005-01-01 amends \"2\" place \"Here\"") + "amend t { replace criterion 1 when not x }\n";
    CHECK(said_of({country, document("2", from_2000) + standard("t", "a", truth, "x"), here, fixed}) == tests::names{"E333"});
}

TEST_CASE("judged points that same as brings in keep their name, and are asked for once") {
    const auto rules = tests::rules_of(tests::head + R"(
standard offices for body {
  criterion 1 { a "Order" up to 10 points judged b "Hygiene" up to 10 points judged as hygiene_score step 0.5 }
  criterion 2 up to 5 points judged as all_else
  classes by total { good >= 10, weak otherwise }
}
standard s for body {
  criterion 7 same as offices 1.a, 1.b
  criterion 8 same as offices 1
  criterion 9 same as 7
  criterion 10 up to 10 points judged as own
  classes by total { good >= 50, weak otherwise }
}
)");
    CHECK(rules.warnings().empty());
    const auto by = *rules.standard("s", {.on = date(2022, 11, 15)});
    std::vector<std::string> facts;
    for (const auto& one : by.facts()) { facts.push_back(one.name); }
    CHECK(facts == tests::names{"kind", "judged_1_a", "hygiene_score", "own"});
    tieuchi::facts known(by);
    known.set("judged_1_a", 8).set("hygiene_score", 7.5).set("own", 10);
    const auto answer = known.assess();
    CHECK(answer.problems().empty());
    REQUIRE(answer.total());
    CHECK(answer.total()->text() == "56.5"); // 3 x (8 + 7.5) + 10
    for (const auto& one : by.criteria()) {
        if (one.clause == "9/7/1.a") { CHECK(one.needs_judgement); }
    }
}

TEST_CASE("two criteria of one standard are not judged under one name, brought in or not") {
    const std::string offices =
        "standard offices for body { criterion 1 up to 10 points judged classes by total { good >= 5, weak otherwise } }\n";
    const auto with = [&](const std::string& items) {
        return said_of(
            {tests::head + offices + "standard s for team { " + items + " classes by total { good >= 5, weak otherwise } }\n"});
    };
    CHECK(with("criterion 1 up to 10 points judged criterion 2 same as offices 1") == tests::names{"E202"});
    CHECK(with("criterion 1 up to 10 points judged as own criterion 2 same as offices 1").empty());
    CHECK(with("criterion 1 up to 10 points judged as judged_1 criterion 2 same as offices 1") == tests::names{"E202"});
}

TEST_CASE("a fact that is judged is not taken for the outcome of another standard") {
    CHECK(said_of({tests::head + R"(
standard t for body { facts { x yes_no } criterion 1 when x outcome met when every criterion is met outcome not_met otherwise }
standard s for body {
  criterion 1 up to 10 points judged as outcome_of_t
  criterion 2 10 points when outcome of t is met
  classes by total { good >= 5, weak otherwise }
})"}) == tests::names{"E202"});
}

TEST_CASE("facts of one name may differ in standards that are never in force together, however many") {
    std::vector<std::string> texts;
    for (int i = 0; i < 1500; ++i) { // each in force for a day, of which the name tells nothing
        const auto day = [](int n) { return to_string(tieuchi::date_from_days(11'000 + n)); };
        texts.push_back(document(std::to_string(i), "in force from " + day(i) + " to " + day(i + 1)) +
                        standard("s" + std::to_string(i), "a", i % 2 == 0 ? count : truth, i % 2 == 0 ? "x > 0" : "x"));
    }
    CHECK(said_of(texts).empty());
}

} // namespace test_namesakes
