// SPDX-License-Identifier: Apache-2.0
/// \file
/// Expressions: names resolved, types and units checked, bounds proved. Chains of `and`, `or`, `+`, `-`, `*` of any length are walked
/// in a loop; recursion is only as deep as parentheses are, which the parser bounds.
#pragma once

#include <tieuchi/impl/base/nearest.hpp>
#include <tieuchi/impl/model/checker.hpp>

#include <algorithm>

namespace tieuchi::impl::model {

std::string what_it_is(value_type type) {
    switch (type) {
    case value_type::truth: return "yes or no";
    case value_type::number: return "a number";
    case value_type::percent: return "a percentage";
    case value_type::date: return "a date";
    case value_type::options: return "one of several options";
    }
    return {};
}

expression constant_of(decimal number, value_type type, span at) {
    expression e;
    e.op = operation::number;
    e.type = type;
    e.scale = decimal::scale;
    e.constant = number.units();
    while (e.scale > 0 && e.constant % 10 == 0) {
        e.constant /= 10;
        --e.scale;
    }
    e.bounds = {e.constant, e.constant};
    e.at = at;
    return e;
}

namespace {

constexpr const char* only_outcomes = "ask in `outcome … when`; `same as` makes a criterion of others";

[[nodiscard]] value_type type_of(fact_type type) {
    switch (type) {
    case fact_type::yes_no: return value_type::truth;
    case fact_type::percent: return value_type::percent;
    case fact_type::date: return value_type::date;
    case fact_type::one_of: return value_type::options;
    case fact_type::count:
    case fact_type::number: break;
    }
    return value_type::number;
}

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

} // namespace

typed checker::check_expression(const context& where, syntax::expression_id id) {
    using syntax::operation;
    if (!id || is_full(*where.file)) { return {}; } // not readable, which the parser has said; or no more can be said
    const syntax::expression& e = (*where.file)[id];
    switch (e.op) {
    case operation::name: return check_name(where, e.words.front());
    case operation::previous: {
        const index fact = previous_of(where, e.words.front());
        return fact == none ? typed{} : read_fact(where, fact, e.at);
    }
    case operation::number:
    case operation::percent:
    case operation::date: return check_literal(where, e);
    case operation::percent_of: return check_percent_of(where, e);
    case operation::outcome:
        error(*where.file, e.at, "E212", "`outcome` alone says nothing", "ask for one, as in `outcome is met`");
        return {};
    case operation::every_criterion: return check_every_criterion(where, e);
    case operation::criterion_is: return check_criterion_is(where, e);
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
    default: break;
    }
    return {};
}

typed checker::check_literal(const context& where, const syntax::expression& e) {
    if (e.op == syntax::operation::date) {
        const auto day = date_of(*where.file, e.digits, e.at);
        if (!day) { return {}; }
        expression constant;
        constant.op = operation::number;
        constant.type = value_type::date;
        constant.constant = days_since_epoch(*day);
        constant.bounds = {constant.constant, constant.constant};
        constant.at = e.at;
        return add(where, constant);
    }
    const auto number = number_of(*where.file, {e.digits, e.at});
    if (!number) { return {}; }
    return add(where, constant_of(*number, e.op == syntax::operation::percent ? value_type::percent : value_type::number, e.at));
}

typed checker::read_fact(const context& where, index fact, span at) {
    const tieuchi::fact& f = where.into->model->facts[fact];
    where.into->fact_read[fact] = true;
    expression read;
    read.op = operation::fact;
    read.at_index = fact;
    read.type = type_of(f.type);
    read.scale = static_cast<std::uint8_t>(f.scale);
    const std::int64_t unit = power_of_ten(static_cast<unsigned>(decimal::scale - f.scale));
    read.bounds = {f.least.units() / unit, f.most.units() / unit};
    read.at = at;
    return add(where, read);
}

typed checker::check_name(const context& where, const syntax::word& name) {
    symbol* const found = resolve(where, name);
    if (found == nullptr) { return {}; }
    if (found->from == nullptr) { return read_fact(where, 0, name.at); } // `kind`
    switch (found->from->what.index()) {
    case 0: return read_fact(where, found->at_index, name.at);
    case 1: {
        if (found->failed) { return {}; }
        return {found->at_index, where.into->model->expressions[found->at_index].type};
    }
    default: {
        expression chosen;
        chosen.op = operation::in_reading;
        chosen.type = value_type::options;
        chosen.at_index = found->at_index;
        chosen.at = name.at;
        return add(where, chosen);
    }
    }
}

typed checker::check_truth(const context& where, syntax::expression_id id) {
    const typed value = check_expression(where, id);
    if (!value || value.type == value_type::truth) { return value; }
    const syntax::expression& e = (*where.file)[id];
    std::string help = "compare it with something";
    const std::string of(where.file->source->text(e.at));
    const bool written_out =
        e.op == syntax::operation::number || e.op == syntax::operation::percent || e.op == syntax::operation::date;
    if (value.type == value_type::options) { help = "say which one, as in `" + of + " is …`"; }
    if (value.type == value_type::number && !written_out) { help = "compare it, as in `" + of + " > 0`"; }
    if (value.type == value_type::percent && !written_out) { help = "compare it, as in `" + of + " >= 70%`"; }
    if (value.type == value_type::date && !written_out) { help = "compare it, as in `" + of + " <= 2022-11-15`"; }
    error(*where.file, e.at, "E203", "this is " + what_it_is(value.type) + ", but a condition is yes or no", help);
    return {};
}

typed checker::check_number(const context& where, syntax::expression_id id) {
    const typed value = check_expression(where, id);
    if (!value || value.type == value_type::number || value.type == value_type::percent || value.type == value_type::date) {
        return value;
    }
    error(*where.file, (*where.file)[id].at, "E203", "this is " + what_it_is(value.type) + ", but a quantity is needed here");
    return {};
}

typed checker::join_truths(const context& where, operation op, typed left, typed right, span at) {
    if (!left || !right) { return {}; }
    expression joined;
    joined.op = op;
    joined.left = left.id;
    joined.right = right.id;
    joined.at = at;
    return add(where, joined);
}

typed checker::check_chain(const context& where, syntax::expression_id id) {
    const syntax::operation op = (*where.file)[id].op;
    const chain all = unroll(*where.file, id, [op](syntax::operation one) { return one == op; });
    typed joined = check_truth(where, all.operands.front());
    for (std::size_t i = 1; i < all.operands.size(); ++i) {
        const typed next = check_truth(where, all.operands[i]); // also when the one before failed: say all that is wrong
        joined = join_truths(where, op == syntax::operation::both ? operation::both : operation::either, joined, next,
                             all.operators[i - 1]->at);
    }
    return joined;
}

typed checker::check_sum(const context& where, syntax::expression_id id) {
    const chain all = unroll(*where.file, id, [](syntax::operation one) {
        return one == syntax::operation::add || one == syntax::operation::subtract;
    });
    typed sum = check_number(where, all.operands.front());
    for (std::size_t i = 1; i < all.operands.size(); ++i) {
        const typed next = check_number(where, all.operands[i]);
        sum = join_numbers(where, all.operators[i - 1]->op == syntax::operation::subtract, sum, next, all.operators[i - 1]->at);
    }
    return sum;
}

typed checker::join_numbers(const context& where, bool subtract, typed left, typed right, span at) {
    if (!left || !right) { return {}; }
    if (left.type != right.type || left.type == value_type::date) {
        error(*where.file, at, "E204",
              what_it_is(left.type) + " and " + what_it_is(right.type) + " cannot be added or subtracted",
              left.type == value_type::date || right.type == value_type::date
                  ? "a day can only be compared with another, as in `2022-11-15`"
                  : "");
        return {};
    }
    const expression& a = where.into->model->expressions[left.id];
    const expression& b = where.into->model->expressions[right.id];
    expression sum;
    sum.op = subtract ? operation::subtract : operation::add;
    sum.type = left.type;
    sum.scale = std::max(a.scale, b.scale);
    sum.left = left.id;
    sum.right = right.id;
    sum.at = at;
    const int128 up_a = power_of_ten(static_cast<unsigned>(sum.scale - a.scale));
    const int128 up_b = power_of_ten(static_cast<unsigned>(sum.scale - b.scale));
    const int128 least = up_a * a.bounds.least + (subtract ? -up_b * b.bounds.most : up_b * b.bounds.least);
    const int128 most = up_a * a.bounds.most + (subtract ? -up_b * b.bounds.least : up_b * b.bounds.most);
    if (!fits(where, at, least, most)) { return {}; }
    sum.bounds = {static_cast<std::int64_t>(least), static_cast<std::int64_t>(most)};
    return add(where, sum);
}

typed checker::multiply(const context& where, typed value, const expression& constant, span at) {
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
        error(*where.file, at, "E316", "this needs more than six digits after the point to be exact",
              "give the number fewer digits");
        return {};
    }
    const int128 one = static_cast<int128>(a.bounds.least) * constant.constant;
    const int128 other = static_cast<int128>(a.bounds.most) * constant.constant;
    if (!fits(where, at, std::min(one, other), std::max(one, other))) { return {}; }
    product.bounds = {static_cast<std::int64_t>(std::min(one, other)), static_cast<std::int64_t>(std::max(one, other))};
    return add(where, product);
}

typed checker::check_product(const context& where, syntax::expression_id id) {
    const chain all = unroll(*where.file, id, [](syntax::operation one) { return one == syntax::operation::multiply; });
    typed product = check_number(where, all.operands.front());
    for (std::size_t i = 1; i < all.operands.size(); ++i) {
        typed next = check_number(where, all.operands[i]);
        const span at = all.operators[i - 1]->at;
        if (!product || !next) {
            product = {};
            continue;
        }
        const auto constant = [&](typed one) {
            return where.into->model->expressions[one.id].op == operation::number && one.type == value_type::number;
        };
        if (constant(product) && !constant(next)) { std::swap(product, next); }
        if (product.type == value_type::date || next.type == value_type::date) {
            error(*where.file, at, "E204", "a date cannot be multiplied");
            product = {};
            continue;
        }
        if (!constant(next)) {
            error(*where.file, at, "E315", "one side of `*` must be a plain number written out",
                  next.type == value_type::percent ? "a share is written with `of`, as in `70% of staff`"
                                                   : "a ratio is compared without `*`, as in `part >= 70% of whole`");
            product = {};
            continue;
        }
        const expression factor = where.into->model->expressions[next.id];
        product = multiply(where, product, factor, at);
    }
    return product;
}

typed checker::check_percent_of(const context& where, const syntax::expression& e) {
    const typed base = check_number(where, e.left);
    const auto percent = number_of(*where.file, {e.digits, e.at});
    if (!base || !percent) { return {}; }
    if (base.type != value_type::number) {
        error(*where.file, e.at, "E204", "a percentage of " + what_it_is(base.type) + " means nothing",
              "take it of a count or a number");
        return {};
    }
    expression factor = constant_of(*percent, value_type::number, e.at);
    factor.scale = static_cast<std::uint8_t>(factor.scale + 2);
    return multiply(where, base, factor, e.at);
}

typed checker::check_every_criterion(const context& where, const syntax::expression& e) {
    if (!where.of_outcome) {
        error(*where.file, e.at, "E314", "only an outcome can ask about criteria", only_outcomes);
        return {};
    }
    expression every;
    every.op = operation::every_criterion;
    every.at = e.at;
    return add(where, every);
}

typed checker::check_criterion_is(const context& where, const syntax::expression& e) {
    if (!where.of_outcome) {
        error(*where.file, e.at, "E314", "only an outcome can ask about criteria", only_outcomes);
        return {};
    }
    const std::string clause(e.words.front().text);
    const auto found = where.into->built.find(clause);
    if (found == where.into->built.end()) {
        std::vector<std::string> known;
        for (const auto& [one, at] : where.into->built) { known.push_back(one); }
        error(*where.file, e.words.front().at, "E208", "there is no criterion `" + clause + "`", did_you_mean(clause, known));
        return {};
    }
    expression met;
    met.op = operation::criterion_met;
    met.at_index = found->second;
    met.at = e.at;
    const typed asked = add(where, met);
    if (!e.negated) { return asked; }
    expression negation;
    negation.op = operation::negate;
    negation.left = asked.id;
    negation.at = e.at;
    return add(where, negation);
}

} // namespace tieuchi::impl::model
