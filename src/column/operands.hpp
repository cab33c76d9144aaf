// SPDX-License-Identifier: Apache-2.0
/// \file
/// What an instruction of the plan reads.
#pragma once

#include "plan/program.hpp"

namespace TIEUCHI_NAMESPACE::impl::column {

/// Calls `number` and `truth` with each register that an instruction reads. What a table line joins counts as written, not as read.
template <class Number, class Truth>
void for_each_operand(const plan::program& plan, const plan::instruction& one, Number number, Truth truth) {
    using plan::opcode;
    const auto at = [&](plan::register_index i) { return plan.operands[i]; };
    switch (one.code) {
    case opcode::load:
    case opcode::constant:
    case opcode::table_begin:
    case opcode::truth:
    case opcode::in_outcomes: return;
    case opcode::scale:
    case opcode::round:
    case opcode::clamp:
    case opcode::months:
    case opcode::is_true:
    case opcode::not_zero:
    case opcode::in_options: number(one.a); return;
    case opcode::add:
    case opcode::subtract:
    case opcode::product:
    case opcode::divide:
    case opcode::minimum:
    case opcode::maximum:
    case opcode::at_most:
    case opcode::at_least:
    case opcode::lookup:
    case opcode::compare:
    case opcode::share:
        number(one.a);
        if (one.b != plan::no_register) { number(one.b); }
        return;
    case opcode::choose:
        truth(at(one.a));
        for (plan::register_index i = 1; i < 4; ++i) { number(at(one.a + i)); }
        return;
    case opcode::table_line:
        if (at(one.a + plan::line_when) != plan::no_register) { truth(at(one.a + plan::line_when)); }
        number(at(one.a + plan::line_value));
        if (one.b != plan::no_register) { truth(at(one.a + plan::line_applies)); }
        return;
    case opcode::count_met:
    case opcode::at_least_of:
        for (plan::register_index i = one.a; i < one.b; ++i) { truth(at(i)); }
        return;
    case opcode::negate:
    case opcode::accepted:
    case opcode::applicable: truth(one.a); return;
    case opcode::both:
    case opcode::either:
    case opcode::only_where:
    case opcode::unless:
        truth(one.a);
        truth(one.b);
        return;
    case opcode::choose_truth:
        for (plan::register_index i = 0; i < 4; ++i) { truth(at(one.a + i)); }
        return;
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::column
