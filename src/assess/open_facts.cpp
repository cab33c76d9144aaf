// SPDX-License-Identifier: Apache-2.0
// Which unknown facts can still change the outcome: the plan read backwards along what is still open.
#include "assess/backward.hpp"
#include "assess/trace.hpp"

#include <algorithm>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::assess {

bool open(truth value, std::uint8_t distinctions) noexcept {
    const auto is_open = [&](std::uint8_t distinction, truth possible) {
        return (distinctions & distinction) != 0 && (value & possible) != 0 && value != possible;
    };
    return is_open(no_or_not, plan::no) || is_open(yes_or_not, plan::yes) || is_open(applicable_or_not, plan::not_applicable);
}

namespace {

constexpr truth not_yes = plan::no | plan::not_applicable;
constexpr truth not_no = plan::yes | plan::not_applicable;

/// Distinctions by name: whether it matters that a truth is no, is yes, applies.
struct distinction_flags {
    bool no = false;
    bool yes = false;
    bool applicable = false;
};

[[nodiscard]] std::uint8_t make_distinctions(distinction_flags flags) {
    return static_cast<std::uint8_t>((flags.no ? no_or_not : 0) | (flags.yes ? yes_or_not : 0) |
                                     (flags.applicable ? applicable_or_not : 0));
}

class open_walk {
public:
    explicit open_walk(const run_state& state) : state_(state), walk_(state) {}

    trace find() {
        for (const register_index root : open_roots()) { follow(root, yes_or_not); }
        return walk_.run([&](const instruction& i) {
            if (plan::writes_number(i.code)) {
                visit_number(i);
            } else {
                visit_truth(i);
            }
        });
    }

private:
    /// Marks a truth, where one of these distinctions is still open.
    void follow(register_index operand, std::uint8_t distinctions) {
        if (open(state_.truths[operand], distinctions)) { walk_.mark(operand, distinctions); }
    }
    void follow_number(register_index operand) {
        if (!state_.numbers[operand].known()) { walk_.mark_number(operand); }
    }
    [[nodiscard]] bool can_be(register_index operand, truth value) const { return (state_.truths[operand] & value) != 0; }

    /// Of the conditions that `decide` read, those on which the outcome can still depend.
    [[nodiscard]] std::vector<register_index> open_roots() const {
        const plan::program& plan = *state_.plan;
        std::vector<register_index> roots;
        for (const plan::exit& exit : plan.exits) {
            roots.push_back(exit.when);
            if (state_.truths[exit.when] == plan::yes) { return roots; }
        }
        std::uint64_t classes = plan::classes(plan, state_.truths);
        for (std::size_t i = 0; i < plan.outcomes.size() && plan.outcomes[i] != plan::no_register; ++i) {
            if (class_matters(classes, std::uint64_t{1} << i)) { roots.push_back(plan.outcomes[i]); }
        }
        for (std::size_t i = 0; i < plan.adjustments.size(); ++i) {
            const plan::adjustment& adjustment = plan.adjustments[i];
            if (adjustment_matters(i, classes)) { roots.push_back(adjustment.when); }
            const truth when = state_.truths[adjustment.when];
            if ((when & plan::yes) != 0) { classes = plan::moved(adjustment, classes) | (when == plan::yes ? 0 : classes); }
        }
        return roots;
    }

    /// Whether the outcome can differ between a class, given as its bit, and a worse one that is possible. Where adjustments surely bring
    /// the two to the same outcome, it cannot.
    [[nodiscard]] bool class_matters(std::uint64_t classes, std::uint64_t candidate) const {
        if ((classes & candidate) == 0) { return false; }
        for (std::uint64_t worse = classes & ~(candidate | (candidate - 1)); worse != 0; worse &= worse - 1) {
            if (!surely_same(candidate, worse & -worse, 0)) { return true; }
        }
        return false;
    }

    /// Whether the outcome can differ by an adjustment.
    [[nodiscard]] bool adjustment_matters(std::size_t adjustment, std::uint64_t classes) const {
        for (; classes != 0; classes &= classes - 1) {
            const std::uint64_t lowest = classes & -classes;
            const std::uint64_t moved = plan::moved(state_.plan->adjustments[adjustment], lowest);
            if (!surely_same(lowest, moved, adjustment + 1)) { return true; }
        }
        return false;
    }

    /// Whether two classes surely become the same by the adjustments from `first` on.
    [[nodiscard]] bool surely_same(std::uint64_t left, std::uint64_t right, std::size_t first) const {
        for (std::size_t i = first; i < state_.plan->adjustments.size() && left != right; ++i) {
            const plan::adjustment& adjustment = state_.plan->adjustments[i];
            const truth when = state_.truths[adjustment.when];
            if ((when & plan::yes) == 0) { continue; }
            if (when != plan::yes) { // an adjustment that is open: both must come to one outcome, with it or without
                const std::uint64_t end = plan::adjusted(*state_.plan, state_.truths, left, i);
                return (end & (end - 1)) == 0 && plan::adjusted(*state_.plan, state_.truths, right, i) == end;
            }
            left = plan::moved(adjustment, left);
            right = plan::moved(adjustment, right);
        }
        return left == right;
    }

    void visit_number(const instruction& i) {
        if (i.code == opcode::at_most || i.code == opcode::at_least) {
            walk_.mark_number(i.a); // once this is known, the bound need not be
        } else if (i.code == opcode::choose) {
            visit_number_choice(i);
        } else if (i.code == opcode::table_line) {
            visit_line(i);
        } else if (i.code == opcode::minimum || i.code == opcode::maximum) {
            visit_extreme(i);
        } else if (i.code == opcode::load) {
            if (!state_.slots[i.a].known()) { walk_.mark_slot(i.a); }
        } else {
            follow_all(i);
        }
    }

    /// For instructions of which each operand can matter by itself.
    void follow_all(const instruction& i) {
        plan::for_each_operand(
            *state_.plan, i, [&](register_index operand) { follow_number(operand); },
            [&](register_index operand) { follow(operand, yes_or_not); });
    }

    /// A number that is surely not the smaller (or the larger) of the two does not matter.
    void visit_extreme(const instruction& i) {
        const plan::interval& a = state_.numbers[i.a];
        const plan::interval& b = state_.numbers[i.b];
        const bool smaller = i.code == opcode::minimum;
        if (smaller ? a.least < b.most : a.most > b.least) { follow_number(i.a); }
        if (smaller ? b.least < a.most : b.most > a.least) { follow_number(i.b); }
    }

    void visit_number_choice(const instruction& i) {
        const auto possible = branches_of(state_, i);
        const auto value = [&](const branch& taken) { return state_.numbers[taken.at]; };
        const auto same = [&](const branch& left, const branch& right) {
            return value(left) == value(right) && value(left).known();
        };
        follow(state_.plan->operands[i.a], distinguishing_values(possible, same));
        for (const branch& taken : possible) { follow_number(taken.at); }
    }

    void visit_line(const instruction& i) {
        const line_operands line = line_of(state_, i);
        if (line.when != plan::no_register) { follow(line.when, yes_or_not); }
        if ((line.can_be & plan::yes) == 0) { return; }
        if (walk_.number_marked(i.to)) { follow_number(line.value); }
        if (i.b != plan::no_register && walk_.marked(i.b) != 0) { follow(line.applies, walk_.marked(i.b)); }
    }

    /// The values of a choice's condition whose branch differs from some other.
    template <class Same>
    [[nodiscard]] static std::uint8_t distinguishing_values(const std::vector<branch>& possible, Same same) {
        distinction_flags flags;
        for (const branch& taken : possible) {
            const auto same_as_taken = [&](const branch& other) { return same(taken, other); };
            if (std::all_of(possible.begin(), possible.end(), same_as_taken)) { continue; }
            flags.no = flags.no || taken.value == plan::no;
            flags.yes = flags.yes || taken.value == plan::yes;
            flags.applicable = flags.applicable || taken.value == plan::not_applicable;
        }
        return make_distinctions(flags);
    }

    void visit_truth(const instruction& i) {
        if (i.code == opcode::share) {
            if (walk_.marked(i.to) != applicable_or_not) { follow_number(i.a); } // else it is the whole alone
            follow_number(i.b);
            return;
        }
        switch (plan::traits_of(i.code).reads) {
        case operand_form::truth: visit_unary(i); return;
        case operand_form::truths: visit_binary(i); return;
        case operand_form::truth_choice: visit_truth_choice(i); return;
        case operand_form::nothing:
        case operand_form::slot:
        case operand_form::outcomes:
        case operand_form::number:
        case operand_form::numbers:
        case operand_form::one_or_two:
        case operand_form::truth_list:
        case operand_form::number_choice:
        case operand_form::line: follow_all(i); return;
        }
    }

    // Each distinction that matters about a result turns into those that matter about an operand, given what the other operand can be.

    [[nodiscard]] distinction_flags wanted(const instruction& i) const {
        const std::uint8_t marked = walk_.marked(i.to);
        return {(marked & no_or_not) != 0, (marked & yes_or_not) != 0, (marked & applicable_or_not) != 0};
    }

    void visit_unary(const instruction& i) {
        const distinction_flags result = wanted(i);
        if (i.code == opcode::negate) { follow(i.a, make_distinctions({result.yes, result.no, result.applicable})); }
        if (i.code == opcode::accepted) { follow(i.a, no_or_not); }
        if (i.code == opcode::applicable) { follow(i.a, applicable_or_not); }
    }

    void visit_binary(const instruction& i) {
        if (i.code == opcode::both) {
            visit_both(i, i.a, i.b);
            visit_both(i, i.b, i.a);
        } else if (i.code == opcode::either) {
            visit_either(i, i.a, i.b);
            visit_either(i, i.b, i.a);
        } else if (i.code == opcode::only_where) {
            visit_only_where(i);
        } else if (i.code == opcode::unless) {
            visit_unless(i);
        }
    }

    void visit_both(const instruction& i, register_index operand, register_index other) {
        const distinction_flags result = wanted(i);
        const bool neutral = can_be(other, plan::not_applicable);
        const bool no = (result.no && can_be(other, not_no)) || (result.yes && can_be(other, plan::yes));
        follow(operand, make_distinctions({no, result.yes && neutral, result.applicable && neutral}));
    }

    void visit_either(const instruction& i, register_index operand, register_index other) {
        const distinction_flags result = wanted(i);
        const bool neutral = can_be(other, plan::not_applicable);
        const bool yes = (result.yes && can_be(other, not_yes)) || (result.no && can_be(other, plan::no));
        follow(operand, make_distinctions({result.no && neutral, yes, result.applicable && neutral}));
    }

    void visit_only_where(const instruction& i) {
        const distinction_flags result = wanted(i);
        if ((result.no && can_be(i.b, plan::no)) || (result.yes && can_be(i.b, plan::yes)) ||
            (result.applicable && can_be(i.b, plan::unknown))) {
            follow(i.a, yes_or_not);
        }
        if (can_be(i.a, plan::yes)) { follow(i.b, walk_.marked(i.to)); }
    }

    void visit_unless(const instruction& i) {
        const distinction_flags result = wanted(i);
        const bool may_be_excepted = can_be(i.b, plan::yes);
        const bool may_stand = can_be(i.b, not_yes);
        follow(i.a, make_distinctions(
                        {result.no && may_stand, result.yes && may_stand, result.applicable || (result.yes && may_be_excepted)}));
        if (can_be(i.a, plan::no) && (result.no || result.yes)) { follow(i.b, yes_or_not); }
    }

    void visit_truth_choice(const instruction& i) {
        const auto possible = branches_of(state_, i);
        const auto value = [&](const branch& taken) { return state_.truths[taken.at]; };
        const auto same = [&](const branch& left, const branch& right) {
            return value(left) == value(right) && plan::settled(value(left));
        };
        follow(state_.plan->operands[i.a], distinguishing_values(possible, same));
        for (const branch& taken : possible) { follow(taken.at, walk_.marked(i.to)); }
    }

    const run_state& state_;
    backward walk_;
};

} // namespace

trace open_facts(const run_state& state) { return open_walk(state).find(); }

} // namespace TIEUCHI_NAMESPACE::impl::assess
