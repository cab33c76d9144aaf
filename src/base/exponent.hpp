// SPDX-License-Identifier: Apache-2.0
/// \file
/// Numbers with an exponent, as programs write them: read exactly, or refused.
#pragma once

#include <tieuchi/decimal.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl {

/// What follows the `e` of a number. An exponent too large to calculate with is cut to one that is still too large for any decimal.
[[nodiscard]] inline std::optional<std::int64_t> exponent_of(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) { text.remove_prefix(1); }
    constexpr std::int64_t beyond = INT64_MAX / 100;
    std::int64_t power = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9') { return std::nullopt; }
        power = std::min(power * 10 + (digit - '0'), beyond);
    }
    if (text.empty()) { return std::nullopt; }
    return negative ? -power : power;
}

/// Reads `12`, `-3.50`, `1.25e1` or `0e400`: what `decimal::parse` reads, with or without an exponent. Empty for what a decimal cannot hold
/// exactly. The time it takes depends on the length of the text alone, not on the exponent.
[[nodiscard]] inline std::optional<decimal> parse_with_exponent(std::string_view text) {
    const auto e = text.find_first_of("eE");
    if (e == std::string_view::npos) { return decimal::parse(text); }
    const auto power = exponent_of(text.substr(e + 1));
    std::string_view rest = text.substr(0, e);
    std::string digits; // all of them, after the sign; the last `after` of them follow the point
    if (rest.starts_with('-') || rest.starts_with('+')) {
        digits = rest.substr(0, 1);
        rest.remove_prefix(1);
    }
    const std::size_t sign = digits.size();
    const auto point = rest.find('.');
    digits += rest.substr(0, point);
    auto after = std::int64_t{0};
    if (point != std::string_view::npos) {
        digits += rest.substr(point + 1);
        after = static_cast<std::int64_t>(rest.size() - point - 1);
    }
    const bool plain = digits.find_first_not_of("0123456789", sign) == std::string::npos;
    const bool half = point != std::string_view::npos && (point == 0 || after == 0); // a point needs digits on both sides
    if (!power || !plain || half || rest.empty()) { return std::nullopt; }
    const auto last = digits.find_last_not_of('0');
    if (last == std::string::npos || last < sign) { return decimal{}; }
    std::int64_t zeros = *power - after; // how many follow the digits; below zero: how many digits are after the point
    zeros += static_cast<std::int64_t>(digits.size() - last - 1);
    digits.resize(last + 1);
    digits.erase(sign, digits.find_first_not_of('0', sign) - sign);
    constexpr std::int64_t most_digits = 20; // more than a decimal has
    if (zeros < -decimal::scale || zeros > most_digits || digits.size() > sign + most_digits) { return std::nullopt; }
    if (zeros >= 0) { return decimal::parse(digits + std::string(static_cast<std::size_t>(zeros), '0')); }
    const auto places = static_cast<std::size_t>(-zeros);
    if (digits.size() - sign <= places) { digits.insert(sign, places + 1 - (digits.size() - sign), '0'); }
    return decimal::parse(digits.insert(digits.size() - places, 1, '.'));
}

} // namespace TIEUCHI_NAMESPACE::impl
