// SPDX-License-Identifier: Apache-2.0
// The conformance suite, through columns: each case is a table of one row, and its answers are what the case expects.
#include "support/arrow.hpp"
#include "support/catch.hpp"
#include "support/corpus.hpp"

#include <algorithm>

namespace test_column_conformance {

namespace {

namespace json = boost::json;
using tests::arrow::made_column;

made_column column_of(const std::string& name, const json::value& told) {
    if (const bool* const truth = told.if_bool()) { return tests::arrow::booleans(name, {*truth}); }
    if (const auto* const whole = told.if_int64()) { return tests::arrow::numbers<std::int64_t>(name, "l", {*whole}); }
    if (const double* const number = told.if_double()) { return tests::arrow::numbers<double>(name, "g", {*number}); }
    if (const auto* const text = told.if_string()) { return tests::arrow::texts(name, {std::string(*text)}); }
    return tests::arrow::texts(name, {""}).nulls({false});
}

/// The case as a table, of those columns whose type suits their fact: others are errors of a whole table, and no rows.
std::optional<tests::arrow::answers> answers_of(const tieuchi::standard& by, const json::object& facts) {
    std::vector<made_column> columns;
    for (const auto& [name, told] : facts) { columns.push_back(column_of(std::string(name), told)); }
    tests::arrow::table table(std::move(columns));
    table.rows()->length = 1;
    const tieuchi::column_assessor assessor(
        by, {.possible = true, .adjustments = true, .findings = true, .reasons = true, .ignore_unknown_columns = true});
    ArrowArray answered{};
    const auto problems = assessor.assess(table.schema(), table.rows(), &answered);
    if (!problems.empty()) {
        for (const auto& one : problems) { CHECK(one.code == "E604"); }
        return std::nullopt;
    }
    ArrowSchema schema{};
    assessor.answer_schema(&schema);
    return tests::arrow::answers(schema, answered);
}

/// `"5"`, or `["5", "15"]` where it is open.
std::pair<std::string, std::string> bounds_of(const json::value& told) {
    if (const auto* const text = told.if_string()) { return {std::string(*text), std::string(*text)}; }
    return {std::string(told.at(0).as_string()), std::string(told.at(1).as_string())};
}

void check_numbers(const tests::arrow::answers& all, const std::string& least, const std::string& most,
                   const json::value& wanted) {
    const auto bounds = bounds_of(wanted);
    CHECK(all.number(least, 0).str() == bounds.first);
    CHECK(all.number(most, 0).str() == bounds.second);
}

/// How many things a case expects that columns tell.
std::size_t check_case(const tests::arrow::answers& all, const json::object& expected) {
    std::size_t checked = 0;
    if (const auto* const outcome = expected.if_contains("outcome")) {
        CHECK(all.text("outcome", 0) == std::string(outcome->as_string()));
        ++checked;
    }
    if (const auto* const outcomes = expected.if_contains("outcomes")) {
        std::vector<std::string> wanted;
        for (const auto& one : outcomes->as_array()) { wanted.emplace_back(one.as_string()); }
        std::vector<std::string> possible = all.list("possible", 0);
        std::sort(wanted.begin(), wanted.end());
        std::sort(possible.begin(), possible.end());
        CHECK(possible == wanted);
        ++checked;
    }
    if (const auto* const total = expected.if_contains("total")) {
        check_numbers(all, "total_least", "total_most", *total);
        ++checked;
    }
    const auto each = [&](const char* name, auto check) {
        const auto* const found = expected.if_contains(name);
        if (found == nullptr) { return; }
        for (const auto& [clause, wanted] : found->as_object()) { check(std::string(clause), wanted); }
        ++checked;
    };
    each("findings", [&](const std::string& clause, const json::value& wanted) {
        CHECK(all.text("status " + clause, 0) == std::string(wanted.as_string()));
    });
    each("points", [&](const std::string& clause, const json::value& wanted) {
        check_numbers(all, "points_least " + clause, "points_most " + clause, wanted);
    });
    return checked;
}

} // namespace

TEST_CASE("every conformance case passes in columns") {
    std::size_t cases = 0;
    std::size_t checked = 0;
    std::size_t not_a_table = 0;
    for (const json::object& suite : tests::conformance_suites()) {
        const auto rules = tests::assessable(suite);
        if (!rules) { continue; }
        for (const auto& one : suite.at("cases").as_array()) {
            const json::object& each = one.as_object();
            if (!each.contains("expect")) { continue; }
            const auto standard = tests::standard_of_case(*rules, suite, each);
            if (!standard) { continue; }
            CAPTURE(std::string(suite.at("clause").as_string()), std::string(each.at("name").as_string()));
            const auto answered = answers_of(*standard, each.at("facts").as_object());
            ++cases;
            if (answered) {
                checked += check_case(*answered, each.at("expect").as_object());
            } else {
                ++not_a_table;
            }
        }
    }
    CHECK(cases > 600);
    CHECK(checked > 1000);
    CHECK(not_a_table < 20);
}

} // namespace test_column_conformance
