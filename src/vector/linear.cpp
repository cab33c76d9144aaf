// SPDX-License-Identifier: Apache-2.0
// Operations on one number, one after the other, become one step: N less M per X down to K is one pass over X.
#include "plan/opcodes.hpp"
#include "vector/compiler.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::vector {

/// The one number that an operation is on, the other operand being constant; none where there are two.
register_index compiler::only_operand(const plan::instruction& one) const {
    const auto is_constant = [&](register_index part) { return plan_.code[number_made_[part]].code == plan::opcode::constant; };
    const plan::opcode_traits& traits = plan::traits_of(one.code);
    if (traits.does == plan::arithmetic::other || traits.does == plan::arithmetic::refined) { return plan::no_register; }
    if (traits.reads == plan::operand_form::number || is_constant(one.b)) { return one.a; }
    return is_constant(one.a) ? one.b : plan::no_register;
}

/// What `outer` makes of what an operation makes of its one operand, or nothing where that is not linear between bounds. Where it wraps
/// around on the way, so it does back: the plan knows that each value fits.
std::optional<linear> compiler::after(const plan::instruction& one, const linear& outer) const {
    const auto times = [](std::int64_t a, std::int64_t b) {
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b));
    };
    const auto plus = [](std::int64_t a, std::int64_t b) {
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
    };
    const register_index other = only_operand(one) == one.a ? one.b : one.a;
    const std::int64_t constant = other == plan::no_register ? 0 : plan_.code[number_made_[other]].value;
    linear made = outer;
    const auto bounded = [&](std::int64_t least, std::int64_t most) -> std::optional<linear> {
        if (outer.factor != 1 || outer.offset != 0) { return std::nullopt; }
        made.least = std::clamp(least, outer.least, outer.most);
        made.most = std::clamp(most, outer.least, outer.most);
        return made;
    };
    if (one.code == plan::opcode::clamp) { return bounded(one.value, static_cast<std::int64_t>(one.mask)); }
    if (one.code == plan::opcode::minimum) { return bounded(INT64_MIN, constant); }
    if (one.code == plan::opcode::maximum) { return bounded(constant, INT64_MAX); }
    if (one.code == plan::opcode::scale) {
        made.factor = times(outer.factor, one.value);
        return made;
    }
    if (one.code == plan::opcode::add) {
        made.offset = plus(outer.offset, times(outer.factor, constant));
        return made;
    }
    const bool negative = other == one.a; // constant - number
    if (negative) { made.factor = times(outer.factor, -1); }
    made.offset = plus(outer.offset, times(outer.factor, negative ? constant : times(constant, -1)));
    return made;
}

/// The whole chain that ends at an operation on one number.
compiler::chain compiler::chain_of(const plan::instruction& last) const {
    chain found{*after(last, linear{}), only_operand(last), {}};
    for (;;) {
        const std::size_t at = number_made_[found.of];
        const bool of_one_number = only_operand(plan_.code[at]) != plan::no_register && !begins_sum(at);
        if (number_uses_[found.of] != 1 || table_of_.contains(found.of) || !of_one_number) { return found; }
        const auto longer = after(plan_.code[at], found.does);
        if (!longer) { return found; }
        found.does = *longer;
        found.of = only_operand(plan_.code[at]);
        found.absorbed.push_back(at);
    }
}

void compiler::absorb_into_chains() {
    for (std::size_t at = plan_.code.size(); at-- > 0;) {
        const plan::instruction& one = plan_.code[at];
        if (!kept_[at] || absorbed_[at] || begins_sum(at) || only_operand(one) == plan::no_register) { continue; }
        for (const std::size_t absorbed : chain_of(one).absorbed) { absorbed_[absorbed] = true; }
    }
}

void compiler::emit_linear(const plan::instruction& one) {
    const chain found = chain_of(one);
    step made;
    made.kind = step_kind::linear;
    made.one = one;
    made.a = number(found.of);
    made.first = static_cast<std::uint32_t>(made_.linears.size());
    made_.linears.push_back(found.does);
    made_.steps.push_back(made);
}

} // namespace TIEUCHI_NAMESPACE::impl::vector
