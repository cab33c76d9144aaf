// SPDX-License-Identifier: Apache-2.0
// Which unknown facts can still change the outcome: the plan read backwards along what is still open.
#include "assess/backward.hpp"
#include "assess/trace.hpp"

#include <algorithm>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::assess {

bool open(truth value, std::uint8_t distinctions) noexcept {
    const auto parts = [&](std::uint8_t distinction, truth one) {
        return (distinctions & distinction) != 0 && (value & one) != 0 && value != one;
    };
    return parts(no_or_not, plan::no) || parts(yes_or_not, plan::yes) || parts(applicable_or_not, plan::not_applicable);
}

namespace {

constexpr truth not_yes = plan::no | plan::not_applicable;
constexpr truth not_no = plan::yes | plan::not_applicable;

[[nodiscard]] std::uint8_t those(bool no, bool yes, bool applicable) {
    return static_cast<std::uint8_t>((no ? no_or_not : 0) | (yes ? yes_or_not : 0) | (applicable ? applicable_or_not : 0));
}

class open_walk {
public:
    explicit open_walk(const run_state& state) : state_(state), walk_(state) {}

    trace find() {
        for (const register_index root : open_roots()) { ask(root, yes_or_not); }
        return walk_.run([&](const instruction& i) {
            if (plan::writes_number(i.code)) {
                number(i);
            } else {
                truth_of(i);
            }
        });
    }

private:
    void ask(register_index one, std::uint8_t distinctions) {
        if (open(state_.truths[one], distinctions)) { walk_.mark(one, distinctions); }
    }
    void ask_number(register_index one) {
        if (!state_.numbers[one].known()) { walk_.mark_number(one); }
    }
    [[nodiscard]] bool can_be(register_index one, truth value) const { return (state_.truths[one] & value) != 0; }

    /// Of the conditions that `decide` read, those on which the outcome can still depend.
    [[nodiscard]] std::vector<register_index> open_roots() const {
        const plan::program& plan = *state_.plan;
        std::vector<register_index> roots;
        for (const plan::exit& one : plan.exits) {
            roots.push_back(one.when);
            if (state_.truths[one.when] == plan::yes) { return roots; }
        }
        // A condition that only parts classes which adjustments make one again is no question.
        std::uint64_t classes = plan::classes(plan, state_.truths);
        for (std::size_t i = 0; i < plan.outcomes.size() && plan.outcomes[i] != plan::no_register; ++i) {
            if (parts(classes, std::uint64_t{1} << i)) { roots.push_back(plan.outcomes[i]); }
        }
        for (std::size_t i = 0; i < plan.adjustments.size(); ++i) {
            const plan::adjustment& one = plan.adjustments[i];
            if (matters(i, classes)) { roots.push_back(one.when); }
            const truth when = state_.truths[one.when];
            if ((when & plan::yes) != 0) { classes = plan::moved(one, classes) | (when == plan::yes ? 0 : classes); }
        }
        return roots;
    }

    /// Whether the outcome can differ between one class and a worse one.
    [[nodiscard]] bool parts(std::uint64_t classes, std::uint64_t one) const {
        if ((classes & one) == 0) { return false; }
        for (std::uint64_t worse = classes & ~(one | (one - 1)); worse != 0; worse &= worse - 1) {
            if (!end_alike(one, worse & -worse, 0)) { return true; }
        }
        return false;
    }

    /// Whether the outcome can differ by an adjustment.
    [[nodiscard]] bool matters(std::size_t adjustment, std::uint64_t classes) const {
        for (; classes != 0; classes &= classes - 1) {
            const std::uint64_t one = classes & -classes;
            const std::uint64_t moved = plan::moved(state_.plan->adjustments[adjustment], one);
            if (!end_alike(one, moved, adjustment + 1)) { return true; }
        }
        return false;
    }

    /// Whether two classes surely become one by the adjustments from `first` on.
    [[nodiscard]] bool end_alike(std::uint64_t one, std::uint64_t other, std::size_t first) const {
        for (std::size_t i = first; i < state_.plan->adjustments.size() && one != other; ++i) {
            const plan::adjustment& by = state_.plan->adjustments[i];
            const truth when = state_.truths[by.when];
            if ((when & plan::yes) == 0) { continue; }
            if (when != plan::yes) { // from here on, only an end that is sure is surely the same
                const std::uint64_t end = plan::adjusted(*state_.plan, state_.truths, one, i);
                return (end & (end - 1)) == 0 && plan::adjusted(*state_.plan, state_.truths, other, i) == end;
            }
            one = plan::moved(by, one);
            other = plan::moved(by, other);
        }
        return one == other;
    }

    void number(const instruction& i) {
        if (i.code == opcode::at_most || i.code == opcode::at_least) {
            walk_.mark_number(i.a); // its answer makes the bound's needless
        } else if (i.code == opcode::choose) {
            choice(i);
        } else if (i.code == opcode::table_line) {
            line(i);
        } else if (i.code == opcode::minimum || i.code == opcode::maximum) {
            extreme(i);
        } else if (i.code == opcode::load) {
            if (!state_.slots[i.a].known()) { walk_.mark_slot(i.a); }
        } else {
            ask_all(i);
        }
    }

    /// Where each operand can matter by itself.
    void ask_all(const instruction& i) {
        plan::for_each_operand(
            *state_.plan, i, [&](register_index operand) { ask_number(operand); },
            [&](register_index operand) { ask(operand, yes_or_not); });
    }

    /// Of two numbers, one that the other is surely nearer than cannot be the smaller, or the larger.
    void extreme(const instruction& i) {
        const plan::interval& a = state_.numbers[i.a];
        const plan::interval& b = state_.numbers[i.b];
        const bool smaller = i.code == opcode::minimum;
        if (smaller ? a.least < b.most : a.most > b.least) { ask_number(i.a); }
        if (smaller ? b.least < a.most : b.most > a.least) { ask_number(i.b); }
    }

    void choice(const instruction& i) {
        const auto possible = branches_of(state_, i);
        const auto value = [&](const branch& one) { return state_.numbers[one.at]; };
        const auto same = [&](const branch& one, const branch& other) {
            return value(one) == value(other) && value(one).known();
        };
        ask(state_.plan->operands[i.a], parting(possible, same));
        for (const branch& one : possible) { ask_number(one.at); }
    }

    void line(const instruction& i) {
        const line_operands line = line_of(state_, i);
        if (line.when != plan::no_register) { ask(line.when, yes_or_not); }
        if ((line.can_be & plan::yes) == 0) { return; }
        if (walk_.number_marked(i.to)) { ask_number(line.value); }
        if (i.b != plan::no_register && walk_.marked(i.b) != 0) { ask(line.applies, walk_.marked(i.b)); }
    }

    /// The values of a choice's truth whose branch differs from some other.
    template <class Same>
    [[nodiscard]] static std::uint8_t parting(const std::vector<branch>& possible, Same same) {
        std::uint8_t distinctions = 0;
        for (const branch& one : possible) {
            if (std::all_of(possible.begin(), possible.end(), [&](const branch& other) { return same(one, other); })) {
                continue;
            }
            distinctions = static_cast<std::uint8_t>(
                distinctions | those(one.value == plan::no, one.value == plan::yes, one.value == plan::not_applicable));
        }
        return distinctions;
    }

    void truth_of(const instruction& i) {
        if (i.code == opcode::share) {
            if (walk_.marked(i.to) != applicable_or_not) { ask_number(i.a); } // else it is the whole alone
            ask_number(i.b);
            return;
        }
        switch (plan::traits_of(i.code).reads) {
        case operand_form::truth: of_one(i); return;
        case operand_form::truths: of_two(i); return;
        case operand_form::truth_choice: truth_choice(i); return;
        case operand_form::nothing:
        case operand_form::slot:
        case operand_form::outcomes:
        case operand_form::number:
        case operand_form::numbers:
        case operand_form::one_or_two:
        case operand_form::truth_list:
        case operand_form::number_choice:
        case operand_form::line: ask_all(i); return;
        }
    }

    // Each distinction asked of a result turns into those that it makes of an operand, given what the other operand can be.

    void of_one(const instruction& i) {
        const auto asks = [&](std::uint8_t distinction) { return (walk_.marked(i.to) & distinction) != 0; };
        if (i.code == opcode::negate) { ask(i.a, those(asks(yes_or_not), asks(no_or_not), asks(applicable_or_not))); }
        if (i.code == opcode::accepted) { ask(i.a, no_or_not); }
        if (i.code == opcode::applicable) { ask(i.a, applicable_or_not); }
    }

    void of_two(const instruction& i) {
        const std::uint8_t asked = walk_.marked(i.to);
        const auto asks = [&](std::uint8_t distinction) { return (asked & distinction) != 0; };
        if (i.code == opcode::both) {
            for (const auto& [operand, other] : {std::pair(i.a, i.b), std::pair(i.b, i.a)}) {
                const bool neutral = can_be(other, plan::not_applicable);
                ask(operand, those((asks(no_or_not) && can_be(other, not_no)) || (asks(yes_or_not) && can_be(other, plan::yes)),
                                   asks(yes_or_not) && neutral, asks(applicable_or_not) && neutral));
            }
        } else if (i.code == opcode::either) {
            for (const auto& [operand, other] : {std::pair(i.a, i.b), std::pair(i.b, i.a)}) {
                const bool neutral = can_be(other, plan::not_applicable);
                ask(operand, those(asks(no_or_not) && neutral,
                                   (asks(yes_or_not) && can_be(other, not_yes)) || (asks(no_or_not) && can_be(other, plan::no)),
                                   asks(applicable_or_not) && neutral));
            }
        } else if (i.code == opcode::only_where) {
            if ((asks(no_or_not) && can_be(i.b, plan::no)) || (asks(yes_or_not) && can_be(i.b, plan::yes)) ||
                (asks(applicable_or_not) && can_be(i.b, plan::unknown))) {
                ask(i.a, yes_or_not);
            }
            if (can_be(i.a, plan::yes)) { ask(i.b, asked); }
        } else if (i.code == opcode::unless) {
            const bool may_save = can_be(i.b, plan::yes);
            const bool may_not = can_be(i.b, not_yes);
            ask(i.a, those(asks(no_or_not) && may_not, asks(yes_or_not) && may_not,
                           asks(applicable_or_not) || (asks(yes_or_not) && may_save)));
            if (can_be(i.a, plan::no) && (asks(no_or_not) || asks(yes_or_not))) { ask(i.b, yes_or_not); }
        }
    }

    void truth_choice(const instruction& i) {
        const auto possible = branches_of(state_, i);
        const auto value = [&](const branch& of) { return state_.truths[of.at]; };
        const auto same = [&](const branch& first, const branch& second) {
            return value(first) == value(second) && plan::settled(value(first));
        };
        ask(state_.plan->operands[i.a], parting(possible, same));
        for (const branch& taken : possible) { ask(taken.at, walk_.marked(i.to)); }
    }

    const run_state& state_;
    backward walk_;
};

} // namespace

trace open_facts(const run_state& state) { return open_walk(state).find(); }

} // namespace TIEUCHI_NAMESPACE::impl::assess
