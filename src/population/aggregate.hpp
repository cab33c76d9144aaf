// SPDX-License-Identifier: Apache-2.0
/// \file
/// Sums, means and extremes over sub-units, some of which may or may not count, and whose values may be any number of an interval. A value
/// fits in 64 bits and is scaled by at most a million, so that neither the sum of billions nor a product with their number can overflow.
#pragma once

#include "base/rounding.hpp"
#include "model/model.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::population {

struct wide_interval {
    wide least = 0;
    wide most = 0;
    friend constexpr bool operator==(const wide_interval&, const wide_interval&) = default;
};

/// A sub-unit, or `times` equal ones.
struct member {
    bool surely = false; ///< it counts; else it may
    wide_interval value;
    std::size_t times = 1;
};

/// What a mean is divided by beside the number of members, and rounded to.
struct mean_unit {
    wide size = 1; ///< in the units of the members' values
    rounding_mode mode = rounding_mode::half_up;
};

struct fraction {
    wide sum = 0;
    wide number = 0;
};

/// The smallest mean of the members that surely count and any of those that may: these join, the smallest first, while they lower it.
[[nodiscard]] inline fraction smallest_mean(const std::vector<member>& members) {
    fraction mean;
    std::vector<const member*> may_join;
    for (const member& each : members) {
        if (each.surely) {
            mean.sum += each.value.least * static_cast<wide>(each.times);
            mean.number += static_cast<wide>(each.times);
        } else {
            may_join.push_back(&each);
        }
    }
    std::sort(may_join.begin(), may_join.end(), [](const member* a, const member* b) { return a->value.least < b->value.least; });
    for (const member* const each : may_join) {
        if (each->value.least * mean.number >= mean.sum) { break; }
        mean.sum += each->value.least * static_cast<wide>(each->times);
        mean.number += static_cast<wide>(each->times);
    }
    return mean;
}

[[nodiscard]] inline wide_interval mean_of(std::vector<member> members, const mean_unit& unit) {
    const auto rounded = [&](const fraction& mean) { return divide(mean.sum, mean.number * unit.size, unit.mode); };
    const wide least = rounded(smallest_mean(members));
    for (member& each : members) { each.value = {-each.value.most, -each.value.least}; }
    fraction most = smallest_mean(members);
    most.sum = -most.sum;
    return {least, rounded(most)};
}

[[nodiscard]] inline wide_interval sum_of(const std::vector<member>& members) {
    wide_interval sum;
    for (const member& each : members) {
        const auto times = static_cast<wide>(each.times);
        sum.least += times * (each.surely ? each.value.least : std::min<wide>(each.value.least, 0));
        sum.most += times * (each.surely ? each.value.most : std::max<wide>(each.value.most, 0));
    }
    return sum;
}

[[nodiscard]] inline wide_interval count_of(const std::vector<member>& members) {
    wide_interval count;
    for (const member& each : members) {
        count.least += each.surely ? static_cast<wide>(each.times) : 0;
        count.most += static_cast<wide>(each.times);
    }
    return count;
}

/// The smallest value. Precondition: one surely counts.
[[nodiscard]] inline wide_interval least_of(const std::vector<member>& members) {
    std::optional<wide_interval> smallest;
    for (const member& each : members) {
        if (!each.surely) { continue; }
        if (!smallest) { smallest = each.value; }
        smallest = wide_interval{std::min(smallest->least, each.value.least), std::min(smallest->most, each.value.most)};
    }
    for (const member& each : members) { smallest->least = std::min(smallest->least, each.value.least); }
    return *smallest;
}

[[nodiscard]] inline wide_interval greatest_of(std::vector<member> members) {
    for (member& each : members) { each.value = {-each.value.most, -each.value.least}; }
    const wide_interval mirrored = least_of(members);
    return {-mirrored.most, -mirrored.least};
}

/// All values that the aggregate can have, a mean in multiples of its unit. Empty where none may count, because then a mean or an extreme
/// has no value.
[[nodiscard]] inline std::optional<wide_interval> aggregate_of(model::aggregate what, std::vector<member> members,
                                                               const mean_unit& unit = {}) {
    if (what == model::aggregate::count) { return count_of(members); }
    if (what == model::aggregate::sum) { return sum_of(members); }
    if (std::none_of(members.begin(), members.end(), [](const member& each) { return each.surely; })) { return std::nullopt; }
    if (what == model::aggregate::mean) { return mean_of(std::move(members), unit); }
    return what == model::aggregate::least ? least_of(members) : greatest_of(std::move(members));
}

} // namespace TIEUCHI_NAMESPACE::impl::population
