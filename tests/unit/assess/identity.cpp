// SPDX-License-Identifier: Apache-2.0
// Facts, answers and their parts in the hands of another standard: never a wrong answer, and nothing read out of bounds.
#include "support/rules.hpp"

namespace test_identity {

namespace {

using tieuchi::date;

/// Two versions of one standard, and other standards, with other facts under the same slots.
tieuchi::rulebook rules() {
    return tests::rules_of(std::vector<std::string>{
        R"(document "1" { title "Old" status illustrative in force from 2000-01-01 }
           standard s for body {
             reading how one of (strict, mild) default strict
             facts { plan yes_no staff count }
             criterion 1 when plan and (how is mild or staff > 5)
             outcome met when every criterion is met outcome not_met otherwise
           }
           standard t for body {
             facts { staff count plan yes_no models count }
             criterion 1 when staff > 0 and plan and models > 0
             criterion 2 when models > 3
             outcome met when every criterion is met outcome not_met otherwise
             exactly not_met when models > 100 cite 9
           })",
        R"(document "2" { title "New" status illustrative in force from 2020-01-01 replaces "1" }
           standard s for body {
             facts { strikes yes_no crimes count }
             criterion 1 when not strikes and crimes < 3
             outcome met when every criterion is met outcome not_met otherwise
           })"});
}

tieuchi::standard picked(const tieuchi::rulebook& from, const char* name, date on, const char* reading = nullptr) {
    tieuchi::selection how{.on = on};
    if (reading != nullptr) { how.readings.emplace_back("how", reading); }
    auto found = from.standard(name, how);
    if (!found) { FAIL(to_string(found.error())); }
    return *found;
}

const date before{2010, 1, 1};
const date after{2022, 1, 1};

} // namespace

TEST_CASE("facts for another standard tell nothing, and the answer says so") {
    const auto all = rules();
    const auto old = picked(all, "s", before);
    tieuchi::facts known(old);
    known.set("plan", true).set("staff", 8);
    REQUIRE(known.problems().empty());
    REQUIRE(tests::possible(old.assess(known)) == tests::names{"met"});

    for (const auto& other : {picked(all, "t", before), picked(all, "s", after), picked(rules(), "s", before)}) {
        const auto answer = other.assess(known);
        CHECK(tests::possible(answer) == tests::names{"met", "not_met"});
        for (const auto& one : answer.facts_used()) { CHECK(one.fact->name == "kind"); } // there is one only
        REQUIRE(answer.problems().size() == 1);
        CHECK(answer.problems()[0].code == "E421");
        tieuchi::scratch work;
        CHECK(other.outcomes(known, work) == answer.outcomes());
        CHECK(tests::possible(known.assess()) == tests::names{"met"});
    }
    CHECK(picked(all, "s", after).assess(known).problems()[0].message == "these facts are for another version of standard `s`");
    CHECK(picked(all, "t", before).assess(known).problems()[0].message == "these facts are for standard `s`, not for `t`");
}

TEST_CASE("facts for the same version are taken, however often it is picked and whatever its readings") {
    const auto all = rules();
    const auto old = picked(all, "s", before);
    tieuchi::facts known(old);
    known.set("plan", true).set("staff", 1);
    CHECK(tests::possible(known.assess()) == tests::names{"not_met"});
    CHECK(tests::possible(picked(all, "s", before).assess(known)) == tests::names{"not_met"});
    CHECK(tests::possible(picked(all, "s", date(2005, 5, 5)).assess(known)) == tests::names{"not_met"});
    const auto mild = picked(all, "s", before, "mild");
    CHECK(tests::possible(mild.assess(known)) == tests::names{"met"});
    CHECK(mild.assess(known).problems().empty());
    CHECK(known.standard().readings()[0].chosen == 0);
}

TEST_CASE("facts that were moved away are for no standard") {
    const auto all = rules();
    const auto old = picked(all, "s", before);
    tieuchi::facts known(old);
    const tieuchi::facts taken(std::move(known));
    const auto answer = old.assess(known); // NOLINT(bugprone-use-after-move,clang-analyzer-cplusplus.Move): that is the case
    REQUIRE(answer.problems().size() == 1);
    CHECK(answer.problems()[0].code == "E421");
    CHECK(tests::possible(answer) == tests::names{"met", "not_met"});
    CHECK(taken.assess().problems().empty());
}

TEST_CASE("slots that a standard does not have are refused") {
    const auto all = rules();
    const auto by = picked(all, "s", before);
    tieuchi::facts known(by);
    known.set(99U, tieuchi::value{true}).set(99U, tieuchi::value{false}).set_between(1'000'000U, {}, {});
    const auto problems = known.problems();
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].code == "E401");
    CHECK(problems[0].message == "standard `s` has no fact in slot 99");
    CHECK(problems[1].where == "slot 1000000");
    CHECK_FALSE(known.knows(99));
    const auto answer = known.assess();
    CHECK(answer.fact_as_read(99).fact == nullptr);
    CHECK(answer.fact_as_read(99).unknown());
    CHECK(answer.fact_as_read(99).text() == "unknown");
    CHECK(answer.facts_of(99U).empty());
}

TEST_CASE("bounds are never beyond what a fact can be") {
    const auto all = rules();
    const auto by = picked(all, "s", before);
    tieuchi::facts known(by);
    known.set_between(*by.slot("plan"), {}, *tieuchi::decimal::from_integer(1'000'000));
    CHECK(known.problems().empty());
    CHECK(known.assess().fact_as_read(*by.slot("plan")).unknown());
    known.set_between(*by.slot("kind"), *tieuchi::decimal::from_integer(5), *tieuchi::decimal::from_integer(6));
    REQUIRE(known.problems().size() == 1);
    CHECK(known.problems()[0].code == "E403");
}

TEST_CASE("an adjustment of another standard has no facts in an answer") {
    const auto all = rules();
    const auto by = picked(all, "t", before);
    tieuchi::facts known(by);
    known.set("staff", 1).set("plan", true).set("models", 200);
    const auto answer = known.assess();
    REQUIRE(answer.adjustments().size() == 1);
    CHECK(answer.facts_of(answer.adjustments()[0]).size() == 1);
    const auto elsewhere = picked(rules(), "t", before);
    CHECK(answer.facts_of(tieuchi::applied_adjustment{.adjustment = &elsewhere.adjustments()[0], .certain = true}).empty());
    CHECK(answer.facts_of(tieuchi::applied_adjustment{.adjustment = nullptr, .certain = true}).empty());
}

TEST_CASE("answers by different standards, or by different versions of one, are not comparable") {
    const auto all = rules();
    const auto one = tieuchi::facts(picked(all, "s", before)).assess();
    CHECK(compare(one, one).comparable);
    CHECK(compare(one, one).same());
    for (const auto& by : {picked(all, "t", before), picked(all, "s", after), picked(rules(), "s", before)}) {
        const auto found = compare(one, tieuchi::facts(by).assess());
        CHECK_FALSE(found.comparable);
        CHECK_FALSE(found.same());
        CHECK(found.criteria.empty());
        CHECK(found.facts.empty());
    }
    const auto mild = tieuchi::facts(picked(all, "s", before, "mild")).assess();
    CHECK(compare(one, mild).comparable);
}

TEST_CASE("a day that is none picks no rules") {
    const auto all = rules();
    for (const date day : {date(65536 + 2022, 11, 271), date(2022, 2, 30), date::no_day()}) {
        const auto found = all.standard("s", {.on = day});
        REQUIRE_FALSE(found);
        CHECK(found.error()[0].code == "E514");
        CHECK_FALSE(all.standards_for("body", {.on = day}));
        CHECK_FALSE(tieuchi::population(all, {.on = day}).assess());
        CHECK_FALSE(tieuchi::column_population::make(all, {.on = day}));
    }
    for (const int year : {0, -1, 10000, 65536 + 2022}) {
        CAPTURE(year);
        const auto found = all.standard("s", {.on = before, .year = year});
        REQUIRE_FALSE(found);
        CHECK(found.error()[0].code == "E514");
    }
}

TEST_CASE("results of another population come to no quotas") {
    const auto all = tests::rules_of(R"(document "1" { title "Quota" status illustrative in force from 2000-01-01 }
        standard s for body { facts { models count } criterion 1 up to 10 points judged
          classes by total { good >= 5, weak otherwise } quota good at most 50% of all highest total first })");
    tieuchi::population many(all, {.on = before});
    for (const char* const id : {"a", "b", "c"}) {
        many.add({id, "", "body", {{"judged_1", *tieuchi::decimal::from_integer(7)}}, ""});
    }
    const auto results = many.assess();
    REQUIRE(results);
    CHECK(many.quotas(*results).size() == 1);
    tieuchi::population one(all, {.on = before});
    one.add({"a", "", "body", {}, ""});
    CHECK(one.quotas(*results).empty());
}

} // namespace test_identity
