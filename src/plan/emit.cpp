// SPDX-License-Identifier: Apache-2.0
// Instructions. One whose operands are all constants is folded into a constant.
#include "plan/lowering.hpp"

namespace TIEUCHI_NAMESPACE::impl::plan {

register_index lowering::append(std::vector<instruction>& code, register_index& count, instruction op) {
    op.to = count++;
    code.push_back(op);
    return op.to;
}

register_index lowering::truth_register(instruction op) {
    constants_.emplace_back();
    return append(program_.code, program_.truths, op);
}

/// A constant that only a line of a table reads is placed in that line, where it costs nothing unless the line runs.
register_index lowering::constant_number(std::int64_t value) {
    if (in_line_) {
        const auto known = constant_numbers_.find(value);
        if (known != constant_numbers_.end()) { return known->second; }
        return number_register({opcode::constant, {}, 0, no_register, no_register, value, 0});
    }
    const auto [at, is_new] = constant_numbers_.try_emplace(value, no_register);
    if (is_new) { at->second = leading_number({opcode::constant, {}, 0, no_register, no_register, value, 0}); }
    return at->second;
}

register_index lowering::constant_truth(truth set) {
    register_index& at = constant_truths_[set];
    if (at == no_register) {
        at = append(leading_, program_.truths, {opcode::truth, {}, 0, no_register, no_register, 0, set});
        constants_.emplace_back(set);
    }
    return at;
}

register_index lowering::in_register(const number& value) { return value.constant ? constant_number(*value.constant) : value.at; }

register_index lowering::put_operands(std::initializer_list<register_index> operands) {
    const auto first = static_cast<register_index>(program_.operands.size());
    program_.operands.insert(program_.operands.end(), operands);
    return first;
}

number lowering::computed(instruction op, const number& a) {
    if (!a.constant) {
        op.a = a.at;
        return {{}, number_register(op), a.applies};
    }
    std::array<interval, 2> numbers{interval{*a.constant, *a.constant}, {}};
    op.a = 0;
    op.to = 1;
    execute(program_, op, numbers, {});
    return {numbers[1].least, no_register, a.applies};
}

number lowering::computed(instruction op, const number& a, const number& b) {
    const applicability applies = meet(a.applies, b.applies);
    if (!a.constant || !b.constant) {
        op.a = in_register(a);
        op.b = in_register(b);
        return {{}, number_register(op), applies};
    }
    std::array<interval, 3> numbers{interval{*a.constant, *a.constant}, interval{*b.constant, *b.constant}, {}};
    op.a = 0;
    op.b = 1;
    op.to = 2;
    execute(program_, op, numbers, {});
    return {numbers[2].least, no_register, applies};
}

register_index lowering::predicate(instruction op, const number& a) {
    if (!a.constant) {
        op.a = a.at;
        return truth_register(op);
    }
    return predicate(op, a, number{0, no_register, {}});
}

register_index lowering::predicate(instruction op, const number& a, const number& b) {
    if (!a.constant || !b.constant) {
        op.a = in_register(a);
        op.b = in_register(b);
        return truth_register(op);
    }
    std::array<interval, 2> numbers{interval{*a.constant, *a.constant}, interval{*b.constant, *b.constant}};
    std::array<truth, 1> truths{};
    op.a = 0;
    op.b = 1;
    execute(program_, op, numbers, truths);
    return constant_truth(truths[0]);
}

} // namespace TIEUCHI_NAMESPACE::impl::plan
