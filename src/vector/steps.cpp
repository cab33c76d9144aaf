// SPDX-License-Identifier: Apache-2.0
// Steps from instructions. Facts are read right before the first step that needs them, so that they are near when it does.
#include "plan/opcodes.hpp"
#include "vector/compiler.hpp"

namespace TIEUCHI_NAMESPACE::impl::vector {

using plan::opcode;
using plan::operand_form;

operand compiler::number(register_index reg) {
    const plan::instruction& source = plan_.code[written_at_[reg]];
    if (source.code == opcode::constant) { return {plan::no_register, source.value}; }
    if (source.code == opcode::load) { return {emit_fact(source.a), 0}; }
    return {reg, 0};
}

register_index compiler::truth(register_index reg) const { return truth_alias_[reg]; }

std::uint32_t compiler::emit_fact(std::uint32_t slot) {
    if (facts_[slot] == plan::no_register) {
        facts_[slot] = program_.numbers++;
        step emitted;
        emitted.kind = step_kind::fact;
        emitted.op.a = slot;
        emitted.op.mask = rules_.yes_no[slot] ? 1 : 0;
        emitted.op.to = facts_[slot];
        program_.steps.push_back(emitted);
    }
    return facts_[slot];
}

std::uint32_t compiler::emit_fact_truth(std::uint32_t slot) {
    if (fact_truths_[slot] == plan::no_register) {
        fact_truths_[slot] = program_.truths++;
        step emitted;
        emitted.kind = step_kind::fact_truth;
        emitted.op.a = slot;
        emitted.op.to = fact_truths_[slot];
        program_.steps.push_back(emitted);
    }
    return fact_truths_[slot];
}

/// Whether a truth is just a yes-or-no fact, which a block holds as bits already.
bool compiler::is_yes_no(const plan::instruction& op) const {
    if (op.code != opcode::is_true) { return false; }
    const plan::instruction& source = plan_.code[written_at_[op.a]];
    return source.code == opcode::load && rules_.yes_no[source.a];
}

void compiler::emit(std::size_t at) {
    const plan::instruction& op = plan_.code[at];
    if (!kept_[at] || absorbed_[at]) { return; }
    if (op.code == opcode::load || op.code == opcode::constant) { return; }
    if (op.code == opcode::table_begin) {
        emit_table_begin(op, at);
    } else if (begins_sum(at)) {
        step emitted;
        emitted.kind = step_kind::sum;
        emitted.op.to = op.to;
        gather(at, emitted);
        program_.steps.push_back(emitted);
    } else if (plan::writes_number(op.code) && only_operand(op) != plan::no_register) {
        emit_linear(op);
    } else if (plan::writes_number(op.code)) {
        emit_number(op);
    } else {
        emit_truth(op);
    }
}

void compiler::emit_number(const plan::instruction& op) {
    step emitted;
    emitted.op = op;
    if (op.code == opcode::choose) {
        emitted.kind = step_kind::choose;
        std::vector<operand> operands{{truth(plan_.operands[op.a]), 0}};
        for (register_index i = 1; i < 4; ++i) { operands.push_back(number(plan_.operands[op.a + i])); }
        emitted.first = static_cast<std::uint32_t>(program_.operands.size());
        program_.operands.insert(program_.operands.end(), operands.begin(), operands.end());
    } else if (op.code == opcode::table_line) {
        emitted.kind = step_kind::table_line;
        const register_index when = optional_truth(plan_.operands[op.a + plan::line_when]);
        const operand line_value = number(plan_.operands[op.a + plan::line_value]);
        emitted.first = static_cast<std::uint32_t>(program_.operands.size());
        program_.operands.push_back({when, 0});
        program_.operands.push_back(line_value);
        const bool applies = op.b != plan::no_register;
        program_.operands.push_back({applies ? truth(plan_.operands[op.a + plan::line_applies]) : plan::no_register, 0});
        program_.table_ends[static_cast<std::size_t>(op.value)] = static_cast<std::uint32_t>(program_.steps.size());
    } else {
        emitted.kind = step_kind::number;
        emitted.a = number(op.a);
        if (op.b != plan::no_register) { emitted.b = number(op.b); }
    }
    program_.steps.push_back(emitted);
}

void compiler::emit_truth(const plan::instruction& op) {
    step emitted;
    emitted.op = op;
    switch (plan::traits_of(op.code).reads) {
    case operand_form::number:
    case operand_form::numbers:
    case operand_form::one_or_two:
        if (is_yes_no(op)) {
            truth_alias_[op.to] = emit_fact_truth(plan_.code[written_at_[op.a]].a);
            return;
        }
        emitted.kind = step_kind::predicate;
        emitted.a = number(op.a);
        if (op.b != plan::no_register) { emitted.b = number(op.b); }
        break;
    case operand_form::outcomes: emitted.kind = step_kind::outcomes; break;
    case operand_form::truth_list: emit_at_least(op); return;
    case operand_form::truth_choice:
        emitted.kind = step_kind::choose_truth;
        emitted.first = static_cast<std::uint32_t>(program_.operands.size());
        for (register_index i = 0; i <= plan::branches; ++i) {
            program_.operands.push_back({truth(plan_.operands[op.a + i]), 0});
        }
        break;
    case operand_form::nothing:
    case operand_form::truth:
    case operand_form::truths:
        emitted.kind = step_kind::truth;
        if (op.a != plan::no_register) { emitted.op.a = truth(op.a); }
        if (op.b != plan::no_register) { emitted.op.b = truth(op.b); }
        break;
    case operand_form::slot: // these write numbers
    case operand_form::number_choice:
    case operand_form::line: return;
    }
    program_.steps.push_back(emitted);
}

/// At least N of some truths: their count, compared with N.
void compiler::emit_at_least(const plan::instruction& op) {
    step count;
    count.kind = step_kind::sum;
    count.op.to = program_.numbers++;
    count.first = static_cast<std::uint32_t>(program_.terms.size());
    add_counted(op, 1);
    count.last = static_cast<std::uint32_t>(program_.terms.size());
    count.op.mask = lane_width(count);
    step comparison;
    comparison.kind = step_kind::predicate;
    comparison.op.code = opcode::compare;
    comparison.op.relation = model::relation::greater_equal;
    comparison.op.to = op.to;
    comparison.a = {count.op.to, 0};
    comparison.b = {plan::no_register, op.value};
    program_.steps.push_back(count);
    program_.steps.push_back(comparison);
}

/// Facts that the lines of a table read are read before the table, because its lines may be skipped.
void compiler::emit_table_begin(const plan::instruction& op, std::size_t at) {
    const std::uint32_t table = table_of_.at(op.to);
    const std::size_t end = plan_.tables[table].lines.back();
    for (std::size_t i = at + 1; i <= end; ++i) {
        if (!kept_[i]) { continue; }
        if (is_yes_no(plan_.code[i])) {
            emit_fact_truth(plan_.code[written_at_[plan_.code[i].a]].a);
            continue;
        }
        const auto read = [&](register_index number) {
            const plan::instruction& source = plan_.code[written_at_[number]];
            if (source.code == opcode::load) { emit_fact(source.a); }
        };
        plan::for_each_operand(plan_, plan_.code[i], read, [](register_index) {});
    }
    step emitted;
    emitted.kind = step_kind::table_begin;
    emitted.op = op;
    emitted.op.value = table;
    program_.steps.push_back(emitted);
}

void compiler::set_bounds() {
    program_.bounded_at.assign(rules_.nothing_known.size(), plan::no_register);
    const auto index_of = [&](std::uint32_t slot) {
        std::uint32_t& index = program_.bounded_at[slot];
        if (index == plan::no_register) {
            index = static_cast<std::uint32_t>(program_.bounded.size());
            program_.bounded.push_back(slot);
        }
        return index;
    };
    for (const auto& [part, whole] : rules_.bounds) {
        const std::uint32_t of_part = index_of(part);
        program_.bounds.push_back({of_part, index_of(whole)});
    }
}

operand compiler::optional_number(register_index reg) { return reg == plan::no_register ? operand{} : number(reg); }

register_index compiler::optional_truth(register_index reg) const { return reg == plan::no_register ? reg : truth(reg); }

value_root compiler::value(const plan::value_registers& registers) {
    return {optional_number(registers.number), optional_truth(registers.applies)};
}

criterion_roots compiler::roots_of(std::size_t criterion) {
    const plan::criterion_registers& registers = plan_.criteria[criterion];
    criterion_roots roots;
    if (what_.statuses || what_.losses) { roots.met = truth(registers.met); }
    const register_index fixed = what_.losses ? fixed_truth_of(registers) : plan::no_register;
    if (fixed != plan::no_register) {
        roots.fixed = static_cast<std::uint32_t>(program_.fixed_losses.size());
        program_.fixed_losses.push_back(loss_of(criterion, fixed));
    }
    if (what_.points || (what_.losses && fixed == plan::no_register)) {
        roots.has_points = registers.points != plan::no_register;
        roots.points = optional_number(registers.points);
        roots.possible = optional_number(registers.possible);
    }
    return roots;
}

void compiler::set_roots() {
    program_.scored = plan_.total != plan::no_register;
    if (what_.total) {
        program_.total = optional_number(plan_.total);
        program_.maximum = optional_number(plan_.maximum);
    }
    if (what_.quotas) {
        for (const plan::value_registers& registers : plan_.quotas) { program_.quotas.push_back(value(registers)); }
    }
    program_.where = optional_truth(plan_.where);
    program_.contribution = value(plan_.contribution);
    program_.units = rules_.units;
    program_.total_units = rules_.total_units;
    for (std::size_t i = 0; i < plan_.criteria.size(); ++i) { program_.criteria.push_back(roots_of(i)); }
    for (const plan::exit& each : plan_.exits) { program_.exits.push_back({truth(each.when), each.outcome}); }
    for (const register_index reg : plan_.outcomes) { program_.outcomes.push_back(optional_truth(reg)); }
    for (const plan::adjustment& adjustment : plan_.adjustments) {
        program_.adjustments.push_back({adjustment.kind, adjustment.outcome, truth(adjustment.when)});
    }
}

compiler::compiler(const rules_in_plan& rules, const wanted& what)
    : rules_(rules),
      plan_(*rules.plan),
      what_(what),
      number_uses_(plan_.numbers, 0),
      truth_uses_(plan_.truths, 0),
      written_at_(plan_.numbers, 0),
      kept_(plan_.code.size(), false),
      absorbed_(plan_.code.size(), false),
      facts_(rules.nothing_known.size(), plan::no_register),
      fact_truths_(rules.nothing_known.size(), plan::no_register) {
    for (register_index i = 0; i < plan_.truths; ++i) { truth_alias_.push_back(i); }
    for (std::size_t at = 0; at < plan_.code.size(); ++at) {
        const plan::instruction& op = plan_.code[at];
        if (op.code == opcode::table_line) {
            table_of_[op.to] = static_cast<std::uint32_t>(op.value);
        } else if (plan::writes_number(op.code)) {
            written_at_[op.to] = at;
        }
    }
}

program compiler::make() {
    program_.plan = &plan_;
    program_.unknown = rules_.nothing_known;
    program_.outcome_count = rules_.outcome_count;
    program_.numbers = plan_.numbers;
    program_.truths = plan_.truths;
    program_.table_ends.assign(plan_.tables.size(), 0);
    keep_roots();
    keep_what_they_rest_on();
    absorb_into_sums();
    absorb_into_chains();
    for (std::size_t at = 0; at < plan_.code.size(); ++at) { emit(at); }
    set_roots();
    set_bounds();
    allocate();
    return std::move(program_);
}

program compile(const rules_in_plan& rules, const wanted& what) { return compiler(rules, what).make(); }

} // namespace TIEUCHI_NAMESPACE::impl::vector
