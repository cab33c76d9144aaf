// SPDX-License-Identifier: Apache-2.0
/// \file
/// Calendar dates. A type of our own, because `<chrono>` would cost every file that includes this more than the rest of the library.
#pragma once

#include <tieuchi/config.hpp>

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE {

/// A day of the proleptic Gregorian calendar, of the years 0 to 9999. `std::chrono::year_month_day` converts to it:
/// `date day = 2022y / 11 / 15;`.
struct date {
    std::int16_t year = 1970;
    std::uint8_t month = 1;
    std::uint8_t day = 1;

    constexpr date() noexcept = default;
    /// Numbers that no day of any year can have, such as a year of 67558, a month of 13 or a day of 271, make no day at all (`no_day()`);
    /// they are never cut down to others. Precondition for every use but `ok()`: there is such a day.
    template <std::integral Year, std::integral Month, std::integral Day>
    constexpr date(Year y, Month m, Day d) noexcept : year(0), month(0), day(0) {
        if (!between(y, 0, 9999) || !between(m, 1, 12) || !between(d, 1, 31)) { return; }
        year = static_cast<std::int16_t>(y);
        month = static_cast<std::uint8_t>(m);
        day = static_cast<std::uint8_t>(d);
    }
    /// What is no day: not `ok()`, and written `0000-00-00`.
    [[nodiscard]] static constexpr date no_day() noexcept { return {0, 0, 0}; }
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

private:
    /// Whatever the type of the number: nothing is converted before it is compared.
    template <std::integral T>
    [[nodiscard]] static constexpr bool between(T number, int least, int most) noexcept {
        if constexpr (std::signed_integral<T>) {
            return number >= static_cast<std::int64_t>(least) && number <= static_cast<std::int64_t>(most);
        } else {
            return number >= static_cast<std::uint64_t>(least) && number <= static_cast<std::uint64_t>(most);
        }
    }
};

/// A day of every year. 29 February means the 28th in years that have no 29th.
struct month_day {
    std::uint8_t month = 1;
    std::uint8_t day = 1;

    /// The day of that year; `date::no_day()` of a year beyond 0 to 9999.
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

/// The day `months` months later, or earlier below zero; the last day of the month where it lacks the day; `date::no_day()` beyond the years
/// 0 to 9999.
[[nodiscard]] TIEUCHI_API date add_months(date day, std::int64_t months) noexcept;

/// The day that many days after 1970-01-01; `date::no_day()` beyond the years 0 to 9999.
[[nodiscard]] TIEUCHI_API date date_from_days(std::int64_t days) noexcept;

} // namespace TIEUCHI_NAMESPACE
