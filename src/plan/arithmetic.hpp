// SPDX-License-Identifier: Apache-2.0
/// \file
/// Arithmetic on intervals. What can come out lies in the result; where every operand is known, so is the result. That nothing
/// overflows has been proved of the rules.
#pragma once

#include "base/rounding.hpp"
#include "plan/logic.hpp"
#include "plan/program.hpp"

#include <tieuchi/date.hpp>

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::plan {

[[nodiscard]] constexpr interval hull(interval a, interval b) noexcept {
    return {std::min(a.least, b.least), std::max(a.most, b.most)};
}

[[nodiscard]] constexpr interval sum(interval a, interval b) noexcept { return {a.least + b.least, a.most + b.most}; }

[[nodiscard]] constexpr interval difference(interval a, interval b) noexcept { return {a.least - b.most, a.most - b.least}; }

[[nodiscard]] constexpr interval minimum(interval a, interval b) noexcept {
    return {std::min(a.least, b.least), std::min(a.most, b.most)};
}

[[nodiscard]] constexpr interval maximum(interval a, interval b) noexcept {
    return {std::max(a.least, b.least), std::max(a.most, b.most)};
}

[[nodiscard]] constexpr interval clamp(interval a, std::int64_t least, std::int64_t most) noexcept {
    return {std::clamp(a.least, least, most), std::clamp(a.most, least, most)};
}

/// `a`, known to be at most `bound`; `anything` where the two contradict each other, because such facts have been refused and nothing is
/// known about them.
[[nodiscard]] constexpr interval bounded_above(interval a, interval bound, interval anything) noexcept {
    return bound.most < a.least ? anything : interval{a.least, std::min(a.most, bound.most)};
}

/// The same where it is known to be at least `bound`.
[[nodiscard]] constexpr interval bounded_below(interval a, interval bound, interval anything) noexcept {
    return bound.least > a.most ? anything : interval{std::max(a.least, bound.least), a.most};
}

[[nodiscard]] constexpr interval times(interval a, std::int64_t factor) noexcept {
    const std::int64_t first = a.least * factor;
    const std::int64_t other = a.most * factor;
    return {std::min(first, other), std::max(first, other)};
}

[[nodiscard]] constexpr interval product(interval a, interval b) noexcept { return hull(times(a, b.least), times(a, b.most)); }

/// What a whole can be where it is not zero. Wholes are never negative.
[[nodiscard]] constexpr interval some(interval whole) noexcept {
    return {std::max<std::int64_t>(whole.least, 1), std::max<std::int64_t>(whole.most, 1)};
}

[[nodiscard]] constexpr interval divide(const division& rule, interval part, interval whole) noexcept {
    if (whole.most == 0) { return {0, 0}; }
    const interval by = some(whole);
    const auto quotient = [&](std::int64_t numerator, std::int64_t denominator) {
        const wide units =
            impl::divide(static_cast<wide>(numerator) * rule.by, static_cast<wide>(denominator) * rule.over, rule.mode);
        return static_cast<std::int64_t>(units) * rule.unit;
    };
    const interval found{std::min(quotient(part.least, by.least), quotient(part.least, by.most)),
                         std::max(quotient(part.most, by.least), quotient(part.most, by.most))};
    return rule.zero_counts && whole.least == 0 ? hull(found, {0, 0}) : found;
}

[[nodiscard]] constexpr interval round(interval a, std::int64_t unit, rounding_mode mode) noexcept {
    const auto rounded = [&](std::int64_t each) { return static_cast<std::int64_t>(impl::divide(each, unit, mode)) * unit; };
    return {rounded(a.least), rounded(a.most)};
}

[[nodiscard]] inline interval add_months(interval day, std::int64_t months) noexcept {
    const auto later = [&](std::int64_t each) { return days_since_epoch(tieuchi::add_months(date_from_days(each), months)); };
    return {later(day.least), later(day.most)};
}

/// The line of a lookup that `part` of `whole` reaches: that of the first limit that holds, or the last line.
[[nodiscard]] constexpr std::size_t line_of(const model::lookup& in, std::int64_t part, std::int64_t whole) noexcept {
    const auto reaches = [&](std::int64_t limit) {
        const std::int64_t at = limit * whole;
        switch (in.relation) {
        case model::relation::greater: return part > at;
        case model::relation::less: return part < at;
        case model::relation::less_equal: return part <= at;
        case model::relation::equal: // a lookup has none of these
        case model::relation::not_equal:
        case model::relation::greater_equal: break;
        }
        return part >= at;
    };
    const auto first =
        std::partition_point(in.limits.begin(), in.limits.end(), [&](std::int64_t limit) { return !reaches(limit); });
    return static_cast<std::size_t>(first - in.limits.begin());
}

/// Where part and whole are not known, all lines between the one that is reached at best and the one at worst are still possible.
[[nodiscard]] constexpr interval look_up(const model::lookup& in, interval part, interval whole) noexcept {
    const bool rises = in.relation == model::relation::greater || in.relation == model::relation::greater_equal;
    const std::size_t best = rises ? line_of(in, part.most, whole.least) : line_of(in, part.least, whole.most);
    const std::size_t worst = rises ? line_of(in, part.least, whole.most) : line_of(in, part.most, whole.least);
    interval found{in.values[best], in.values[best]};
    for (std::size_t i = best + 1; i <= worst; ++i) { found = hull(found, {in.values[i], in.values[i]}); }
    return found;
}

[[nodiscard]] constexpr truth compare(model::relation relation, interval a, interval b) noexcept {
    const bool can_be_equal = a.least <= b.most && b.least <= a.most;
    const bool can_differ = !(a.known() && b.known() && a.least == b.least);
    switch (relation) {
    case model::relation::equal: return set_of(can_differ, can_be_equal);
    case model::relation::not_equal: return set_of(can_be_equal, can_differ);
    case model::relation::less: return set_of(a.most >= b.least, a.least < b.most);
    case model::relation::less_equal: return set_of(a.most > b.least, a.least <= b.most);
    case model::relation::greater: return set_of(a.least <= b.most, a.most > b.least);
    case model::relation::greater_equal: return set_of(a.least < b.most, a.most >= b.least);
    }
    return unknown;
}

[[nodiscard]] constexpr truth not_zero(interval a) noexcept {
    return set_of(a.least <= 0 && a.most >= 0, a.least != 0 || a.most != 0);
}

/// The comparison is made for wholes other than zero only: that the whole is not zero is known wherever the answer counts.
[[nodiscard]] constexpr truth share(model::relation relation, interval part, interval whole, std::int64_t factor) noexcept {
    if (whole.least > 0 || whole.most < 0) { return compare(relation, part, times(whole, factor)); }
    if (whole.known()) { return not_applicable; }
    const interval others{whole.least == 0 ? 1 : whole.least, whole.most == 0 ? -1 : whole.most};
    return static_cast<truth>(compare(relation, part, times(others, factor)) | not_applicable);
}

[[nodiscard]] constexpr truth in_mask(interval a, std::uint64_t mask) noexcept {
    const auto first = static_cast<unsigned>(a.least);
    const auto last = static_cast<unsigned>(a.most);
    const std::uint64_t possible = (~std::uint64_t{0} >> (63U - (last - first))) << first;
    return set_of((possible & ~mask) != 0, (possible & mask) != 0);
}

} // namespace TIEUCHI_NAMESPACE::impl::plan
