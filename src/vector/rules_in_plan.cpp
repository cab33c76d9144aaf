// SPDX-License-Identifier: Apache-2.0
// The input of the columnar compiler, from a bound standard.
#include "plan/bound.hpp"
#include "vector/program.hpp"

namespace TIEUCHI_NAMESPACE::impl::vector {

rules_in_plan rules_of(const bound_standard& bound) {
    rules_in_plan rules{&bound.program, bound.nothing_known, {}, {}, {}, {}, bound.outcomes.size()};
    for (const std::uint32_t each : bound.bounds_last) { rules.bounds.emplace_back(each, *bound.facts()[each].at_most); }
    for (const fact& fact : bound.facts()) { rules.yes_no.push_back(fact.type == fact_type::yes_no); }
    const auto unit = [&](model::index number) {
        if (number == model::none) { return std::int64_t{0}; }
        return model::power_of_ten(static_cast<unsigned>(decimal::scale) - bound.model->expressions[number].scale);
    };
    for (const model::criterion& criterion : bound.model->criteria) {
        rules.units.push_back({unit(criterion.points), unit(criterion.possible)});
    }
    rules.total_units = {unit(bound.model->total), unit(bound.model->maximum)};
    return rules;
}

} // namespace TIEUCHI_NAMESPACE::impl::vector
