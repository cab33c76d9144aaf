// SPDX-License-Identifier: Apache-2.0
/// \file
/// Division in 128 bits, rounded by a given mode.
#pragma once

#include <tieuchi/config.hpp>

#include <cstdint>

namespace TIEUCHI_NAMESPACE::impl {

/// The modes by their names in rules. `half_up` and `up` round towards larger numbers, below zero too.
enum class rounding_mode : std::uint8_t { half_up, half_even, up, down };

__extension__ using wide = __int128;

/// `part` / `whole` to a whole number. `whole` > 0.
[[nodiscard]] constexpr wide divide(wide part, wide whole, rounding_mode mode) noexcept {
    wide down = part / whole;
    wide rest = part % whole;
    if (rest < 0) {
        --down;
        rest += whole;
    }
    switch (mode) {
    case rounding_mode::down: return down;
    case rounding_mode::up: return rest == 0 ? down : down + 1;
    case rounding_mode::half_up: return rest >= whole - rest ? down + 1 : down;
    case rounding_mode::half_even: break;
    }
    const bool middle = rest == whole - rest;
    return rest > whole - rest || (middle && down % 2 != 0) ? down + 1 : down;
}

} // namespace TIEUCHI_NAMESPACE::impl
