// SPDX-License-Identifier: Apache-2.0
// The editions that amendments make: when, where, and of which documents their clauses are.
#include "support/catch.hpp"

#include <tieuchi/examples.hpp>
#include <tieuchi/tieuchi.hpp>

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace test_amendments {

namespace {

using namespace std::chrono_literals;

constexpr const char* country = R"(
document "1/2020" { title en "Rules" status official source "gazette" in force from 2020-01-01 }
standard area for residential_area {
    facts { quiet yes_no }
    criterion 1 when quiet
    outcome met when every criterion is met
    outcome not_met otherwise
}
standard commune for commune {
    facts { areas_met count from count of (residential_area) where outcome is met }
    criterion 1 when areas_met >= 2
    criterion 2 same as area 1
    outcome met when every criterion is met
    outcome not_met otherwise
}
document "2/2022" { title en "Changes" status draft in force from 2022-01-01 to 2023-01-01 amends "1/2020" }
amend area { facts { clean yes_no }  add criterion 2 when clean }
document "3/2021" { title en "A place" status illustrative in force from 2021-01-01 amends "1/2020" place "Hồ" }
amend area { facts { lit yes_no }  add criterion 3 when lit }
amend area { add criterion 4 none of { a when not lit } }
)";

tieuchi::rulebook rules() {
    auto parsed = tieuchi::rulebook::parse({std::make_shared<const tieuchi::source>("r.tieuchi", country)});
    if (!parsed) { FAIL(to_string(parsed.error())); }
    return *std::move(parsed);
}

std::vector<std::string> clauses(const tieuchi::standard& of) {
    std::vector<std::string> all;
    for (const auto& one : of.criteria()) { all.push_back(one.clause + " of " + one.document); }
    return all;
}

tieuchi::standard on(const tieuchi::rulebook& by, tieuchi::date day, const std::string& place = {}, const char* name = "area") {
    auto found = by.standard(name, {.on = day, .jurisdiction = place});
    if (!found) { FAIL(to_string(found.error())); }
    return *std::move(found);
}

} // namespace

TEST_CASE("each span of time and each place has its own clauses") {
    const tieuchi::rulebook by = rules();
    using list = std::vector<std::string>;
    CHECK(clauses(on(by, 2021y / 12 / 31)) == list{"1 of 1/2020"});
    CHECK(clauses(on(by, 2022y / 1 / 1)) == list{"1 of 1/2020", "2 of 2/2022"});
    CHECK(clauses(on(by, 2023y / 1 / 1)) == list{"1 of 1/2020"});
    CHECK(clauses(on(by, 2020y / 12 / 31, "Hồ")) == list{"1 of 1/2020"});
    CHECK(clauses(on(by, 2021y / 1 / 1, "Hồ")) == list{"1 of 1/2020", "3 of 3/2021", "4 of 3/2021", "4.a of 3/2021"});
    CHECK(clauses(on(by, 2022y / 6 / 1, "Hồ")) ==
          list{"1 of 1/2020", "3 of 3/2021", "4 of 3/2021", "4.a of 3/2021", "2 of 2/2022"});
}

TEST_CASE("an amended standard is as reliable as the weakest of its documents") {
    const tieuchi::rulebook by = rules();
    CHECK(on(by, 2021y / 12 / 31).status() == tieuchi::document_status::official);
    CHECK(on(by, 2022y / 1 / 1).status() == tieuchi::document_status::draft);
    const tieuchi::standard there = on(by, 2022y / 1 / 1, "Hồ");
    CHECK(there.status() == tieuchi::document_status::illustrative);
    CHECK(there.amended_by() == std::vector<std::string>{"3/2021", "2/2022"});
    CHECK(there.jurisdiction() == "Hồ");
    CHECK(on(by, 2022y / 1 / 1).jurisdiction().empty());
}

TEST_CASE("what stands beside an amended standard sees it as amended") {
    const tieuchi::rulebook by = rules();
    const tieuchi::selection how{.on = 2022y / 6 / 1, .jurisdiction = "Hồ"};
    tieuchi::population all(by, how);
    const auto area = [&](const char* id, bool lit) {
        tieuchi::subject one;
        one.id = id;
        one.parent = "c";
        one.kind = "residential_area";
        one.values = {{"quiet", true}, {"clean", true}, {"lit", lit}};
        all.add(std::move(one));
    };
    tieuchi::subject body;
    body.id = "c";
    body.kind = "commune";
    body.values = {{"quiet", true}};
    all.add(std::move(body));
    area("a", true);
    area("b", false);
    const auto results = all.assess();
    REQUIRE(results);
    REQUIRE(results->front().assessments.size() == 1);
    CHECK(results->front().assessments.front().because() == std::vector<std::string>{"1"}); // one area is met, not two
    CHECK(results->at(1).assessments.front().outcome()->name == "met");
    CHECK(results->at(2).assessments.front().outcome()->name == "not_met");
}

TEST_CASE("a place that no document names is no place") {
    const auto found = rules().standard("area", {.on = 2022y / 1 / 1, .jurisdiction = "Ho"});
    REQUIRE_FALSE(found);
    CHECK(found.error().front().code == "E508");
}

TEST_CASE("documents and places are found in whatever normal form they are written") {
    const std::string composed = "H\u1ED3";
    const std::string decomposed = "Ho\u0302\u0300";
    const auto text = [](const std::string& number, const std::string& place) {
        return "document \"3/" + number + "\" { title en \"A place\" status draft in force from 2021-01-01 amends \"1/" + number +
               "\" place \"" + place + "\" }\n";
    };
    for (const auto& [one, other] : {std::pair(composed, decomposed), std::pair(decomposed, composed)}) {
        const auto file = [](std::string name, std::string what) {
            return std::make_shared<const tieuchi::source>(std::move(name), std::move(what));
        };
        const auto by = tieuchi::rulebook::parse(
            {file("a.tieuchi",
                  "document \"1/" + one +
                      "\" { title en \"Rules\" status draft in force from 2020-01-01 }\nstandard area for residential_area {"
                      "facts { quiet yes_no } criterion 1 when quiet outcome met when every criterion is met "
                      "outcome not_met otherwise }\n"),
             file("b.tieuchi", text(other, one)),
             file("c.tieuchi", "part of \"3/" + one + "\"\namend area { facts { lit yes_no } add criterion 2 when lit }\n"),
             file("d.tieuchi", "example \"lit\" for area { on 2022-01-01 place \"" + other +
                                   "\" given { quiet yes, lit no } expect outcome not_met }\n")});
        if (!by) { FAIL(to_string(by.error())); }
        for (const std::string& asked : {one, other}) {
            CHECK(on(*by, 2022y / 1 / 1, asked).jurisdiction() == composed);
            CHECK(on(*by, 2022y / 1 / 1, asked).criteria().size() == 2);
            CHECK(by->standards_for("residential_area", {.on = 2022y / 1 / 1, .jurisdiction = asked})
                      .value()
                      .front()
                      .criteria()
                      .size() == 2);
        }
        CHECK(by->documents()[0].number == "1/" + composed);
        CHECK(by->test().passed());
        CHECK(by->standard("area", {.on = 2022y / 1 / 1, .jurisdiction = composed + "\u200B"}).error()[0].help ==
              "it holds the hidden character U+200B: delete it");
    }
}

} // namespace test_amendments
