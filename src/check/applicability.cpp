// SPDX-License-Identifier: Apache-2.0
// Which expressions may have no value, because they read a fact that not every kind of subject has, or a share of nothing.
#include "check/expressions.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

[[nodiscard]] bool is_for_every_kind(const standard& model, index fact) {
    const auto& only_for = model.facts[fact].only_for;
    return only_for.empty() || std::all_of(model.kinds.begin(), model.kinds.end(), [&](const std::string& kind) {
               return std::find(only_for.begin(), only_for.end(), kind) != only_for.end();
           });
}

} // namespace

bool expression_checker::may_select(const standard_scope& scope, const expression& e) const {
    const auto operand = [&](index id) { return id != none && scope.may_select[id]; };
    if (e.op == operation::in_reading) { return true; }
    const bool joins = e.op == operation::negate || e.op == operation::both || e.op == operation::either;
    return joins && (operand(e.left) || operand(e.right));
}

bool expression_checker::may_not_apply(const standard_scope& in, const expression& e) const {
    const standard& model = *in.model;
    const auto operand = [&](index id) { return id != none && model.expressions[id].may_not_apply; };
    const auto may_be_zero = [&](index id) {
        return id != none && model.expressions[id].bounds.least <= 0 && model.expressions[id].bounds.most >= 0;
    };
    switch (e.op) {
    case operation::fact:
    case operation::in_options: return !is_for_every_kind(model, e.at_index);
    case operation::criterion_met: return model.criteria[e.at_index].may_not_apply;
    case operation::only_where: return true;
    case operation::applies:
    case operation::applicable:
    case operation::accepted: return false;
    case operation::both:
    case operation::either: // not applicable is neutral, but beside a reading
        return operand(e.left) ? operand(e.right) || in.may_select[e.right] : operand(e.right) && in.may_select[e.left];
    case operation::share:
    case operation::rate:
    case operation::divide:
    case operation::lookup: return operand(e.left) || operand(e.right) || may_be_zero(e.right);
    case operation::choose: return operand(e.right) || operand(e.third) || operand(e.fourth);
    case operation::table: {
        const auto& lines = model.tables[static_cast<std::size_t>(e.constant)].lines;
        return std::any_of(lines.begin(), lines.end(), [&](const table::line& each) { return operand(each.value); });
    }
    case operation::truth:
    case operation::number:
    case operation::in_reading:
    case operation::in_outcomes:
    case operation::in_values:
    case operation::every_criterion:
    case operation::not_zero:
    case operation::compare:
    case operation::add:
    case operation::subtract:
    case operation::multiply:
    case operation::product:
    case operation::round:
    case operation::clamp:
    case operation::minimum:
    case operation::maximum:
    case operation::count_met:
    case operation::months:
    case operation::day:
    case operation::negate: break;
    }
    return operand(e.left) || operand(e.right);
}

} // namespace TIEUCHI_NAMESPACE::impl::check
