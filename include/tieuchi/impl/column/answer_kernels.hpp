// SPDX-License-Identifier: Apache-2.0
/// \file
/// What turns the registers of a block into answers, on the best instructions that the machine has.
#pragma once

#include <tieuchi/impl/column/block.hpp>
#include <tieuchi/impl/column/workspace.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tieuchi::impl::column {

/// Writes numbers x `unit` as decimal128.
void put_decimals(const std::int64_t* from, std::int64_t unit, std::size_t rows, std::int64_t* to);

/// What each row costs at the least: `possible` less `points`, in millionths, in whole words of rows.
void put_losses(const workspace& in, const criterion_roots& of, const points_units& units, std::int64_t* to);

/// The rows of a block whose number is more than that.
void rows_above(const workspace& in, const std::int64_t* numbers, std::int64_t limit, bits& to);

/// The rows of a block that have the number.
void rows_equal(const workspace& in, const std::int64_t* numbers, std::int64_t number, bits& to);

/// Lists for rows: of each row the numbers of the planes that have it. `items` has room for `list_room` of them; `ends` are where the lists of
/// the rows end.
void put_lists(std::span<const bits> planes, std::size_t rows, std::int32_t* items, std::int32_t* ends);

/// For how many items there must be room: some are written beyond the last.
[[nodiscard]] std::size_t list_room(std::span<const bits> planes);

/// What the numbers of planes mean: a clause, and the place of what it costs in a dictionary.
struct reason_meanings {
    std::vector<std::int32_t> clauses;
    std::vector<std::int32_t> losses;
};

/// Writes what each item of lists means.
void put_meanings(std::span<const std::int32_t> items, const reason_meanings& of, std::int16_t* clauses, std::int32_t* losses);

} // namespace tieuchi::impl::column
