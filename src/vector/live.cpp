// SPDX-License-Identifier: Apache-2.0
// Liveness: the roots of a program, and the instructions that they depend on.
#include "plan/opcodes.hpp"
#include "vector/compiler.hpp"

namespace TIEUCHI_NAMESPACE::impl::vector {

void compiler::keep_number(register_index reg) {
    if (reg != plan::no_register) { ++number_uses_[reg]; }
}

void compiler::keep_truth(register_index reg) {
    if (reg != plan::no_register) { ++truth_uses_[reg]; }
}

void compiler::keep_roots() {
    for (const plan::exit& each : plan_.exits) { keep_truth(each.when); }
    for (const register_index reg : plan_.outcomes) { keep_truth(reg); }
    for (const plan::adjustment& adjustment : plan_.adjustments) { keep_truth(adjustment.when); }
    if (what_.total) {
        keep_number(plan_.total);
        keep_number(plan_.maximum);
    }
    const auto keep_value = [&](const plan::value_registers& value) {
        keep_number(value.number);
        keep_truth(value.applies);
    };
    for (const plan::value_registers& value : plan_.quotas) {
        if (what_.quotas) { keep_value(value); }
    }
    keep_truth(plan_.where);
    keep_value(plan_.contribution);
    for (const plan::criterion_registers& registers : plan_.criteria) {
        if (what_.statuses || what_.losses) { keep_truth(registers.met); }
        const auto fixed = what_.losses ? fixed_truth_of(registers) : plan::no_register;
        keep_truth(fixed);
        if (what_.points || (what_.losses && fixed == plan::no_register)) {
            keep_number(registers.points);
            keep_number(registers.possible);
        }
    }
}

/// Backwards: an instruction that nothing reads is not kept, and so keeps none of its operands.
void compiler::keep_what_they_rest_on() {
    for (std::size_t at = plan_.code.size(); at-- > 0;) {
        const plan::instruction& op = plan_.code[at];
        const bool of_table = op.code == plan::opcode::table_line || op.code == plan::opcode::table_begin;
        bool read = plan::writes_number(op.code) ? number_uses_[op.to] != 0 : truth_uses_[op.to] != 0;
        if (of_table && op.b != plan::no_register) { read = read || truth_uses_[op.b] != 0; }
        if (!read) { continue; }
        kept_[at] = true;
        plan::for_each_operand(
            plan_, op, [&](register_index number) { keep_number(number); }, [&](register_index truth) { keep_truth(truth); });
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::vector
