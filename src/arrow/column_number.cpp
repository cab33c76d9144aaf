// SPDX-License-Identifier: Apache-2.0
// Numbers of columns, in every width that tables have.
#include "arrow/arrays.hpp"
#include "arrow/column_view.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace TIEUCHI_NAMESPACE::impl::arrow {

namespace {

__extension__ using unsigned_wide = unsigned __int128;

constexpr wide most_wide = static_cast<wide>(~unsigned_wide{0} >> 1U);

/// The decimal that is `number` x 10^-`scale`, if there is one.
[[nodiscard]] std::optional<decimal> decimal_of(wide number, int scale) {
    constexpr wide most = INT64_MAX;
    for (; scale < decimal::scale; ++scale) {
        if (number > most || number < -most) { return std::nullopt; }
        number *= 10;
    }
    for (; scale > decimal::scale; --scale) {
        if (number % 10 != 0) { return std::nullopt; }
        number /= 10;
    }
    if (number > most || number < -most) { return std::nullopt; }
    return decimal::from_units(static_cast<std::int64_t>(number));
}

/// The digits of `number` x 10^-`scale`, if it is a whole number.
[[nodiscard]] std::optional<std::string> digits_of(wide number, int scale) {
    for (; scale > 0; --scale) {
        if (number % 10 != 0) { return std::nullopt; }
        number /= 10;
    }
    std::string backwards(number == 0 ? 0 : static_cast<std::size_t>(-scale), '0');
    auto left = number < 0 ? -static_cast<unsigned_wide>(number) : static_cast<unsigned_wide>(number);
    do {
        backwards.push_back(static_cast<char>('0' + static_cast<int>(left % 10)));
        left /= 10;
    } while (left != 0);
    if (number < 0) { backwards.push_back('-'); }
    return std::string(backwards.rbegin(), backwards.rend());
}

[[nodiscard]] double value_of_half(std::uint16_t bits) {
    constexpr int least_exponent = -24;
    const int exponent = bits >> 10U & 0x1F;
    const int fraction = bits & 0x3FF;
    const double size =
        exponent == 0 ? std::ldexp(fraction, least_exponent) : std::ldexp(fraction + 0x400, exponent - 1 + least_exponent);
    return (bits & 0x8000U) != 0 ? -size : size;
}

[[nodiscard]] bool is_finite_half(std::uint16_t bits) noexcept { return (bits & 0x7C00U) != 0x7C00U; }

/// As a double with the shortest digits that mean this number of two bytes, and no other.
[[nodiscard]] double shortest_of_half(std::uint16_t bits) {
    const auto size = static_cast<std::uint16_t>(bits & 0x7FFFU);
    if (size == 0) { return 0; }
    const double exactly = value_of_half(size);
    const double least = (exactly + value_of_half(static_cast<std::uint16_t>(size - 1))) / 2;
    const double most = (exactly + value_of_half(static_cast<std::uint16_t>(size + 1))) / 2; // as if there were one more
    const bool even = size % 2 == 0;
    double found = exactly;
    for (int digits = 0; digits < 5; ++digits) { // after the first: no more are needed for 11 bits
        std::array<char, 16> text{};
        const auto end =
            std::to_chars(text.data(), text.data() + text.size(), exactly, std::chars_format::scientific, digits).ptr;
        static_cast<void>(std::from_chars(text.data(), end, found));
        if ((found > least && found < most) || (even && (found == least || found == most))) { break; }
    }
    return (bits & 0x8000U) != 0 ? -found : found;
}

/// 256 bits as four words, the lowest first. Zeros at its end are cut off until it fits; nothing where it does not.
struct number_256 {
    std::array<std::uint64_t, 4> words;

    [[nodiscard]] bool is_negative() const noexcept { return words[3] >> 63U != 0; }
    void negate() noexcept {
        bool carry = true;
        for (std::uint64_t& each : words) {
            each = ~each + (carry ? 1 : 0);
            carry = carry && each == 0;
        }
    }
    [[nodiscard]] bool fits() const noexcept { return words[3] == 0 && words[2] == 0 && words[1] >> 63U == 0; }
    /// Divides by ten, and gives the rest.
    [[nodiscard]] unsigned cut() noexcept {
        unsigned_wide rest = 0;
        for (std::size_t i = words.size(); i-- > 0;) {
            const unsigned_wide part = rest << 64U | words[i];
            words[i] = static_cast<std::uint64_t>(part / 10);
            rest = part % 10;
        }
        return static_cast<unsigned>(rest);
    }
};

} // namespace

double column_view::float_at(std::int64_t at) const {
    if (type_.family == type_family::float64) { return element<double>(at); }
    if (type_.family == type_family::float32) { return static_cast<double>(element<float>(at)); }
    const auto bits = element<std::uint16_t>(at);
    if (is_finite_half(bits)) { return value_of_half(bits); }
    return (bits & 0x3FFU) != 0 ? std::nan("") : HUGE_VAL;
}

std::optional<column_view::scaled> column_view::scaled_at(std::int64_t at) const {
    if (type_.family == type_family::decimal32) { return scaled{element<std::int32_t>(at), type_.scale}; }
    if (type_.family == type_family::decimal64) { return scaled{element<std::int64_t>(at), type_.scale}; }
    if (type_.family == type_family::decimal128) { return scaled{element<wide>(at), type_.scale}; }
    if (type_.family == type_family::unsigned128) {
        const auto number = element<unsigned_wide>(at);
        if (number > static_cast<unsigned_wide>(most_wide)) { return std::nullopt; }
        return scaled{static_cast<wide>(number), 0};
    }
    auto number = element<number_256>(at);
    const bool negative = number.is_negative();
    if (negative) { number.negate(); }
    int scale = type_.scale;
    for (; !number.fits(); --scale) {
        if (number.cut() != 0) { return std::nullopt; }
    }
    const wide size = static_cast<wide>(number.words[1]) << 64U | static_cast<wide>(number.words[0]);
    return scaled{negative ? -size : size, scale};
}

std::optional<decimal> column_view::number_at(std::int64_t at) const {
    if (type_.family == type_family::unsigned64) { return decimal::from_integer(element<std::uint64_t>(at)); }
    if (type_.family == type_family::float16) {
        const auto bits = element<std::uint16_t>(at);
        return is_finite_half(bits) ? decimal::from_double(shortest_of_half(bits)) : std::nullopt;
    }
    if (type_.family == type_family::float32) { return decimal::from_float(element<float>(at)); }
    if (type_.family == type_family::float64) { return decimal::from_double(element<double>(at)); }
    if (type_.family == type_family::integer) {
        return decimal::from_integer(whole_at(type_.integer, *array_, at - array_->offset));
    }
    const auto found = scaled_at(at);
    return found ? decimal_of(found->number, found->scale) : std::nullopt;
}

/// Whole numbers of floating point are taken as far as each of them is one: beyond, an id may have been rounded to that of another.
std::optional<std::string> column_view::digits_at(std::int64_t at) const {
    if (type_.family == type_family::unsigned64) { return std::to_string(element<std::uint64_t>(at)); }
    if (type_.family == type_family::integer) { return std::to_string(whole_at(type_.integer, *array_, at - array_->offset)); }
    if (is_decimal(type_.family)) {
        const auto found = scaled_at(at);
        return found ? digits_of(found->number, found->scale) : std::nullopt;
    }
    if (!is_float(type_.family)) { return std::nullopt; }
    const double number = float_at(at);
    if (std::isnan(number)) { return std::string(); }
    const int bits = type_.family == type_family::float64 ? 53 : type_.family == type_family::float32 ? 24 : 11;
    if (std::abs(number) > std::ldexp(1.0, bits) || number != std::floor(number)) { return std::nullopt; }
    return std::to_string(static_cast<std::int64_t>(number));
}

} // namespace TIEUCHI_NAMESPACE::impl::arrow
