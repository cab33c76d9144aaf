// SPDX-License-Identifier: Apache-2.0
/// \file
/// Division in 128 bits, rounded by a given mode.
#pragma once

#include <tieuchi/config.hpp>

#include <array>
#include <cstdint>

namespace TIEUCHI_NAMESPACE::impl {

/// The modes by their names in rules. `half_up` and `up` round towards larger numbers, below zero too. Of a range only
/// the ends are rounded, so a mode must never give a smaller number for a larger one.
enum class rounding_mode : std::uint8_t { half_up, half_even, up, down };

inline constexpr std::array all_rounding_modes{rounding_mode::half_up, rounding_mode::half_even, rounding_mode::up,
                                               rounding_mode::down};

__extension__ using wide = __int128;

/// `part` / `whole` to a whole number. `whole` > 0.
[[nodiscard]] constexpr wide divide(wide part, wide whole, rounding_mode mode) noexcept {
    wide below = part / whole;
    wide rest = part % whole;
    if (rest < 0) {
        --below;
        rest += whole;
    }
    const wide missing = whole - rest;
    bool up = false;
    switch (mode) {
    case rounding_mode::down: break;
    case rounding_mode::up: up = rest != 0; break;
    case rounding_mode::half_up: up = rest >= missing; break;
    case rounding_mode::half_even: up = rest > missing || (rest == missing && below % 2 != 0); break;
    }
    return up ? below + 1 : below;
}

} // namespace TIEUCHI_NAMESPACE::impl
