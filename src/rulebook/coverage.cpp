// SPDX-License-Identifier: Apache-2.0
// Definitions of coverage.hpp.
#include "rulebook/coverage.hpp"

#include <tieuchi/standard.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <utility>

namespace TIEUCHI_NAMESPACE {

std::string_view to_string(covered_part part) noexcept {
    switch (part) {
    case covered_part::criterion: return "criterion";
    case covered_part::extra_points: return "extra_points";
    case covered_part::exit: return "exit";
    case covered_part::adjustment: return "adjustment";
    case covered_part::outcome: break;
    }
    return "outcome";
}

namespace impl::rulebook {

namespace {

/// Puts parts into the list of one standard; a part that several versions have in common is listed once.
class part_list {
public:
    part_list(std::vector<standard_coverage>& coverage, std::size_t standard) : coverage_(coverage), standard_(standard) {}

    [[nodiscard]] std::size_t standard() const noexcept { return standard_; }

    std::size_t index_of(covered_part part, std::string name, const labels& label, const std::string& document) {
        auto& parts = coverage_[standard_].parts;
        const std::string_view title = label.in("en"); // which tells exits without a clause apart
        const auto [known, added] = known_.try_emplace({part, name, document, std::string(title)}, parts.size());
        if (added) { parts.push_back({part, std::move(name), label}); }
        return known->second;
    }

private:
    std::vector<standard_coverage>& coverage_;
    std::size_t standard_;
    std::map<std::tuple<covered_part, std::string, std::string, std::string>, std::size_t> known_;
};

/// The outcomes of exits, in the order of `exit_kind`.
constexpr std::array<std::string_view, 3> exit_outcomes{"not_subject", "not_assessed", "referred"};

[[nodiscard]] std::string_view leads_to(exit_kind kind) { return exit_outcomes[static_cast<std::size_t>(kind)]; }

[[nodiscard]] std::string name_of(const exit_rule& exit) {
    return std::string(leads_to(exit.kind)) + (exit.cite.empty() ? "" : " " + exit.cite);
}

[[nodiscard]] std::string name_of(const adjustment& adjustment, const model::standard& standard) {
    constexpr std::array<std::string_view, 3> kinds{"at most ", "at least ", "exactly "};
    std::string name =
        std::string(kinds[static_cast<std::size_t>(adjustment.kind)]) + standard.outcomes[adjustment.outcome].shown.name;
    for (const auto& cite : adjustment.cites) { name += (&cite == &adjustment.cites.front() ? " " : ", ") + cite; }
    return name;
}

void mark(coverage& part, bool yes, bool no) {
    part.yes = part.yes || yes;
    part.no = part.no || no;
}

void note_finding(coverage& part, const finding& finding) {
    if (part.part == covered_part::extra_points) {
        if (!finding.points || finding.status == finding_status::not_applicable) { return; }
        mark(part, finding.points->least > decimal{} || finding.points->most < decimal{}, *finding.points == decimal_range{});
    } else {
        mark(part, finding.status == finding_status::met, finding.status == finding_status::not_met);
    }
}

/// An exit has an outcome of its own, which its part covers.
[[nodiscard]] bool is_of_exit(const outcome& outcome) {
    return std::find(exit_outcomes.begin(), exit_outcomes.end(), outcome.name) != exit_outcomes.end();
}

/// Puts the parts of one version into the list of its standard.
[[nodiscard]] version_parts list_parts(const model::standard& standard, part_list& parts) {
    version_parts indices;
    indices.standard = parts.standard();
    for (const auto& criterion : standard.criteria) {
        const tieuchi::criterion& shown = criterion.shown;
        const bool extra = criterion.points != model::none && shown.maximum == decimal{};
        const covered_part part = extra ? covered_part::extra_points : covered_part::criterion;
        indices.criteria.push_back(parts.index_of(part, shown.clause, shown.title, shown.document));
    }
    for (const auto& exit : standard.exits) {
        const exit_rule& shown = exit.shown;
        indices.exits.push_back(parts.index_of(covered_part::exit, name_of(shown), shown.label, shown.document));
    }
    for (const auto& adjustment : standard.adjustments) {
        const tieuchi::adjustment& shown = adjustment.shown;
        const std::string name = name_of(shown, standard);
        indices.adjustments.push_back(parts.index_of(covered_part::adjustment, name, shown.label, shown.document));
    }
    for (const auto& outcome : standard.outcomes) {
        const tieuchi::outcome& shown = outcome.shown;
        if (is_of_exit(shown)) { break; } // they come last
        indices.outcomes.push_back(parts.index_of(covered_part::outcome, shown.name, shown.label, standard.document->number));
    }
    return indices;
}

} // namespace

coverage_book::coverage_book(const rules& rules, std::vector<standard_coverage>& coverage) : coverage_(coverage) {
    std::map<std::pair<std::string, std::string>, part_list> lists;
    for (const auto& standard : rules.standards) {
        const std::string& document = standard->document->number;
        const auto [found, added] = lists.try_emplace({standard->name, document}, coverage_, coverage_.size());
        if (added) { coverage_.push_back({standard->name, document, 0, {}}); }
        versions_.emplace(standard.get(), list_parts(*standard, found->second));
    }
}

void coverage_book::note(const model::standard& version, const assessment& answer) {
    const version_parts& indices = versions_.find(&version)->second;
    standard_coverage& standard = coverage_[indices.standard];
    auto& parts = standard.parts;
    ++standard.examples;
    for (std::size_t i = 0; i < indices.criteria.size(); ++i) { note_finding(parts[indices.criteria[i]], answer.findings()[i]); }
    note_exits(indices, answer);
    if (answer.exit() != nullptr) { return; } // no class is given, and none adjusted
    for (std::uint32_t i = 0; i < indices.outcomes.size(); ++i) {
        const bool possible = answer.outcomes().contains(i);
        mark(parts[indices.outcomes[i]], possible && answer.decided(), !possible);
    }
    note_adjustments(indices, answer);
}

/// Exits after the first one that holds stay as they are: whether they would hold is not known.
void coverage_book::note_exits(const version_parts& indices, const assessment& answer) {
    const standard by = answer.standard();
    for (std::size_t i = 0; i < indices.exits.size(); ++i) {
        const exit_rule& exit = by.exits()[i];
        const auto leads = [&](const tieuchi::outcome& candidate) { return candidate.name == leads_to(exit.kind); };
        const auto outcome = std::find_if(by.outcomes().begin(), by.outcomes().end(), leads);
        const bool possible = answer.outcomes().contains(static_cast<std::uint32_t>(outcome - by.outcomes().begin()));
        const bool holds = answer.exit() == &exit;
        mark(coverage_[indices.standard].parts[indices.exits[i]], holds, !possible);
        if (holds) { return; }
    }
}

void coverage_book::note_adjustments(const version_parts& indices, const assessment& answer) {
    const standard by = answer.standard();
    const auto applied = answer.adjustments();
    for (std::size_t i = 0; i < indices.adjustments.size(); ++i) {
        const auto is_it = [&](const applied_adjustment& candidate) { return candidate.adjustment == &by.adjustments()[i]; };
        const auto found = std::find_if(applied.begin(), applied.end(), is_it);
        const bool certain = found != applied.end() && found->certain;
        const bool changes_nothing = found == applied.end() || found->idle;
        mark(coverage_[indices.standard].parts[indices.adjustments[i]], certain, changes_nothing);
    }
}

} // namespace impl::rulebook
} // namespace TIEUCHI_NAMESPACE
