// SPDX-License-Identifier: Apache-2.0
/// \file
/// A fact's value as a host has it.
#pragma once

#include <tieuchi/date.hpp>
#include <tieuchi/decimal.hpp>

#include <charconv>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace TIEUCHI_NAMESPACE {

/// Not known. Never no, never zero, never a default.
struct unknown_value {
    friend bool operator==(const unknown_value&, const unknown_value&) = default;
};

namespace impl {

/// An integer, and not a letter, nor yes or no.
template <class T>
concept whole_number = std::integral<T> && sizeof(T) <= 8 && !std::same_as<T, bool> && !std::same_as<T, char> &&
                       !std::same_as<T, wchar_t> && !std::same_as<T, char8_t> && !std::same_as<T, char16_t> &&
                       !std::same_as<T, char32_t>;

/// What a number can be written with; longer than the shortest form of any double.
inline constexpr std::size_t digits_of_number = 64;

} // namespace impl

/// A fact's value: a bool, a number, a date, a text, or nothing known. Text is read by the fact's type when it is set: `yes`/`no`, a number,
/// `70%`, a date, an option's name; empty text is unknown.
///
/// Converts from the types that a host has, and from none that would change its meaning: a letter, a pointer or `nullptr` does not compile. A float or a
/// double means its shortest decimal form: 0.1 is exactly one tenth (a long double is taken for a double). A number that no decimal can hold stays as its text (`NaN`, `1e+300`),
/// which every fact refuses with a diagnostic. An empty optional is unknown.
class value : public std::variant<unknown_value, bool, decimal, date, std::string> {
public:
    /// Unknown.
    value() = default;
    value(unknown_value /*unknown*/) noexcept {}  // NOLINT(google-explicit-constructor): `value v = 5`, as all below
    value(std::nullopt_t /*unknown*/) noexcept {} // NOLINT(google-explicit-constructor)
    value(std::nullptr_t) = delete;

    template <std::same_as<bool> Bool>
    value(Bool given) noexcept : variant(std::in_place_type<bool>, given) {} // NOLINT(google-explicit-constructor)
    template <impl::whole_number Whole>
    value(Whole given) : variant(from_number(given)) {} // NOLINT(google-explicit-constructor)
    template <std::floating_point Float>
    value(Float given) : variant(from_number(given)) {}                            // NOLINT(google-explicit-constructor)
    value(decimal given) noexcept : variant(std::in_place_type<decimal>, given) {} // NOLINT(google-explicit-constructor)
    /// A date, or `std::chrono::year_month_day`.
    template <std::convertible_to<date> Day>
    value(const Day& given) : variant(std::in_place_type<date>, given) {} // NOLINT(google-explicit-constructor)
    template <class Text>
        requires(std::convertible_to<const Text&, std::string_view> && !std::same_as<Text, std::string>)
    value(const Text& given) // NOLINT(google-explicit-constructor)
        : variant(std::in_place_type<std::string>, std::string_view(given)) {}
    value(std::string given) noexcept
        : variant(std::in_place_type<std::string>, std::move(given)) {} // NOLINT(google-explicit-constructor)
    template <class T>
        requires std::constructible_from<value, const T&>
        value(const std::optional<T>& given) { // NOLINT(google-explicit-constructor)
            if (given) { *this = value(*given); }
        }

    [[nodiscard]] bool known() const noexcept { return index() != 0; }

private:
    template <class Number>
    [[nodiscard]] static variant from_number(Number given) {
        std::optional<decimal> exact;
        if constexpr (std::integral<Number>) {
            exact = decimal::from_integer(given);
        } else if constexpr (std::same_as<Number, float>) {
            exact = decimal::from_float(given);
        } else {
            exact = decimal::from_double(static_cast<double>(given));
        }
        if (exact) { return *exact; }
        if constexpr (std::floating_point<Number>) {           // spelt as no option is
            if (given != given) { return std::string("NaN"); } // NOLINT(misc-redundant-expression)
            if (given - given != 0) { return std::string(given > 0 ? "Infinity" : "-Infinity"); }
        }
        char text[impl::digits_of_number]; // NOLINT(modernize-avoid-c-arrays): what to_chars fills
        return std::string(text, std::to_chars(text, text + sizeof text, given).ptr);
    }
};

} // namespace TIEUCHI_NAMESPACE
