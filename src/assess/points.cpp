// SPDX-License-Identifier: Apache-2.0
// Points read off a run, and the adjustments that it made.
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
    const auto leaves = [&](const impl::plan::exit& one) { return truths_[one.when] == impl::plan::yes; };
    if (std::any_of(plan.exits.begin(), plan.exits.end(), leaves)) { return applied; }
    std::uint64_t possible = impl::plan::classes(plan, truths_);
    for (std::size_t i = 0; i < plan.adjustments.size(); ++i) {
        const impl::plan::adjustment& one = plan.adjustments[i];
        const impl::plan::truth when = truths_[one.when];
        const std::uint64_t moved = impl::plan::moved(one, possible);
        const bool holds = when == impl::plan::yes;
        if ((when & impl::plan::yes) == 0 || (moved == possible && !holds)) { continue; }
        const std::uint64_t kept = possible & moved; // what it would leave as it is
        applied.push_back({&bound_->adjustments[i], holds && kept == 0, holds, moved == possible});
        possible = moved | (holds ? 0 : possible);
    }
    return applied;
}

} // namespace TIEUCHI_NAMESPACE
