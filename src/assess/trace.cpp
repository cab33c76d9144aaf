// SPDX-License-Identifier: Apache-2.0
// What settled a result.
#include "assess/trace.hpp"

#include "assess/backward.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::assess {

namespace {

/// What a number rests on.
void visit_number(backward& walk, const run_state& state, const instruction& i) {
    switch (i.code) {
    case opcode::load: walk.mark_slot(i.a); break;
    case opcode::constant:
    case opcode::table_begin: break;
    case opcode::at_most:
    case opcode::at_least:
        walk.mark_number(i.a);
        if (!(state.numbers[i.to] == state.numbers[i.a])) { walk.mark_number(i.b); }
        break;
    case opcode::choose:
        walk.mark(state.plan->operands[i.a]);
        for (const branch& one : branches_of(state, i)) { walk.mark_number(one.at); }
        break;
    case opcode::count_met:
        for (register_index k = i.a; k < i.b; ++k) { walk.mark(state.plan->operands[k]); }
        break;
    case opcode::table_line: {
        const line_operands line = line_of(state, i);
        if (line.when != plan::no_register) { walk.mark(line.when); }
        if ((line.can_be & plan::yes) == 0) { break; }
        if (walk.number_marked(i.to)) { walk.mark_number(line.value); }
        if (i.b != plan::no_register && walk.marked(i.b) != 0) { walk.mark(line.applies); }
        break;
    }
    default:
        walk.mark_number(i.a);
        if (i.b != plan::no_register) { walk.mark_number(i.b); }
        break;
    }
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
    case opcode::not_zero:
    case opcode::in_options: walk.mark_number(i.a); break;
    case opcode::compare:
        walk.mark_number(i.a);
        walk.mark_number(i.b);
        break;
    case opcode::share:
        if (result != plan::not_applicable) { walk.mark_number(i.a); }
        walk.mark_number(i.b);
        break;
    case opcode::negate:
    case opcode::accepted:
    case opcode::applicable: walk.mark(i.a); break;
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
    case opcode::choose_truth:
        walk.mark(state.plan->operands[i.a]);
        for (const branch& one : branches_of(state, i)) { walk.mark(one.at); }
        break;
    case opcode::at_least_of:
        for (register_index k = i.a; k < i.b; ++k) { walk.mark(state.plan->operands[k]); }
        break;
    default: break;
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
