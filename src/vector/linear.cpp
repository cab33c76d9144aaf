// SPDX-License-Identifier: Apache-2.0
// Operations on one number, one after the other, become one step: N less M per X down to K is one pass over X.
#include "plan/opcodes.hpp"
#include "vector/compiler.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::vector {

/// The only operand that is not constant; none if both are numbers.
register_index compiler::only_operand(const plan::instruction& op) const {
    const auto is_constant = [&](register_index part) { return plan_.code[written_at_[part]].code == plan::opcode::constant; };
    const plan::opcode_traits& traits = plan::traits_of(op.code);
    if (traits.does == plan::arithmetic::other || traits.does == plan::arithmetic::refined) { return plan::no_register; }
    if (traits.reads == plan::operand_form::number || is_constant(op.b)) { return op.a; }
    return is_constant(op.a) ? op.b : plan::no_register;
}

/// What `outer` makes of what an operation makes of its one operand, or nothing where that is not linear between bounds. Where it wraps
/// around on the way, so it does back: the plan knows that each value fits.
std::optional<linear> compiler::after(const plan::instruction& op, const linear& outer) const {
    const auto times = [](std::int64_t a, std::int64_t b) {
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b));
    };
    const auto plus = [](std::int64_t a, std::int64_t b) {
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
    };
    const register_index other = only_operand(op) == op.a ? op.b : op.a;
    const std::int64_t constant = other == plan::no_register ? 0 : plan_.code[written_at_[other]].value;
    linear composed = outer;
    const auto bounded = [&](std::int64_t least, std::int64_t most) -> std::optional<linear> {
        if (outer.factor != 1 || outer.offset != 0) { return std::nullopt; }
        composed.least = std::clamp(least, outer.least, outer.most);
        composed.most = std::clamp(most, outer.least, outer.most);
        return composed;
    };
    if (op.code == plan::opcode::clamp) { return bounded(op.value, static_cast<std::int64_t>(op.mask)); }
    if (op.code == plan::opcode::minimum) { return bounded(INT64_MIN, constant); }
    if (op.code == plan::opcode::maximum) { return bounded(constant, INT64_MAX); }
    if (op.code == plan::opcode::scale) {
        composed.factor = times(outer.factor, op.value);
        return composed;
    }
    if (op.code == plan::opcode::add) {
        composed.offset = plus(outer.offset, times(outer.factor, constant));
        return composed;
    }
    const bool negative = other == op.a; // constant - number
    if (negative) { composed.factor = times(outer.factor, -1); }
    composed.offset = plus(outer.offset, times(outer.factor, negative ? constant : times(constant, -1)));
    return composed;
}

/// The whole chain that ends at an operation on one number.
compiler::chain compiler::chain_of(const plan::instruction& last) const {
    chain found{*after(last, linear{}), only_operand(last), {}};
    for (;;) {
        const std::size_t at = written_at_[found.input];
        const bool of_one_number = only_operand(plan_.code[at]) != plan::no_register && !begins_sum(at);
        if (number_uses_[found.input] != 1 || table_of_.contains(found.input) || !of_one_number) { return found; }
        const auto longer = after(plan_.code[at], found.does);
        if (!longer) { return found; }
        found.does = *longer;
        found.input = only_operand(plan_.code[at]);
        found.absorbed.push_back(at);
    }
}

void compiler::absorb_into_chains() {
    for (std::size_t at = plan_.code.size(); at-- > 0;) {
        const plan::instruction& op = plan_.code[at];
        if (!kept_[at] || absorbed_[at] || begins_sum(at) || only_operand(op) == plan::no_register) { continue; }
        for (const std::size_t absorbed : chain_of(op).absorbed) { absorbed_[absorbed] = true; }
    }
}

void compiler::emit_linear(const plan::instruction& op) {
    const chain found = chain_of(op);
    step emitted;
    emitted.kind = step_kind::linear;
    emitted.op = op;
    emitted.a = number(found.input);
    emitted.first = static_cast<std::uint32_t>(program_.linears.size());
    program_.linears.push_back(found.does);
    program_.steps.push_back(emitted);
}

} // namespace TIEUCHI_NAMESPACE::impl::vector
