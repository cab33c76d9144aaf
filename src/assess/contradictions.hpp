// SPDX-License-Identifier: Apache-2.0
/// \file
/// Facts that exceed those that bound them: of two that contradict each other, both are taken as unknown.
#pragma once

#include "plan/bound.hpp"

#include <numeric>
#include <span>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::assess {

/// Calls `report(part, whole)` for each pair of slots that contradict each other. The least that a fact can be, given the facts that it bounds,
/// is carried upwards through facts that are themselves unknown. `largest` is working memory.
template <class Report>
void for_each_contradiction(const bound_standard& standard, std::span<const plan::interval> slots,
                            std::vector<std::uint32_t>& largest, Report report) {
    if (standard.bounds_last.empty()) { return; }
    largest.resize(slots.size()); // by slot: the fact at or below it whose least value is the largest
    std::iota(largest.begin(), largest.end(), 0U);
    for (const std::uint32_t i : standard.bounds_last) {
        const std::uint32_t bound = *standard.facts()[i].at_most;
        if (slots[largest[i]].least > slots[bound].most) {
            report(largest[i], bound);
        } else if (slots[largest[i]].least > slots[largest[bound]].least) {
            largest[bound] = largest[i];
        }
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::assess
