// SPDX-License-Identifier: Apache-2.0
/// \file
/// The plan read backwards. Operands stand before what uses them, so one pass from the end visits each instruction once.
#pragma once

#include <tieuchi/impl/assess/trace.hpp>

#include <utility>

namespace tieuchi::impl::assess {

using plan::instruction;
using plan::opcode;
using plan::register_index;
using plan::truth;

namespace {

/// One backward pass: `visit` is called for each instruction whose register was marked.
class backward {
public:
    explicit backward(const run_state& state) : state_(state), numbers_(state.numbers.size(), 0) {
        found_.truths.assign(state.truths.size(), 0);
        found_.slots.assign(state.slots.size(), 0);
    }

    void mark(register_index truth, std::uint8_t how = 1) {
        found_.truths[truth] = static_cast<std::uint8_t>(found_.truths[truth] | how);
    }
    void mark_number(register_index number) { numbers_[number] = 1; }
    void mark_slot(register_index slot) { found_.slots[slot] = 1; }
    [[nodiscard]] std::uint8_t marked(register_index truth) const { return found_.truths[truth]; }

    template <class Visit>
    trace run(Visit visit) {
        const auto& code = state_.plan->code;
        for (std::size_t i = code.size(); i-- > 0;) {
            const bool wanted = plan::writes_number(code[i].code) ? numbers_[code[i].to] != 0 : found_.truths[code[i].to] != 0;
            if (wanted) { visit(code[i]); }
        }
        return std::move(found_);
    }

private:
    const run_state& state_;
    std::vector<std::uint8_t> numbers_;
    trace found_;
};

void mark_operands(backward& walk, const instruction& i) {
    walk.mark_number(i.a);
    if (i.b != plan::no_register) { walk.mark_number(i.b); }
}

/// What a settled or open truth rests on.
void visit_truth(backward& walk, const run_state& state, const instruction& i) {
    const auto value = [&](register_index one) { return state.truths[one]; };
    const truth result = value(i.to);
    // Operands that alone explain `result`; where there are none, all.
    const auto mark_those = [&](truth alone) {
        const bool some = value(i.a) == alone || value(i.b) == alone;
        if (!some || value(i.a) == alone) { walk.mark(i.a); }
        if (!some || value(i.b) == alone) { walk.mark(i.b); }
    };
    switch (i.code) {
    case opcode::is_true:
    case opcode::in_options:
    case opcode::compare: mark_operands(walk, i); break;
    case opcode::share:
        if (result != plan::not_applicable) { walk.mark_number(i.a); }
        walk.mark_number(i.b);
        break;
    case opcode::negate:
    case opcode::accepted: walk.mark(i.a); break;
    case opcode::both: mark_those(result == plan::no ? plan::no : truth{0}); break;
    case opcode::either: mark_those(result == plan::yes ? plan::yes : truth{0}); break;
    case opcode::only_where:
        walk.mark(i.a);
        if ((value(i.a) & plan::yes) != 0) { walk.mark(i.b); }
        break;
    case opcode::unless: // also with an exception that holds: whether the criterion applies at all is part of the reason
        walk.mark(i.a);
        if ((value(i.a) & plan::no) != 0) { walk.mark(i.b); }
        break;
    case opcode::at_least_of:
        for (register_index k = i.a; k < i.b; ++k) { walk.mark(state.plan->operands[k]); }
        break;
    default: break;
    }
}

} // namespace

trace support(const run_state& state, const std::vector<register_index>& roots) {
    backward walk(state);
    for (const register_index root : roots) { walk.mark(root); }
    return walk.run([&](const instruction& i) {
        switch (i.code) {
        case opcode::load: walk.mark_slot(i.a); break;
        case opcode::at_most:
        case opcode::at_least:
            walk.mark_number(i.a);
            if (!(state.numbers[i.to] == state.numbers[i.a])) { walk.mark_number(i.b); }
            break;
        case opcode::constant: break;
        case opcode::add:
        case opcode::subtract:
        case opcode::scale: mark_operands(walk, i); break;
        default: visit_truth(walk, state, i); break;
        }
    });
}

bool open(truth value, std::uint8_t distinctions) noexcept {
    const auto parts = [&](std::uint8_t distinction, truth one) {
        return (distinctions & distinction) != 0 && (value & one) != 0 && value != one;
    };
    return parts(no_or_not, plan::no) || parts(yes_or_not, plan::yes) || parts(applicable_or_not, plan::not_applicable);
}

std::vector<register_index> deciding_roots(const run_state& state) {
    std::vector<register_index> roots;
    for (const register_index one : state.plan->exclusions) {
        roots.push_back(one);
        if (state.truths[one] == plan::yes) { return {one}; } // alone enough
    }
    for (const register_index one : state.plan->outcomes) {
        if (one == plan::no_register) { break; }
        roots.push_back(one);
        if (state.truths[one] == plan::yes) { break; }
    }
    return roots;
}

trace open_facts(const run_state& state) {
    backward walk(state);
    const auto ask = [&](register_index one, std::uint8_t distinctions) {
        if (open(state.truths[one], distinctions)) { walk.mark(one, distinctions); }
    };
    const auto can_be = [&](register_index one, truth value) { return (state.truths[one] & value) != 0; };
    for (const register_index root : deciding_roots(state)) { ask(root, yes_or_not); }
    return walk.run([&](const instruction& i) {
        switch (i.code) {
        case opcode::load:
            if (!state.slots[i.a].known()) { walk.mark_slot(i.a); }
            return;
        case opcode::at_most:
        case opcode::at_least: walk.mark_number(i.a); return; // its answer makes the bound's needless
        case opcode::constant: return;
        case opcode::add:
        case opcode::subtract:
        case opcode::scale:
        case opcode::is_true:
        case opcode::in_options:
        case opcode::compare:
        case opcode::share: {
            const bool whole_alone = i.code == opcode::share && walk.marked(i.to) == applicable_or_not;
            for (const register_index one : {whole_alone ? plan::no_register : i.a, i.b}) {
                if (one != plan::no_register && !state.numbers[one].known()) { walk.mark_number(one); }
            }
            return;
        }
        default: break;
        }
        // Each distinction asked of the result turns into those that it makes of an operand, given what the other operand can be.
        const std::uint8_t asked = walk.marked(i.to);
        const auto asks = [&](std::uint8_t one) { return (asked & one) != 0; };
        const auto those = [](bool no, bool yes, bool applicable) {
            return static_cast<std::uint8_t>((no ? no_or_not : 0) | (yes ? yes_or_not : 0) |
                                             (applicable ? applicable_or_not : 0));
        };
        constexpr truth not_yes = plan::no | plan::not_applicable;
        constexpr truth not_no = plan::yes | plan::not_applicable;
        switch (i.code) {
        case opcode::negate: ask(i.a, those(asks(yes_or_not), asks(no_or_not), asks(applicable_or_not))); break;
        case opcode::accepted: ask(i.a, no_or_not); break;
        case opcode::both:
            for (const auto& [one, other] : {std::pair(i.a, i.b), std::pair(i.b, i.a)}) {
                const bool neutral = can_be(other, plan::not_applicable);
                ask(one, those((asks(no_or_not) && can_be(other, not_no)) || (asks(yes_or_not) && can_be(other, plan::yes)),
                               asks(yes_or_not) && neutral, asks(applicable_or_not) && neutral));
            }
            break;
        case opcode::either:
            for (const auto& [one, other] : {std::pair(i.a, i.b), std::pair(i.b, i.a)}) {
                const bool neutral = can_be(other, plan::not_applicable);
                ask(one, those(asks(no_or_not) && neutral,
                               (asks(yes_or_not) && can_be(other, not_yes)) || (asks(no_or_not) && can_be(other, plan::no)),
                               asks(applicable_or_not) && neutral));
            }
            break;
        case opcode::only_where:
            if ((asks(no_or_not) && can_be(i.b, plan::no)) || (asks(yes_or_not) && can_be(i.b, plan::yes)) ||
                (asks(applicable_or_not) && can_be(i.b, plan::unknown))) {
                ask(i.a, yes_or_not);
            }
            if (can_be(i.a, plan::yes)) { ask(i.b, asked); }
            break;
        case opcode::unless: {
            const bool may_save = can_be(i.b, plan::yes);
            const bool may_not = can_be(i.b, not_yes);
            ask(i.a, those(asks(no_or_not) && may_not, asks(yes_or_not) && may_not,
                           asks(applicable_or_not) || (asks(yes_or_not) && may_save)));
            if (can_be(i.a, plan::no) && (asks(no_or_not) || asks(yes_or_not))) { ask(i.b, yes_or_not); }
            break;
        }
        case opcode::at_least_of:
            for (register_index k = i.a; k < i.b; ++k) { ask(state.plan->operands[k], yes_or_not); }
            break;
        default: break;
        }
    });
}

} // namespace tieuchi::impl::assess
