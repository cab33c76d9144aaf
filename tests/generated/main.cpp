// SPDX-License-Identifier: Apache-2.0
// Headers made by `tieuchi gen cpp`, used as a program uses them.
#include "every_header.hpp" // those of dsl/vn, and of the two files here
#include "support/rules.hpp"

#include <chrono>

namespace {

using namespace std::chrono_literals;

const tieuchi::selection how{.on = 2022y / 11 / 15};
const std::string source_dir = TIEUCHI_SOURCE_DIR;

tieuchi::rulebook rules_at(const std::string& path) {
    auto rules = tieuchi::rulebook::load(source_dir + "/" + path);
    if (!rules) { FAIL(to_string(rules.error())); }
    return *rules;
}

} // namespace

TEST_CASE("facts as members of a struct are the facts by their names") {
    const auto rules = rules_at("examples/classes.tieuchi");
    const auto by = fire_class::standard::of(rules, how);
    REQUIRE(by);
    const fire_class::facts known{
        .staff = 80,
        .drilled = 80,
        .fires = 0,
        .guards = true,
        .guards_rating = fire_class::guards_rating::fair,
        .hidden = false,
        .judged_4 = 9.5,
    };
    tieuchi::facts same(by->rules());
    same.set("staff", 80).set("drilled", 80).set("fires", 0).set("guards", true).set("guards_rating", "fair");
    same.set("hidden", false).set("judged_4", 9.5);
    CHECK(to_json(by->assess(known)) == to_json(by->rules().assess(same)));
    CHECK(by->assess(known).problems().empty());
    CHECK(by->assess(known).outcome()->name == "good");
}

TEST_CASE("what is left out of the struct is unknown") {
    const auto rules = rules_at("examples/classes.tieuchi");
    const auto by = fire_class::standard::of(rules, how);
    REQUIRE(by);
    CHECK(to_json(by->assess({})) == to_json(by->rules().assess(tieuchi::facts(by->rules()))));
    CHECK_FALSE(by->assess({}).decided());
}

TEST_CASE("a value that does not fit is a problem of the answer, and unknown") {
    const auto rules = rules_at("examples/classes.tieuchi");
    const auto by = fire_class::standard::of(rules, how);
    REQUIRE(by);
    const auto no_option = static_cast<fire_class::guards_rating>(7);
    const auto answer = by->assess({.staff = -1, .guards_rating = no_option, .judged_4 = 9.3});
    REQUIRE(answer.problems().size() == 3);
    CHECK(answer.problems()[0].code == "E403");
    CHECK(answer.problems()[1].message == "`(no option)` is not one of the options");
    CHECK(answer.problems()[2].code == "E407");
    CHECK_FALSE(answer.decided());
}

TEST_CASE("every standard that is shipped takes its facts from a struct") {
    const auto rules = rules_at("dsl/vn");
    const auto agencies = agency_safety::standard::of(rules, how);
    const auto communes = commune_safety::standard::of(rules, how);
    const auto classes = movement::standard::of(rules, how);
    REQUIRE((agencies && communes && classes));
    CHECK(agencies->assess({}).standard().name() == "agency_safety");
    // Names of kinds are options of `kind`, where a standard is for several.
    const movement::facts school{.kind = movement::kind::school};
    CHECK(classes->given(school).knows(0));
}

TEST_CASE("names that C++ keeps for itself get `_` at their end") {
    const auto rules = rules_at("tests/generated/hostile.tieuchi");
    const auto by = template_::standard::of(rules, how);
    REQUIRE(by);
    const template_::facts known{
        .kind = template_::kind::enum_,
        .new_ = 1,
        .new__ = 2,
        .std_ = true,
        .tieuchi_ = template_::tieuchi_::class__,
        .to_string_ = template_::to_string_::to_string_,
        .options_ = template_::options_::options_,
        .errno_ = 50.5,
        .linux_ = 2020y / 1 / 2,
        .value = 1.25,
    };
    const auto answer = by->assess(known);
    CHECK(answer.problems().empty());
    REQUIRE(answer.decided());
    CHECK(answer.outcome()->name == "operator");
}

TEST_CASE("rules that changed are noticed when the program starts") {
    const auto changed = tests::rules_of(tests::head + R"(
standard fire_class for office {
    facts { staff count  drilled yes_no  guards_rating one of (poor, good) }
    criterion 1 "all" when staff > 3 and drilled and guards_rating is good
    outcome met when every criterion is met
    outcome not_met otherwise
})");
    const auto by = fire_class::standard::of(changed, how);
    REQUIRE_FALSE(by);
    std::vector<std::string> about;
    for (const auto& problem : by.error()) {
        CHECK(problem.code == "E513");
        about.push_back(problem.where);
    }
    CHECK(about == tests::names{"drilled", "fires", "guards", "guards_rating", "hidden", "judged_4"});
    CHECK(fire_class::standard::of(changed, {.on = 1990y / 1 / 1}).error()[0].code == "E502");
}
