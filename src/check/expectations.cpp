// SPDX-License-Identifier: Apache-2.0
// What examples expect: outcomes, clauses and points that the standard has.
#include "base/nearest.hpp"
#include "check/examples.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

/// Where names in an example are looked up.
[[nodiscard]] context within(const example_scope& here) { return {here.standard, here.standard, here.file}; }

} // namespace

/// An example has one expectation of one thing.
void example_pass::expect_once(example_scope& here, std::string what, span at) {
    remark again = say<diag::duplicate_expectation>(what);
    if (!here.expected.insert(std::move(what)).second) { error(*here.file, at, std::move(again)); }
}

void example_pass::check_expectation(example_scope& here, const syntax::expect_outcome& text) {
    expect_once(here, "outcome", text.at);
    expected_outcomes result;
    for (const auto& name : text.names) {
        if (std::find(result.names.begin(), result.names.end(), name.text) != result.names.end()) {
            error(*here.file, name.at, say<diag::outcome_listed_twice>(name.text));
        }
        static_cast<void>(outcomes_.outcome_named(within(here), name)); // says that there is none such
        result.names.emplace_back(name.text);
    }
    here.result.expectations.push_back({std::move(result), text.at});
}

void example_pass::check_expectation(example_scope& here, const syntax::expect_total& text) {
    expect_once(here, "total", text.at);
    if (here.result.in_force->total == none) {
        error(*here.file, text.at, say<diag::no_total_to_expect>(here.result.in_force->name));
    }
    if (const auto range = range_of(*here.file, text.range)) {
        here.result.expectations.push_back({expected_points{std::nullopt, *range}, text.at});
    }
}

void example_pass::check_expectation(example_scope& here, const syntax::expect_because& text) {
    expect_once(here, "because", text.at);
    std::vector<std::string> known;
    const auto add = [&](const std::vector<std::string>& cites) {
        for (const auto& cite : cites) { known.push_back(clause_of(cite)); }
    };
    for (const auto& criterion : here.result.in_force->criteria) { known.push_back(criterion.shown.clause); }
    for (const auto& exit : here.result.in_force->exits) { add(exit.shown.cites); }
    for (const auto& outcome : here.result.in_force->outcomes) { add(outcome.shown.cites); }
    for (const auto& adjustment : here.result.in_force->adjustments) { add(adjustment.shown.cites); }
    expected_because result;
    for (const auto& clause : text.clauses) {
        if (std::find(known.begin(), known.end(), clause.text) == known.end()) {
            error(*here.file, clause.at, say<diag::because_of_nothing>(clause.text).with_help(did_you_mean(clause.text, known)));
        }
        if (std::find(result.clauses.begin(), result.clauses.end(), clause.text) != result.clauses.end()) {
            error(*here.file, clause.at, say<diag::clause_listed_twice>(clause.text));
        }
        result.clauses.emplace_back(clause.text);
    }
    here.result.expectations.push_back({std::move(result), text.at});
}

void example_pass::check_expectation(example_scope& here, const syntax::expect_criterion& text) {
    expect_once(here, "criterion " + std::string(text.clause.text), text.at);
    if (const auto found = expressions_.criterion_named(within(here), text.clause)) {
        here.result.expectations.push_back({expected_finding{*found, text.status}, text.at});
    }
}

void example_pass::check_expectation(example_scope& here, const syntax::expect_points& text) {
    expect_once(here, "points of " + std::string(text.clause.text), text.at);
    const auto found = expressions_.criterion_named(within(here), text.clause);
    if (found && here.result.in_force->criteria[*found].points == none) {
        error(*here.file, text.at, say<diag::expected_criterion_without_points>(text.clause.text));
    }
    if (const auto range = range_of(*here.file, text.range); range && found) {
        here.result.expectations.push_back({expected_points{*found, *range}, text.at});
    }
}

std::optional<decimal_range> example_pass::range_of(const syntax::tree& file, const syntax::points_range& text) {
    const syntax::word& last = text.most ? *text.most : text.least;
    const auto least = literals_.number_of(file, {text.least.text, text.least.at});
    const auto most = literals_.number_of(file, {last.text, last.at});
    if (!least || !most) { return std::nullopt; }
    if (*least > *most) {
        error(file, last.at, say<diag::range_upside_down>(last.text, text.least.text));
        return std::nullopt;
    }
    return decimal_range{*least, *most};
}

} // namespace TIEUCHI_NAMESPACE::impl::check
