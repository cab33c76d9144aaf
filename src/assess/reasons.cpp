// SPDX-License-Identifier: Apache-2.0
// The clauses that decided.
#include "assess/trace.hpp"
#include "base/text_list.hpp"
#include "plan/bound.hpp"

#include <tieuchi/standard.hpp>

#include <algorithm>

namespace TIEUCHI_NAMESPACE {

namespace impl::assess {
namespace {

/// Which criteria some conditions rest on, and what became of them.
class reasons {
public:
    reasons(const bound_standard& of, const std::vector<finding>& findings, trace involved)
        : of_(of), findings_(findings), involved_(std::move(involved)) {}

    /// Of what was not met or surely lost points the smallest parts.
    [[nodiscard]] std::vector<std::string> shortcomings() {
        for_each_of_the_standard([&](std::uint32_t at) {
            if (fell_short(at)) { add_causes(at); }
        });
        return std::move(clauses_);
    }

    /// What was met, by its largest parts; where nothing was, what gave points.
    [[nodiscard]] std::vector<std::string> strengths() {
        for_each_of_the_standard([&](std::uint32_t at) { add_strengths(at); });
        if (!clauses_.empty()) { return std::move(clauses_); }
        for_each_of_the_standard([&](std::uint32_t at) {
            if (findings_[at].points && findings_[at].points->least.units() > 0) { clauses_.push_back(of_.criteria[at].clause); }
        });
        return std::move(clauses_);
    }

    /// What is neither met nor not met.
    [[nodiscard]] std::vector<std::string> others() {
        for_each_of_the_standard([&](std::uint32_t at) {
            const finding_status status = findings_[at].status;
            const bool other = status == finding_status::not_applicable || status == finding_status::unknown;
            if (other) { clauses_.push_back(of_.criteria[at].clause); }
        });
        return std::move(clauses_);
    }

private:
    template <class Visit>
    void for_each_of_the_standard(Visit visit) {
        for (std::uint32_t i = 0; i < findings_.size(); ++i) {
            if (!of_.criteria[i].parent && is_involved(i)) { visit(i); }
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

    /// Adds the clause of a criterion that was met, but of a bonus not earned and a deduction not made; of one that gives the points of its
    /// parts, those of them that were.
    void add_strengths(std::uint32_t at) {
        const criterion& one = of_.criteria[at];
        const finding& found = findings_[at];
        if (found.status == finding_status::met) {
            const bool gives_nothing = found.points && one.maximum.units() == 0 && *found.points == decimal_range{};
            if (!gives_nothing) { clauses_.push_back(one.clause); }
            return;
        }
        if (!found.points || one.event) { return; }
        for (const std::uint32_t child : one.children) {
            if (is_involved(child)) { add_strengths(child); }
        }
    }

    const bound_standard& of_;
    const std::vector<finding>& findings_;
    trace involved_;
    std::vector<std::string> clauses_;
};

/// What one of the outcomes cites, else what the standard rests on, or at least whose rules these are. Never empty.
[[nodiscard]] std::vector<std::string> last_resort(const bound_standard& of, outcome_set outcomes) {
    for (std::uint32_t i = 0; i < of.outcomes.size(); ++i) {
        if (outcomes.contains(i) && !of.outcomes[i].cites.empty()) { return of.outcomes[i].cites; }
    }
    if (!of.model->cites.empty()) { return of.model->cites; }
    return {of.model->document->number};
}

/// Why a run came to what it came to.
class grounds {
public:
    grounds(const bound_standard& of, const std::vector<finding>& findings, const run_state& state, outcome_set outcomes)
        : of_(of), findings_(findings), state_(state), outcomes_(outcomes) {}

    [[nodiscard]] std::vector<std::string> clauses() {
        if (!leaves()) {
            const bool decisive = adjustments();
            if (!outcomes_.decided()) { return std::move(clauses_); }
            if (!decisive) { add_all(clauses_, of_the_class()); }
        }
        if (clauses_.empty() && outcomes_.decided()) { clauses_ = last_resort(of_, outcomes_); }
        return std::move(clauses_);
    }

private:
    /// Adds the clause of an exit that surely holds, if one does.
    [[nodiscard]] bool leaves() {
        const auto& exits = of_.program.exits;
        const auto holds = [&](const plan::exit& one) { return state_.truths[one.when] == plan::yes; };
        const auto found = std::find_if(exits.begin(), exits.end(), holds);
        if (found == exits.end()) { return false; }
        add_all(clauses_, of_.exits[static_cast<std::size_t>(found - exits.begin())].cites);
        return true;
    }

    /// Adds the clauses of adjustments that surely hold and leave the class where it is, or while it is open, leave fewer. True when they alone
    /// say what it is: without them it would be another, or open, or they would have given it whatever it was.
    [[nodiscard]] bool adjustments() {
        const auto& all = of_.program.adjustments;
        bool decisive = false;
        std::uint64_t found = plan::classes(of_.program, state_.truths);
        const std::size_t first = first_that_matters(state_);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const plan::truth when = state_.truths[all[i].when];
            const std::uint64_t before = found;
            const std::uint64_t moved = plan::moved(all[i], found);
            if ((when & plan::yes) != 0) { found = moved | (when == plan::yes ? 0 : found); }
            if (when != plan::yes || i < first || !is_ground(all[i], moved != before)) { continue; }
            decisive = decisive || moved != before || decides_alone(all[i]);
            add_all(clauses_, of_.adjustments[i].cites.empty() ? behind(all[i].when) : of_.adjustments[i].cites);
        }
        return decisive;
    }

    /// Of one that surely holds; `moves`: it changes what is possible.
    [[nodiscard]] bool is_ground(const plan::adjustment& one, bool moves) const {
        if (!outcomes_.decided()) { return moves; }
        if (!outcomes_.contains(one.outcome)) { return false; }                    // another after it moved the class on
        return moves || one.kind != adjustment_kind::at_least || one.outcome == 0; // a floor keeps nobody from a better class
    }

    /// Whatever the class was before.
    [[nodiscard]] bool decides_alone(const plan::adjustment& one) const {
        return one.kind == adjustment_kind::exactly ||
               outcome_set(plan::moved(one, ~std::uint64_t{0} >> (64U - of_.program.outcomes.size()))).decided();
    }

    /// The criteria that a condition that holds rests on.
    [[nodiscard]] std::vector<std::string> behind(plan::register_index when) const {
        auto found = resting_on({when}).shortcomings();
        return found.empty() ? resting_on({when}).strengths() : found;
    }

    [[nodiscard]] reasons resting_on(const std::vector<plan::register_index>& roots) const {
        return {of_, findings_, support(state_, roots)};
    }

    /// Why this class, without adjustments. Classes stand best first.
    [[nodiscard]] std::vector<std::string> of_the_class() const {
        const auto at = static_cast<std::uint32_t>(__builtin_ctzll(outcomes_.bits()));
        const std::vector<std::string>& cited = of_.outcomes[at].cites;
        if (at == 0) {
            auto found = resting_on(conditions(1)).strengths();
            return found.empty() ? cited : found;
        }
        if (auto found = resting_on(conditions(at)).shortcomings(); !found.empty()) { return found; }
        if (!cited.empty()) { return cited; }
        std::vector<std::string> cited_by_better;
        for (std::uint32_t i = 0; i < at; ++i) { add_all(cited_by_better, of_.outcomes[i].cites); }
        if (!cited_by_better.empty()) { return cited_by_better; }
        if (auto found = resting_on(conditions(at)).others(); !found.empty()) { return found; }
        return resting_on(conditions(at + 1)).strengths();
    }

    /// Those of the first outcomes.
    [[nodiscard]] std::vector<plan::register_index> conditions(std::size_t count) const {
        std::vector<plan::register_index> found;
        for (std::size_t i = 0; i < std::min(count, of_.program.outcomes.size()); ++i) {
            if (of_.program.outcomes[i] != plan::no_register) { found.push_back(of_.program.outcomes[i]); }
        }
        return found;
    }

    const bound_standard& of_;
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
    for (const quota& one : bound_->quotas) {
        const std::uint64_t limited = ~std::uint64_t{0} >> (63U - one.outcome); // the class and better ones
        const bool took = (outcomes_.bits() & limited) != 0 && (left_by_quotas.bits() & limited) == 0;
        if (took && left_by_quotas.contains(one.outcome + 1)) { impl::add_all(clauses, one.cites); }
    }
    if (clauses.empty() && left_by_quotas.decided()) { return impl::assess::last_resort(*bound_, left_by_quotas); }
    return clauses;
}

} // namespace TIEUCHI_NAMESPACE
