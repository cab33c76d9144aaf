// SPDX-License-Identifier: Apache-2.0
// Two answers side by side.
#include "plan/access.hpp"

#include <tieuchi/comparison.hpp>
#include <tieuchi/standard.hpp>

#include <algorithm>

namespace TIEUCHI_NAMESPACE {

namespace impl::assess {
namespace {

[[nodiscard]] bool differ(const finding& one, const finding& other) {
    return one.status != other.status || one.excepted != other.excepted || one.points != other.points ||
           one.maximum != other.maximum;
}

/// What slots and criteria are numbered in.
[[nodiscard]] const model::standard* version_of(const assessment& one) { return access::of(one.standard())->model; }

/// The facts of all that differ which one of the two findings rests on, or waits for.
[[nodiscard]] std::vector<fact_difference> facts_behind(const comparison& both, std::uint32_t criterion) {
    auto read = both.one.facts_of(criterion);
    const auto more = both.other.facts_of(criterion);
    read.insert(read.end(), more.begin(), more.end());
    std::vector<fact_difference> found;
    for (const fact_difference& each : both.facts) {
        const auto same = [&](const fact_value& of) { return of.fact->name == each.one.fact->name; };
        if (std::any_of(read.begin(), read.end(), same)) { found.push_back(each); }
    }
    return found;
}

} // namespace
} // namespace impl::assess

bool comparison::same() const noexcept {
    return comparable && one.outcomes() == other.outcomes() && one.total() == other.total() && criteria.empty() && facts.empty();
}

comparison compare(const assessment& one, const assessment& other) {
    comparison made{one, other, {}, {}, impl::assess::version_of(one) == impl::assess::version_of(other)};
    if (!made.comparable) { return made; }
    const standard by = one.standard();
    const auto slots = static_cast<std::uint32_t>(by.facts().size());
    for (std::uint32_t slot = 0; slot < slots; ++slot) {
        const fact_difference each{one.fact_as_read(slot), other.fact_as_read(slot)};
        if (!(each.one.range == each.other.range)) { made.facts.push_back(each); }
    }
    for (std::uint32_t i = 0; i < one.findings().size(); ++i) {
        if (!impl::assess::differ(one.findings()[i], other.findings()[i])) { continue; }
        made.criteria.push_back({one.findings()[i], other.findings()[i], impl::assess::facts_behind(made, i)});
    }
    return made;
}

} // namespace TIEUCHI_NAMESPACE
