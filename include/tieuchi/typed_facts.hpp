// SPDX-License-Identifier: Apache-2.0
/// \file
/// What headers made by `tieuchi gen cpp` are built on: facts as members of a struct, so that a misspelt fact does not compile.
#pragma once

#include <tieuchi/fact.hpp>
#include <tieuchi/result.hpp>
#include <tieuchi/standard.hpp>
#include <tieuchi/value.hpp>

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace TIEUCHI_NAMESPACE {

namespace impl {

/// True when a fact whose values are of type T can be set from a U: nothing is taken for something else, such as a text for yes.
template <class T, class U>
concept assignable_to_fact = (std::same_as<T, U>) || (std::same_as<T, std::int64_t> && whole_number<U>) ||
                             (std::same_as<T, decimal> && (whole_number<U> || std::floating_point<U>)) ||
                             (std::same_as<T, date> && std::convertible_to<U, date>);

} // namespace impl

/// A fact of which the type is known when the program is compiled: T is bool, std::int64_t (a count), decimal (a number, a percentage,
/// points of an assessor), date, or an enum whose `to_string` gives the names of the options. Unknown until it is set.
template <class T>
class fact_input {
public:
    fact_input() = default;

    /// A value. Nothing is converted that would change its meaning; a number that no fact can hold is kept, and refused with a
    /// diagnostic when the subject is assessed.
    template <class U>
        requires impl::assignable_to_fact<T, U> fact_input(const U& given) { // NOLINT(google-explicit-constructor): `.staff = 25`
            if constexpr (std::is_arithmetic_v<U>) {
                value_ = given;
            } else if constexpr (std::is_enum_v<U>) {
                value_ = std::string(to_string(given));
            } else {
                value_ = T(given);
            }
        }

    /// A value, or unknown where there is none.
    template <class U>
        requires impl::assignable_to_fact<T, U>
        fact_input(const std::optional<U>& given) { // NOLINT(google-explicit-constructor): as above
            if (given) { *this = fact_input(*given); }
        }
    fact_input(std::nullopt_t /*unknown*/) {} // NOLINT(google-explicit-constructor): as above

    /// As `facts::set` takes it.
    [[nodiscard]] const tieuchi::value& value() const noexcept { return value_; }

    friend bool operator==(const fact_input&, const fact_input&) = default;

private:
    tieuchi::value value_;
};

/// A fact that a program was compiled for.
struct expected_fact {
    std::string_view name;
    fact_type type = fact_type::yes_no;
    std::span<const std::string_view> options; ///< of one_of: those that the program knows
};

/// The slots of these facts, in their order. When the standard lacks one of them, has it with another type, or without one of the options
/// that the program knows, the rules have changed: an error (E513) for each.
[[nodiscard]] TIEUCHI_API result<std::vector<std::uint32_t>> slots_of(const standard& standard,
                                                                      std::span<const expected_fact> facts);

} // namespace TIEUCHI_NAMESPACE
