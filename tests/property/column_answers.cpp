// SPDX-License-Identifier: Apache-2.0
// From Arrow arrays to Arrow arrays: the answers say of every row what the row evaluator says of the same values, refused ones among them.
#include "support/arrow.hpp"
#include "support/catch.hpp"
#include "support/corpus.hpp"
#include "support/effort.hpp"

#include <algorithm>
#include <array>
#include <random>

namespace test_column_answers {

namespace {

using tests::arrow::made_column;

/// A column for a fact, and how a row is told the same.
struct told_column {
    made_column column;
    std::vector<bool> known;
    std::vector<std::string> values; ///< as text, which means the same
};

std::string number_for(const tieuchi::fact& of, std::mt19937_64& random) {
    switch (random() % 8) {
    case 0: return of.least.str();
    case 1: return of.most.str();
    case 2: return "-7"; // refused, mostly
    case 3: return std::to_string(random() % 100) + ".5";
    default: return std::to_string(random() % 12);
    }
}

std::string value_for(const tieuchi::fact& of, std::mt19937_64& random) {
    switch (of.type) {
    case tieuchi::fact_type::yes_no: return random() % 3 == 0 ? "no" : "yes";
    case tieuchi::fact_type::date:
        return tieuchi::to_string(tieuchi::date_from_days(18500 + static_cast<std::int64_t>(random() % 1200)));
    case tieuchi::fact_type::one_of: return random() % 30 == 0 ? "nothing" : of.options[random() % of.options.size()].name;
    case tieuchi::fact_type::count:
    case tieuchi::fact_type::number:
    case tieuchi::fact_type::percent:
    case tieuchi::fact_type::judged: break;
    }
    return number_for(of, random);
}

made_column column_of(const std::string& name, const std::vector<std::string>& values, std::mt19937_64& random) {
    if (random() % 2 == 0) { return tests::arrow::texts(name, values); }
    std::vector<std::string> entries(values);
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    std::vector<std::int32_t> indices;
    for (const auto& one : values) {
        indices.push_back(static_cast<std::int32_t>(std::lower_bound(entries.begin(), entries.end(), one) - entries.begin()));
    }
    return tests::arrow::dictionary(name, "i", indices, entries);
}

told_column told_of(const tieuchi::fact& of, std::size_t rows, std::mt19937_64& random) {
    told_column made;
    const unsigned missing = std::array{0U, 0U, 5U, 60U}[random() % 4];
    for (std::size_t row = 0; row < rows; ++row) {
        made.known.push_back(random() % 100 >= missing);
        made.values.push_back(value_for(of, random));
    }
    if (of.type == tieuchi::fact_type::yes_no && random() % 2 == 0) {
        std::vector<bool> truths;
        for (const auto& one : made.values) { truths.push_back(one == "yes"); }
        made.column = tests::arrow::booleans(of.name, truths);
    } else if ((of.type == tieuchi::fact_type::count || of.type == tieuchi::fact_type::number) && random() % 2 == 0) {
        std::vector<double> numbers;
        for (const auto& one : made.values) { numbers.push_back(std::stod(one)); }
        made.column = tests::arrow::numbers(of.name, "g", numbers);
    } else {
        made.column = column_of(of.name, made.values, random);
    }
    if (missing != 0) { made.column.nulls(made.known); }
    return made;
}

struct reasons {
    std::vector<std::string> clauses;
    std::vector<tieuchi::decimal> lost;
};

/// What `reasons` is said to be in <tieuchi/columns.hpp>, from the findings of a row.
reasons reasons_of(const tieuchi::assessment& row) {
    const auto& findings = row.findings();
    const auto standard = row.standard();
    const auto lost = [&](std::uint32_t i) { return findings[i].points ? findings[i].lost()->least : tieuchi::decimal(); };
    const auto fell_short = [&](std::uint32_t i) {
        return findings[i].status == tieuchi::finding_status::not_met || lost(i) > tieuchi::decimal();
    };
    std::vector<std::uint32_t> smallest;
    const std::function<void(std::uint32_t)> visit = [&](std::uint32_t i) {
        if (!fell_short(i)) { return; }
        const tieuchi::criterion& of = standard.criteria()[i];
        bool part_of_it = false;
        if (!of.event) {
            for (const auto child : of.children) { part_of_it = part_of_it || fell_short(child); }
        }
        if (!part_of_it) { smallest.push_back(i); }
        if (of.event) { return; }
        for (const auto child : of.children) { visit(child); }
    };
    for (std::uint32_t i = 0; i < findings.size(); ++i) {
        if (!standard.criteria()[i].parent) { visit(i); }
    }
    std::stable_sort(smallest.begin(), smallest.end(), [&](auto a, auto b) { return lost(a) > lost(b); });
    reasons found;
    for (const auto i : smallest) {
        found.clauses.push_back(standard.criteria()[i].clause);
        found.lost.push_back(lost(i));
    }
    return found;
}

void same(const tieuchi::assessment& row, const tests::arrow::answers& all, std::int64_t at) {
    const auto standard = row.standard();
    REQUIRE(all.truth("decided", at) == row.decided());
    REQUIRE(all.text("outcome", at) == (row.decided() ? row.outcome()->name : ""));
    REQUIRE(all.truth("has_problems", at) == !row.problems().empty());
    std::vector<std::string> possible;
    for (std::uint32_t i = 0; i < standard.outcomes().size(); ++i) {
        if (row.outcomes().contains(i)) { possible.push_back(standard.outcomes()[i].name); }
    }
    REQUIRE(all.list("possible", at) == possible);
    REQUIRE(all.has("total_least") == row.total().has_value());
    if (row.total()) {
        REQUIRE(all.number("total_least", at) == row.total()->least);
        REQUIRE(all.number("total_most", at) == row.total()->most);
    }
    std::size_t certain = 0;
    for (const auto& one : row.adjustments()) { certain += one.certain ? 1U : 0U; }
    REQUIRE(all.list("adjustments", at).size() == certain);
    for (std::size_t i = 0; i < row.findings().size(); ++i) {
        const auto& finding = row.findings()[i];
        const std::string& clause = standard.criteria()[i].clause;
        REQUIRE(all.text("status " + clause, at) == to_string(finding.status));
        REQUIRE(all.has("points_least " + clause) == finding.points.has_value());
        if (!finding.points) { continue; }
        REQUIRE(all.number("points_least " + clause, at) == finding.points->least);
        REQUIRE(all.number("points_most " + clause, at) == finding.points->most);
    }
    REQUIRE(all.list("because", at) == row.because());
    REQUIRE((!row.decided() || !row.because().empty()));
    const reasons expected = reasons_of(row);
    REQUIRE(all.list("reasons", at) == expected.clauses);
    REQUIRE(all.numbers("points_lost", at) == expected.lost);
}

void compare(const tieuchi::standard& standard, std::size_t rows, std::mt19937_64& random) {
    std::vector<told_column> told;
    std::vector<made_column> columns;
    for (const auto& fact : standard.facts()) { told.push_back(told_of(fact, rows, random)); }
    for (const auto& one : told) { columns.push_back(one.column); }
    tests::arrow::table table(std::move(columns));
    const auto first = static_cast<std::int64_t>(random() % 9);
    const auto count = static_cast<std::int64_t>(rows) - first - static_cast<std::int64_t>(random() % 9);
    table.slice(first, count);
    const tieuchi::column_assessor by(standard, {.possible = true,
                                                 .adjustments = true,
                                                 .findings = true,
                                                 .reasons = true,
                                                 .because = true,
                                                 .threads = static_cast<unsigned>(1 + random() % 3)});
    ArrowArray answered{};
    const auto problems = by.assess(table.schema(), table.rows(), &answered);
    if (!problems.empty()) { FAIL(to_string(problems)); }
    REQUIRE(table.releases == 1);
    ArrowSchema schema{};
    by.answer_schema(&schema);
    const tests::arrow::answers all(schema, answered);
    REQUIRE(all.rows() == count);
    for (std::int64_t row = 0; row < count; ++row) {
        tieuchi::facts given(standard);
        const auto at = static_cast<std::size_t>(first + row);
        for (std::uint32_t slot = 0; slot < told.size(); ++slot) {
            if (told[slot].known[at]) { given.set(standard.facts()[slot].name, told[slot].values[at]); }
        }
        const auto answer = standard.assess(given);
        CAPTURE(standard.name(), row, to_string(answer.problems()));
        same(answer, all, row);
    }
}

} // namespace

TEST_CASE("answers in columns are the answers of rows") {
    auto random = tests::seeded(4);
    for (const auto& one : tests::conformance_standards()) { compare(one, 20 + random() % tests::tried(60), random); }
    for (const auto& one : tests::shipped_standards()) { compare(one, tests::tried(1500), random); }
}

} // namespace test_column_answers
