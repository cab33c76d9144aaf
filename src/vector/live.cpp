// SPDX-License-Identifier: Apache-2.0
// What is asked for of a plan, and what that rests on.
#include "plan/opcodes.hpp"
#include "vector/compiler.hpp"

namespace TIEUCHI_NAMESPACE::impl::vector {

void compiler::keep_number(register_index one) {
    if (one != plan::no_register) { ++number_uses_[one]; }
}

void compiler::keep_truth(register_index one) {
    if (one != plan::no_register) { ++truth_uses_[one]; }
}

void compiler::keep_roots() {
    for (const plan::exit& one : plan_.exits) { keep_truth(one.when); }
    for (const register_index one : plan_.outcomes) { keep_truth(one); }
    for (const plan::adjustment& one : plan_.adjustments) { keep_truth(one.when); }
    if (what_.total) {
        keep_number(plan_.total);
        keep_number(plan_.maximum);
    }
    const auto keep_value = [&](const plan::value_registers& one) {
        keep_number(one.number);
        keep_truth(one.applies);
    };
    for (const plan::value_registers& one : plan_.quotas) {
        if (what_.quotas) { keep_value(one); }
    }
    keep_truth(plan_.where);
    keep_value(plan_.told);
    for (const plan::criterion_registers& one : plan_.criteria) {
        if (what_.statuses || what_.losses) { keep_truth(one.met); }
        const auto fixed = what_.losses ? fixed_truth_of(one) : plan::no_register;
        keep_truth(fixed);
        if (what_.points || (what_.losses && fixed == plan::no_register)) {
            keep_number(one.points);
            keep_number(one.possible);
        }
    }
}

/// Backwards: what nobody reads is not kept, and reads nothing.
void compiler::keep_what_they_rest_on() {
    for (std::size_t at = plan_.code.size(); at-- > 0;) {
        const plan::instruction& one = plan_.code[at];
        const bool of_table = one.code == plan::opcode::table_line || one.code == plan::opcode::table_begin;
        bool read = plan::writes_number(one.code) ? number_uses_[one.to] != 0 : truth_uses_[one.to] != 0;
        if (of_table && one.b != plan::no_register) { read = read || truth_uses_[one.b] != 0; }
        if (!read) { continue; }
        kept_[at] = true;
        plan::for_each_operand(
            plan_, one, [&](register_index number) { keep_number(number); }, [&](register_index truth) { keep_truth(truth); });
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::vector
