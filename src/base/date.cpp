// SPDX-License-Identifier: Apache-2.0
// Dates: ISO 8601, years of four digits; the calendar itself is the standard library's.
#include <tieuchi/date.hpp>

#include <chrono>

namespace TIEUCHI_NAMESPACE {

namespace impl {
namespace {

[[nodiscard]] std::chrono::year_month_day calendar(date day) noexcept {
    return {std::chrono::year{day.year}, std::chrono::month{day.month}, std::chrono::day{day.day}};
}

constexpr std::int64_t last_year = 9999;
constexpr std::int64_t first_day = -719'528; // 0000-01-01
constexpr std::int64_t last_day = 2'932'896; // 9999-12-31

} // namespace
} // namespace impl

bool date::ok() const noexcept { return year >= 0 && year <= impl::last_year && impl::calendar(*this).ok(); }

date month_day::in(int year) const noexcept {
    const date wanted(year, month, day);
    if (wanted.ok() || wanted == date::no_day()) { return wanted; }
    return std::chrono::year_month_day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::last};
}

std::optional<date> parse_date(std::string_view text) noexcept {
    constexpr std::string_view form = "0000-00-00";
    if (text.size() != form.size()) { return std::nullopt; }
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (form[i] == '-' ? text[i] != '-' : !digit) { return std::nullopt; }
    }
    const auto number = [&](std::size_t from, std::size_t digits) {
        int value = 0;
        for (const char c : text.substr(from, digits)) { value = value * 10 + (c - '0'); }
        return value;
    };
    const date day(number(0, 4), static_cast<unsigned>(number(5, 2)), static_cast<unsigned>(number(8, 2)));
    return day.ok() ? std::optional(day) : std::nullopt;
}

std::string to_string(date day) {
    const auto digits = [](int number, std::size_t width) {
        std::string text = std::to_string(number);
        return text.size() < width ? std::string(width - text.size(), '0') + text : text;
    };
    return digits(day.year, 4) + '-' + digits(day.month, 2) + '-' + digits(day.day, 2);
}

std::int64_t days_since_epoch(date day) noexcept { return std::chrono::sys_days{impl::calendar(day)}.time_since_epoch().count(); }

date add_months(date day, std::int64_t months) noexcept {
    constexpr std::int64_t every_month = (impl::last_year + 1) * 12;
    if (!day.ok() || months <= -every_month || months >= every_month) { return date::no_day(); }
    const std::int64_t since = std::int64_t{day.year} * 12 + (day.month - 1) + months;
    if (since < 0 || since >= every_month) { return date::no_day(); }
    return month_day{static_cast<std::uint8_t>(since % 12 + 1), day.day}.in(static_cast<int>(since / 12));
}

date date_from_days(std::int64_t days) noexcept {
    if (days < impl::first_day || days > impl::last_day) { return date::no_day(); }
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{static_cast<int>(days)}}};
}

} // namespace TIEUCHI_NAMESPACE
