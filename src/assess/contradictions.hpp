// SPDX-License-Identifier: Apache-2.0
/// \file
/// Facts that exceed those that bound them: of two that contradict each other neither is believed.
#pragma once

#include "plan/bound.hpp"

#include <numeric>
#include <span>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::assess {

/// Calls `tell(part, whole)` with each two slots that contradict each other. What each fact is at the least by those that it bounds is
/// carried upwards, whoever stands between known or not. `largest` is working memory.
template <class F>
void for_each_contradiction(const bound_standard& of, std::span<const plan::interval> slots, std::vector<std::uint32_t>& largest,
                            F tell) {
    if (of.bounds_last.empty()) { return; }
    largest.resize(slots.size()); // the fact that says most about each
    std::iota(largest.begin(), largest.end(), 0U);
    for (const std::uint32_t i : of.bounds_last) {
        const std::uint32_t bound = *of.facts()[i].at_most;
        if (slots[largest[i]].least > slots[bound].most) {
            tell(largest[i], bound);
        } else if (slots[largest[i]].least > slots[largest[bound]].least) {
            largest[bound] = largest[i];
        }
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::assess
