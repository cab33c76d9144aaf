// SPDX-License-Identifier: Apache-2.0
// Numbers: each in units of its own scale, so that operands are scaled up before they meet.
#include "plan/lowering.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::plan {

void lowering::lower_number(model::index at) {
    numbers_[at] = number_for(at);
    if (!expressions_[at].may_not_apply) { numbers_[at].applies = {}; } // the model knows more of what goes together
}

number lowering::number_for(model::index at) {
    const model::expression& e = expressions_[at];
    const auto of_two = [&](opcode code) {
        return computed({code, {}, 0, 0, 0, 0, 0}, in_scale(e.left, e.scale), in_scale(e.right, e.scale));
    };
    const auto of_one = [&](opcode code, std::int64_t value, std::uint64_t mask) {
        return computed({code, {}, 0, 0, no_register, value, mask}, in_scale(e.left, e.scale));
    };
    switch (e.op) {
    case model::operation::number: return {e.constant, no_register, {}};
    case model::operation::day: return {known_day(static_cast<model::known_day>(e.constant)), no_register, {}};
    case model::operation::fact: return {{}, fact(e.at_index), {kinds_of_fact(e.at_index), no_register}};
    case model::operation::multiply: return scaled(numbers_[e.left], e.constant);
    case model::operation::add: return of_two(opcode::add);
    case model::operation::subtract: return of_two(opcode::subtract);
    case model::operation::minimum: return of_two(opcode::minimum);
    case model::operation::maximum: return of_two(opcode::maximum);
    case model::operation::product: return computed({opcode::product, {}, 0, 0, 0, 0, 0}, numbers_[e.left], numbers_[e.right]);
    case model::operation::round: return of_one(opcode::round, e.unit, static_cast<std::uint64_t>(e.mode));
    case model::operation::clamp: return of_one(opcode::clamp, e.bounds.least, static_cast<std::uint64_t>(e.bounds.most));
    case model::operation::months: return of_one(opcode::months, e.constant, 0);
    case model::operation::divide: return divide(e);
    case model::operation::lookup: return look_up(e);
    case model::operation::choose: return choose(e);
    case model::operation::only_where: return where_valued(e);
    case model::operation::count_met: return count_met(e);
    case model::operation::table: return table(e);
    case model::operation::truth:
    case model::operation::in_options:
    case model::operation::in_reading:
    case model::operation::in_outcomes:
    case model::operation::in_values:
    case model::operation::every_criterion:
    case model::operation::criterion_met:
    case model::operation::applies:
    case model::operation::applicable:
    case model::operation::accepted:
    case model::operation::not_zero:
    case model::operation::compare:
    case model::operation::share:
    case model::operation::rate:
    case model::operation::negate:
    case model::operation::both:
    case model::operation::either: break; // a rate, which is read where it is compared
    }
    return {};
}

std::int64_t lowering::known_day(model::known_day which) const {
    if (which == model::known_day::rules_date) { return days_since_epoch(chosen_.rules_date); }
    const tieuchi::period period = chosen_.period.value_or(tieuchi::period{chosen_.rules_date, chosen_.rules_date});
    return days_since_epoch(which == model::known_day::period_first ? period.first : period.last);
}

number lowering::scaled(number value, std::int64_t factor) {
    return factor == 1 ? value : computed({opcode::scale, {}, 0, 0, no_register, factor, 0}, value);
}

number lowering::in_scale(model::index expression, unsigned scale) {
    return scaled(numbers_[expression], model::power_of_ten(scale - expressions_[expression].scale));
}

/// Where the whole is zero the quotient has no value, or is 0 where the model says that it always has one.
number lowering::divide(const model::expression& e) {
    const auto division = static_cast<std::int64_t>(program_.divisions.size());
    program_.divisions.push_back({e.constant, e.over, e.unit, e.mode, !e.may_not_apply});
    const number quotient = computed({opcode::divide, {}, 0, 0, 0, division, 0}, numbers_[e.left], numbers_[e.right]);
    return e.may_not_apply ? only_of_some(quotient, e.right) : quotient;
}

number lowering::look_up(const model::expression& e) {
    const model::lookup& in = standard_.lookups[e.at_index];
    const auto at = static_cast<std::int64_t>(program_.lookups.size());
    program_.lookups.push_back(in);
    const number part = in_scale(e.left, in.scale);
    if (e.right == model::none) { return computed({opcode::lookup, {}, 0, 0, no_register, at, 0}, part); }
    return only_of_some(computed({opcode::lookup, {}, 0, 0, 0, at, 0}, part, numbers_[e.right]), e.right);
}

/// A number that has no value where another is zero.
number lowering::only_of_some(number value, model::index whole) {
    if (expressions_[whole].bounds.least > 0) { return value; }
    const register_index some = predicate({opcode::not_zero, {}, 0, 0, no_register, 0, 0}, numbers_[whole]);
    value.applies = meet(value.applies, {every_kind, some});
    return value;
}

/// A number that has a value only where a condition is yes.
number lowering::where_valued(const model::expression& e) {
    const register_index condition = truths_[e.left];
    const auto known = constant_of(condition);
    if (known && known != yes) { return {0, no_register, {every_kind, constant_truth(no)}}; }
    number value = numbers_[e.right];
    if (!known) { value.applies = meet(value.applies, {every_kind, condition}); }
    return value;
}

number lowering::choose(const model::expression& e) {
    if (const auto known = constant_of(truths_[e.left])) {
        return in_scale(known == yes ? e.right : known == no ? e.third : e.fourth, e.scale);
    }
    const auto branch = [&](model::index operand) { return in_register(in_scale(operand, e.scale)); };
    const register_index where_yes = branch(e.right);
    const register_index where_no = branch(e.third);
    const register_index otherwise = e.fourth == e.third ? where_no : e.fourth == e.right ? where_yes : branch(e.fourth);
    const register_index first = put_operands({truths_[e.left], where_yes, where_no, otherwise});
    return {{}, number_register({opcode::choose, {}, 0, first, no_register, 0, 0}), of_choice(e)};
}

number lowering::count_met(const model::expression& e) {
    const auto first = static_cast<register_index>(program_.operands.size());
    for (const auto each : standard_.criteria_lists[e.at_index]) { program_.operands.push_back(program_.criteria[each].met); }
    const auto last = static_cast<register_index>(program_.operands.size());
    return {{}, number_register({opcode::count_met, {}, 0, first, last, 0, 0}), {}};
}

} // namespace TIEUCHI_NAMESPACE::impl::plan
