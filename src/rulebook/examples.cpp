// SPDX-License-Identifier: Apache-2.0
// The examples of a rulebook, run.
#include "base/text_list.hpp"
#include "plan/bound.hpp"
#include "rulebook/coverage.hpp"

#include <tieuchi/examples.hpp>
#include <tieuchi/rulebook.hpp>

#include <algorithm>

namespace TIEUCHI_NAMESPACE {

namespace impl::rulebook {
namespace {

[[nodiscard]] std::string outcome_text(const std::vector<std::string>& names) {
    return names.size() == 1 ? "outcome " + names.front() : "outcome in (" + joined(names) + ")";
}

/// In the order of the rules.
[[nodiscard]] std::vector<std::string> possible_outcomes(const assessment& answer) {
    const standard by = answer.standard();
    std::vector<std::string> names;
    for (std::uint32_t i = 0; i < by.outcomes().size(); ++i) {
        if (answer.outcomes().contains(i)) { names.push_back(by.outcomes()[i].name); }
    }
    return names;
}

[[nodiscard]] std::string finding_text(const std::string& clause, finding_status status) {
    switch (status) {
    case finding_status::met: return "criterion " + clause + " is met";
    case finding_status::not_met: return "criterion " + clause + " is not met";
    case finding_status::unknown: return "criterion " + clause + " is unknown";
    case finding_status::not_applicable: break;
    }
    return "criterion " + clause + " is not applicable";
}

/// Compares an answer with what an example expects.
struct comparison {
    const assessment& answer;
    example_result& into;
    span at;

    void say(std::string expected, std::string got) const { into.unmet.push_back({std::move(expected), std::move(got), at}); }

    void operator()(const model::expected_outcomes& expected) const {
        const auto got = possible_outcomes(answer);
        const bool same =
            got.size() == expected.names.size() && std::is_permutation(got.begin(), got.end(), expected.names.begin());
        if (!same) { say(outcome_text(expected.names), outcome_text(got)); }
    }

    void operator()(const model::expected_because& expected) const {
        std::vector<std::string> got;
        for (const auto& citation : answer.because()) { add_all(got, {model::clause_of(citation)}); }
        const bool same =
            got.size() == expected.clauses.size() && std::is_permutation(got.begin(), got.end(), expected.clauses.begin());
        if (same) { return; }
        const std::string decided = outcome_text(possible_outcomes(answer));
        const std::string instead = !answer.decided() ? "nothing decided: " + decided
                                    : got.empty()     ? decided + ", for which the rules cite nothing"
                                                      : "because " + joined(got);
        say("because " + joined(expected.clauses), instead);
    }

    void operator()(const model::expected_finding& expected) const {
        const finding& got = answer.findings()[expected.criterion];
        const auto wanted = static_cast<finding_status>(expected.status);
        if (got.status == wanted) { return; }
        say(finding_text(got.criterion->clause, wanted), finding_text(got.criterion->clause, got.status));
    }

    void operator()(const model::expected_points& expected) const {
        const auto got = expected.criterion ? answer.findings()[*expected.criterion].points : answer.total();
        if (got == expected.range) { return; }
        const std::string what =
            expected.criterion ? "points of " + answer.findings()[*expected.criterion].criterion->clause + " is " : "total ";
        say(what + expected.range.text(), got ? what + got->text() : "no points");
    }
};

} // namespace
} // namespace impl::rulebook

test_report rulebook::test() const {
    test_report report;
    impl::rulebook::coverage_book coverage(*rules_, report.coverage);
    for (const auto& example : rules_->examples) {
        selection how;
        how.on = example.on;
        how.jurisdiction = example.jurisdiction;
        how.readings = example.readings;
        const tieuchi::standard by(impl::bind(rules_, *example.in_force, how));
        tieuchi::facts known(by);
        for (const auto& [name, value] : example.given) { known.set(name, value); }
        const assessment answer = by.assess(known);

        example_result& result = report.examples.emplace_back();
        result.name = example.name;
        result.standard = by.name();
        result.document = by.document().number;
        result.on = example.on;
        result.jurisdiction = example.jurisdiction;
        result.origin = example.origin;
        result.at = example.at;
        for (const auto& expectation : example.expectations) {
            std::visit(impl::rulebook::comparison{answer, result, expectation.at}, expectation.what);
        }
        coverage.note(*example.in_force, answer);
    }
    return report;
}

} // namespace TIEUCHI_NAMESPACE
