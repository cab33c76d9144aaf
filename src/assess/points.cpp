// SPDX-License-Identifier: Apache-2.0
// The points that a run came to, and the adjustments that it applied.
#include "assess/points.hpp"

#include "plan/bound.hpp"

#include <tieuchi/standard.hpp>

#include <algorithm>

namespace TIEUCHI_NAMESPACE {

namespace impl::assess {

decimal_range range_of(const model::expression& number, plan::interval value) noexcept {
    const std::int64_t unit = model::power_of_ten(static_cast<unsigned>(decimal::scale - number.scale));
    return {decimal::from_units(value.least * unit), decimal::from_units(value.most * unit)};
}

} // namespace impl::assess

std::optional<decimal_range> finding::lost() const noexcept {
    if (!points) { return std::nullopt; }
    const std::int64_t least = maximum->least.units() - points->most.units();
    const std::int64_t most = maximum->most.units() - points->least.units();
    return decimal_range{decimal::from_units(std::max<std::int64_t>(least, 0)),
                         decimal::from_units(std::max<std::int64_t>(most, 0))};
}

std::vector<applied_adjustment> assessment::adjustments() const {
    std::vector<applied_adjustment> applied;
    const impl::plan::program& plan = bound_->program;
    const auto holds_surely = [&](const impl::plan::exit& exit) { return truths_[exit.when] == impl::plan::yes; };
    if (std::any_of(plan.exits.begin(), plan.exits.end(), holds_surely)) { return applied; }
    std::uint64_t possible = impl::plan::classes(plan, truths_);
    for (std::size_t i = 0; i < plan.adjustments.size(); ++i) {
        const impl::plan::adjustment& rule = plan.adjustments[i];
        const impl::plan::truth when = truths_[rule.when];
        const std::uint64_t moved = impl::plan::moved(rule, possible);
        const bool holds = when == impl::plan::yes;
        if ((when & impl::plan::yes) == 0 || (moved == possible && !holds)) { continue; }
        const std::uint64_t kept = possible & moved; // the classes that it would leave as they are
        applied.push_back({&bound_->adjustments[i], holds && kept == 0, holds, moved == possible});
        possible = moved | (holds ? 0 : possible);
    }
    return applied;
}

} // namespace TIEUCHI_NAMESPACE
