// SPDX-License-Identifier: Apache-2.0
/// \file
/// The registers of a program, for the rows of one block.
#pragma once

#include "vector/block.hpp"
#include "vector/program.hpp"

#include <vector>

namespace TIEUCHI_NAMESPACE::impl::vector {

/// What a number register holds. Where `least` and `most` are one array, each row has a known value, except that rows not in `known`, if
/// there is one, lie in `otherwise`: so it is with facts that are not known, and with all that is computed from one such fact alone. Where
/// they are two arrays, each row has its own bounds.
struct numbers {
    const std::int64_t* least = nullptr;
    const std::int64_t* most = nullptr;
    const std::uint64_t* known = nullptr; ///< none: all rows
    plan::interval otherwise;
    const std::int32_t* narrow = nullptr; ///< single values as the table has them; then there is neither `least` nor `most`

    [[nodiscard]] bool single() const noexcept { return least == most; }
    [[nodiscard]] bool exact() const noexcept { return single() && known == nullptr; }
    [[nodiscard]] plan::interval at(std::size_t row) const noexcept {
        if (known != nullptr && (known[row / 64] >> (row % 64) & 1U) == 0) { return otherwise; }
        if (narrow != nullptr) { return {narrow[row], narrow[row]}; }
        return {least[row], most[row]};
    }
};

/// The memory of a number register. Facts are read straight into it.
struct alignas(64) number_store {
    fact_block fact;
    std::array<std::int64_t, block_rows> most{};
    bits known{};

    [[nodiscard]] std::int64_t* values() noexcept { return fact.values.data(); }
};

/// Which values each row can still have.
struct alignas(64) truths {
    bits no;
    bits yes;
    bits neither; ///< not applicable
};

[[nodiscard]] inline plan::truth truth_at(const truths& truth, std::size_t row) noexcept {
    const auto has = [&](const bits& map) { return static_cast<unsigned>(map[row / 64] >> (row % 64) & 1U); };
    return static_cast<plan::truth>(has(truth.no) | has(truth.yes) << 1U | has(truth.neither) << 2U);
}

/// A constant that is added for some rows.
struct masked_value {
    const std::uint64_t* where;
    std::int64_t value;
};

/// The parts of a sum that depend on truths.
struct sum_parts {
    std::vector<masked_value> least;
    std::vector<masked_value> most;
    std::int64_t least_base = 0;
    std::int64_t most_base = 0;
};

/// A fact that bounds others or is bounded, without the values that contradictions made unknown.
struct bounded_fact {
    fact_block given;
    std::array<std::int64_t, block_rows> least{}; ///< its lower bound, from the facts that it bounds
    bool missing = true;                          ///< no row has it
};

struct workspace {
    explicit workspace(const vector::program& compiled);

    const vector::program* program;
    fact_source* facts = nullptr;
    const std::uint64_t* subunit_outcomes = nullptr; ///< of a tally: per row, the outcomes of the sub-unit
    std::size_t rows = 0;
    std::size_t words = 0;  ///< of bits, that hold the rows
    std::size_t padded = 0; ///< rows in these words; those beyond `rows` hold anything
    bits in_block{};        ///< the rows
    std::vector<number_store> stores;
    std::vector<vector::numbers> numbers;
    std::vector<vector::truths> truths;
    std::vector<bounded_fact> bounded;
    bits contradicting{}; ///< rows of which facts contradict each other
    number_store spare_a; ///< operands spread out
    number_store spare_b;
    bits active{};  ///< of the table at hand: the rows that have not hit a line surely
    bits refused{}; ///< rows of which some fact was refused
    sum_parts parts;
    std::vector<bits> merged;   ///< truths of a sum put together, two for each of its terms
    std::vector<bits> possible; ///< per outcome: the rows for which it is still possible
    bits decided{};
    std::vector<bits> applied;                                 ///< per adjustment: the rows whose class it surely changed
    alignas(64) std::array<std::int8_t, block_rows> outcome{}; ///< of decided rows: its number
};

/// Runs all steps for the rows of a block, then finds their outcomes.
void run(workspace& in, std::size_t rows);

} // namespace TIEUCHI_NAMESPACE::impl::vector
