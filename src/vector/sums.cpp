// SPDX-License-Identifier: Apache-2.0
// Chains of additions become one step: points by truths are then added without ever being stored. Sums of intervals are the same in
// whatever order, and what lies between wraps around at worst, for the whole is known to fit.
#include "plan/opcodes.hpp"
#include "vector/compiler.hpp"

#include <algorithm>
#include <cstdlib>

namespace TIEUCHI_NAMESPACE::impl::vector {

namespace {

[[nodiscard]] std::int64_t wrapped_product(std::int64_t a, std::int64_t b) noexcept {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b));
}

[[nodiscard]] std::int64_t wrapped_sum(std::int64_t a, std::int64_t b) noexcept {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

[[nodiscard]] bool adds(plan::opcode code) noexcept {
    const plan::arithmetic does = plan::traits_of(code).does;
    return does == plan::arithmetic::sum || does == plan::arithmetic::multiple;
}

} // namespace

bool compiler::chooses_constants(const plan::instruction& op) const {
    if (op.code != plan::opcode::choose) { return false; }
    for (register_index i = 1; i < 4; ++i) {
        if (plan_.code[written_at_[plan_.operands[op.a + i]]].code != plan::opcode::constant) { return false; }
    }
    return true;
}

/// Whether only one sum reads it, and that sum can do it itself.
bool compiler::is_absorbed(register_index number) const {
    const plan::instruction& op = plan_.code[written_at_[number]];
    if (number_uses_[number] != 1) { return false; }
    return adds(op.code) || chooses_constants(op) || op.code == plan::opcode::count_met;
}

/// Whether it adds to or multiplies one number alone. That is no sum by itself: its value stays that of one fact, where it is one.
bool compiler::is_of_one_number(std::size_t at) const {
    while (adds(plan_.code[at].code)) {
        const plan::instruction& op = plan_.code[at];
        const auto is_constant = [&](register_index part) {
            return plan_.code[written_at_[part]].code == plan::opcode::constant;
        };
        if (op.code == plan::opcode::scale || is_constant(op.b)) {
            at = written_at_[op.a];
        } else if (is_constant(op.a)) {
            at = written_at_[op.b];
        } else {
            return false;
        }
    }
    return !chooses_constants(plan_.code[at]) && plan_.code[at].code != plan::opcode::count_met;
}

void compiler::absorb_into_sums() {
    for (std::size_t at = plan_.code.size(); at-- > 0;) {
        const plan::instruction& op = plan_.code[at];
        if (!kept_[at] || !adds(op.code)) { continue; }
        if (!absorbed_[at] && (op.code == plan::opcode::scale || is_of_one_number(at))) { continue; }
        for (const register_index part : {op.a, op.b}) {
            if (part != plan::no_register && is_absorbed(part)) { absorbed_[written_at_[part]] = true; }
        }
    }
}

bool compiler::begins_sum(std::size_t at) const {
    const plan::opcode code = plan_.code[at].code;
    if (code == plan::opcode::count_met) { return true; }
    return (code == plan::opcode::add || code == plan::opcode::subtract) && !is_of_one_number(at);
}

void compiler::add_counted(const plan::instruction& op, std::int64_t factor) {
    for (register_index i = op.a; i < op.b; ++i) {
        program_.terms.push_back({truth(plan_.operands[i]), plan::no_register, 1, factor, 0, 0});
    }
}

void compiler::gather_one(addend next, std::vector<addend>& open, step& into) {
    const plan::instruction& op = plan_.code[written_at_[next.number]];
    if (op.code == plan::opcode::constant) {
        into.op.value = wrapped_sum(into.op.value, wrapped_product(op.value, next.factor));
    } else if (!absorbed_[written_at_[next.number]]) {
        program_.terms.push_back({plan::no_register, number(next.number).at, next.factor, 0, 0, 0});
    } else if (op.code == plan::opcode::choose) {
        const auto value = [&](register_index i) {
            return wrapped_product(plan_.code[written_at_[plan_.operands[op.a + i]]].value, next.factor);
        };
        program_.terms.push_back({truth(plan_.operands[op.a]), plan::no_register, 1, value(1), value(2), value(3)});
    } else if (op.code == plan::opcode::count_met) {
        add_counted(op, next.factor);
    } else if (op.code == plan::opcode::scale) {
        open.push_back({op.a, wrapped_product(op.value, next.factor)});
    } else {
        open.push_back({op.a, next.factor});
        open.push_back({op.b, op.code == plan::opcode::subtract ? wrapped_product(next.factor, -1) : next.factor});
    }
}

/// The whole sum that ends at an instruction.
void compiler::gather(std::size_t at, step& into) {
    const plan::instruction& op = plan_.code[at];
    into.first = static_cast<std::uint32_t>(program_.terms.size());
    if (op.code == plan::opcode::count_met) {
        add_counted(op, 1);
    } else {
        std::vector<addend> open{{op.a, 1}, {op.b, op.code == plan::opcode::subtract ? -1 : 1}};
        while (!open.empty()) {
            const addend next = open.back();
            open.pop_back();
            gather_one(next, open, into);
        }
    }
    into.last = static_cast<std::uint32_t>(program_.terms.size());
    into.op.mask = lane_width(into);
}

/// The narrowest lanes in which what the truths of a sum add cannot overflow, in whatever order.
unsigned compiler::lane_width(const step& sum) const {
    constexpr std::int64_t too_much = std::int64_t{1} << 40;
    const auto size = [](std::int64_t value) { return value > too_much || value < -too_much ? too_much : std::abs(value); };
    std::int64_t most = size(sum.op.value);
    for (std::uint32_t i = sum.first; i < sum.last; ++i) {
        const term& addend = program_.terms[i];
        // from the base of a term to its other end, and back again at worst
        most += 3 * std::max({size(addend.where_yes), size(addend.where_no), size(addend.where_neither)});
        if (most > INT32_MAX) { return 64; }
    }
    return most <= INT16_MAX ? 16 : most <= INT32_MAX ? 32 : 64;
}

} // namespace TIEUCHI_NAMESPACE::impl::vector
