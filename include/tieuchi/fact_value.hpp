// SPDX-License-Identifier: Apache-2.0
/// \file
/// A fact's value as it was read.
#pragma once

#include <tieuchi/date.hpp>
#include <tieuchi/decimal.hpp>
#include <tieuchi/fact.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE {

/// What a fact was taken to be: its value, its bounds, or nothing known.
struct TIEUCHI_API fact_value {
    const tieuchi::fact* fact = nullptr; ///< lives as long as the facts, the assessment or their standard; null: there is none
    /// From the least to the most that it can be: yes_no 0 or 1, one_of an index in `fact->options`, a date its days since 1970-01-01.
    decimal_range range;

    /// True when its value is known exactly; false where there is no fact.
    [[nodiscard]] bool known() const noexcept { return fact != nullptr && range.known(); }
    /// The day, of a date that is known.
    [[nodiscard]] std::optional<tieuchi::date> day() const noexcept;
    /// The option, of a fact one_of that is known; null for any other. Lives as long as `fact`.
    [[nodiscard]] const tieuchi::option* option() const noexcept;
    /// The value for people: `yes`, `118`, `87.5%`, `micro`, `2022-03-31`, `15 to 18`; `unknown` when nothing is known.
    /// `vi` (`có`, `87,5%`) and `en` have words of their own, for any other those of `en`; option labels are used where there are any.
    [[nodiscard]] std::string text(std::string_view language = "en") const;
    /// True when nothing at all is known: the bounds are those of the fact's type.
    [[nodiscard]] bool unknown() const noexcept;
};

} // namespace TIEUCHI_NAMESPACE
