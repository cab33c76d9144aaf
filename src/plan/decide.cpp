// SPDX-License-Identifier: Apache-2.0
// From truths to outcomes. Outcomes stand best first, so that of two bits the lower is the better.
#include "plan/logic.hpp"
#include "plan/program.hpp"

namespace TIEUCHI_NAMESPACE::impl::plan {

std::uint64_t classes(const program& plan, std::span<const truth> truths) noexcept {
    std::uint64_t possible = 0;
    for (std::size_t i = 0; i < plan.outcomes.size(); ++i) {
        const register_index when = plan.outcomes[i];
        if (when == no_register || has(truths[when], yes)) { possible |= std::uint64_t{1} << i; }
        if (when == no_register || truths[when] == yes) { break; }
    }
    return possible;
}

std::uint64_t moved(const adjustment& by, std::uint64_t outcomes) noexcept {
    const std::uint64_t to = std::uint64_t{1} << by.outcome;
    const std::uint64_t better = to - 1;
    const std::uint64_t worse = ~(better | to);
    std::uint64_t moving = outcomes;
    switch (by.kind) {
    case adjustment_kind::at_most: moving &= better; break;
    case adjustment_kind::at_least: moving &= worse; break;
    case adjustment_kind::exactly: break;
    }
    return moving == 0 ? outcomes : (outcomes & ~moving) | to;
}

std::uint64_t adjusted(const program& plan, std::span<const truth> truths, std::uint64_t outcomes, std::size_t first) noexcept {
    for (std::size_t i = first; i < plan.adjustments.size(); ++i) {
        const truth when = truths[plan.adjustments[i].when];
        if (!has(when, yes)) { continue; }
        outcomes = moved(plan.adjustments[i], outcomes) | (when == yes ? 0 : outcomes);
    }
    return outcomes;
}

std::uint64_t decide(const program& plan, std::span<const truth> truths) noexcept {
    std::uint64_t left = 0;
    for (const exit& each : plan.exits) {
        if (has(truths[each.when], yes)) { left |= std::uint64_t{1} << each.outcome; }
        if (truths[each.when] == yes) { return left; }
    }
    return left | adjusted(plan, truths, classes(plan, truths));
}

} // namespace TIEUCHI_NAMESPACE::impl::plan
