// SPDX-License-Identifier: Apache-2.0
/// \file
/// The plan: a straight-line program that every evaluator runs. Each register is written once, operands before what uses them. The one
/// jump is that out of a table, forward to its end, once a line is surely hit.
#pragma once

#include "model/model.hpp"

#include <tieuchi/interval.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::plan {

using register_index = std::uint32_t;
inline constexpr register_index no_register = UINT32_MAX;

enum class opcode : std::uint8_t {
    // what each reads and writes is in opcodes.hpp
    // these write a number register
    load,        ///< slot a
    constant,    ///< value
    add,         ///< a + b
    subtract,    ///< a - b
    scale,       ///< a x value
    product,     ///< a x b
    divide,      ///< a / b, as `divisions[value]` says
    round,       ///< a to a multiple of `value` by the rounding mode `mask`
    clamp,       ///< a, but not less than `value` nor more than `mask`
    minimum,     ///< the smaller of a and b
    maximum,     ///< the larger of a and b
    months,      ///< the date a and `value` months
    lookup,      ///< `lookups[value]` of a, or of a in b
    at_most,     ///< a, known to be at most b; where the two contradict, all that the fact could be: from `value` to `mask`
    at_least,    ///< a, known to be at least b; the same where they contradict
    choose,      ///< by the truth operands[a]: number operands[a + 1] where yes, [a + 2] where no, [a + 3] where not applicable
    count_met,   ///< how many of the truths in operands[a, b) are yes
    table_begin, ///< nothing yet; b is the truth that says whether the table has a value, if there is one
    table_line, ///< joins the number operands[a + 1] where the truth operands[a] can be yes, and leaves table `value` where it surely is
    // these write a truth register
    truth,        ///< the set `mask`
    is_true,      ///< number a is 1
    not_zero,     ///< number a is not 0
    in_options,   ///< number a is the index of a bit in `mask`
    in_outcomes,  ///< the sub-unit's outcome is in `mask`
    compare,      ///< number a rel number b
    share,        ///< number a rel number b x value; not applicable where b is zero
    negate,       ///< not truth a
    both,         ///< truths a and b; not applicable is neutral
    either,       ///< truths a or b; not applicable is neutral
    only_where,   ///< truth b where truth a is yes, else not applicable
    unless,       ///< truth a, or yes where truth b is yes; not applicable stays
    accepted,     ///< truth a, with not applicable taken for yes
    applicable,   ///< yes where truth a is yes or no, no where it is not applicable
    choose_truth, ///< as `choose`, of truths
    at_least_of,  ///< at least `value` of the truths in operands[a, b) are yes
};

inline constexpr opcode last_opcode = opcode::at_least_of;

struct instruction {
    opcode code = opcode::truth;
    model::relation relation = model::relation::equal;
    register_index to = 0;
    register_index a = no_register;
    register_index b = no_register;
    std::int64_t value = 0;
    std::uint64_t mask = 0;
};

/// a x by / (b x over), rounded to a multiple of `unit`.
struct division {
    std::int64_t by = 1;
    std::int64_t over = 1;
    std::int64_t unit = 1;
    rounding_mode mode = rounding_mode::half_up;
    bool zero_counts = false; ///< where b is zero the quotient is 0; else it has no value there, and is as for other b
};

/// A table that is left at the line hit. A line's instructions lie between its `table_line` and the one before it, and nothing else reads
/// what they write, because a skipped line leaves it stale.
struct table {
    std::vector<std::uint32_t> lines; ///< where in the code its `table_line`s are
};

/// Operands of a `table_line`, from `a` on.
inline constexpr register_index line_when = 0;    ///< truth; `no_register`: otherwise
inline constexpr register_index line_value = 1;   ///< number
inline constexpr register_index line_applies = 2; ///< truth: whether the value is one; only where the table has such a truth

/// A number, and whether it has a value.
struct value_registers {
    register_index number = no_register;
    register_index applies = no_register; ///< a truth; none: it always has
};

/// The registers of one criterion.
struct criterion_registers {
    register_index met = no_register;      ///< its finding
    register_index base = no_register;     ///< the same before exceptions and applicability
    register_index points = no_register;   ///< of a scored one: a number
    register_index possible = no_register; ///< of a scored one: a number
};

/// A way out before anything is classed.
struct exit {
    register_index when = no_register;
    std::uint32_t outcome = 0;
};

struct adjustment {
    adjustment_kind kind = adjustment_kind::at_most;
    std::uint32_t outcome = 0;
    register_index when = no_register;
};

struct program {
    std::vector<instruction> code;
    std::vector<register_index> operands;
    std::vector<division> divisions;
    std::vector<model::lookup> lookups;
    std::vector<table> tables; ///< in the order of the code
    register_index numbers = 0;
    register_index truths = 0;
    std::vector<criterion_registers> criteria;
    std::vector<plan::exit> exits;
    std::vector<register_index> outcomes; ///< those of the rules; `no_register`: otherwise
    std::vector<plan::adjustment> adjustments;
    register_index total = no_register; ///< a number; none: not scored
    register_index maximum = no_register;
    std::vector<value_registers> quotas; ///< what goes first, in the order of the model's quotas
    register_index where = no_register;  ///< of a tally: the truth by which a sub-unit counts
    value_registers contribution;        ///< of a tally: the number that a sub-unit adds, if it is no count
};

/// Runs a program. `slots` holds the facts; `outcomes` the set of outcomes of the sub-unit that a tally asks about. The result is in
/// `numbers` and `truths`, which must be as large as the program says.
void run(const program& plan, std::span<const interval> slots, std::uint64_t outcomes, std::span<interval> numbers,
         std::span<truth> truths) noexcept;

/// Runs one instruction that neither belongs to a table nor reads a fact.
void execute(const program& plan, const instruction& op, std::span<interval> numbers, std::span<truth> truths) noexcept;

/// The outcomes still possible after a run, a bit each.
[[nodiscard]] std::uint64_t decide(const program& plan, std::span<const truth> truths) noexcept;

/// The outcomes of the rules that are still possible before adjustments.
[[nodiscard]] std::uint64_t classes(const program& plan, std::span<const truth> truths) noexcept;

/// What an adjustment makes of a set of outcomes where its condition holds.
[[nodiscard]] std::uint64_t moved(const adjustment& by, std::uint64_t outcomes) noexcept;

/// What the adjustments from the one at `first` on make of a set of outcomes.
[[nodiscard]] std::uint64_t adjusted(const program& plan, std::span<const truth> truths, std::uint64_t outcomes,
                                     std::size_t first = 0) noexcept;

} // namespace TIEUCHI_NAMESPACE::impl::plan
