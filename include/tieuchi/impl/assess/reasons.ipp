// SPDX-License-Identifier: Apache-2.0
/// \file
/// The clauses that decided.
#pragma once

#include <tieuchi/impl/assess/trace.hpp>
#include <tieuchi/impl/plan/bound.hpp>
#include <tieuchi/standard.hpp>

#include <algorithm>

namespace tieuchi {

namespace impl::assess {
namespace {

/// Which criteria an outcome rests on, and what became of them.
class reasons {
public:
    reasons(const bound_standard& of, const std::vector<finding>& findings, trace involved)
        : of_(of), findings_(findings), involved_(std::move(involved)) {}

    /// The clauses of the standard's own criteria that count: of what fell short the smallest parts that did. Where a total decided, what
    /// fell short is the reason, and what was met only where nothing did.
    [[nodiscard]] std::vector<std::string> clauses() {
        const plan::register_index total = of_.program.total;
        if (total != plan::no_register && involved_.numbers[total] != 0) {
            add_clauses(false);
            if (!clauses_.empty()) { return std::move(clauses_); }
        }
        add_clauses(true);
        return std::move(clauses_);
    }

private:
    void add_clauses(bool met_too) {
        for (std::uint32_t i = 0; i < findings_.size(); ++i) {
            if (of_.criteria[i].parent || !is_involved(i)) { continue; }
            if (fell_short(i)) {
                add_causes(i);
            } else if (met_too && findings_[i].status == finding_status::met) {
                clauses_.push_back(of_.criteria[i].clause);
            }
        }
    }

    [[nodiscard]] bool is_involved(std::uint32_t at) const {
        const plan::criterion_registers& one = of_.program.criteria[at];
        return involved_.truths[one.met] != 0 || (one.points != plan::no_register && involved_.numbers[one.points] != 0);
    }

    [[nodiscard]] bool fell_short(std::uint32_t at) const {
        const auto lost = findings_[at].lost();
        return findings_[at].status == finding_status::not_met || (lost && lost->least.units() > 0);
    }

    /// Adds the clauses of a criterion that fell short: its own, or those of its parts that did.
    void add_causes(std::uint32_t at) {
        const criterion& one = of_.criteria[at];
        const std::size_t before = clauses_.size();
        if (!one.event) { // the parts of an event say how it happened, not what was not met
            for (const std::uint32_t child : one.children) {
                if (is_involved(child) && fell_short(child)) { add_causes(child); }
            }
        }
        if (clauses_.size() == before) { clauses_.push_back(one.clause); }
    }

    const bound_standard& of_;
    const std::vector<finding>& findings_;
    trace involved_;
    std::vector<std::string> clauses_;
};

} // namespace
} // namespace impl::assess

const exclusion* assessment::exclusion() const noexcept {
    const impl::plan::program& plan = bound_->program;
    for (std::size_t i = 0; i < plan.exits.size(); ++i) {
        if (truths_[plan.exits[i].when] == impl::plan::yes) { return &bound_->exclusions[i]; }
    }
    return nullptr;
}

std::vector<std::string> assessment::because() const {
    std::vector<std::string> clauses;
    if (!decided()) { return clauses; }
    if (const auto* const excluded = exclusion()) {
        if (!excluded->cite.empty()) { clauses.push_back(excluded->cite); }
        return clauses;
    }
    for (const auto& one : adjustments()) {
        if (!one.certain) { continue; }
        const auto& cites = one.adjustment->cites;
        clauses.insert(clauses.end(), cites.begin(), cites.end());
    }
    if (!clauses.empty()) { return clauses; }
    const impl::plan::program& plan = bound_->program;
    const impl::assess::run_state state{&plan, slots_, numbers_, truths_};
    std::vector<impl::plan::register_index> roots = impl::assess::deciding_roots(state);
    roots.erase(roots.begin(), roots.begin() + static_cast<std::ptrdiff_t>(std::min(roots.size(), plan.exits.size())));
    clauses = impl::assess::reasons(*bound_, findings_, impl::assess::support(state, roots)).clauses();
    if (clauses.empty() && !outcome()->cite.empty()) { clauses.push_back(outcome()->cite); } // facts alone decided
    return clauses;
}

} // namespace tieuchi
