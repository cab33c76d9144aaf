// SPDX-License-Identifier: Apache-2.0
/// \file
/// Points by a scale: a table by the value of one number or one share.
#pragma once

#include <tieuchi/impl/model/checker.hpp>

#include <algorithm>

namespace tieuchi::impl::model {

typed checker::scale_of(const context& where, const syntax::criterion& text, decimal& maximum) {
    typed left = check_expression(where, text.of);
    const typed whole = text.whole ? plain_number(where, text.whole) : typed{};
    if (!left || (text.whole && !whole)) { return {}; }
    index right = text.whole ? whole.id : none;
    const bool of_percent = text.whole || left.type == value_type::percent;
    if (left.type == value_type::rate && !text.whole) {
        const expression rate = where.into->model->expressions[left.id];
        expression times;
        times.constant = rate.constant;
        times.scale = rate.constant_scale;
        left = multiply(where, {rate.left, value_type::number}, times, text.at);
        right = rate.right;
        if (!left) { return {}; }
    }
    const bool measured = left.type == value_type::number || (left.type == value_type::percent && !text.whole);
    if (!measured) {
        error(*where.file, (*where.file)[text.of].at, "E203", "this is " + what_it_is(left.type) + ", which has no scale",
              "a scale goes by a number, a percentage or a share");
        return {};
    }
    if (right != none && where.into->model->expressions[right].bounds.least < 0) {
        error(*where.file, (*where.file)[text.of].at, "E322", "what a share or a rate is of cannot be less than zero",
              "give it `at least 0`");
        return {};
    }
    lookup made;
    std::vector<decimal> limits;
    std::vector<decimal> values;
    const auto rises = [](syntax::operation one) {
        return one == syntax::operation::greater_equal || one == syntax::operation::greater;
    };
    for (const auto& line : text.lines) {
        const auto limit = number_of(*where.file, *line.limit);
        const auto points = number_of(*where.file, line.points);
        if (!limit || !points) { return {}; }
        if (line.percent != of_percent) {
            error(*where.file, line.limit->at, "E204", of_percent ? "this limit is no percentage" : "this limit is a percentage",
                  of_percent ? "write `" + std::string(line.limit->digits) + "%`" : "leave the `%` out");
            return {};
        }
        if (line.relation != text.lines.front().relation) {
            error(*where.file, line.at, "E324", "the limits of a scale are not compared in one way",
                  "all lines say `>=`, or all `>`, or all `<=`, or all `<`");
            return {};
        }
        if (!limits.empty() && (rises(line.relation) ? *limit >= limits.back() : *limit <= limits.back())) {
            error(*where.file, line.limit->at, "E324", "this line can never be reached",
                  rises(line.relation) ? "limits after `>=` and `>` stand from the largest to the smallest"
                                       : "limits after `<=` and `<` stand from the smallest to the largest");
            return {};
        }
        limits.push_back(*limit);
        values.push_back(*points);
    }
    if (!text.otherwise || limits.empty()) {
        error(*where.file, text.clause.at, "E302",
              "the scale of `" + std::string(text.clause.text) + "` leaves values without points",
              limits.empty() ? "give it limits, as in `>= 90%: 5 points`" : "end it with `otherwise 0`");
        return {};
    }
    const auto otherwise = number_of(*where.file, *text.otherwise);
    if (!otherwise) { return {}; }
    values.push_back(*otherwise);
    maximum = *std::max_element(values.begin(), values.end());

    made.relation = relation::greater_equal;
    switch (text.lines.front().relation) {
    case syntax::operation::greater: made.relation = relation::greater; break;
    case syntax::operation::less_equal: made.relation = relation::less_equal; break;
    case syntax::operation::less: made.relation = relation::less; break;
    default: break;
    }
    const expression& counted = where.into->model->expressions[left.id];
    expression result;
    result.op = operation::lookup;
    result.type = value_type::number;
    result.left = left.id;
    result.right = right;
    result.at = text.at;
    // A limit of a share is compared as counted >= limit x whole, so its scale carries both.
    const unsigned of_limit = text.whole ? 2 : 0;
    const unsigned whole_scale = right == none ? 0 : where.into->model->expressions[right].scale;
    unsigned limit_scale = 0;
    for (const auto& one : limits) {
        limit_scale = std::max<unsigned>(limit_scale, constant_of(one, value_type::number, text.at).scale);
    }
    const unsigned scale = std::max<unsigned>(counted.scale, limit_scale + of_limit + whole_scale);
    made.scale = static_cast<std::uint8_t>(scale);
    const int128 up_left = power_of_ten(scale - counted.scale);
    if (!fits(where, text.at, up_left * counted.bounds.least, up_left * counted.bounds.most)) { return {}; }
    const int128 widest = right == none ? 1 : where.into->model->expressions[right].bounds.most;
    for (const auto& one : limits) {
        const int128 units = static_cast<int128>(one.units()) * power_of_ten(scale - of_limit - whole_scale) / decimal::one;
        if (!fits(where, text.at, 0, units * widest)) { return {}; }
        made.limits.push_back(static_cast<std::int64_t>(units));
    }
    for (const auto& one : values) { result.scale = std::max(result.scale, constant_of(one, value_type::number, text.at).scale); }
    for (const auto& one : values) {
        made.values.push_back(one.units() / power_of_ten(static_cast<unsigned>(decimal::scale - result.scale)));
    }
    const auto [low, high] = std::minmax_element(made.values.begin(), made.values.end());
    result.bounds = {*low, *high};
    result.at_index = static_cast<index>(where.into->model->lookups.size());
    where.into->model->lookups.push_back(std::move(made));
    return add(where, result);
}

} // namespace tieuchi::impl::model
