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

/// Puts parts into the list of one standard, a part that several versions have in common once.
class part_list {
public:
    part_list(std::vector<standard_coverage>& all, std::size_t at) : all_(all), at_(at) {}

    [[nodiscard]] std::size_t standard() const noexcept { return at_; }

    std::size_t place_of(covered_part part, std::string name, const labels& label, const std::string& document) {
        auto& parts = all_[at_].parts;
        const std::string_view title = label.in("en"); // exits without a clause are told apart by it
        const auto [known, added] = known_.try_emplace({part, name, document, std::string(title)}, parts.size());
        if (added) { parts.push_back({part, std::move(name), label}); }
        return known->second;
    }

private:
    std::vector<standard_coverage>& all_;
    std::size_t at_;
    std::map<std::tuple<covered_part, std::string, std::string, std::string>, std::size_t> known_;
};

/// The outcomes of exits, in the order of `exit_kind`.
constexpr std::array<std::string_view, 3> exit_outcomes{"not_subject", "not_assessed", "referred"};

[[nodiscard]] std::string_view leads_to(exit_kind kind) { return exit_outcomes[static_cast<std::size_t>(kind)]; }

[[nodiscard]] std::string name_of(const exit_rule& exit) {
    return std::string(leads_to(exit.kind)) + (exit.cite.empty() ? "" : " " + exit.cite);
}

[[nodiscard]] std::string name_of(const adjustment& one, const model::standard& in) {
    constexpr std::array<std::string_view, 3> kinds{"at most ", "at least ", "exactly "};
    std::string name = std::string(kinds[static_cast<std::size_t>(one.kind)]) + in.outcomes[one.outcome].shown.name;
    for (const auto& cite : one.cites) { name += (&cite == &one.cites.front() ? " " : ", ") + cite; }
    return name;
}

void mark(coverage& part, bool yes, bool no) {
    part.yes = part.yes || yes;
    part.no = part.no || no;
}

void note_finding(coverage& part, const finding& one) {
    if (part.part == covered_part::extra_points) {
        if (!one.points || one.status == finding_status::not_applicable) { return; }
        mark(part, one.points->least > decimal{} || one.points->most < decimal{}, *one.points == decimal_range{});
    } else {
        mark(part, one.status == finding_status::met, one.status == finding_status::not_met);
    }
}

} // namespace

coverage_book::coverage_book(const rules& of, std::vector<standard_coverage>& into) : covered_(into) {
    std::map<std::pair<std::string, std::string>, part_list> lists;
    for (const auto& one : of.standards) {
        const std::string& document = one->document->number;
        const auto [found, added] = lists.try_emplace({one->name, document}, covered_, covered_.size());
        if (added) { covered_.push_back({one->name, document, 0, {}}); }
        part_list& parts = found->second;
        version& places = versions_[one.get()];
        places.standard = parts.standard();
        for (const auto& each : one->criteria) {
            const tieuchi::criterion& shown = each.shown;
            const bool extra = each.points != model::none && shown.maximum == decimal{};
            const covered_part part = extra ? covered_part::extra_points : covered_part::criterion;
            places.criteria.push_back(parts.place_of(part, shown.clause, shown.title, shown.document));
        }
        for (const auto& each : one->exits) {
            const tieuchi::exit_rule& shown = each.shown;
            places.exits.push_back(parts.place_of(covered_part::exit, name_of(shown), shown.label, shown.document));
        }
        for (const auto& each : one->adjustments) {
            const tieuchi::adjustment& shown = each.shown;
            const std::string name = name_of(shown, *one);
            places.adjustments.push_back(parts.place_of(covered_part::adjustment, name, shown.label, shown.document));
        }
        for (const auto& each : one->outcomes) { // those of exits, which come last, are told by the exits
            if (std::find(exit_outcomes.begin(), exit_outcomes.end(), each.shown.name) != exit_outcomes.end()) { break; }
            places.outcomes.push_back(parts.place_of(covered_part::outcome, each.shown.name, each.shown.label, document));
        }
    }
}

void coverage_book::note(const model::standard& of, const assessment& answer) {
    const version& places = versions_.find(&of)->second;
    standard_coverage& standard = covered_[places.standard];
    auto& parts = standard.parts;
    ++standard.examples;
    for (std::size_t i = 0; i < places.criteria.size(); ++i) { note_finding(parts[places.criteria[i]], answer.findings()[i]); }
    note_exits(places, answer);
    if (answer.exit() != nullptr) { return; } // no class is given, and none adjusted
    for (std::uint32_t i = 0; i < places.outcomes.size(); ++i) {
        const bool possible = answer.outcomes().contains(i);
        mark(parts[places.outcomes[i]], possible && answer.decided(), !possible);
    }
    note_adjustments(places, answer);
}

/// Of the exits after one that holds it is not told whether they would.
void coverage_book::note_exits(const version& places, const assessment& answer) {
    const standard by = answer.standard();
    for (std::size_t i = 0; i < places.exits.size(); ++i) {
        const exit_rule& exit = by.exits()[i];
        const auto leads = [&](const outcome& one) { return one.name == leads_to(exit.kind); };
        const auto outcome = std::find_if(by.outcomes().begin(), by.outcomes().end(), leads);
        const bool possible = answer.outcomes().contains(static_cast<std::uint32_t>(outcome - by.outcomes().begin()));
        const bool holds = answer.exit() == &exit;
        mark(covered_[places.standard].parts[places.exits[i]], holds, !possible);
        if (holds) { return; }
    }
}

void coverage_book::note_adjustments(const version& places, const assessment& answer) {
    const standard by = answer.standard();
    const auto applied = answer.adjustments();
    for (std::size_t i = 0; i < places.adjustments.size(); ++i) {
        const auto is_it = [&](const applied_adjustment& one) { return one.adjustment == &by.adjustments()[i]; };
        const auto found = std::find_if(applied.begin(), applied.end(), is_it);
        const bool certain = found != applied.end() && found->certain;
        const bool changes_nothing = found == applied.end() || found->idle;
        mark(covered_[places.standard].parts[places.adjustments[i]], certain, changes_nothing);
    }
}

} // namespace impl::rulebook
} // namespace TIEUCHI_NAMESPACE
