// SPDX-License-Identifier: Apache-2.0
// The cases of Circular 124: for every criterion one where it alone decides, and one where its exception or guard saves the subject.
#include "check/check.hpp"
#include "source_dir.hpp"
#include "support/catch.hpp"
#include "syntax/parse.hpp"

#include <tieuchi/tieuchi.hpp>

#include <boost/json.hpp>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace test_cases {

namespace {

namespace json = boost::json;

tieuchi::value value_of(const json::value& told) {
    if (told.is_bool()) { return told.as_bool(); }
    if (told.is_int64()) { return *tieuchi::decimal::from_integer(told.as_int64()); }
    if (told.is_string()) { return std::string(told.as_string()); }
    return tieuchi::unknown_value{};
}

std::set<std::string> texts(const json::value& list) {
    std::set<std::string> all;
    for (const auto& one : list.as_array()) { all.emplace(one.as_string()); }
    return all;
}

const json::array& groups() {
    static const json::value all = [] {
        std::ifstream in(TIEUCHI_SOURCE_DIR "/tests/law/cases.json");
        std::stringstream text;
        text << in.rdbuf();
        return json::parse(text.str());
    }();
    return all.as_array();
}

const tieuchi::rulebook& rules() {
    static const auto loaded = tieuchi::rulebook::load(TIEUCHI_SOURCE_DIR "/dsl/vn/bca/circular-124-2021");
    if (!loaded) { FAIL(to_string(loaded.error())); }
    return *loaded;
}

tieuchi::standard standard_of(const json::object& group) {
    tieuchi::selection how{.on = *tieuchi::parse_date(std::string(group.at("on").as_string()))};
    for (const auto& [name, option] : group.at("readings").as_object()) { how.readings.emplace_back(name, option.as_string()); }
    auto standard = rules().standard(std::string(group.at("standard").as_string()), how);
    if (!standard) { FAIL(to_string(standard.error())); }
    return *standard;
}

tieuchi::facts facts_of(const tieuchi::standard& standard, const json::object& group, const json::object& change) {
    tieuchi::facts facts(standard);
    facts.set("kind", std::string(group.at("kind").as_string()));
    for (const auto& [name, told] : group.at("base").as_object()) { facts.set(std::string(name), value_of(told)); }
    for (const auto& [name, told] : change) { facts.set(std::string(name), value_of(told)); }
    return facts;
}

std::set<std::string> outcomes_of(const tieuchi::assessment& answer) {
    std::set<std::string> names;
    const auto standard = answer.standard();
    for (std::uint32_t i = 0; i < standard.outcomes().size(); ++i) {
        if (answer.outcomes().contains(i)) { names.insert(standard.outcomes()[i].name); }
    }
    return names;
}

} // namespace

TEST_CASE("every case of Circular 124 is decided as the law says, by the clause that decides") {
    std::size_t cases = 0;
    for (const auto& one : groups()) {
        const json::object& group = one.as_object();
        const tieuchi::standard standard = standard_of(group);
        for (const auto& item : group.at("cases").as_array()) {
            const json::object& test = item.as_object();
            CAPTURE(std::string(group.at("standard").as_string()), std::string(group.at("kind").as_string()),
                    std::string(test.at("name").as_string()));
            const tieuchi::facts facts = facts_of(standard, group, test.at("change").as_object());
            const tieuchi::assessment answer = standard.assess(facts);
            const json::object& expected = test.at("expect").as_object();
            CHECK(to_string(answer.problems()) == "");
            CHECK(outcomes_of(answer) == texts(expected.at("outcome")));
            tieuchi::scratch work;
            CHECK(standard.outcomes(facts, work) == answer.outcomes());
            if (const auto* const because = expected.if_contains("because")) {
                const auto clauses = answer.because();
                CHECK(std::set<std::string>(clauses.begin(), clauses.end()) == texts(*because));
            }
            if (const auto* const none = expected.if_contains("not_applicable")) {
                for (const auto& clause : texts(*none)) {
                    const auto found = std::find_if(answer.findings().begin(), answer.findings().end(),
                                                    [&](const tieuchi::finding& f) { return f.criterion->clause == clause; });
                    REQUIRE(found != answer.findings().end());
                    CAPTURE(clause);
                    CHECK(found->status == tieuchi::finding_status::not_applicable);
                }
            }
            ++cases;
        }
    }
    CHECK(cases > 300);
}

TEST_CASE("for every clause of the four standards some case shows it alone deciding against recognition") {
    std::set<std::string> alone;
    std::set<std::string> clauses;
    for (const auto& one : groups()) {
        const json::object& group = one.as_object();
        const std::string name(group.at("standard").as_string());
        const auto standard = standard_of(group);
        for (const auto& criterion : standard.criteria()) {
            if (criterion.children.empty() && !criterion.document.empty()) { clauses.insert(name + " " + criterion.clause); }
        }
        for (const auto& item : group.at("cases").as_array()) {
            const auto* const because = item.as_object().at("expect").as_object().if_contains("because");
            if (because != nullptr && because->as_array().size() == 1) {
                alone.insert(name + " " + std::string(because->as_array()[0].as_string()));
            }
        }
    }
    for (const auto& clause : clauses) {
        CAPTURE(clause);
        CHECK(alone.count(clause) == 1);
    }
}

TEST_CASE("for every clause with an exception or a guard some case shows it saving the subject") {
    tieuchi::diagnostics problems;
    std::vector<tieuchi::impl::syntax::tree> files;
    for (const char* name : {"document", "residential_area", "commune", "agency_enterprise", "school"}) {
        const std::string path = std::string(TIEUCHI_SOURCE_DIR "/dsl/vn/bca/circular-124-2021/") + name + ".tieuchi";
        std::ifstream in(path);
        std::stringstream text;
        text << in.rdbuf();
        files.push_back(tieuchi::impl::syntax::parse(std::make_shared<const tieuchi::source>(path, text.str()), {}, problems));
    }
    const auto checked = tieuchi::impl::check::check_rules(files, {}, problems);
    REQUIRE(problems.empty());

    std::set<std::string> excepted;
    std::set<std::string> guarded;
    for (const auto& one : groups()) {
        const json::object& group = one.as_object();
        const auto standard = standard_of(group);
        for (const auto& item : group.at("cases").as_array()) {
            const auto answer = standard.assess(facts_of(standard, group, item.as_object().at("change").as_object()));
            const bool saved = answer.outcome() != nullptr && answer.outcome()->name == "met";
            for (const auto& found : answer.findings()) {
                const std::string clause = standard.name() + " " + found.criterion->clause;
                if (saved && found.excepted) { excepted.insert(clause); }
                if (saved && found.status == tieuchi::finding_status::not_applicable) { guarded.insert(clause); }
            }
        }
    }
    std::size_t shown = 0;
    for (const auto& standard : checked.standards) {
        for (const auto& criterion : standard->criteria) {
            const std::string clause = standard->name + " " + criterion.shown.clause;
            CAPTURE(clause);
            if (!criterion.unless.empty()) { CHECK(excepted.count(clause) == 1); }
            if (!criterion.only_where.empty()) { CHECK(guarded.count(clause) == 1); }
            shown += criterion.unless.size() + criterion.only_where.size();
        }
    }
    CHECK(shown > 20);
}

TEST_CASE("no facts at all leave both outcomes possible") {
    for (const char* name : {"residential_area_safety", "commune_safety", "agency_safety", "school_safety"}) {
        CAPTURE(name);
        const auto standard = rules().standard(name, {.on = tieuchi::date(2022, 11, 15)});
        REQUIRE(standard);
        const auto possible = outcomes_of(standard->assess(tieuchi::facts(*standard)));
        CHECK(possible.count("met") == 1);
        CHECK(possible.count("not_met") == 1);
        CHECK(standard->assess(tieuchi::facts(*standard)).because().empty());
    }
}

TEST_CASE("the facts behind each finding give the same finding when they are all that is known") {
    for (const auto& one : groups()) {
        const json::object& group = one.as_object();
        const tieuchi::standard standard = standard_of(group);
        for (const auto& item : group.at("cases").as_array()) {
            const auto answer = standard.assess(facts_of(standard, group, item.as_object().at("change").as_object()));
            CAPTURE(std::string(group.at("standard").as_string()), std::string(item.as_object().at("name").as_string()));
            for (std::uint32_t i = 0; i < answer.findings().size(); ++i) {
                if (answer.findings()[i].status == tieuchi::finding_status::unknown) { continue; }
                tieuchi::facts replay(standard);
                for (const auto& fact : answer.facts_of(i)) {
                    replay.set_between(*standard.slot(fact.fact->name), fact.range.least, fact.range.most);
                }
                CAPTURE(answer.findings()[i].criterion->clause);
                REQUIRE(standard.assess(replay).findings()[i].status == answer.findings()[i].status);
            }
        }
    }
}

} // namespace test_cases
