// SPDX-License-Identifier: Apache-2.0
// Which registers and facts settled a result.
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

/// A line rests on its condition and, where that can be yes, on whichever of its value and its applicability is marked.
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

/// Marks the operands that explain the result alone, by being `decisive`; both where neither is.
void mark_decisive(backward& walk, const run_state& state, const instruction& i, truth decisive) {
    const bool a = state.truths[i.a] == decisive;
    const bool b = state.truths[i.b] == decisive;
    if (a || !b) { walk.mark(i.a); }
    if (b || !a) { walk.mark(i.b); }
}

/// Marks the first operand, and the second where the first can have the value at which the second matters.
void mark_in_turn(backward& walk, const run_state& state, const instruction& i, truth value) {
    walk.mark(i.a);
    if ((state.truths[i.a] & value) != 0) { walk.mark(i.b); }
}

/// What a settled or open truth rests on.
void visit_truth(backward& walk, const run_state& state, const instruction& i) {
    constexpr truth none = 0; // no truth is: both operands are marked
    const truth result = state.truths[i.to];
    if (i.code == opcode::share) {
        if (result != plan::not_applicable) { walk.mark_number(i.a); }
        walk.mark_number(i.b);
    } else if (i.code == opcode::both) {
        mark_decisive(walk, state, i, result == plan::no ? plan::no : none);
    } else if (i.code == opcode::either) {
        mark_decisive(walk, state, i, result == plan::yes ? plan::yes : none);
    } else if (i.code == opcode::only_where) {
        mark_in_turn(walk, state, i, plan::yes);
    } else if (i.code == opcode::unless) {
        // Where the exception holds, the first counts too: whether it applies at all is part of the result.
        mark_in_turn(walk, state, i, plan::no);
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
        for (const register_index outcome : plan.outcomes) {
            if (outcome == plan::no_register) { break; }
            roots.push_back(outcome);
            if (state.truths[outcome] == plan::yes) { break; }
        }
    }
    std::uint64_t found = plan::classes(plan, state.truths);
    for (std::size_t i = 0; i < plan.adjustments.size(); ++i) {
        const plan::adjustment& adjustment = plan.adjustments[i];
        const truth when = state.truths[adjustment.when];
        const std::uint64_t moved = plan::moved(adjustment, found);
        // Those that surely hold are reported, even where they change nothing.
        if (i >= first && (moved != found || when == plan::yes)) { roots.push_back(adjustment.when); }
        if ((when & plan::yes) != 0) { found = moved | (when == plan::yes ? 0 : found); }
    }
    return roots;
}

std::vector<register_index> deciding_roots(const run_state& state) {
    const auto& exits = state.plan->exits;
    const auto holds = [&](const plan::exit& exit) { return state.truths[exit.when] == plan::yes; };
    const auto taken = std::find_if(exits.begin(), exits.end(), holds);
    std::vector<register_index> roots;
    for (auto exit = exits.begin(); exit != taken; ++exit) { // an earlier one with the same outcome makes no difference
        if (taken == exits.end() || exit->outcome != taken->outcome) { roots.push_back(exit->when); }
    }
    if (taken != exits.end()) {
        roots.push_back(taken->when);
        return roots;
    }
    const std::vector<register_index> between_classes = class_roots(state);
    roots.insert(roots.end(), between_classes.begin(), between_classes.end());
    return roots;
}

} // namespace TIEUCHI_NAMESPACE::impl::assess
