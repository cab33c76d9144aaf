// SPDX-License-Identifier: Apache-2.0
// Steps from instructions. Facts are read right before the first step that needs them, so that they are near when it does.
#include "plan/opcodes.hpp"
#include "vector/compiler.hpp"

namespace TIEUCHI_NAMESPACE::impl::vector {

using plan::opcode;
using plan::operand_form;

operand compiler::number(register_index one) {
    const plan::instruction& made = plan_.code[number_made_[one]];
    if (made.code == opcode::constant) { return {plan::no_register, made.value}; }
    if (made.code == opcode::load) { return {emit_fact(made.a), 0}; }
    return {one, 0};
}

register_index compiler::truth(register_index one) const { return truth_alias_[one]; }

std::uint32_t compiler::emit_fact(std::uint32_t slot) {
    if (facts_[slot] == plan::no_register) {
        facts_[slot] = made_.numbers++;
        step made;
        made.kind = step_kind::fact;
        made.one.a = slot;
        made.one.mask = of_.yes_no[slot] ? 1 : 0;
        made.one.to = facts_[slot];
        made_.steps.push_back(made);
    }
    return facts_[slot];
}

std::uint32_t compiler::emit_fact_truth(std::uint32_t slot) {
    if (fact_truths_[slot] == plan::no_register) {
        fact_truths_[slot] = made_.truths++;
        step made;
        made.kind = step_kind::fact_truth;
        made.one.a = slot;
        made.one.to = fact_truths_[slot];
        made_.steps.push_back(made);
    }
    return fact_truths_[slot];
}

/// Whether a truth is that of a fact, as it was told.
bool compiler::is_yes_no(const plan::instruction& one) const {
    if (one.code != opcode::is_true) { return false; }
    const plan::instruction& of = plan_.code[number_made_[one.a]];
    return of.code == opcode::load && of_.yes_no[of.a];
}

void compiler::emit(std::size_t at) {
    const plan::instruction& one = plan_.code[at];
    if (!kept_[at] || absorbed_[at]) { return; }
    if (one.code == opcode::load || one.code == opcode::constant) { return; }
    if (one.code == opcode::table_begin) {
        emit_table_begin(one, at);
    } else if (begins_sum(at)) {
        step made;
        made.kind = step_kind::sum;
        made.one.to = one.to;
        gather(at, made);
        made_.steps.push_back(made);
    } else if (plan::writes_number(one.code) && only_operand(one) != plan::no_register) {
        emit_linear(one);
    } else if (plan::writes_number(one.code)) {
        emit_number(one);
    } else {
        emit_truth(one);
    }
}

void compiler::emit_number(const plan::instruction& one) {
    step made;
    made.one = one;
    if (one.code == opcode::choose) {
        made.kind = step_kind::choose;
        made.first = static_cast<std::uint32_t>(made_.operands.size());
        std::vector<operand> of{{truth(plan_.operands[one.a]), 0}};
        for (register_index i = 1; i < 4; ++i) { of.push_back(number(plan_.operands[one.a + i])); }
        made.first = static_cast<std::uint32_t>(made_.operands.size());
        made_.operands.insert(made_.operands.end(), of.begin(), of.end());
    } else if (one.code == opcode::table_line) {
        made.kind = step_kind::table_line;
        const register_index when = plan_.operands[one.a + plan::line_when];
        const operand value = number(plan_.operands[one.a + plan::line_value]);
        made.first = static_cast<std::uint32_t>(made_.operands.size());
        made_.operands.push_back({when == plan::no_register ? when : truth(when), 0});
        made_.operands.push_back(value);
        const bool applies = one.b != plan::no_register;
        made_.operands.push_back({applies ? truth(plan_.operands[one.a + plan::line_applies]) : plan::no_register, 0});
        made_.table_ends[static_cast<std::size_t>(one.value)] = static_cast<std::uint32_t>(made_.steps.size());
    } else {
        made.kind = step_kind::number;
        made.a = number(one.a);
        if (one.b != plan::no_register) { made.b = number(one.b); }
    }
    made_.steps.push_back(made);
}

void compiler::emit_truth(const plan::instruction& one) {
    step made;
    made.one = one;
    switch (plan::traits_of(one.code).reads) {
    case operand_form::number:
    case operand_form::numbers:
    case operand_form::one_or_two:
        if (is_yes_no(one)) {
            truth_alias_[one.to] = emit_fact_truth(plan_.code[number_made_[one.a]].a);
            return;
        }
        made.kind = step_kind::asked;
        made.a = number(one.a);
        if (one.b != plan::no_register) { made.b = number(one.b); }
        break;
    case operand_form::outcomes: made.kind = step_kind::outcomes; break;
    case operand_form::truth_list: emit_at_least(one); return;
    case operand_form::truth_choice:
        made.kind = step_kind::choose_truth;
        made.first = static_cast<std::uint32_t>(made_.operands.size());
        for (register_index i = 0; i <= plan::branches; ++i) { made_.operands.push_back({truth(plan_.operands[one.a + i]), 0}); }
        break;
    case operand_form::nothing:
    case operand_form::truth:
    case operand_form::truths:
        made.kind = step_kind::truth;
        if (one.a != plan::no_register) { made.one.a = truth(one.a); }
        if (one.b != plan::no_register) { made.one.b = truth(one.b); }
        break;
    case operand_form::slot: // these write numbers
    case operand_form::number_choice:
    case operand_form::line: return;
    }
    made_.steps.push_back(made);
}

/// At least so many of some truths: their count, compared.
void compiler::emit_at_least(const plan::instruction& one) {
    step count;
    count.kind = step_kind::sum;
    count.one.to = made_.numbers++;
    count.first = static_cast<std::uint32_t>(made_.terms.size());
    add_counted(one, 1);
    count.last = static_cast<std::uint32_t>(made_.terms.size());
    count.one.mask = lane_width(count);
    step asks;
    asks.kind = step_kind::asked;
    asks.one.code = opcode::compare;
    asks.one.relation = model::relation::greater_equal;
    asks.one.to = one.to;
    asks.a = {count.one.to, 0};
    asks.b = {plan::no_register, one.value};
    made_.steps.push_back(count);
    made_.steps.push_back(asks);
}

/// What the lines of a table read of facts is read before the table, for its lines may be skipped.
void compiler::emit_table_begin(const plan::instruction& one, std::size_t at) {
    const std::uint32_t table = table_of_.at(one.to);
    const std::size_t end = plan_.tables[table].lines.back();
    for (std::size_t i = at + 1; i <= end; ++i) {
        if (!kept_[i]) { continue; }
        if (is_yes_no(plan_.code[i])) {
            emit_fact_truth(plan_.code[number_made_[plan_.code[i].a]].a);
            continue;
        }
        const auto read = [&](register_index number) {
            const plan::instruction& made = plan_.code[number_made_[number]];
            if (made.code == opcode::load) { emit_fact(made.a); }
        };
        plan::for_each_operand(plan_, plan_.code[i], read, [](register_index) {});
    }
    step made;
    made.kind = step_kind::table_begin;
    made.one = one;
    made.one.value = table;
    made_.steps.push_back(made);
}

void compiler::set_bounds() {
    made_.bounded_at.assign(of_.nothing_known.size(), plan::no_register);
    const auto place_of = [&](std::uint32_t slot) {
        std::uint32_t& place = made_.bounded_at[slot];
        if (place == plan::no_register) {
            place = static_cast<std::uint32_t>(made_.bounded.size());
            made_.bounded.push_back(slot);
        }
        return place;
    };
    for (const auto& [part, whole] : of_.bounds) {
        const std::uint32_t of_part = place_of(part);
        made_.bounds.push_back({of_part, place_of(whole)});
    }
}

void compiler::set_roots() {
    const auto number_of = [&](register_index one) { return one == plan::no_register ? operand{} : number(one); };
    made_.scored = plan_.total != plan::no_register;
    if (what_.total) {
        made_.total = number_of(plan_.total);
        made_.maximum = number_of(plan_.maximum);
    }
    const auto value_of = [&](const plan::value_registers& one) {
        return value_root{number_of(one.number), one.applies == plan::no_register ? one.applies : truth(one.applies)};
    };
    for (const plan::value_registers& one : plan_.quotas) {
        if (what_.quotas) { made_.quotas.push_back(value_of(one)); }
    }
    if (plan_.where != plan::no_register) { made_.where = truth(plan_.where); }
    made_.told = value_of(plan_.told);
    made_.units = of_.units;
    made_.total_units = of_.total_units;
    made_.criteria.resize(plan_.criteria.size());
    for (std::size_t i = 0; i < plan_.criteria.size(); ++i) {
        const plan::criterion_registers& of = plan_.criteria[i];
        criterion_roots& to = made_.criteria[i];
        if (what_.statuses || what_.losses) { to.met = truth(of.met); }
        const register_index fixed = what_.losses ? fixed_truth_of(of) : plan::no_register;
        if (fixed != plan::no_register) {
            to.fixed = static_cast<std::uint32_t>(made_.fixed_losses.size());
            made_.fixed_losses.push_back(loss_of(i, fixed));
        }
        if (what_.points || (what_.losses && fixed == plan::no_register)) {
            to.points_asked = of.points != plan::no_register;
            to.points = number_of(of.points);
            to.possible = number_of(of.possible);
        }
    }
    for (const plan::exit& one : plan_.exits) { made_.exits.push_back({truth(one.when), one.outcome}); }
    for (const register_index one : plan_.outcomes) { made_.outcomes.push_back(one == plan::no_register ? one : truth(one)); }
    for (const plan::adjustment& one : plan_.adjustments) {
        made_.adjustments.push_back({one.kind, one.outcome, truth(one.when)});
    }
}

compiler::compiler(const rules_in_plan& of, const wanted& what)
    : of_(of),
      plan_(*of.plan),
      what_(what),
      number_uses_(plan_.numbers, 0),
      truth_uses_(plan_.truths, 0),
      number_made_(plan_.numbers, 0),
      kept_(plan_.code.size(), false),
      absorbed_(plan_.code.size(), false),
      facts_(of.nothing_known.size(), plan::no_register),
      fact_truths_(of.nothing_known.size(), plan::no_register) {
    for (register_index i = 0; i < plan_.truths; ++i) { truth_alias_.push_back(i); }
    for (std::size_t at = 0; at < plan_.code.size(); ++at) {
        const plan::instruction& one = plan_.code[at];
        if (one.code == opcode::table_line) {
            table_of_[one.to] = static_cast<std::uint32_t>(one.value);
        } else if (plan::writes_number(one.code)) {
            number_made_[one.to] = at;
        }
    }
}

program compiler::make() {
    made_.plan = &plan_;
    made_.unknown = of_.nothing_known;
    made_.outcome_count = of_.outcome_count;
    made_.numbers = plan_.numbers;
    made_.truths = plan_.truths;
    made_.table_ends.assign(plan_.tables.size(), 0);
    keep_roots();
    keep_what_they_rest_on();
    absorb_into_sums();
    absorb_into_chains();
    for (std::size_t at = 0; at < plan_.code.size(); ++at) { emit(at); }
    set_roots();
    set_bounds();
    allocate();
    return std::move(made_);
}

program compile(const rules_in_plan& of, const wanted& what) { return compiler(of, what).make(); }

} // namespace TIEUCHI_NAMESPACE::impl::vector
