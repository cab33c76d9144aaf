// SPDX-License-Identifier: Apache-2.0
// Truths: combinations of other truths, and predicates over numbers.
#include "plan/lowering.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::plan {

/// What the chosen readings alone settle about each truth, whether it will be in the plan or not: `READING is A and X` is no where A was not
/// chosen, whatever X is. One pass is enough, because operands precede the expressions that use them.
void lowering::settle_by_readings() {
    for (std::size_t at = 0; at < expressions_.size(); ++at) { by_readings_[at] = settled_by_readings(expressions_[at]); }
}

truth lowering::settled_by_readings(const model::expression& e) const {
    if (e.op == model::operation::in_reading) { return is_chosen(e) ? yes : no; }
    if (e.op == model::operation::negate) { return swap_sides(by_readings_[e.left]); }
    if (e.op != model::operation::both && e.op != model::operation::either) { return unsettled; }
    const truth settling = e.op == model::operation::both ? no : yes;
    const truth left = by_readings_[e.left];
    const truth right = by_readings_[e.right];
    if (left == settling || right == settling) { return settling; }
    return left != unsettled && right != unsettled ? left : unsettled;
}

bool lowering::is_chosen(const model::expression& option) const {
    return ((option.mask >> chosen_.readings[option.at_index]) & 1U) != 0;
}

register_index lowering::truth_for(const model::expression& e) {
    const auto of_kinds = [&](register_index truth) { return only_for({kinds_of_fact(e.at_index), no_register}, truth); };
    switch (e.op) {
    case model::operation::truth: return constant_truth(e.constant != 0 ? yes : no);
    case model::operation::fact: return of_kinds(truth_register({opcode::is_true, {}, 0, fact(e.at_index), no_register, 0, 0}));
    case model::operation::in_options:
        return of_kinds(truth_register({opcode::in_options, {}, 0, fact(e.at_index), no_register, 0, e.mask}));
    case model::operation::in_reading: return constant_truth(is_chosen(e) ? yes : no);
    case model::operation::in_outcomes: return truth_register({opcode::in_outcomes, {}, 0, no_register, no_register, 0, e.mask});
    case model::operation::in_values:
        return only_for(numbers_[e.left].applies,
                        predicate({opcode::in_options, {}, 0, 0, no_register, 0, e.mask}, numbers_[e.left]));
    case model::operation::not_zero:
        return only_for(numbers_[e.left].applies, predicate({opcode::not_zero, {}, 0, 0, no_register, 0, 0}, numbers_[e.left]));
    case model::operation::compare: return compare(e);
    case model::operation::share: return share(e);
    case model::operation::every_criterion: return every_criterion();
    case model::operation::criterion_met: return program_.criteria[e.at_index].met;
    case model::operation::applies: return truth_of(numbers_[e.left].applies);
    case model::operation::applicable:
        if (const auto known = constant_of(truths_[e.left])) { return constant_truth(known == not_applicable ? no : yes); }
        if (!expressions_[e.left].may_not_apply) { return constant_truth(yes); }
        return truth_register({opcode::applicable, {}, 0, truths_[e.left], no_register, 0, 0});
    case model::operation::accepted: return accepted(truths_[e.left]);
    case model::operation::only_where: return only_where(truths_[e.left], truths_[e.right]);
    case model::operation::negate: return negate(truths_[e.left]);
    case model::operation::both: return both(e);
    case model::operation::either: return either(e);
    case model::operation::number:
    case model::operation::add:
    case model::operation::subtract:
    case model::operation::multiply:
    case model::operation::product:
    case model::operation::rate:
    case model::operation::divide:
    case model::operation::round:
    case model::operation::clamp:
    case model::operation::minimum:
    case model::operation::maximum:
    case model::operation::choose:
    case model::operation::table:
    case model::operation::lookup:
    case model::operation::count_met:
    case model::operation::months:
    case model::operation::day: break; // a number
    }
    return no_register;
}

// `yes and X` is yes where X does not apply, for that is neutral. A reading, though, is chosen before anything is decided: `READING is A
// and X` is X itself where A was chosen, not applicable included.
register_index lowering::both(const model::expression& e) {
    for (const auto& [known_side, other] : {std::pair(e.left, e.right), std::pair(e.right, e.left)}) {
        const auto known = constant_of(truths_[known_side]);
        if (!known) { continue; }
        if (known == no) { return truths_[known_side]; }
        const bool itself =
            known == not_applicable || by_readings_[known_side] != unsettled || !expressions_[other].may_not_apply;
        return itself ? truths_[other] : accepted(truths_[other]);
    }
    return both(truths_[e.left], truths_[e.right]);
}

register_index lowering::either(const model::expression& e) {
    for (const auto& [known_side, other] : {std::pair(e.left, e.right), std::pair(e.right, e.left)}) {
        const auto known = constant_of(truths_[known_side]);
        if (!known) { continue; }
        if (known == yes) { return truths_[known_side]; }
        const bool itself =
            known == not_applicable || by_readings_[known_side] != unsettled || !expressions_[other].may_not_apply;
        return itself ? truths_[other] : negate(accepted(negate(truths_[other])));
    }
    return truth_register({opcode::either, {}, 0, truths_[e.left], truths_[e.right], 0, 0});
}

register_index lowering::both(register_index a, register_index b) { return truth_register({opcode::both, {}, 0, a, b, 0, 0}); }

register_index lowering::negate(register_index a) {
    if (constant_of(a) == yes) { return constant_truth(no); }
    if (constant_of(a) == no) { return constant_truth(yes); }
    return constant_of(a) ? a : truth_register({opcode::negate, {}, 0, a, no_register, 0, 0});
}

register_index lowering::accepted(register_index a) {
    if (const auto known = constant_of(a)) { return known == not_applicable ? constant_truth(yes) : a; }
    return truth_register({opcode::accepted, {}, 0, a, no_register, 0, 0});
}

register_index lowering::only_where(register_index condition, register_index a) {
    if (constant_of(condition) == yes) { return a; }
    if (constant_of(condition)) { return constant_truth(not_applicable); }
    return truth_register({opcode::only_where, {}, 0, condition, a, 0, 0});
}

register_index lowering::unless(register_index a, register_index exception) {
    if (constant_of(exception) == no || constant_of(exception) == not_applicable) { return a; }
    return truth_register({opcode::unless, {}, 0, a, exception, 0, 0});
}

register_index lowering::compare(const model::expression& e) {
    const unsigned scale = std::max<unsigned>(expressions_[e.left].scale, expressions_[e.right].scale);
    const number a = in_scale(e.left, scale);
    const number b = in_scale(e.right, scale);
    const register_index result = predicate({opcode::compare, e.relation, 0, 0, 0, 0, 0}, a, b);
    return only_for(meet(a.applies, b.applies), result);
}

register_index lowering::share(const model::expression& e) {
    const model::expression& part = expressions_[e.left];
    const model::expression& whole = expressions_[e.right];
    const unsigned scale = std::max<unsigned>(part.scale, static_cast<unsigned>(whole.scale) + e.scale);
    const std::int64_t factor = e.constant * model::power_of_ten(scale - whole.scale - e.scale);
    const number a = in_scale(e.left, scale);
    const number& b = numbers_[e.right];
    const register_index result = predicate({opcode::share, e.relation, 0, 0, 0, factor, 0}, a, b);
    return only_for(meet(a.applies, b.applies), result);
}

} // namespace TIEUCHI_NAMESPACE::impl::plan
