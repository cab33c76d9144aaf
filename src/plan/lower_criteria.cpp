// SPDX-License-Identifier: Apache-2.0
// Criteria, exits, outcomes, adjustments: the roots of the plan.
#include "plan/lowering.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::plan {

void lowering::lower_criterion(model::index at) {
    const model::criterion& criterion = standard_.criteria[at];
    register_index base = criterion.when != model::none ? truths_[criterion.when] : combined(criterion);
    if (criterion.shown.event) { base = negate(base); } // met when it did not happen
    register_index met = base;
    for (const auto id : criterion.unless) { met = unless(met, truths_[id]); }
    for (const auto id : criterion.only_where) { met = only_where(truths_[id], met); }
    program_.criteria[at].met = met;
    program_.criteria[at].base = base;
}

/// What decides a criterion by its parts. One whose parts give points, with no condition of its own, is met where none of them is not.
register_index lowering::combined(const model::criterion& criterion) {
    const auto& children = criterion.shown.children;
    if (criterion.shown.rule == criterion_rule::at_least) {
        const auto first = static_cast<register_index>(program_.operands.size());
        for (const auto child : children) { program_.operands.push_back(program_.criteria[child].met); }
        const auto last = static_cast<register_index>(program_.operands.size());
        return truth_register({opcode::at_least_of, {}, 0, first, last, criterion.shown.needed, 0});
    }
    const opcode joins = criterion.shown.rule == criterion_rule::any_of ? opcode::either : opcode::both;
    register_index all = no_register;
    for (const auto child : children) {
        const register_index next = program_.criteria[child].met;
        all = all == no_register ? next : truth_register({joins, {}, 0, all, next, 0, 0});
    }
    return all;
}

register_index lowering::every_criterion() {
    if (every_criterion_ != no_register) { return every_criterion_; }
    register_index every = no_register;
    for (std::size_t i = 0; i < standard_.criteria.size(); ++i) {
        if (standard_.criteria[i].shown.parent) { continue; }
        const register_index next = program_.criteria[i].met;
        every = every == no_register ? next : both(every, next);
    }
    return every_criterion_ = accepted(every);
}

register_index lowering::truth_at(model::index expression) {
    ensure(expression);
    return truths_[expression];
}

register_index lowering::number_at(model::index expression) {
    if (expression == model::none) { return no_register; }
    ensure(expression);
    return in_register(numbers_[expression]);
}

void lowering::lower_standard() {
    program_.criteria.resize(standard_.criteria.size());
    lower_criteria();
    lower_exits();
    lower_outcomes();
    lower_totals();
}

void lowering::lower_criteria() {
    for (model::index i = 0; i < standard_.criteria.size(); ++i) {
        ensure_criterion(i);
        program_.criteria[i].points = number_at(standard_.criteria[i].points);
        program_.criteria[i].possible = number_at(standard_.criteria[i].possible);
    }
}

void lowering::lower_exits() {
    constexpr std::array<std::string_view, 3> names{"not_subject", "not_assessed", "referred"}; // as exit_kind
    for (const auto& each : standard_.exits) {
        const std::string_view name = names[static_cast<std::size_t>(each.shown.kind)];
        const auto leads_to = [&](const model::outcome& other) { return other.shown.name == name; };
        const auto found = std::find_if(standard_.outcomes.begin(), standard_.outcomes.end(), leads_to);
        program_.exits.push_back({truth_at(each.when), static_cast<std::uint32_t>(found - standard_.outcomes.begin())});
    }
}

/// The outcomes that rules declare end with the one that says `otherwise`; after it stand those of exits.
void lowering::lower_outcomes() {
    for (const auto& each : standard_.outcomes) {
        program_.outcomes.push_back(each.when == model::none ? no_register : truth_at(each.when));
        if (each.when == model::none) { break; }
    }
    for (const auto& each : standard_.adjustments) {
        program_.adjustments.push_back({each.shown.kind, each.shown.outcome, truth_at(each.when)});
    }
}

void lowering::lower_totals() {
    program_.total = number_at(standard_.total);
    program_.maximum = number_at(standard_.maximum);
    for (const auto& each : standard_.quotas) {
        const register_index highest = number_at(each.highest);
        program_.quotas.push_back({highest, truth_of(numbers_[each.highest].applies)});
    }
}

void lowering::lower_tally(const model::tally::over& part) {
    program_.criteria.resize(standard_.criteria.size());
    use(part.where);
    use(part.value);
    program_.where = part.where == model::none ? constant_truth(yes) : truth_at(part.where);
    if (part.value == model::none) { return; }
    program_.contribution.number = number_at(part.value);
    program_.contribution.applies = truth_of(numbers_[part.value].applies);
}

} // namespace TIEUCHI_NAMESPACE::impl::plan
