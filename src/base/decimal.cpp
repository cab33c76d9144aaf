// SPDX-License-Identifier: Apache-2.0
// Decimals: text in, text out, doubles by their shortest form.
#include "base/language.hpp"
#include "base/rounding.hpp"

#include <tieuchi/decimal.hpp>

#include <array>
#include <charconv>
#include <cmath>

namespace TIEUCHI_NAMESPACE {

namespace {

using impl::wide;

[[nodiscard]] bool take_sign(std::string_view& text) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) { text.remove_prefix(1); }
    return negative;
}

/// Appends digits to a number. False where one is no digit, or where the number gets too large for 64 bits.
[[nodiscard]] bool append_digits(wide& number, std::string_view digits) {
    for (const char c : digits) {
        if (c < '0' || c > '9') { return false; }
        number = number * 10 + (c - '0');
        if (number > INT64_MAX) { return false; }
    }
    return true;
}

} // namespace

std::optional<decimal> decimal::parse(std::string_view text) noexcept {
    const bool negative = take_sign(text);
    const auto point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    std::string_view part = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    if (whole.empty() || (point != std::string_view::npos && part.empty())) { return std::nullopt; }
    wide units = 0;
    if (!append_digits(units, whole)) { return std::nullopt; }
    while (part.size() > scale && part.back() == '0') { part.remove_suffix(1); }
    if (part.size() > scale || !append_digits(units, part)) { return std::nullopt; }
    for (std::size_t digits = part.size(); digits < scale; ++digits) { units *= 10; }
    if (units > INT64_MAX) { return std::nullopt; }
    return from_units(static_cast<std::int64_t>(negative ? -units : units));
}

namespace {

template <class T>
[[nodiscard]] std::optional<decimal> shortest(T number) noexcept {
    constexpr T beyond = static_cast<T>(1e13);
    if (!std::isfinite(number) || std::fabs(number) > beyond) { return std::nullopt; }
    std::array<char, 64> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed);
    return decimal::parse({digits.data(), static_cast<std::size_t>(written.ptr - digits.data())});
}

} // namespace

std::optional<decimal> decimal::from_double(double number) noexcept { return shortest(number); }
std::optional<decimal> decimal::from_float(float number) noexcept { return shortest(number); }

std::string decimal::str() const {
    const auto size = units_ < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(units_) : static_cast<std::uint64_t>(units_);
    std::string text(units_ < 0 ? "-" : "");
    text += std::to_string(size / one);
    std::uint64_t part = size % one;
    if (part == 0) { return text; }
    std::string digits = std::to_string(part);
    digits.insert(0, static_cast<std::size_t>(scale) - digits.size(), '0');
    while (digits.back() == '0') { digits.pop_back(); }
    return text + '.' + digits;
}

std::string decimal_range::text(std::string_view language) const {
    std::string from = impl::number_in(language, least.str());
    if (known()) { return from; }
    return from + (impl::serves("vi", language) ? " đến " : " to ") + impl::number_in(language, most.str());
}

} // namespace TIEUCHI_NAMESPACE
