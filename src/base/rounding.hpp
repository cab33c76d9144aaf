// SPDX-License-Identifier: Apache-2.0
/// \file
/// Division that rounds as it is told, in 128 bits.
#pragma once

#include "syntax/tree.hpp"

#include <cstdint>

namespace tieuchi::impl {

__extension__ using wide = __int128;

/// `part` / `whole` to a whole number. `whole` > 0. Half up means towards larger numbers, also below zero.
[[nodiscard]] constexpr wide divide(wide part, wide whole, syntax::rounding_mode mode) noexcept {
    wide down = part / whole;
    wide rest = part % whole;
    if (rest < 0) {
        --down;
        rest += whole;
    }
    switch (mode) {
    case syntax::rounding_mode::down: return down;
    case syntax::rounding_mode::up: return rest == 0 ? down : down + 1;
    case syntax::rounding_mode::half_up: return rest >= whole - rest ? down + 1 : down;
    case syntax::rounding_mode::half_even: break;
    }
    const bool middle = rest == whole - rest;
    return rest > whole - rest || (middle && down % 2 != 0) ? down + 1 : down;
}

} // namespace tieuchi::impl
