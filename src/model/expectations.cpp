// SPDX-License-Identifier: Apache-2.0
// What examples expect: outcomes, clauses and points that the standard has.
#include "base/nearest.hpp"
#include "model/checker.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::model {

namespace {

/// Where names in an example are looked up.
[[nodiscard]] context within(const example_scope& one) { return {one.of, one.of, one.file}; }

} // namespace

std::string clause_of(std::string_view citation) {
    return std::string(citation.substr(citation.rfind(' ') + 1)); // without a blank, all of it
}

/// An example says one thing about one thing.
void checker::expect_once(example_scope& one, std::string what, span at) {
    remark again = say<diag::duplicate_expectation>(what);
    if (!one.expected.insert(std::move(what)).second) { error(*one.file, at, std::move(again)); }
}

void checker::check_expectation(example_scope& one, const syntax::expect_outcome& text) {
    expect_once(one, "outcome", text.at);
    expected_outcomes made;
    for (const auto& name : text.names) {
        if (std::find(made.names.begin(), made.names.end(), name.text) != made.names.end()) {
            error(*one.file, name.at, say<diag::outcome_listed_twice>(name.text));
        }
        static_cast<void>(outcome_named(within(one), name)); // says that there is none such
        made.names.emplace_back(name.text);
    }
    one.made.expectations.push_back({std::move(made), text.at});
}

void checker::check_expectation(example_scope& one, const syntax::expect_total& text) {
    expect_once(one, "total", text.at);
    if (one.made.of->total == none) { error(*one.file, text.at, say<diag::no_total_to_expect>(one.made.of->name)); }
    if (const auto range = range_of(*one.file, text.range)) {
        one.made.expectations.push_back({expected_points{std::nullopt, *range}, text.at});
    }
}

void checker::check_expectation(example_scope& one, const syntax::expect_because& text) {
    expect_once(one, "because", text.at);
    std::vector<std::string> known;
    const auto add = [&](const std::vector<std::string>& cites) {
        for (const auto& cite : cites) { known.push_back(clause_of(cite)); }
    };
    for (const auto& criterion : one.made.of->criteria) { known.push_back(criterion.shown.clause); }
    for (const auto& exit : one.made.of->exits) { add(exit.shown.cites); }
    for (const auto& outcome : one.made.of->outcomes) { add(outcome.shown.cites); }
    for (const auto& adjustment : one.made.of->adjustments) { add(adjustment.shown.cites); }
    expected_because made;
    for (const auto& clause : text.clauses) {
        if (std::find(known.begin(), known.end(), clause.text) == known.end()) {
            error(*one.file, clause.at, say<diag::because_of_nothing>(clause.text).with_help(did_you_mean(clause.text, known)));
        }
        if (std::find(made.clauses.begin(), made.clauses.end(), clause.text) != made.clauses.end()) {
            error(*one.file, clause.at, say<diag::clause_listed_twice>(clause.text));
        }
        made.clauses.emplace_back(clause.text);
    }
    one.made.expectations.push_back({std::move(made), text.at});
}

void checker::check_expectation(example_scope& one, const syntax::expect_criterion& text) {
    expect_once(one, "criterion " + std::string(text.clause.text), text.at);
    if (const auto found = criterion_named(within(one), text.clause)) {
        one.made.expectations.push_back({expected_finding{*found, text.status}, text.at});
    }
}

void checker::check_expectation(example_scope& one, const syntax::expect_points& text) {
    expect_once(one, "points of " + std::string(text.clause.text), text.at);
    const auto found = criterion_named(within(one), text.clause);
    if (found && one.made.of->criteria[*found].points == none) {
        error(*one.file, text.at, say<diag::expected_criterion_without_points>(text.clause.text));
    }
    if (const auto range = range_of(*one.file, text.range); range && found) {
        one.made.expectations.push_back({expected_points{*found, *range}, text.at});
    }
}

std::optional<decimal_range> checker::range_of(const syntax::tree& file, const syntax::points_range& text) {
    const syntax::word& last = text.most ? *text.most : text.least;
    const auto least = number_of(file, {text.least.text, text.least.at});
    const auto most = number_of(file, {last.text, last.at});
    if (!least || !most) { return std::nullopt; }
    if (*least > *most) {
        error(file, last.at, say<diag::range_upside_down>(last.text, text.least.text));
        return std::nullopt;
    }
    return decimal_range{*least, *most};
}

} // namespace TIEUCHI_NAMESPACE::impl::model
