// SPDX-License-Identifier: Apache-2.0
/// \file
/// What is known of a number, and of a truth. For our own headers, not for programs.
#pragma once

#include <tieuchi/config.hpp>

#include <cstdint>

namespace TIEUCHI_NAMESPACE::impl::plan {

/// All that is known of a number: it lies between the two, both included. Known when they are equal. The unit is the register's
/// own: millionths, hundredths or ones, as the plan's scale says.
struct interval {
    std::int64_t least = 0;
    std::int64_t most = 0;
    [[nodiscard]] constexpr bool known() const noexcept { return least == most; }
    friend constexpr bool operator==(const interval&, const interval&) = default;
};

/// The set of values that a condition can still have. Unknown is {no, yes}.
using truth = std::uint8_t;
inline constexpr truth no = 1;
inline constexpr truth yes = 2;
inline constexpr truth not_applicable = 4;
inline constexpr truth unknown = no | yes;

/// True when one value is left.
[[nodiscard]] constexpr bool settled(truth t) noexcept { return (t & (t - 1U)) == 0; }

} // namespace TIEUCHI_NAMESPACE::impl::plan
