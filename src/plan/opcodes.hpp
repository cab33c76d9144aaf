// SPDX-License-Identifier: Apache-2.0
/// \file
/// What each instruction reads and writes, in one table. Every walk over the plan reads it here; only the meaning of an instruction is a switch
/// of its own, and the compiler names those that a new one is missing from.
#pragma once

#include "plan/program.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace TIEUCHI_NAMESPACE::impl::plan {

enum class register_kind : std::uint8_t { number, truth };

/// What an instruction reads, and where it says so.
enum class operand_form : std::uint8_t {
    nothing,       ///< constants are in the instruction itself
    slot,          ///< slot a of the facts
    outcomes,      ///< the outcomes of the sub-unit
    number,        ///< number a
    numbers,       ///< numbers a and b
    one_or_two,    ///< number a, and number b if there is one
    truth,         ///< truth a
    truths,        ///< truths a and b
    truth_list,    ///< the truths operands[a, b)
    number_choice, ///< the truth operands[a] and the three numbers after it
    truth_choice,  ///< the truth operands[a] and the three truths after it
    line,          ///< operands[a] on, as `line_when` and so on say; those of them that are there
};

/// What an instruction does to a number, for readers that follow it through the plan.
enum class arithmetic : std::uint8_t {
    other,
    sum,      ///< a + b or a - b
    multiple, ///< a x value
    bound,    ///< a, or where it is beyond them one of its bounds
    refined,  ///< still a: known more exactly, or rounded
};

struct opcode_traits {
    opcode code{};
    register_kind writes{};
    operand_form reads{};
    plan::arithmetic does = arithmetic::other;
};

inline constexpr std::array opcode_table{
    opcode_traits{opcode::load, register_kind::number, operand_form::slot},
    opcode_traits{opcode::constant, register_kind::number, operand_form::nothing},
    opcode_traits{opcode::add, register_kind::number, operand_form::numbers, arithmetic::sum},
    opcode_traits{opcode::subtract, register_kind::number, operand_form::numbers, arithmetic::sum},
    opcode_traits{opcode::scale, register_kind::number, operand_form::number, arithmetic::multiple},
    opcode_traits{opcode::product, register_kind::number, operand_form::numbers},
    opcode_traits{opcode::divide, register_kind::number, operand_form::numbers},
    opcode_traits{opcode::round, register_kind::number, operand_form::number, arithmetic::refined},
    opcode_traits{opcode::clamp, register_kind::number, operand_form::number, arithmetic::bound},
    opcode_traits{opcode::minimum, register_kind::number, operand_form::numbers, arithmetic::bound},
    opcode_traits{opcode::maximum, register_kind::number, operand_form::numbers, arithmetic::bound},
    opcode_traits{opcode::months, register_kind::number, operand_form::number},
    opcode_traits{opcode::lookup, register_kind::number, operand_form::one_or_two},
    opcode_traits{opcode::at_most, register_kind::number, operand_form::numbers, arithmetic::refined},
    opcode_traits{opcode::at_least, register_kind::number, operand_form::numbers, arithmetic::refined},
    opcode_traits{opcode::choose, register_kind::number, operand_form::number_choice},
    opcode_traits{opcode::count_met, register_kind::number, operand_form::truth_list},
    opcode_traits{opcode::table_begin, register_kind::number, operand_form::nothing},
    opcode_traits{opcode::table_line, register_kind::number, operand_form::line},
    opcode_traits{opcode::truth, register_kind::truth, operand_form::nothing},
    opcode_traits{opcode::is_true, register_kind::truth, operand_form::number},
    opcode_traits{opcode::not_zero, register_kind::truth, operand_form::number},
    opcode_traits{opcode::in_options, register_kind::truth, operand_form::number},
    opcode_traits{opcode::in_outcomes, register_kind::truth, operand_form::outcomes},
    opcode_traits{opcode::compare, register_kind::truth, operand_form::numbers},
    opcode_traits{opcode::share, register_kind::truth, operand_form::numbers},
    opcode_traits{opcode::negate, register_kind::truth, operand_form::truth},
    opcode_traits{opcode::both, register_kind::truth, operand_form::truths},
    opcode_traits{opcode::either, register_kind::truth, operand_form::truths},
    opcode_traits{opcode::only_where, register_kind::truth, operand_form::truths},
    opcode_traits{opcode::unless, register_kind::truth, operand_form::truths},
    opcode_traits{opcode::accepted, register_kind::truth, operand_form::truth},
    opcode_traits{opcode::applicable, register_kind::truth, operand_form::truth},
    opcode_traits{opcode::choose_truth, register_kind::truth, operand_form::truth_choice},
    opcode_traits{opcode::at_least_of, register_kind::truth, operand_form::truth_list},
};

[[nodiscard]] constexpr bool is_in_order() noexcept {
    for (std::size_t i = 0; i < opcode_table.size(); ++i) {
        if (static_cast<std::size_t>(opcode_table[i].code) != i) { return false; }
    }
    return static_cast<std::size_t>(last_opcode) + 1 == opcode_table.size();
}
static_assert(is_in_order(), "a line for each opcode, in their order");

[[nodiscard]] constexpr const opcode_traits& traits_of(opcode code) noexcept {
    return opcode_table[static_cast<std::size_t>(code)];
}

[[nodiscard]] constexpr bool writes_number(opcode code) noexcept { return traits_of(code).writes == register_kind::number; }

/// The three branches of a choice, after the truth that chooses.
inline constexpr register_index branches = 3;

/// Calls `number` and `truth` with each register that an instruction reads. What a table line joins counts as written, not as read.
template <class Number, class Truth>
void for_each_operand(const program& plan, const instruction& code, Number number, Truth truth) {
    const auto at = [&](register_index i) { return plan.operands[code.a + i]; };
    switch (traits_of(code.code).reads) {
    case operand_form::nothing:
    case operand_form::slot:
    case operand_form::outcomes: return;
    case operand_form::number: number(code.a); return;
    case operand_form::numbers:
        number(code.a);
        number(code.b);
        return;
    case operand_form::one_or_two:
        number(code.a);
        if (code.b != no_register) { number(code.b); }
        return;
    case operand_form::truth: truth(code.a); return;
    case operand_form::truths:
        truth(code.a);
        truth(code.b);
        return;
    case operand_form::truth_list:
        for (register_index i = 0; i < code.b - code.a; ++i) { truth(at(i)); }
        return;
    case operand_form::number_choice:
        truth(at(0));
        for (register_index i = 1; i <= branches; ++i) { number(at(i)); }
        return;
    case operand_form::truth_choice:
        for (register_index i = 0; i <= branches; ++i) { truth(at(i)); }
        return;
    case operand_form::line:
        if (at(line_when) != no_register) { truth(at(line_when)); }
        number(at(line_value));
        if (code.b != no_register) { truth(at(line_applies)); }
        return;
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::plan
