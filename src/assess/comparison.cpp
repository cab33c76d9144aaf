// SPDX-License-Identifier: Apache-2.0
// Two answers side by side.
#include "plan/access.hpp"

#include <tieuchi/comparison.hpp>
#include <tieuchi/standard.hpp>

#include <algorithm>

namespace TIEUCHI_NAMESPACE {

namespace impl::assess {
namespace {

[[nodiscard]] bool differ(const finding& first, const finding& second) {
    return first.status != second.status || first.excepted != second.excepted || first.points != second.points ||
           first.maximum != second.maximum;
}

/// The version of a standard: slots and criteria are numbered within it.
[[nodiscard]] const model::standard* version_of(const assessment& answer) { return access::bound_of(answer.standard())->model; }

/// Of the facts that differ, those that either finding rests on, or waits for.
[[nodiscard]] std::vector<fact_difference> facts_behind(const comparison& both, std::uint32_t criterion) {
    auto read = both.first.facts_of(criterion);
    const auto more = both.second.facts_of(criterion);
    read.insert(read.end(), more.begin(), more.end());
    std::vector<fact_difference> found;
    for (const fact_difference& difference : both.facts) {
        const auto same = [&](const fact_value& value) { return value.fact->name == difference.first.fact->name; };
        if (std::any_of(read.begin(), read.end(), same)) { found.push_back(difference); }
    }
    return found;
}

} // namespace
} // namespace impl::assess

bool comparison::same() const noexcept {
    return comparable && first.outcomes() == second.outcomes() && first.total() == second.total() && criteria.empty() &&
           facts.empty();
}

comparison compare(const assessment& first, const assessment& second) {
    comparison result{first, second, {}, {}, impl::assess::version_of(first) == impl::assess::version_of(second)};
    if (!result.comparable) { return result; }
    const standard standard = first.standard();
    const auto slots = static_cast<std::uint32_t>(standard.facts().size());
    for (std::uint32_t slot = 0; slot < slots; ++slot) {
        const fact_difference difference{first.fact_as_read(slot), second.fact_as_read(slot)};
        if (!(difference.first.range == difference.second.range)) { result.facts.push_back(difference); }
    }
    for (std::uint32_t i = 0; i < first.findings().size(); ++i) {
        if (!impl::assess::differ(first.findings()[i], second.findings()[i])) { continue; }
        result.criteria.push_back({first.findings()[i], second.findings()[i], impl::assess::facts_behind(result, i)});
    }
    return result;
}

} // namespace TIEUCHI_NAMESPACE
