// SPDX-License-Identifier: Apache-2.0
// What criteria cost where a truth alone determines it, so that no points have to be worked out row by row.
#include "vector/compiler.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::vector {

/// The truth by which both the points of a criterion and what it counts for are chosen among constants, if there is one.
register_index compiler::fixed_truth_of(const plan::criterion_registers& registers) const {
    register_index by = plan::no_register;
    for (const register_index number : {registers.points, registers.possible}) {
        if (number == plan::no_register || table_of_.contains(number)) { return plan::no_register; }
        const plan::instruction& op = plan_.code[written_at_[number]];
        if (op.code == plan::opcode::constant) { continue; }
        if (!chooses_constants(op)) { return plan::no_register; }
        const register_index truth = plan_.operands[op.a];
        if (by != plan::no_register && by != truth) { return plan::no_register; }
        by = truth;
    }
    return by == plan::no_register ? registers.met : by;
}

/// What a constant, or one chosen among constants, comes to for the values that the truth can have.
plan::interval compiler::constant_points(register_index number, plan::truth values) const {
    const plan::instruction& op = plan_.code[written_at_[number]];
    if (op.code == plan::opcode::constant) { return {op.value, op.value}; }
    constexpr std::array<plan::truth, 3> order{plan::yes, plan::no, plan::not_applicable};
    plan::interval found{INT64_MAX, INT64_MIN};
    for (register_index i = 0; i < order.size(); ++i) {
        if ((values & order[i]) == 0) { continue; }
        const std::int64_t value = plan_.code[written_at_[plan_.operands[op.a + 1 + i]]].value;
        found = {std::min(found.least, value), std::max(found.most, value)};
    }
    return found;
}

fixed_loss compiler::loss_of(std::size_t criterion, register_index by) const {
    const plan::criterion_registers& registers = plan_.criteria[criterion];
    const points_units& units = rules_.units[criterion];
    fixed_loss loss{truth(by), {}};
    for (std::size_t i = 1; i < loss.amounts.size(); ++i) {
        const auto values = static_cast<plan::truth>(i);
        const std::int64_t least = constant_points(registers.possible, values).least * units.possible -
                                   constant_points(registers.points, values).most * units.points;
        loss.amounts[i] = std::max<std::int64_t>(least, 0);
    }
    return loss;
}

} // namespace TIEUCHI_NAMESPACE::impl::vector
