// SPDX-License-Identifier: Apache-2.0
/// \file
/// Whole numbers of any width, as a host's columns have them, made 64 bits wide.
#pragma once

#include <tieuchi/config.hpp>

#include <cstddef>
#include <cstdint>

namespace TIEUCHI_NAMESPACE::impl::vector {

enum class integer_type : std::uint8_t { int8, uint8, int16, uint16, int32, uint32, int64 };

struct extremes {
    std::int64_t least;
    std::int64_t most;
};

/// Copies `rows` numbers, at least one, from memory that need not be aligned, and returns the least and the most of them.
[[nodiscard]] extremes widen(integer_type type, const void* from, std::size_t rows, std::int64_t* to);

/// The same of numbers that stay where they are, whole words of rows.
[[nodiscard]] extremes extremes_of(const std::int32_t* numbers, std::size_t rows);

} // namespace TIEUCHI_NAMESPACE::impl::vector
