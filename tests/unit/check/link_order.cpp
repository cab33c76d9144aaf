// SPDX-License-Identifier: Apache-2.0
// The outcome of another standard is called what the version of that standard calls it that is in force on the day.
#include "support/rules.hpp"

namespace test_link_order {

namespace {

using tieuchi::date;

/// A standard that asks for the outcome of another one, of which there are two versions and one of a place.
tieuchi::rulebook rules() {
    return tests::rules_of(std::vector<std::string>{
        R"(document "1" { title "Old" status illustrative in force from 2000-01-01 }
           standard t for body {
             title en "The standard of old"
             facts { x yes_no }
             criterion 1 when x
             outcome met en "Recognised" when every criterion is met
             outcome partly en "In part" when not x
             outcome not_met en "Not recognised" otherwise
           })",
        R"(document "2" { title "New" status illustrative in force from 2020-01-01 replaces "1" }
           standard t for body {
             title vi "Tiêu chuẩn mới" en "The new standard"
             facts { x yes_no }
             criterion 1 when x
             outcome met vi "Đạt" en "Met" when every criterion is met
             outcome not_met en "Not yet met" otherwise
           })",
        R"(document "3" { title "Place" status illustrative in force from 2021-01-01 amends "2" place "Here" }
           amend t { replace outcome met en "Met here" when every criterion is met })",
        R"(document "4" { title "Asks" status illustrative in force from 2000-01-01 }
           standard s for body, team {
             criterion 1 when outcome of t is met
             criterion 2 when outcome of t of parent is met only where kind is team
             outcome met when every criterion is met outcome not_met otherwise
           })"});
}

tieuchi::fact fact_on(date day, const char* name = "outcome_of_t", const char* place = "") {
    const auto all = rules();
    const auto by = all.standard("s", {.on = day, .jurisdiction = place});
    if (!by) { FAIL(to_string(by.error())); }
    return by->facts()[*by->slot(name)];
}

std::string label_of(const tieuchi::fact& one, std::string_view option) {
    for (const auto& each : one.options) {
        if (each.name == option) { return std::string(each.label.in("en")); }
    }
    return "no such option";
}

} // namespace

TEST_CASE("an outcome of another standard is labelled by the version of the day") {
    const auto before = fact_on(date(2019, 12, 31));
    CHECK(before.label.in("en") == "Outcome: The standard of old");
    CHECK(before.question.in("en") == "Outcome: The standard of old");
    CHECK(label_of(before, "met") == "Recognised");
    CHECK(label_of(before, "not_met") == "Not recognised");
    CHECK(label_of(before, "partly") == "In part");

    const auto after = fact_on(date(2020, 1, 1));
    CHECK(after.label.in("en") == "Outcome: The new standard");
    CHECK(after.label.in("vi") == "Kết quả: Tiêu chuẩn mới");
    CHECK(label_of(after, "met") == "Met");
    CHECK(label_of(after, "not_met") == "Not yet met");
    CHECK(before.options.size() == after.options.size());

    CHECK(fact_on(date(2019, 12, 31), "parent_outcome_of_t").label.in("en") == "Outcome of the body above: The standard of old");
    CHECK(fact_on(date(2022, 1, 1), "parent_outcome_of_t").label.in("en") == "Outcome of the body above: The new standard");
}

TEST_CASE("at a place, by the version of the place") {
    CHECK(label_of(fact_on(date(2022, 1, 1), "outcome_of_t", "Here"), "met") == "Met here");
    CHECK(label_of(fact_on(date(2022, 1, 1)), "met") == "Met");
    CHECK(label_of(fact_on(date(2020, 6, 1), "outcome_of_t", "Here"), "met") == "Met");
}

TEST_CASE("what an answer says of such a fact is said by the labels of the day") {
    const auto all = rules();
    const auto by = *all.standard("s", {.on = date(2022, 1, 1)});
    tieuchi::facts known(by);
    known.set("kind", "body").set("outcome_of_t", "not_met");
    const auto answer = known.assess();
    REQUIRE(answer.facts_used().size() >= 1);
    for (const auto& one : answer.facts_used()) {
        if (one.fact->name == "outcome_of_t") { CHECK(one.text() == "Not yet met"); }
    }
    const auto open = tieuchi::facts(by).assess();
    for (const auto& one : open.questions()) {
        if (one.fact->name == "outcome_of_t") { CHECK(one.fact->question.in("en") == "Outcome: The new standard"); }
    }
}

} // namespace test_link_order
