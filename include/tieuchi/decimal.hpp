// SPDX-License-Identifier: Apache-2.0
/// \file
/// Exact decimal numbers.
#pragma once

#include <tieuchi/config.hpp>

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE {

/// A decimal number with six digits after the point, held as a 64-bit count of millionths.
///
/// Range: about -9.2e12 to 9.2e12. Every value is exact; nothing here rounds. What does not fit is refused
/// (`std::nullopt`), never wrapped, cut or turned into infinity.
class TIEUCHI_API decimal {
public:
    /// Digits after the point that a decimal can hold.
    static constexpr int scale = 6;
    /// How many units make one: 10^scale.
    static constexpr std::int64_t one = 1'000'000;

    constexpr decimal() noexcept = default;

    /// The decimal that is `millionths` / 10^6.
    [[nodiscard]] static constexpr decimal from_units(std::int64_t millionths) noexcept {
        decimal d;
        d.units_ = millionths;
        return d;
    }

    /// A whole number. Empty when its size is beyond 9.2e12.
    template <std::integral T>
        requires(sizeof(T) <= 8)
    [[nodiscard]] static constexpr std::optional<decimal> from_integer(T whole) noexcept {
        constexpr std::int64_t most = INT64_MAX / one;
        if constexpr (std::signed_integral<T>) {
            if (static_cast<std::int64_t>(whole) < -most) { return std::nullopt; }
        }
        if (whole > T{} && static_cast<std::uint64_t>(whole) > static_cast<std::uint64_t>(most)) { return std::nullopt; }
        return from_units(static_cast<std::int64_t>(whole) * one);
    }

    /// Reads `12`, `-3.50` or `+0.000001`: digits, then perhaps a point and digits. Empty for anything else (spaces, exponents,
    /// commas, no digits), for more than six digits after the point that are not zeros, and beyond the range.
    [[nodiscard]] static std::optional<decimal> parse(std::string_view text) noexcept;

    /// The decimal that a person would have written for `number`: its shortest form that reads back as the same double.
    /// Empty for NaN, infinities, more than six digits after the point, and beyond the range.
    [[nodiscard]] static std::optional<decimal> from_double(double number) noexcept;

    /// The same of a float, which has fewer digits: 0.1f is exactly one tenth.
    [[nodiscard]] static std::optional<decimal> from_float(float number) noexcept;

    /// The count of millionths.
    [[nodiscard]] constexpr std::int64_t units() const noexcept { return units_; }

    /// True when nothing stands after the point.
    [[nodiscard]] constexpr bool is_whole() const noexcept { return units_ % one == 0; }

    /// The shortest text that `parse` reads back as the same value: `3`, `-0.5`, `12.25`.
    [[nodiscard]] std::string str() const;

    friend constexpr auto operator<=>(decimal, decimal) noexcept = default;

private:
    std::int64_t units_ = 0;
};

/// All that is known of a number: it lies between the two, both included. Known when they are equal.
struct TIEUCHI_API decimal_range {
    decimal least;
    decimal most;
    [[nodiscard]] constexpr bool known() const noexcept { return least == most; }
    /// `87.5`, or `70 to 80.5`; `vi`: `70 đến 80,5`.
    [[nodiscard]] std::string text(std::string_view language = "en") const;
    friend constexpr bool operator==(const decimal_range&, const decimal_range&) noexcept = default;
};

} // namespace TIEUCHI_NAMESPACE
