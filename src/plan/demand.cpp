// SPDX-License-Identifier: Apache-2.0
// What is lowered when: depth first by a stack of our own, for rules can be deeper than the machine's.
#include "plan/lowering.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::plan {

namespace {

/// Stages of a task. Whatever a constant operand makes unnecessary is left out before it is lowered.
enum stage : std::uint8_t { found, first_known, operands_known };

/// Operations of which a constant first operand makes the others unnecessary.
[[nodiscard]] bool looks_first(model::operation op) {
    return op == model::operation::choose || op == model::operation::only_where || op == model::operation::both ||
           op == model::operation::either;
}

[[nodiscard]] bool reads_criteria(model::operation op) {
    return op == model::operation::criterion_met || op == model::operation::every_criterion || op == model::operation::count_met;
}

} // namespace

/// The model has no cycles, so a task that is found again while it waits for its operands has been lowered by the time it is reached.
void lowering::drain(tasks open) {
    while (!open.empty()) {
        const task next = open.back();
        open.pop_back();
        if (next.at == model::none) { continue; }
        if (next.of_criterion) {
            if (program_.criteria[next.at].met == no_register) { enter_criterion(next, open); }
        } else if (!lowered_[next.at]) {
            enter_expression(next, open);
        }
    }
}

void lowering::enter_criterion(task next, tasks& open) {
    if (next.stage == operands_known) {
        lower_criterion(next.at);
        return;
    }
    open.push_back({true, operands_known, next.at});
    const model::criterion& criterion = standard_.criteria[next.at];
    open.push_back({false, found, criterion.when});
    for (const auto id : criterion.only_where) { open.push_back({false, found, id}); }
    for (const auto id : criterion.unless) { open.push_back({false, found, id}); }
    if (criterion.when != model::none) { return; }
    for (const auto child : criterion.shown.children) { open.push_back({true, found, child}); }
}

void lowering::enter_expression(task next, tasks& open) {
    const model::expression& e = expressions_[next.at];
    if (next.stage == operands_known) {
        if (e.type == model::value_type::truth) {
            truths_[next.at] = truth_for(e);
        } else {
            lower_number(next.at);
        }
        lowered_[next.at] = true;
        return;
    }
    const bool first = next.stage == found && looks_first(e.op);
    open.push_back({false, first ? first_known : operands_known, next.at});
    if (first) {
        open.push_back({false, found, e.left});
    } else if (next.stage == first_known) {
        need_rest(e, open);
    } else {
        need_operands(e, open);
        if (e.op == model::operation::table) { need_shared(standard_.tables[static_cast<std::size_t>(e.constant)], open); }
    }
}

void lowering::need_operands(const model::expression& e, tasks& open) const {
    if (e.op == model::operation::criterion_met) { open.push_back({true, found, e.at_index}); }
    if (e.op == model::operation::count_met) {
        for (const auto criterion : standard_.criteria_lists[e.at_index]) { open.push_back({true, found, criterion}); }
    }
    if (e.op == model::operation::every_criterion) {
        for (model::index i = 0; i < standard_.criteria.size(); ++i) {
            if (!standard_.criteria[i].shown.parent) { open.push_back({true, found, i}); }
        }
    }
    if (reads_criteria(e.op)) { return; }
    for (const model::index operand : {e.left, e.right, e.third, e.fourth}) { open.push_back({false, found, operand}); }
}

void lowering::need_rest(const model::expression& e, tasks& open) const {
    const auto known = constant_of(truths_[e.left]);
    const auto need = [&](model::index operand) { open.push_back({false, found, operand}); };
    if (e.op == model::operation::both || e.op == model::operation::either) {
        if (known != (e.op == model::operation::both ? no : yes)) { need(e.right); }
        return;
    }
    if (!known || known == yes) { need(e.right); }
    if (e.op == model::operation::only_where) { return; }
    if (!known || known == no) { need(e.third); }
    if (!known || known == not_applicable) { need(e.fourth); }
}

/// What the lines of a table depend on and others may read too is lowered before the table, because lines may be skipped.
void lowering::need_shared(const model::table& table, tasks& open) {
    std::vector<model::index> walk;
    for (const auto& line : table.lines) { walk.insert(walk.end(), {line.when, line.value}); }
    while (!walk.empty()) {
        const model::index at = walk.back();
        walk.pop_back();
        if (at == model::none || lowered_[at]) { continue; }
        if (is_shared(at)) {
            open.push_back({false, found, at});
            continue;
        }
        const model::expression& e = expressions_[at];
        walk.insert(walk.end(), {e.left, e.right, e.third, e.fourth});
    }
}

bool lowering::is_shared(model::index expression) const {
    const model::operation op = expressions_[expression].op;
    return uses_[expression] > 1 || op == model::operation::table || reads_criteria(op);
}

void lowering::use(model::index expression) {
    if (expression != model::none && !uses_.empty()) { ++uses_[expression]; }
}

/// Counts the readers of each expression. Only tables need to know.
void lowering::count_uses() {
    if (standard_.tables.empty()) { return; }
    uses_.assign(expressions_.size(), 0);
    for (const auto& e : expressions_) {
        std::array<model::index, 4> operands{e.left, e.right, e.third, e.fourth};
        std::sort(operands.begin(), operands.end());
        std::for_each(operands.begin(), std::unique(operands.begin(), operands.end()),
                      [&](model::index operand) { use(operand); });
    }
    for (const auto& table : standard_.tables) {
        for (const auto& line : table.lines) {
            use(line.when);
            use(line.value);
        }
    }
    for (const auto& each : standard_.criteria) {
        for (const model::index read : {each.when, each.points, each.possible}) { use(read); }
        for (const model::index read : each.only_where) { use(read); }
        for (const model::index read : each.unless) { use(read); }
    }
    for (const auto& each : standard_.exits) { use(each.when); }
    for (const auto& each : standard_.outcomes) { use(each.when); }
    for (const auto& each : standard_.adjustments) { use(each.when); }
    for (const auto& each : standard_.quotas) { use(each.highest); }
    use(standard_.total);
    use(standard_.maximum);
}

} // namespace TIEUCHI_NAMESPACE::impl::plan
