// SPDX-License-Identifier: Apache-2.0
// The clauses that decided the outcome.
#include "assess/trace.hpp"
#include "base/text_list.hpp"
#include "plan/bound.hpp"

#include <tieuchi/standard.hpp>

#include <algorithm>

namespace TIEUCHI_NAMESPACE {

namespace impl::assess {
namespace {

/// The criteria that some conditions rest on, with their findings.
class reasons {
public:
    reasons(const bound_standard& standard, const std::vector<finding>& findings, trace involved)
        : standard_(standard), findings_(findings), involved_(std::move(involved)) {}

    /// The smallest parts that were not met, or surely lost points.
    [[nodiscard]] std::vector<std::string> shortcomings() {
        for_each_top_criterion([&](std::uint32_t at) {
            if (fell_short(at)) { add_causes(at); }
        });
        return std::move(clauses_);
    }

    /// The largest parts that were met; where none was, what gave points.
    [[nodiscard]] std::vector<std::string> strengths() {
        for_each_top_criterion([&](std::uint32_t at) { add_strengths(at); });
        if (!clauses_.empty()) { return std::move(clauses_); }
        for_each_top_criterion([&](std::uint32_t at) {
            if (findings_[at].points && findings_[at].points->least.units() > 0) {
                clauses_.push_back(standard_.criteria[at].clause);
            }
        });
        return std::move(clauses_);
    }

    /// What is neither met nor not met.
    [[nodiscard]] std::vector<std::string> others() {
        for_each_top_criterion([&](std::uint32_t at) {
            const finding_status status = findings_[at].status;
            const bool other = status == finding_status::not_applicable || status == finding_status::unknown;
            if (other) { clauses_.push_back(standard_.criteria[at].clause); }
        });
        return std::move(clauses_);
    }

private:
    template <class Visit>
    void for_each_top_criterion(Visit visit) {
        for (std::uint32_t i = 0; i < findings_.size(); ++i) {
            if (!standard_.criteria[i].parent && is_involved(i)) { visit(i); }
        }
    }

    [[nodiscard]] bool is_involved(std::uint32_t at) const {
        const plan::criterion_registers& registers = standard_.program.criteria[at];
        return involved_.truths[registers.met] != 0 ||
               (registers.points != plan::no_register && involved_.numbers[registers.points] != 0);
    }

    [[nodiscard]] bool fell_short(std::uint32_t at) const {
        const auto lost = findings_[at].lost();
        return findings_[at].status == finding_status::not_met || (lost && lost->least.units() > 0);
    }

    /// Adds the clauses of a criterion that fell short: its own, or those of its parts that did.
    void add_causes(std::uint32_t at) {
        const criterion& criterion = standard_.criteria[at];
        const std::size_t before = clauses_.size();
        if (!criterion.event) { // the parts of an event say how it happened, not what was not met
            for (const std::uint32_t child : criterion.children) {
                if (is_involved(child) && fell_short(child)) { add_causes(child); }
            }
        }
        if (clauses_.size() == before) { clauses_.push_back(criterion.clause); }
    }

    /// Adds the clause of a criterion that was met, but not of a bonus that was not earned or a deduction that was not made. Of a criterion
    /// that adds up the points of its parts, adds the parts that were met.
    void add_strengths(std::uint32_t at) {
        const criterion& criterion = standard_.criteria[at];
        const finding& finding = findings_[at];
        if (finding.status == finding_status::met) {
            const bool gives_nothing = finding.points && criterion.maximum.units() == 0 && *finding.points == decimal_range{};
            if (!gives_nothing) { clauses_.push_back(criterion.clause); }
            return;
        }
        if (!finding.points || criterion.event) { return; }
        for (const std::uint32_t child : criterion.children) {
            if (is_involved(child)) { add_strengths(child); }
        }
    }

    const bound_standard& standard_;
    const std::vector<finding>& findings_;
    trace involved_;
    std::vector<std::string> clauses_;
};

/// What one of the outcomes cites, else what the standard cites, else the number of its document. Never empty.
[[nodiscard]] std::vector<std::string> last_resort(const bound_standard& standard, outcome_set outcomes) {
    for (std::uint32_t i = 0; i < standard.outcomes.size(); ++i) {
        if (outcomes.contains(i) && !standard.outcomes[i].cites.empty()) { return standard.outcomes[i].cites; }
    }
    if (!standard.model->cites.empty()) { return standard.model->cites; }
    return {standard.model->document->number};
}

/// Why a run came to its outcome.
class grounds {
public:
    grounds(const bound_standard& standard, const std::vector<finding>& findings, const run_state& state, outcome_set outcomes)
        : standard_(standard), findings_(findings), state_(state), outcomes_(outcomes) {}

    [[nodiscard]] std::vector<std::string> clauses() {
        if (!add_exit()) {
            const bool decisive = add_adjustments();
            if (!outcomes_.decided()) { return std::move(clauses_); }
            if (!decisive) { add_all(clauses_, class_clauses()); }
        }
        if (clauses_.empty() && outcomes_.decided()) { clauses_ = last_resort(standard_, outcomes_); }
        return std::move(clauses_);
    }

private:
    /// Adds the clause of an exit that surely holds, if one does.
    [[nodiscard]] bool add_exit() {
        const auto& exits = standard_.program.exits;
        const auto holds = [&](const plan::exit& exit) { return state_.truths[exit.when] == plan::yes; };
        const auto found = std::find_if(exits.begin(), exits.end(), holds);
        if (found == exits.end()) { return false; }
        add_all(clauses_, standard_.exits[static_cast<std::size_t>(found - exits.begin())].cites);
        return true;
    }

    /// Adds the clauses of the adjustments that surely hold and keep the class where it is or, while it is open, narrow it down. True when they
    /// alone explain it: without them the class would be another, or open, or they would have set it whatever it was before.
    [[nodiscard]] bool add_adjustments() {
        const auto& all = standard_.program.adjustments;
        bool decisive = false;
        std::uint64_t found = plan::classes(standard_.program, state_.truths);
        const std::size_t first = first_that_matters(state_);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const plan::truth when = state_.truths[all[i].when];
            const std::uint64_t before = found;
            const std::uint64_t moved = plan::moved(all[i], found);
            if ((when & plan::yes) != 0) { found = moved | (when == plan::yes ? 0 : found); }
            if (when != plan::yes || i < first || !is_ground(all[i], moved != before)) { continue; }
            decisive = decisive || moved != before || decides_alone(all[i]);
            add_all(clauses_,
                    standard_.adjustments[i].cites.empty() ? clauses_behind(all[i].when) : standard_.adjustments[i].cites);
        }
        return decisive;
    }

    /// Whether an adjustment that surely holds is a reason for the outcome; `moves`: it changes which classes are possible.
    [[nodiscard]] bool is_ground(const plan::adjustment& adjustment, bool moves) const {
        if (!outcomes_.decided()) { return moves; }
        if (!outcomes_.contains(adjustment.outcome)) { return false; } // a later one moved the class on
        // A floor that was not needed keeps nobody from a better class.
        return moves || adjustment.kind != adjustment_kind::at_least || adjustment.outcome == 0;
    }

    /// Whether it gives the same class whatever the class was before.
    [[nodiscard]] bool decides_alone(const plan::adjustment& adjustment) const {
        return adjustment.kind == adjustment_kind::exactly ||
               outcome_set(plan::moved(adjustment, ~std::uint64_t{0} >> (64U - standard_.program.outcomes.size()))).decided();
    }

    /// The clauses of the criteria that a condition rests on, where it holds.
    [[nodiscard]] std::vector<std::string> clauses_behind(plan::register_index when) const {
        auto found = resting_on({when}).shortcomings();
        return found.empty() ? resting_on({when}).strengths() : found;
    }

    [[nodiscard]] reasons resting_on(const std::vector<plan::register_index>& roots) const {
        return {standard_, findings_, support(state_, roots)};
    }

    /// Why this class, adjustments apart. Classes are ordered from the best.
    [[nodiscard]] std::vector<std::string> class_clauses() const {
        const auto at = static_cast<std::uint32_t>(__builtin_ctzll(outcomes_.bits()));
        const std::vector<std::string>& cited = standard_.outcomes[at].cites;
        if (at == 0) {
            auto found = resting_on(conditions(1)).strengths();
            return found.empty() ? cited : found;
        }
        if (auto found = resting_on(conditions(at)).shortcomings(); !found.empty()) { return found; }
        if (!cited.empty()) { return cited; }
        std::vector<std::string> cited_by_better;
        for (std::uint32_t i = 0; i < at; ++i) { add_all(cited_by_better, standard_.outcomes[i].cites); }
        if (!cited_by_better.empty()) { return cited_by_better; }
        if (auto found = resting_on(conditions(at)).others(); !found.empty()) { return found; }
        return resting_on(conditions(at + 1)).strengths();
    }

    /// The conditions of the first outcomes.
    [[nodiscard]] std::vector<plan::register_index> conditions(std::size_t count) const {
        std::vector<plan::register_index> found;
        for (std::size_t i = 0; i < std::min(count, standard_.program.outcomes.size()); ++i) {
            if (standard_.program.outcomes[i] != plan::no_register) { found.push_back(standard_.program.outcomes[i]); }
        }
        return found;
    }

    const bound_standard& standard_;
    const std::vector<finding>& findings_;
    const run_state& state_;
    outcome_set outcomes_;
    std::vector<std::string> clauses_;
};

} // namespace
} // namespace impl::assess

const exit_rule* assessment::exit() const noexcept {
    const impl::plan::program& plan = bound_->program;
    for (std::size_t i = 0; i < plan.exits.size(); ++i) {
        if (truths_[plan.exits[i].when] == impl::plan::yes) { return &bound_->exits[i]; }
    }
    return nullptr;
}

std::vector<std::string> assessment::because() const {
    const impl::assess::run_state state{&bound_->program, slots_, numbers_, truths_};
    return impl::assess::grounds(*bound_, findings_, state, outcomes_).clauses();
}

std::vector<std::string> assessment::because(outcome_set left_by_quotas) const {
    if (left_by_quotas == outcomes_) { return because(); }
    std::vector<std::string> clauses;
    if (!decided() && !left_by_quotas.decided()) { clauses = because(); }
    for (const quota& quota : bound_->quotas) {
        const std::uint64_t limited = ~std::uint64_t{0} >> (63U - quota.outcome); // the class and better ones
        const bool took = (outcomes_.bits() & limited) != 0 && (left_by_quotas.bits() & limited) == 0;
        if (took && left_by_quotas.contains(quota.outcome + 1)) { impl::add_all(clauses, quota.cites); }
    }
    if (clauses.empty() && left_by_quotas.decided()) { return impl::assess::last_resort(*bound_, left_by_quotas); }
    return clauses;
}

} // namespace TIEUCHI_NAMESPACE
