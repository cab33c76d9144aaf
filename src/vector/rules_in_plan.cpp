// SPDX-License-Identifier: Apache-2.0
// A standard as a program for columns is made of it.
#include "plan/bound.hpp"
#include "vector/program.hpp"

namespace TIEUCHI_NAMESPACE::impl::vector {

rules_in_plan rules_of(const bound_standard& of) {
    rules_in_plan made{&of.program, of.nothing_known, {}, {}, {}, {}, of.outcomes.size()};
    for (const std::uint32_t one : of.bounds_last) { made.bounds.emplace_back(one, *of.facts()[one].at_most); }
    for (const fact& one : of.facts()) { made.yes_no.push_back(one.type == fact_type::yes_no); }
    const auto unit = [&](model::index number) {
        if (number == model::none) { return std::int64_t{0}; }
        return model::power_of_ten(static_cast<unsigned>(decimal::scale) - of.model->expressions[number].scale);
    };
    for (const model::criterion& one : of.model->criteria) { made.units.push_back({unit(one.points), unit(one.possible)}); }
    made.total_units = {unit(of.model->total), unit(of.model->maximum)};
    return made;
}

} // namespace TIEUCHI_NAMESPACE::impl::vector
