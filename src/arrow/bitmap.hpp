// SPDX-License-Identifier: Apache-2.0
/// \file
/// Bitmaps as Arrow has them: bit i of an array is bit i % 8 of byte i / 8, and arrays may begin anywhere.
#pragma once

#include "vector/block.hpp"

#include <algorithm>
#include <cstring>

namespace TIEUCHI_NAMESPACE::impl::arrow {

[[nodiscard]] inline bool bit_at(const std::uint8_t* map, std::int64_t at) noexcept {
    return (static_cast<unsigned>(map[at / 8]) >> (at % 8) & 1U) != 0;
}

/// The bits of some rows, from bit `first` on; beyond them zeros. Reads no byte that holds none of them.
inline void copy_bits(const std::uint8_t* map, std::int64_t first, std::size_t rows, vector::bits& to) noexcept {
    const auto shift = static_cast<unsigned>(first % 8);
    const std::uint8_t* const from = map + first / 8;
    to = {};
    if (shift == 0 && rows == vector::block_rows) {
        std::memcpy(to.data(), from, sizeof to);
        return;
    }
    for (std::size_t w = 0; w * 64 < rows; ++w) {
        const std::size_t count = std::min<std::size_t>(64, rows - w * 64);
        const std::size_t bytes = (shift + count + 7) / 8;
        std::uint64_t word = 0;
        std::memcpy(&word, from + w * 8, std::min<std::size_t>(bytes, 8));
        word >>= shift;
        if (bytes > 8) { word |= static_cast<std::uint64_t>(from[w * 8 + 8]) << (64 - shift); }
        to[w] = count == 64 ? word : word & ((std::uint64_t{1} << count) - 1);
    }
}

/// The first `rows` bits set.
inline void set_bits(std::size_t rows, vector::bits& to) noexcept {
    if (rows == vector::block_rows) {
        to.fill(~std::uint64_t{0});
        return;
    }
    to = {};
    for (std::size_t w = 0; w * 64 < rows; ++w) {
        to[w] = rows - w * 64 >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << (rows - w * 64)) - 1;
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::arrow
