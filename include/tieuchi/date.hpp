// SPDX-License-Identifier: Apache-2.0
/// \file
/// Calendar dates. A type of our own, because `<chrono>` would cost every file that includes this more than the rest of the library.
#pragma once

#include <tieuchi/config.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tieuchi {

/// A day of the proleptic Gregorian calendar. `std::chrono::year_month_day` converts to it: `date day = 2022y / 11 / 15;`.
struct date {
    std::int16_t year = 1970;
    std::uint8_t month = 1;
    std::uint8_t day = 1;

    constexpr date() noexcept = default;
    /// Precondition for every use but `ok()`: there is such a day.
    constexpr date(int y, unsigned m, unsigned d) noexcept
        : year(static_cast<std::int16_t>(y)), month(static_cast<std::uint8_t>(m)), day(static_cast<std::uint8_t>(d)) {}
    /// From any calendar type with the members of `std::chrono::year_month_day`.
    template <class Calendar>
        requires requires(const Calendar& c) {
            static_cast<int>(c.year());
            static_cast<unsigned>(c.month());
            static_cast<unsigned>(c.day());
        }
    constexpr date(const Calendar& c) noexcept // NOLINT(google-explicit-constructor)
        : date(static_cast<int>(c.year()), static_cast<unsigned>(c.month()), static_cast<unsigned>(c.day())) {}

    /// True when the calendar has that day.
    [[nodiscard]] TIEUCHI_API bool ok() const noexcept;

    friend constexpr auto operator<=>(const date&, const date&) noexcept = default;
};

/// A day of every year. 29 February means the 28th in years that have no 29th.
struct month_day {
    std::uint8_t month = 1;
    std::uint8_t day = 1;

    /// The day of that year.
    [[nodiscard]] TIEUCHI_API date in(int year) const noexcept;

    friend constexpr auto operator<=>(const month_day&, const month_day&) noexcept = default;
};

/// The days from `first` to `last`, both included.
struct period {
    date first;
    date last;
    friend bool operator==(const period&, const period&) = default;
};

/// Reads `2022-11-15` (ISO 8601, four digits of year). Empty for any other form and for days that do not exist.
[[nodiscard]] TIEUCHI_API std::optional<date> parse_date(std::string_view text) noexcept;

/// Writes `2022-11-15`.
[[nodiscard]] TIEUCHI_API std::string to_string(date day);

/// Days since 1970-01-01, the number that a date is inside a plan and in Arrow's date32. Precondition: `day.ok()`.
[[nodiscard]] TIEUCHI_API std::int64_t days_since_epoch(date day) noexcept;

/// The day `months` months later, or earlier below zero; the last day of the month where it lacks the day.
[[nodiscard]] TIEUCHI_API date add_months(date day, std::int64_t months) noexcept;

/// The day that many days after 1970-01-01. Precondition: within the years 0 to 9999.
[[nodiscard]] TIEUCHI_API date date_from_days(std::int64_t days) noexcept;

} // namespace tieuchi
