// SPDX-License-Identifier: Apache-2.0
/// \file
/// The plan compiled for columns: only what is wanted, sums in one step, registers shared by values that are not live together.
#pragma once

#include "plan/program.hpp"

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl {
struct bound_standard;
} // namespace TIEUCHI_NAMESPACE::impl

namespace TIEUCHI_NAMESPACE::impl::vector {

using plan::register_index;

/// What one step does.
enum class step_kind : std::uint8_t {
    fact,        ///< number: slot `op.a`
    sum,         ///< number: `op.value` and the terms [first, last)
    choose,      ///< number: by truth `operands[0]` one of the three numbers after it
    linear,      ///< number: a linear function of number a
    number,      ///< number: `op` of number a, or of a and b
    table_begin, ///< nothing yet of a table
    table_line,  ///< a line of it; leaves the table where every row has hit one
    fact_truth,  ///< truth: the yes or no of slot `op.a`
    truth,       ///< truth: `op` of truth a, or of a and b
    choose_truth,
    predicate, ///< truth: `op` of number a, or of a and b
    outcomes,
};

/// A number that a step reads: a constant, or a register.
struct operand {
    register_index at = plan::no_register;
    std::int64_t constant = 0;
    [[nodiscard]] bool is_constant() const noexcept { return at == plan::no_register; }
};

/// A part of a sum: `factor` x a number, or one of three constants by a truth.
struct term {
    register_index truth = plan::no_register; ///< none: a number
    register_index number = plan::no_register;
    std::int64_t factor = 1;
    std::int64_t where_yes = 0;
    std::int64_t where_no = 0;
    std::int64_t where_neither = 0;
};

/// factor x number + offset, at least `least`, at most `most`.
struct linear {
    std::int64_t factor = 1;
    std::int64_t offset = 0;
    std::int64_t least = INT64_MIN;
    std::int64_t most = INT64_MAX;
};

struct step {
    step_kind kind = step_kind::number;
    plan::instruction op; ///< its registers are those of this program
    operand a;            ///< of `number` and `predicate`
    operand b;
    std::uint32_t first = 0; ///< of `sum` its terms; of `choose` and the lines of tables its operands; of `linear` its function
    std::uint32_t last = 0;
};

/// What a criterion costs at the least, in millionths, where that is known of each set of values that a truth can still have.
struct fixed_loss {
    register_index truth = plan::no_register;
    std::array<std::int64_t, 8> amounts{}; ///< by the set, as plan::truth has it
};

/// What an answer reads when the steps are done. `no_register`: not wanted, or absent.
struct criterion_roots {
    register_index met = plan::no_register;
    bool has_points = false; ///< `points` and `possible` are set
    operand points;
    operand possible;
    std::uint32_t fixed = plan::no_register; ///< its index in `fixed_losses`, if any
};

/// How many millionths one unit is, of the points of a criterion and of what it counts for.
struct points_units {
    std::int64_t points = 0;
    std::int64_t possible = 0;
};

/// A number, and the truth that says whether it has a value: `no_register` where it always has.
struct value_root {
    operand number;
    register_index applies = plan::no_register;
};

/// A fact that another bounds.
struct fact_bound {
    std::uint32_t part = 0; ///< indices of both in `program::bounded`
    std::uint32_t whole = 0;
};

struct program {
    const plan::program* plan = nullptr; ///< lookups, divisions
    std::vector<step> steps;
    std::vector<term> terms;
    std::vector<operand> operands;
    std::vector<linear> linears;
    std::vector<std::uint32_t> table_ends; ///< of each table: its last step
    std::vector<plan::interval> unknown;   ///< per slot: the bounds of a fact that is not known
    std::vector<std::uint32_t> bounded; ///< the slots of facts that bound others or are bounded; those are read before all steps
    std::vector<fact_bound> bounds;     ///< each before those of the fact that bounds it
    std::vector<std::uint32_t> bounded_at; ///< per slot: its index in `bounded`, or `no_register`
    std::uint32_t numbers = 0;             ///< registers of each sort
    std::uint32_t truths = 0;
    std::vector<criterion_roots> criteria;
    std::vector<fixed_loss> fixed_losses;
    std::vector<points_units> units; ///< per criterion
    points_units total_units;        ///< of the total, and of what it can be at most
    std::vector<plan::exit> exits;
    std::vector<register_index> outcomes; ///< as in the plan
    std::vector<plan::adjustment> adjustments;
    operand total;
    operand maximum;
    std::vector<value_root> quotas;           ///< the values by which they rank, in the order of the plan
    register_index where = plan::no_register; ///< of a tally: as in the plan
    value_root contribution;
    bool scored = false;
    std::size_t outcome_count = 0; ///< those of exits included
};

/// What is wanted beyond the outcome.
struct wanted {
    bool total = false;
    bool statuses = false; ///< of criteria
    bool points = false;   ///< of criteria
    bool losses = false;   ///< of criteria: statuses, and fixed losses, or the points where a loss is not fixed
    bool quotas = false;   ///< the values by which quotas rank
};

/// What a program is compiled from. The plan must outlive the program.
struct rules_in_plan {
    const plan::program* plan = nullptr;
    std::vector<plan::interval> nothing_known;                   ///< per slot
    std::vector<std::pair<std::uint32_t, std::uint32_t>> bounds; ///< slots of which the second bounds the first, in their order
    std::vector<bool> yes_no;                                    ///< per slot: whether its fact is yes or no
    std::vector<points_units> units;                             ///< per criterion
    points_units total_units;                                    ///< of the total, and of what it can be at most
    std::size_t outcome_count = 0;                               ///< those of exits included
};

[[nodiscard]] rules_in_plan rules_of(const bound_standard& bound);

[[nodiscard]] program compile(const rules_in_plan& rules, const wanted& what);

} // namespace TIEUCHI_NAMESPACE::impl::vector
