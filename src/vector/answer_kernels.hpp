// SPDX-License-Identifier: Apache-2.0
/// \file
/// Kernels that turn the registers of a block into answers, with the best instructions of the machine.
#pragma once

#include "vector/block.hpp"
#include "vector/workspace.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace TIEUCHI_NAMESPACE::impl::vector {

/// Writes numbers x `unit` as decimal128.
void put_decimals(const std::int64_t* from, std::int64_t unit, std::size_t rows, std::int64_t* to);

/// What each row costs at the least, `possible` less `points` each times its unit, in whole words of rows; and the rows where that is more
/// than nothing.
void put_losses(const workspace& in, const criterion_roots& roots, const points_units& units, std::int64_t* to, bits& costly);

/// The rows of a block that have the number.
void rows_equal(const workspace& in, const std::int64_t* numbers, std::int64_t number, bits& to);

/// Lists for rows: of each row the numbers of the planes that have it, which must fit their type. `items` has room for `list_room` of them;
/// `ends` are where the lists of the rows end.
void put_lists(std::span<const bits> planes, std::size_t rows, std::uint16_t* items, std::int32_t* ends);
void put_lists(std::span<const bits> planes, std::size_t rows, std::uint32_t* items, std::int32_t* ends);

/// How many items need room: a few are written beyond the last.
[[nodiscard]] std::size_t list_room(std::span<const bits> planes);

} // namespace TIEUCHI_NAMESPACE::impl::vector
