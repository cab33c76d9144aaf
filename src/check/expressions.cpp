// SPDX-License-Identifier: Apache-2.0
// Expressions: names resolved, types and units checked, bounds proved. Chains of `and`, `or`, `+`, `-`, `*` of any length are walked
// in a loop; recursion is only as deep as parentheses are, which the parser bounds.
#include "check/expressions.hpp"

#include "base/nearest.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

std::string what_it_is(value_type type) {
    switch (type) {
    case value_type::truth: return "yes or no";
    case value_type::number: return "a number";
    case value_type::percent: return "a percentage";
    case value_type::date: return "a date";
    case value_type::options: return "one of several options";
    case value_type::rate: return "a rate";
    case value_type::duration: return "a length of time";
    }
    return {};
}

namespace {

/// Operands of a chain that leans to the left, first to last, with the operator before each but the first.
struct chain {
    std::vector<syntax::expression_id> operands;
    std::vector<const syntax::expression*> operators;
};

template <class Joins>
[[nodiscard]] chain unroll(const syntax::tree& file, syntax::expression_id id, Joins joins) {
    chain all;
    while (joins(file[id].op)) {
        all.operators.push_back(&file[id]);
        all.operands.push_back(file[id].right);
        id = file[id].left;
    }
    all.operands.push_back(id);
    std::reverse(all.operands.begin(), all.operands.end());
    std::reverse(all.operators.begin(), all.operators.end());
    return all;
}

[[nodiscard]] remark cannot_be_joined(bool subtract, value_type left, value_type right) {
    remark what = subtract ? say<diag::cannot_be_subtracted>(what_it_is(left), what_it_is(right))
                           : say<diag::cannot_be_added>(what_it_is(left), what_it_is(right));
    if (left == value_type::date || right == value_type::date) {
        what.help =
            "days, months and years are added to a date, as in `opened + 6 months`; two dates are compared, or subtracted";
    }
    return what;
}

} // namespace

typed expression_checker::check_expression(const context& where, syntax::expression_id id) {
    ++depth_;
    const typed checked = check_operation(where, id);
    --depth_;
    return checked;
}

typed expression_checker::check_operation(const context& where, syntax::expression_id id) {
    using syntax::operation;
    if (!id || is_full(*where.file)) { return {}; } // not readable, which the parser has said; or no more can be said
    if (is_spent(*where.into->file, where.into->text->name.at)) { return {}; }
    const syntax::expression& e = (*where.file)[id];
    switch (e.op) {
    case operation::name: return check_name(where, e.words.front());
    case operation::previous: {
        const index fact = names_.previous_of(where, e.words.front());
        return fact == none ? typed{} : read_fact(where, fact, e.at);
    }
    case operation::number:
    case operation::percent:
    case operation::date: return check_literal(where, e);
    case operation::percent_of: return check_percent_of(where, e);
    case operation::duration: return check_duration(where, e);
    case operation::per: return check_rate(where, e);
    case operation::outcome: error(*where.file, e.at, say<diag::outcome_alone>()); return {};
    case operation::outcome_of: {
        const index fact = links_.link_of(where, e);
        return fact == none ? typed{} : read_fact(where, fact, e.at);
    }
    case operation::total:
    case operation::points_of:
    case operation::count_met:
    case operation::every_criterion:
    case operation::every_at_least:
    case operation::criterion_is: return check_criterion_query(where, e);
    case operation::is:
    case operation::in: return check_membership(where, e);
    case operation::equal:
    case operation::not_equal:
    case operation::less:
    case operation::less_equal:
    case operation::greater:
    case operation::greater_equal: return check_comparison(where, e);
    case operation::add:
    case operation::subtract: return check_sum(where, id);
    case operation::multiply: return check_product(where, id);
    case operation::negate: {
        const typed operand = check_truth(where, e.left);
        if (!operand) { return {}; }
        expression negation;
        negation.op = model::operation::negate;
        negation.left = operand.id;
        negation.at = e.at;
        return add(where, negation);
    }
    case operation::both:
    case operation::either: return check_chain(where, id);
    }
    return {};
}

typed expression_checker::check_truth(const context& where, syntax::expression_id id) {
    const typed value = check_expression(where, id);
    if (!value || value.type == value_type::truth) { return value; }
    const syntax::expression& e = (*where.file)[id];
    std::string help = "compare it with something";
    const std::string written(where.file->source->text(e.at));
    const bool written_out =
        e.op == syntax::operation::number || e.op == syntax::operation::percent || e.op == syntax::operation::date;
    if (value.type == value_type::options) { help = "say which one, as in `" + written + " is …`"; }
    if (value.type == value_type::number && !written_out) { help = "compare it, as in `" + written + " > 0`"; }
    if (value.type == value_type::percent && !written_out) { help = "compare it, as in `" + written + " >= 70%`"; }
    if (value.type == value_type::date && !written_out) { help = "compare it, as in `" + written + " <= 2022-11-15`"; }
    if (value.type == value_type::rate) { help = "compare it, as in `" + written + " < 5`"; }
    error(*where.file, e.at, say<diag::not_a_condition>(what_it_is(value.type)).with_help(help));
    return {};
}

typed expression_checker::check_number(const context& where, syntax::expression_id id) {
    const typed value = check_expression(where, id);
    if (!value || value.type == value_type::number || value.type == value_type::percent || value.type == value_type::date ||
        value.type == value_type::duration) {
        return value;
    }
    error(*where.file, (*where.file)[id].at,
          say<diag::not_a_quantity>(what_it_is(value.type)).with_help(value.type == value_type::rate ? rate_help : ""));
    return {};
}

typed expression_checker::join_truths(const context& where, operation op, typed left, typed right, span at) {
    if (!left || !right) { return {}; }
    expression joined;
    joined.op = op;
    joined.left = left.id;
    joined.right = right.id;
    joined.at = at;
    return add(where, joined);
}

typed expression_checker::check_chain(const context& where, syntax::expression_id id) {
    const syntax::operation op = (*where.file)[id].op;
    const chain all = unroll(*where.file, id, [op](syntax::operation kind) { return kind == op; });
    typed joined = check_truth(where, all.operands.front());
    for (std::size_t i = 1; i < all.operands.size(); ++i) {
        const typed next = check_truth(where, all.operands[i]); // also when the one before failed: report all that is wrong
        joined = join_truths(where, op == syntax::operation::both ? operation::both : operation::either, joined, next,
                             all.operators[i - 1]->at);
    }
    return joined;
}

typed expression_checker::check_sum(const context& where, syntax::expression_id id) {
    const chain all = unroll(
        *where.file, id, [](syntax::operation op) { return op == syntax::operation::add || op == syntax::operation::subtract; });
    typed sum = check_number(where, all.operands.front());
    for (std::size_t i = 1; i < all.operands.size(); ++i) {
        const typed next = check_number(where, all.operands[i]);
        sum = join_numbers(where, all.operators[i - 1]->op == syntax::operation::subtract, sum, next, all.operators[i - 1]->at);
    }
    return sum;
}

typed expression_checker::join_numbers(const context& where, bool subtract, typed left, typed right, span at) {
    if (!left || !right) { return {}; }
    if (left.type == value_type::date && right.type == value_type::duration) {
        return shift_date(where, subtract, left, right, at);
    }
    const bool days_between = subtract && left.type == value_type::date && right.type == value_type::date;
    if (!days_between && (left.type != right.type || !is_plain(left.type))) {
        error(*where.file, at, cannot_be_joined(subtract, left.type, right.type));
        return {};
    }
    const expression& a = where.into->model->expressions[left.id];
    const expression& b = where.into->model->expressions[right.id];
    expression sum;
    sum.op = subtract ? operation::subtract : operation::add;
    sum.type = days_between ? value_type::number : left.type;
    sum.scale = std::max(a.scale, b.scale);
    sum.left = left.id;
    sum.right = right.id;
    sum.at = at;
    const int128 up_a = power_of_ten(static_cast<unsigned>(sum.scale - a.scale));
    const int128 up_b = power_of_ten(static_cast<unsigned>(sum.scale - b.scale));
    const int128 least = up_a * a.bounds.least + (subtract ? -up_b * b.bounds.most : up_b * b.bounds.least);
    const int128 most = up_a * a.bounds.most + (subtract ? -up_b * b.bounds.least : up_b * b.bounds.most);
    if (!fits(where, at, least, most, {left.id, right.id})) { return {}; }
    sum.bounds = {static_cast<std::int64_t>(least), static_cast<std::int64_t>(most)};
    const std::int64_t proved = subtract ? least_difference(where, sum) : sum.bounds.least;
    const typed whole = add(where, sum);
    if (proved <= sum.bounds.least) { return whole; }
    expression bounded; // no value changes, but intervals are as narrow as what is proved
    bounded.op = operation::clamp;
    bounded.type = sum.type;
    bounded.scale = sum.scale;
    bounded.left = whole.id;
    bounded.bounds = {std::min(proved, sum.bounds.most), sum.bounds.most};
    bounded.at = at;
    return add(where, bounded);
}

/// The least that `whole + … - part` can be, where a fact is taken away that another one of the sum bounds.
std::int64_t expression_checker::least_difference(const context& where, const expression& sum) const {
    const arena& all = where.into->model->expressions;
    if (all[sum.right].op != operation::fact) { return sum.bounds.least; }
    const auto bounds_it = [&](index id) {
        return all[id].op == operation::fact && names_.is_bounded_by(*where.into, all[sum.right].at_index, all[id].at_index);
    };
    index rest = sum.left;
    index whole = none;
    constexpr int most_terms = 16;
    for (int terms = 0; whole == none && terms < most_terms; ++terms) {
        if (all[rest].op != operation::add && all[rest].op != operation::subtract) { break; }
        if (all[rest].op == operation::add && bounds_it(all[rest].right)) { whole = all[rest].right; }
        rest = all[rest].left;
    }
    if (whole == none && bounds_it(rest)) { whole = rest; }
    if (whole == none) { return sum.bounds.least; }
    // whole - part is not below zero; what is left of the sum is no less than its own least.
    const auto in_scale = [&](index id) {
        return power_of_ten(static_cast<unsigned>(sum.scale - all[id].scale)) * all[id].bounds.least;
    };
    return std::max(sum.bounds.least, in_scale(sum.left) - in_scale(whole));
}

typed expression_checker::multiply(const context& where, typed value, const expression& constant, span at) {
    const expression& a = where.into->model->expressions[value.id];
    expression product;
    product.op = operation::multiply;
    product.type = value.type;
    product.scale = static_cast<std::uint8_t>(a.scale + constant.scale);
    product.constant = constant.constant;
    product.constant_scale = constant.scale;
    product.left = value.id;
    product.at = at;
    if (product.scale > decimal::scale) {
        error(*where.file, at, say<diag::product_of_more_digits>());
        return {};
    }
    const int128 first = static_cast<int128>(a.bounds.least) * constant.constant;
    const int128 other = static_cast<int128>(a.bounds.most) * constant.constant;
    if (!fits(where, at, std::min(first, other), std::max(first, other), {value.id})) { return {}; }
    product.bounds = {static_cast<std::int64_t>(std::min(first, other)), static_cast<std::int64_t>(std::max(first, other))};
    return add(where, product);
}

typed expression_checker::check_product(const context& where, syntax::expression_id id) {
    const chain all = unroll(*where.file, id, [](syntax::operation op) { return op == syntax::operation::multiply; });
    typed product = check_number(where, all.operands.front());
    for (std::size_t i = 1; i < all.operands.size(); ++i) {
        const typed next = check_number(where, all.operands[i]); // also when the one before failed: report all that is wrong
        product = multiply_by(where, product, next, all.operators[i - 1]->at);
    }
    return product;
}

/// A product as rules write it: no more than one of the two is not a constant.
typed expression_checker::multiply_by(const context& where, typed left, typed right, span at) {
    if (!left || !right) { return {}; }
    const auto is_constant = [&](typed value) {
        return where.into->model->expressions[value.id].op == operation::number && value.type == value_type::number;
    };
    if (is_constant(left) && !is_constant(right)) { std::swap(left, right); }
    if (!is_plain(left.type) || !is_plain(right.type)) {
        error(*where.file, at, say<diag::cannot_be_multiplied>(what_it_is(is_plain(left.type) ? right.type : left.type)));
        return {};
    }
    if (!is_constant(right)) {
        error(*where.file, at,
              say<diag::product_of_two_facts>().with_help(right.type == value_type::percent
                                                              ? "a share is written with `of`, as in `70% of staff`"
                                                              : "a ratio is compared without `*`, as in `part >= 70% of whole`"));
        return {};
    }
    const expression factor = where.into->model->expressions[right.id];
    return multiply(where, left, factor, at);
}

typed expression_checker::check_percent_of(const context& where, const syntax::expression& e) {
    const typed base = check_number(where, e.left);
    const auto percent = literals_.number_of(*where.file, {e.digits, e.at});
    if (!base || !percent) { return {}; }
    if (base.type != value_type::number) {
        error(*where.file, e.at, say<diag::percentage_of_no_number>(what_it_is(base.type)));
        return {};
    }
    return multiply(where, base, share_factor(*percent, e.at), e.at);
}

index expression_checker::condition(const context& where, syntax::expression_id id) {
    return id ? check_truth(where, id).id : none;
}

typed expression_checker::add(const context& where, expression e) {
    const value_type type = e.type;
    e.may_not_apply = may_not_apply(*where.into, e);
    where.into->may_select.push_back(may_select(*where.into, e));
    spend(1);
    where.into->model->expressions.push_back(e);
    return {static_cast<index>(where.into->model->expressions.size() - 1), type};
}

} // namespace TIEUCHI_NAMESPACE::impl::check
