// SPDX-License-Identifier: Apache-2.0
/// \file
/// The plan: a straight-line program that every evaluator runs. No jumps, each register written once, operands before what uses them.
#pragma once

#include <tieuchi/impl/model/model.hpp>
#include <tieuchi/impl/plan/interval.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace tieuchi::impl::plan {

using register_index = std::uint32_t;
inline constexpr register_index no_register = UINT32_MAX;

enum class opcode : std::uint8_t {
    // these write a number register
    load,     ///< slot a
    constant, ///< value
    add,      ///< a + b
    subtract, ///< a - b
    scale,    ///< a x value
    at_most,  ///< a, known to be at most b; where the two contradict, all that the fact could be: from `value` to `mask`
    at_least, ///< a, known to be at least b; the same where they contradict
    // these write a truth register
    truth,       ///< the set `mask`
    is_true,     ///< number a is 1
    in_options,  ///< number a is the index of a bit in `mask`
    in_outcomes, ///< the sub-unit's outcome is in `mask`
    compare,     ///< number a rel number b
    share,       ///< number a rel number b x value; not applicable where b is zero
    negate,      ///< not truth a
    both,        ///< truths a and b; not applicable is neutral
    either,      ///< truths a or b; not applicable is neutral
    only_where,  ///< truth b where truth a is yes, else not applicable
    unless,      ///< truth a, or yes where truth b is yes; not applicable stays
    accepted,    ///< truth a, with not applicable taken for yes
    at_least_of, ///< at least `value` of the truths in operands[a, b) are yes
};

struct instruction {
    opcode code = opcode::truth;
    model::relation relation = model::relation::equal;
    register_index to = 0;
    register_index a = no_register;
    register_index b = no_register;
    std::int64_t value = 0;
    std::uint64_t mask = 0;
};

/// The registers that tell of one criterion.
struct criterion_registers {
    register_index met = no_register;  ///< its finding
    register_index base = no_register; ///< the same before exceptions and applicability
};

struct program {
    std::vector<instruction> code;
    std::vector<register_index> operands;
    register_index numbers = 0;
    register_index truths = 0;
    std::vector<criterion_registers> criteria;
    std::vector<register_index> exclusions;
    std::vector<register_index> outcomes; ///< `no_register`: otherwise; `not_subject` has none
};

[[nodiscard]] constexpr bool writes_number(opcode code) noexcept { return code <= opcode::at_least; }

/// Runs a program. `slots` holds the facts; `outcomes` the set of outcomes of the sub-unit that a tally asks about. The result is in
/// `numbers` and `truths`, which must be as large as the program says.
void run(const program& plan, std::span<const interval> slots, std::uint64_t outcomes, std::span<interval> numbers,
         std::span<truth> truths) noexcept;

/// The outcomes still possible after a run, a bit each; the bit after the last outcome is `not_subject`.
[[nodiscard]] std::uint64_t decide(const program& plan, std::span<const truth> truths) noexcept;

} // namespace tieuchi::impl::plan
