// SPDX-License-Identifier: Apache-2.0
// Comparisons: of quantities, of a part with a share of the whole, of rates.
#include "check/expressions.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

relation relation_of(syntax::operation op) {
    if (op == syntax::operation::equal) { return relation::equal; }
    if (op == syntax::operation::not_equal) { return relation::not_equal; }
    if (op == syntax::operation::less) { return relation::less; }
    if (op == syntax::operation::less_equal) { return relation::less_equal; }
    return op == syntax::operation::greater ? relation::greater : relation::greater_equal;
}

namespace {

/// The relation that holds when the two sides change places.
[[nodiscard]] relation turned_round(relation r) {
    switch (r) {
    case relation::less: return relation::greater;
    case relation::less_equal: return relation::greater_equal;
    case relation::greater: return relation::less;
    case relation::greater_equal: return relation::less_equal;
    case relation::equal:
    case relation::not_equal: break;
    }
    return r;
}

[[nodiscard]] bool can_be_compared(value_type left, value_type right) {
    const bool has_order = left != value_type::truth && left != value_type::options && left != value_type::duration;
    return left == right && has_order;
}

/// How to write what was probably meant by comparing these two. `condition` is the side that is yes or no, if one is.
[[nodiscard]] std::string help_on_comparison(value_type left, value_type right, std::string_view condition) {
    if (right == value_type::options) { return "the fact stands on the left, the option on the right"; }
    if (left == value_type::truth || right == value_type::truth) {
        const std::string fact(condition);
        return "what is yes or no is a condition by itself: write `" + fact + "` or `not " + fact + "`";
    }
    if (left == value_type::date || right == value_type::date) { return "a day is written year-month-day, as in `2022-11-15`"; }
    if (left == value_type::percent && right == value_type::number) { return "a percentage is written with `%`, as in `70%`"; }
    if (left == value_type::number && right == value_type::percent) { return "say of what, as in `70% of staff`"; }
    return {};
}

} // namespace

certainty certainty_of(relation r, int128 a_least, int128 a_most, int128 b_least, int128 b_most) {
    const auto when = [](bool always, bool never) {
        return always ? certainty::always : never ? certainty::never : certainty::depends;
    };
    const bool apart = a_most < b_least || b_most < a_least;
    const bool same = a_least == a_most && b_least == b_most && a_least == b_least;
    switch (r) {
    case relation::equal: return when(same, apart);
    case relation::not_equal: return when(apart, same);
    case relation::less: return when(a_most < b_least, a_least >= b_most);
    case relation::less_equal: return when(a_most <= b_least, a_least > b_most);
    case relation::greater: return when(a_least > b_most, a_most <= b_least);
    case relation::greater_equal: return when(a_least >= b_most, a_most < b_least);
    }
    return certainty::depends;
}

void expression_checker::warn_if_constant(const context& where, const expression& e) {
    const expression& a = where.into->model->expressions[e.left];
    const expression& b = where.into->model->expressions[e.right];
    if (a.may_not_apply || b.may_not_apply) { return; } // then it neither holds nor fails
    const unsigned scale = std::max<unsigned>(a.scale, b.scale);
    const int128 up_a = power_of_ten(scale - a.scale);
    const int128 up_b = power_of_ten(scale - b.scale);
    const certainty sure =
        certainty_of(e.relation, up_a * a.bounds.least, up_a * a.bounds.most, up_b * b.bounds.least, up_b * b.bounds.most);
    if (sure == certainty::depends) { return; }
    warn(*where.file, e.at, sure == certainty::always ? say<diag::always_holds>() : say<diag::never_holds>());
}

/// `plan = yes`: reports it where one side is a word for yes or no that names nothing, and the other side is a condition.
bool expression_checker::is_compared_with_yes(const context& where, const syntax::expression& e, syntax::expression_id fact,
                                              syntax::expression_id word) {
    const syntax::expression& text = (*where.file)[word];
    const bool equality = e.op == syntax::operation::equal || e.op == syntax::operation::not_equal;
    if (!equality || text.op != syntax::operation::name) { return false; }
    const std::string_view name = text.words.front().text;
    const bool positive = name == "yes" || name == "true";
    if ((!positive && name != "no" && name != "false") || find(*where.names, name) != nullptr) { return false; }
    const typed compared = check_expression(where, fact);
    if (compared && compared.type == value_type::options) { return false; } // `is` is said to be missing, whatever the option
    if (compared && compared.type != value_type::truth) {
        error(*where.file, e.at, say<diag::compared_with_yes_no>(what_it_is(compared.type), name));
    } else if (compared) {
        const syntax::expression& condition = (*where.file)[fact];
        std::string shown(where.file->source->text(condition.at));
        const bool holds = positive == (e.op == syntax::operation::equal);
        if (!holds) { shown = "not " + (condition.op == syntax::operation::name ? shown : '(' + shown + ')'); }
        error(*where.file, e.at, say<diag::yes_no_compared>(name, shown));
    }
    return true;
}

typed expression_checker::check_comparison(const context& where, const syntax::expression& e) {
    if (!e.left || !e.right) { return {}; }
    const syntax::expression& left_text = (*where.file)[e.left];
    const syntax::expression& right_text = (*where.file)[e.right];
    const relation relation = relation_of(e.op);
    if (is_compared_with_yes(where, e, e.left, e.right) || is_compared_with_yes(where, e, e.right, e.left)) { return {}; }
    if (right_text.op == syntax::operation::percent_of) { return check_share(where, e, e.left, right_text, relation); }
    if (left_text.op == syntax::operation::percent_of) {
        return check_share(where, e, e.right, left_text, turned_round(relation));
    }

    const typed left = check_expression(where, e.left);
    if (left && left.type == value_type::options) { return check_order_of_options(where, e, left); }
    const typed right = check_expression(where, e.right);
    if (!left || !right) { return {}; }
    if (left.type == value_type::rate || right.type == value_type::rate) { return check_rates(where, e, left, right, relation); }
    if (!can_be_compared(left.type, right.type)) {
        const span condition = left.type == value_type::truth ? left_text.at : right_text.at;
        error(*where.file, e.at,
              say<diag::cannot_be_compared>(what_it_is(left.type), what_it_is(right.type))
                  .with_help(help_on_comparison(left.type, right.type, where.file->source->text(condition))));
        return {};
    }
    return compare_numbers(where, left, right, relation, e.at, true);
}

typed expression_checker::compare_numbers(const context& where, typed left, typed right, model::relation relation, span at,
                                          bool warn) {
    if (!left || !right) { return {}; }
    const expression& a = where.into->model->expressions[left.id];
    const expression& b = where.into->model->expressions[right.id];
    const unsigned scale = std::max<unsigned>(a.scale, b.scale);
    const int128 up_a = power_of_ten(scale - a.scale);
    const int128 up_b = power_of_ten(scale - b.scale);
    if (!fits(where, at, up_a * a.bounds.least, up_a * a.bounds.most, {left.id}) ||
        !fits(where, at, up_b * b.bounds.least, up_b * b.bounds.most, {right.id})) {
        return {};
    }
    expression compared;
    compared.op = operation::compare;
    compared.relation = relation;
    compared.left = left.id;
    compared.right = right.id;
    compared.at = at;
    if (warn) { warn_if_constant(where, compared); }
    return add(where, compared);
}

typed expression_checker::check_share(const context& where, const syntax::expression& e, syntax::expression_id counted,
                                      const syntax::expression& share, model::relation relation) {
    const typed part = check_number(where, counted);
    const typed whole = check_number(where, share.left);
    const auto percent = literals_.number_of(*where.file, {share.digits, share.at});
    if (!part || !whole || !percent) { return {}; }
    if (part.type != value_type::number || whole.type != value_type::number) {
        error(*where.file, e.at, say<diag::share_of_no_numbers>());
        return {};
    }
    const auto check_whole = [&](index id, syntax::expression_id text) {
        if (where.into->model->expressions[id].bounds.least >= 0) { return true; }
        report_whole_below_zero(where, id, (*where.file)[text].at);
        return false;
    };
    if (!check_whole(whole.id, share.left)) { return {}; }
    const typed compared = compare_share(where, part, whole, share_factor(*percent, share.at), relation, e.at);
    if ((*where.file)[counted].op != syntax::operation::percent_of) { return compared; }
    const index other_whole = where.into->model->expressions[part.id].left;
    if (!check_whole(other_whole, (*where.file)[counted].left)) { return {}; }
    return where_not_zero(where, {other_whole}, compared, e.at);
}

/// `part` rel `factor` x `whole`; not applicable where the whole is zero.
typed expression_checker::compare_share(const context& where, typed part, typed whole, const expression& factor,
                                        model::relation relation, span at) {
    if (!part || !whole) { return {}; }
    const expression& a = where.into->model->expressions[part.id];
    const expression& b = where.into->model->expressions[whole.id];
    expression compared;
    compared.op = operation::share;
    compared.relation = relation;
    compared.left = part.id;
    compared.right = whole.id;
    compared.constant = factor.constant;
    compared.scale = factor.scale;
    compared.at = at;
    const unsigned scale = std::max<unsigned>(a.scale, static_cast<unsigned>(b.scale) + compared.scale);
    const int128 up_a = power_of_ten(scale - a.scale);
    const int128 up_b = static_cast<int128>(power_of_ten(scale - b.scale - compared.scale)) * compared.constant;
    if (!fits(where, at, up_a * a.bounds.least, up_a * a.bounds.most, {part.id}) ||
        !fits(where, at, up_b * b.bounds.least, up_b * b.bounds.most, {whole.id})) {
        return {};
    }
    return add(where, compared);
}

/// A rate against a number or another rate, without a division: A x m / B < k is A x m < k x B.
typed expression_checker::check_rates(const context& where, const syntax::expression& e, typed left, typed right,
                                      model::relation relation) {
    if (left.type != value_type::rate) { return check_rates(where, e, right, left, turned_round(relation)); }
    if (right.type != value_type::rate && right.type != value_type::number) {
        error(*where.file, e.at,
              say<diag::cannot_be_compared>(what_it_is(left.type), what_it_is(right.type))
                  .with_help("a rate is compared with a number or with another rate"));
        return {};
    }
    const auto counted = [&](typed value) {
        const expression rate = where.into->model->expressions[value.id];
        expression times;
        times.constant = rate.constant;
        times.scale = rate.constant_scale;
        return multiply(where, {rate.left, value_type::number}, times, e.at);
    };
    const typed whole{where.into->model->expressions[left.id].right, value_type::number};
    const expression other = where.into->model->expressions[right.id];
    if (other.op == operation::number) { return compare_share(where, counted(left), whole, other, relation, e.at); }
    if (right.type == value_type::number) {
        const typed most = product(where, whole, right, e.at);
        return where_not_zero(where, {whole.id}, compare_numbers(where, counted(left), most, relation, e.at, false), e.at);
    }
    const typed other_whole{other.right, value_type::number};
    const typed here = product(where, counted(left), other_whole, e.at);
    const typed there = product(where, counted(right), whole, e.at);
    return where_not_zero(where, {whole.id, other_whole.id}, compare_numbers(where, here, there, relation, e.at, false), e.at);
}

typed expression_checker::where_not_zero(const context& where, const std::vector<index>& wholes, typed compared, span at) {
    for (const index whole : wholes) {
        if (!compared) { return {}; }
        if (where.into->model->expressions[whole].bounds.least > 0) { continue; }
        expression some;
        some.op = operation::not_zero;
        some.left = whole;
        some.at = at;
        expression guarded;
        guarded.op = operation::only_where;
        guarded.left = add(where, some).id;
        guarded.right = compared.id;
        guarded.at = at;
        compared = add(where, guarded);
    }
    return compared;
}

} // namespace TIEUCHI_NAMESPACE::impl::check
