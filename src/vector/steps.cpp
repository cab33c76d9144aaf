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

/// Whether a truth is that of a fact, as it was told.
bool compiler::is_yes_no(const plan::instruction& op) const {
    if (op.code != opcode::is_true) { return false; }
    const plan::instruction& of = plan_.code[written_at_[op.a]];
    return of.code == opcode::load && rules_.yes_no[of.a];
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
        emitted.first = static_cast<std::uint32_t>(program_.operands.size());
        std::vector<operand> of{{truth(plan_.operands[op.a]), 0}};
        for (register_index i = 1; i < 4; ++i) { of.push_back(number(plan_.operands[op.a + i])); }
        emitted.first = static_cast<std::uint32_t>(program_.operands.size());
        program_.operands.insert(program_.operands.end(), of.begin(), of.end());
    } else if (op.code == opcode::table_line) {
        emitted.kind = step_kind::table_line;
        const register_index when = plan_.operands[op.a + plan::line_when];
        const operand value = number(plan_.operands[op.a + plan::line_value]);
        emitted.first = static_cast<std::uint32_t>(program_.operands.size());
        program_.operands.push_back({when == plan::no_register ? when : truth(when), 0});
        program_.operands.push_back(value);
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
        emitted.kind = step_kind::asked;
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

/// At least so many of some truths: their count, compared.
void compiler::emit_at_least(const plan::instruction& op) {
    step count;
    count.kind = step_kind::sum;
    count.op.to = program_.numbers++;
    count.first = static_cast<std::uint32_t>(program_.terms.size());
    add_counted(op, 1);
    count.last = static_cast<std::uint32_t>(program_.terms.size());
    count.op.mask = lane_width(count);
    step asks;
    asks.kind = step_kind::asked;
    asks.op.code = opcode::compare;
    asks.op.relation = model::relation::greater_equal;
    asks.op.to = op.to;
    asks.a = {count.op.to, 0};
    asks.b = {plan::no_register, op.value};
    program_.steps.push_back(count);
    program_.steps.push_back(asks);
}

/// What the lines of a table read of facts is read before the table, for its lines may be skipped.
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
    const auto place_of = [&](std::uint32_t slot) {
        std::uint32_t& place = program_.bounded_at[slot];
        if (place == plan::no_register) {
            place = static_cast<std::uint32_t>(program_.bounded.size());
            program_.bounded.push_back(slot);
        }
        return place;
    };
    for (const auto& [part, whole] : rules_.bounds) {
        const std::uint32_t of_part = place_of(part);
        program_.bounds.push_back({of_part, place_of(whole)});
    }
}

void compiler::set_roots() {
    const auto number_of = [&](register_index reg) { return reg == plan::no_register ? operand{} : number(reg); };
    program_.scored = plan_.total != plan::no_register;
    if (what_.total) {
        program_.total = number_of(plan_.total);
        program_.maximum = number_of(plan_.maximum);
    }
    const auto value_of = [&](const plan::value_registers& value) {
        return value_root{number_of(value.number), value.applies == plan::no_register ? value.applies : truth(value.applies)};
    };
    for (const plan::value_registers& value : plan_.quotas) {
        if (what_.quotas) { program_.quotas.push_back(value_of(value)); }
    }
    if (plan_.where != plan::no_register) { program_.where = truth(plan_.where); }
    program_.told = value_of(plan_.told);
    program_.units = rules_.units;
    program_.total_units = rules_.total_units;
    program_.criteria.resize(plan_.criteria.size());
    for (std::size_t i = 0; i < plan_.criteria.size(); ++i) {
        const plan::criterion_registers& of = plan_.criteria[i];
        criterion_roots& to = program_.criteria[i];
        if (what_.statuses || what_.losses) { to.met = truth(of.met); }
        const register_index fixed = what_.losses ? fixed_truth_of(of) : plan::no_register;
        if (fixed != plan::no_register) {
            to.fixed = static_cast<std::uint32_t>(program_.fixed_losses.size());
            program_.fixed_losses.push_back(loss_of(i, fixed));
        }
        if (what_.points || (what_.losses && fixed == plan::no_register)) {
            to.points_asked = of.points != plan::no_register;
            to.points = number_of(of.points);
            to.possible = number_of(of.possible);
        }
    }
    for (const plan::exit& each : plan_.exits) { program_.exits.push_back({truth(each.when), each.outcome}); }
    for (const register_index reg : plan_.outcomes) { program_.outcomes.push_back(reg == plan::no_register ? reg : truth(reg)); }
    for (const plan::adjustment& adjustment : plan_.adjustments) {
        program_.adjustments.push_back({adjustment.kind, adjustment.outcome, truth(adjustment.when)});
    }
}

compiler::compiler(const rules_in_plan& of, const wanted& what)
    : rules_(of),
      plan_(*of.plan),
      what_(what),
      number_uses_(plan_.numbers, 0),
      truth_uses_(plan_.truths, 0),
      written_at_(plan_.numbers, 0),
      kept_(plan_.code.size(), false),
      absorbed_(plan_.code.size(), false),
      facts_(of.nothing_known.size(), plan::no_register),
      fact_truths_(of.nothing_known.size(), plan::no_register) {
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

program compile(const rules_in_plan& of, const wanted& what) { return compiler(of, what).make(); }

} // namespace TIEUCHI_NAMESPACE::impl::vector
