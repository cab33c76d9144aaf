// SPDX-License-Identifier: Apache-2.0
// What settled a result.
#include "assess/trace.hpp"

#include "assess/backward.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::assess {

namespace {

void mark_operands(backward& walk, const run_state& state, const instruction& i) {
    plan::for_each_operand(
        *state.plan, i, [&](register_index operand) { walk.mark_number(operand); },
        [&](register_index operand) { walk.mark(operand); });
}

/// A line rests on its condition, and, where that can be yes, on what is asked for of its value.
void visit_line(backward& walk, const run_state& state, const instruction& i) {
    const line_operands line = line_of(state, i);
    if (line.when != plan::no_register) { walk.mark(line.when); }
    if ((line.can_be & plan::yes) == 0) { return; }
    if (walk.number_marked(i.to)) { walk.mark_number(line.value); }
    if (i.b != plan::no_register && walk.marked(i.b) != 0) { walk.mark(line.applies); }
}

/// What a number rests on.
void visit_number(backward& walk, const run_state& state, const instruction& i) {
    if (i.code == opcode::at_most || i.code == opcode::at_least) {
        walk.mark_number(i.a);
        if (!(state.numbers[i.to] == state.numbers[i.a])) { walk.mark_number(i.b); }
    } else if (i.code == opcode::load) {
        walk.mark_slot(i.a);
    } else if (i.code == opcode::choose) {
        walk.mark(state.plan->operands[i.a]);
        for (const branch& taken : branches_of(state, i)) { walk.mark_number(taken.at); }
    } else if (i.code == opcode::table_line) {
        visit_line(walk, state, i);
    } else {
        mark_operands(walk, state, i);
    }
}

/// What a settled or open truth rests on.
void visit_truth(backward& walk, const run_state& state, const instruction& i) {
    const auto value = [&](register_index at) { return state.truths[at]; };
    const truth result = value(i.to);
    // Operands that alone explain `result`; where there are none, all.
    const auto mark_those = [&](truth alone) {
        const bool some = value(i.a) == alone || value(i.b) == alone;
        if (!some || value(i.a) == alone) { walk.mark(i.a); }
        if (!some || value(i.b) == alone) { walk.mark(i.b); }
    };
    if (i.code == opcode::share) {
        if (result != plan::not_applicable) { walk.mark_number(i.a); }
        walk.mark_number(i.b);
    } else if (i.code == opcode::both) {
        mark_those(result == plan::no ? plan::no : truth{0});
    } else if (i.code == opcode::either) {
        mark_those(result == plan::yes ? plan::yes : truth{0});
    } else if (i.code == opcode::only_where) {
        walk.mark(i.a);
        if ((value(i.a) & plan::yes) != 0) { walk.mark(i.b); }
    } else if (i.code ==
               opcode::unless) { // also with an exception that holds: whether the criterion applies at all is part of it
        walk.mark(i.a);
        if ((value(i.a) & plan::no) != 0) { walk.mark(i.b); }
    } else if (i.code == opcode::choose_truth) {
        walk.mark(state.plan->operands[i.a]);
        for (const branch& taken : branches_of(state, i)) { walk.mark(taken.at); }
    } else {
        mark_operands(walk, state, i);
    }
}

} // namespace

trace support(const run_state& state, const std::vector<register_index>& truths, const std::vector<register_index>& numbers) {
    backward walk(state);
    for (const register_index root : truths) { walk.mark(root); }
    for (const register_index root : numbers) { walk.mark_number(root); }
    return walk.run([&](const instruction& i) {
        if (plan::writes_number(i.code)) {
            visit_number(walk, state, i);
        } else {
            visit_truth(walk, state, i);
        }
    });
}

std::size_t first_that_matters(const run_state& state) {
    const auto& adjustments = state.plan->adjustments;
    for (std::size_t i = adjustments.size(); i-- > 0;) {
        if (adjustments[i].kind == adjustment_kind::exactly && state.truths[adjustments[i].when] == plan::yes) { return i; }
    }
    return 0;
}

namespace {

[[nodiscard]] bool sets_the_outcome(const run_state& state, std::size_t adjustment) {
    const auto& adjustments = state.plan->adjustments;
    return adjustment < adjustments.size() && adjustments[adjustment].kind == adjustment_kind::exactly &&
           state.truths[adjustments[adjustment].when] == plan::yes;
}

} // namespace

std::vector<register_index> class_roots(const run_state& state) {
    const plan::program& plan = *state.plan;
    std::vector<register_index> roots;
    const std::size_t first = first_that_matters(state);
    if (!sets_the_outcome(state, first)) {
        for (const register_index one : plan.outcomes) {
            if (one == plan::no_register) { break; }
            roots.push_back(one);
            if (state.truths[one] == plan::yes) { break; }
        }
    }
    std::uint64_t found = plan::classes(plan, state.truths);
    for (std::size_t i = 0; i < plan.adjustments.size(); ++i) {
        const plan::adjustment& one = plan.adjustments[i];
        const std::uint64_t moved = plan::moved(one, found);
        if (i >= first && (moved != found || state.truths[one.when] == plan::yes)) {
            roots.push_back(one.when);
        } // all that surely hold are told
        if ((state.truths[one.when] & plan::yes) != 0) { found = moved | (state.truths[one.when] == plan::yes ? 0 : found); }
    }
    return roots;
}

std::vector<register_index> deciding_roots(const run_state& state) {
    const auto& exits = state.plan->exits;
    const auto holds = [&](const plan::exit& one) { return state.truths[one.when] == plan::yes; };
    const auto left_by = std::find_if(exits.begin(), exits.end(), holds);
    std::vector<register_index> roots;
    for (auto one = exits.begin(); one != left_by; ++one) { // those that lead to the same outcome make no difference
        if (left_by == exits.end() || one->outcome != left_by->outcome) { roots.push_back(one->when); }
    }
    if (left_by != exits.end()) {
        roots.push_back(left_by->when);
        return roots;
    }
    const std::vector<register_index> of_class = class_roots(state);
    roots.insert(roots.end(), of_class.begin(), of_class.end());
    return roots;
}

} // namespace TIEUCHI_NAMESPACE::impl::assess
