// SPDX-License-Identifier: Apache-2.0
// What numbers can become: products, rates, rounded numbers, days further on.
#include "base/rounding.hpp"
#include "check/expressions.hpp"

#include <algorithm>
#include <limits>

namespace TIEUCHI_NAMESPACE::impl::check {

typed expression_checker::constant(const context& where, decimal number, span at) {
    return add(where, constant_of(number, value_type::number, at));
}

typed expression_checker::plain_number(const context& where, syntax::expression_id id) {
    const typed value = check_number(where, id);
    if (!value || value.type == value_type::number) { return value; }
    error(*where.file, (*where.file)[id].at,
          say<diag::not_a_plain_number>(what_it_is(value.type)).with_help(value.type == value_type::rate ? rate_help : ""));
    return {};
}

typed expression_checker::product(const context& where, typed left, typed right, span at) {
    if (!left || !right) { return {}; }
    const expression& a = where.into->model->expressions[left.id];
    const expression& b = where.into->model->expressions[right.id];
    expression result;
    result.op = operation::product;
    result.type = value_type::number;
    result.left = left.id;
    result.right = right.id;
    result.at = at;
    const unsigned scale = static_cast<unsigned>(a.scale) + b.scale;
    if (scale > decimal::scale) {
        error(*where.file, at, say<diag::product_of_more_digits>().with_help("give the numbers fewer digits"));
        return {};
    }
    result.scale = static_cast<std::uint8_t>(scale);
    int128 least = static_cast<int128>(a.bounds.least) * b.bounds.least;
    int128 most = least;
    for (const int128 first : {a.bounds.least, a.bounds.most}) {
        for (const int128 other : {b.bounds.least, b.bounds.most}) {
            least = std::min(least, first * other);
            most = std::max(most, first * other);
        }
    }
    if (!fits(where, at, least, most, {left.id, right.id})) { return {}; }
    result.bounds = {static_cast<std::int64_t>(least), static_cast<std::int64_t>(most)};
    return add(where, result);
}

typed expression_checker::check_rate(const context& where, const syntax::expression& e) {
    const typed part = plain_number(where, e.left);
    const typed whole = plain_number(where, e.right);
    const auto times = e.digits.empty() ? decimal::from_integer(1) : literals_.number_of(*where.file, {e.digits, e.at});
    if (!part || !whole || !times) { return {}; }
    if (times->units() == 0) {
        error(*where.file, e.at, say<diag::rate_per_nothing>());
        return {};
    }
    const expression factor = constant_of(*times, value_type::number, e.at);
    expression rate;
    rate.op = operation::rate;
    rate.type = value_type::rate;
    rate.left = part.id;
    rate.right = whole.id;
    rate.constant = factor.constant;
    rate.constant_scale = factor.scale;
    rate.at = e.at;
    if (where.into->model->expressions[whole.id].bounds.least < 0) {
        report_whole_below_zero(where, whole.id, (*where.file)[e.right].at);
        return {};
    }
    return add(where, rate);
}

/// The whole of a share can be less than zero; the help says how to rule that out.
void expression_checker::report_whole_below_zero(const context& where, index whole, span at) {
    const standard& model = *where.into->model;
    const arena& all = model.expressions;
    const auto name_of = [&](index id) {
        return all[id].op == operation::fact ? "`" + model.facts[all[id].at_index].name + "`" : std::string();
    };
    std::string help = "bound the facts that it is made of, so that it never falls below 0";
    if (all[whole].op == operation::fact) { help = "give " + name_of(whole) + " `at least 0`"; }
    if (all[whole].op == operation::subtract && !name_of(all[whole].left).empty() && !name_of(all[whole].right).empty()) {
        help = "where " + name_of(all[whole].right) + " is never more than " + name_of(all[whole].left) +
               ", say so: declare it `at most " + model.facts[all[all[whole].left].at_index].name + "`";
    }
    error(*where.file, at, say<diag::whole_below_zero>().with_help(help));
}

namespace {

/// Whether `part` x `times` / `whole` has at most six digits after the point, whatever the whole is.
[[nodiscard]] bool divides_evenly(const expression& part, const expression& whole, decimal times) {
    constexpr std::int64_t most_tried = 1'000;
    if (whole.bounds.most <= 0) { return false; } // there is no share of nothing
    const std::int64_t first = std::max<std::int64_t>(whole.bounds.least, 1);
    if (whole.bounds.most - first >= most_tried) { return false; }
    const int128 numerator = static_cast<int128>(times.units()) * power_of_ten(whole.scale);
    for (std::int64_t value = first; value <= whole.bounds.most; ++value) {
        if (numerator % (static_cast<int128>(value) * power_of_ten(part.scale)) != 0) { return false; }
    }
    return true;
}

} // namespace

/// `part` x `times` / `whole`, which is proved to need no rounding.
typed expression_checker::divided_evenly(const context& where, typed part, typed whole, decimal times, span at) {
    const expression divisor = where.into->model->expressions[whole.id];
    const int128 numerator = static_cast<int128>(times.units()) * power_of_ten(divisor.scale);
    if (divisor.op == operation::number && numerator % divisor.constant == 0 &&
        numerator / divisor.constant <= std::numeric_limits<std::int64_t>::max()) {
        const auto factor = decimal::from_units(static_cast<std::int64_t>(numerator / divisor.constant));
        return multiply(where, part, constant_of(factor, value_type::number, at), at);
    }
    const syntax::rounding exact{{"0.000001", at}, rounding_mode::half_up, at}; // nothing is left to round
    return divided(where, part, whole, times, &exact, at);
}

/// `part` x `times` / `whole`, rounded.
typed expression_checker::divided(const context& where, typed part, typed whole, decimal times, const syntax::rounding* to,
                                  span at) {
    if (!part || !whole) { return {}; }
    if (to == nullptr) {
        const arena& all = where.into->model->expressions;
        if (all[whole.id].bounds.least >= 0 && divides_evenly(all[part.id], all[whole.id], times)) {
            return divided_evenly(where, part, whole, times, at);
        }
        error(*where.file, at, say<diag::division_without_rounding>());
        return {};
    }
    const auto unit = literals_.number_of(*where.file, to->to);
    if (!unit) { return {}; }
    if (unit->units() == 0) {
        error(*where.file, to->at, say<diag::rounded_to_nothing>());
        return {};
    }
    const expression& a = where.into->model->expressions[part.id];
    const expression& b = where.into->model->expressions[whole.id];
    const expression step = constant_of(*unit, value_type::number, at);
    const expression factor = constant_of(times, value_type::number, at);
    if (b.bounds.least < 0) {
        report_whole_below_zero(where, whole.id, at);
        return {};
    }
    expression result;
    result.op = operation::divide;
    result.type = value_type::number;
    result.scale = step.scale;
    result.unit = step.constant;
    result.mode = to->mode;
    result.left = part.id;
    result.right = whole.id;
    result.at = at;
    // part x 10^-a x times x 10^-f / (whole x 10^-b), in units of step x 10^-s
    const int up = static_cast<int>(b.scale) + step.scale;
    const int down = static_cast<int>(a.scale) + factor.scale;
    const int128 over = static_cast<int128>(step.constant) * power_of_ten(static_cast<unsigned>(std::max(down - up, 0)));
    const int128 by = static_cast<int128>(factor.constant) * power_of_ten(static_cast<unsigned>(std::max(up - down, 0)));
    if (!fits(where, at, 0, by) || !fits(where, at, 0, over)) { return {}; }
    result.constant = static_cast<std::int64_t>(by);
    result.over = static_cast<std::int64_t>(over);
    const int128 smallest = std::max<std::int64_t>(b.bounds.least, 1) * over;
    const int128 largest = std::max<std::int64_t>(b.bounds.most, 1) * over;
    // The divisor cannot overflow either: both sides are products of two numbers that fit.
    int128 least = divide(a.bounds.least * by, a.bounds.least < 0 ? smallest : largest, to->mode) * step.constant;
    int128 most = divide(a.bounds.most * by, a.bounds.most < 0 ? largest : smallest, to->mode) * step.constant;
    if (b.bounds.least == 0) {
        least = std::min<int128>(least, 0);
        most = std::max<int128>(most, 0);
    }
    if (!fits(where, at, least, most, {part.id, whole.id})) { return {}; }
    result.bounds = {static_cast<std::int64_t>(least), static_cast<std::int64_t>(most)};
    return add(where, result);
}

typed expression_checker::rounded(const context& where, typed value, const syntax::rounding& to) {
    if (!value) { return {}; }
    const expression unrounded = where.into->model->expressions[value.id];
    if (value.type == value_type::rate) {
        const expression& part = where.into->model->expressions[unrounded.left];
        decimal times = decimal::from_units(unrounded.constant * power_of_ten(decimal::scale - unrounded.constant_scale));
        return divided(where, {unrounded.left, part.type}, {unrounded.right, value_type::number}, times, &to, unrounded.at);
    }
    if (!is_plain(value.type)) {
        error(*where.file, to.at, say<diag::cannot_be_rounded>(what_it_is(value.type)));
        return {};
    }
    const auto unit = literals_.number_of(*where.file, to.to);
    if (!unit) { return {}; }
    if (unit->units() == 0) {
        error(*where.file, to.at, say<diag::rounded_to_nothing>());
        return {};
    }
    const expression step = constant_of(*unit, value_type::number, to.at);
    if (step.scale < unrounded.scale) { // the digits that are rounded away are gone
        const decimal once = decimal::from_units(decimal::one);
        const typed less = divided(where, value, constant(where, once, to.at), once, &to, to.at);
        if (less) { where.into->model->expressions[less.id].type = value.type; }
        return {less.id, value.type};
    }
    expression result;
    result.op = operation::round;
    result.type = value.type;
    result.scale = std::max(unrounded.scale, step.scale);
    result.unit = step.constant * power_of_ten(static_cast<unsigned>(result.scale - step.scale));
    result.mode = to.mode;
    result.left = value.id;
    result.at = to.at;
    const int128 up = power_of_ten(static_cast<unsigned>(result.scale - unrounded.scale));
    const int128 least = divide(up * unrounded.bounds.least, result.unit, to.mode) * result.unit;
    const int128 most = divide(up * unrounded.bounds.most, result.unit, to.mode) * result.unit;
    if (!fits(where, to.at, least, most, {value.id}) ||
        !fits(where, to.at, up * unrounded.bounds.least, up * unrounded.bounds.most, {value.id})) {
        return {};
    }
    result.bounds = {static_cast<std::int64_t>(least), static_cast<std::int64_t>(most)};
    return add(where, result);
}

typed expression_checker::shift_date(const context& where, bool back, typed day, typed by, span at) {
    const expression& from = where.into->model->expressions[day.id];
    const expression& amount = where.into->model->expressions[by.id];
    const std::int64_t steps = back ? -amount.constant : amount.constant;
    expression result;
    result.type = value_type::date;
    result.left = day.id;
    result.at = at;
    const std::int64_t first = days_since_epoch(date(1000, 1, 1));
    const std::int64_t last = days_since_epoch(date(9999, 12, 31));
    const auto shifted = [&](std::int64_t value) -> std::optional<std::int64_t> {
        const date moved = amount.mask == 0 ? date_from_days(value + steps) : add_months(date_from_days(value), steps);
        if (!moved.ok()) { return std::nullopt; }
        const std::int64_t days = days_since_epoch(moved);
        return days < first || days > last ? std::nullopt : std::optional(days);
    };
    constexpr std::int64_t most_days = 400'000; // some thousand years: what a calendar of four digits holds
    const bool near = amount.mask == 0 ? amount.constant <= most_days : amount.constant <= most_days / 31;
    const auto least = near ? shifted(from.bounds.least) : std::nullopt;
    const auto most = near ? shifted(from.bounds.most) : std::nullopt;
    if (!least || !most) {
        error(*where.file, at, say<diag::day_out_of_range>());
        return {};
    }
    result.bounds = {*least, *most};
    if (amount.mask != 0) {
        result.op = operation::months;
        result.constant = steps;
        return add(where, result);
    }
    expression days;
    days.op = operation::number;
    days.type = value_type::number;
    days.constant = steps;
    days.bounds = {steps, steps};
    days.at = at;
    result.right = add(where, days).id;
    result.op = operation::add;
    return add(where, result);
}

typed expression_checker::clamped(const context& where, typed value, std::optional<decimal> least, std::optional<decimal> most,
                                  span at) {
    if (!value) { return {}; }
    const expression unclamped = where.into->model->expressions[value.id];
    expression result;
    result.op = operation::clamp;
    result.type = value.type;
    result.left = value.id;
    result.at = at;
    result.scale = unclamped.scale;
    for (const auto& bound : {least, most}) {
        if (bound) { result.scale = std::max(result.scale, constant_of(*bound, value.type, at).scale); }
    }
    const int128 up = power_of_ten(static_cast<unsigned>(result.scale - unclamped.scale));
    const auto in_scale = [&](decimal number) {
        return static_cast<int128>(number.units()) / power_of_ten(static_cast<unsigned>(decimal::scale - result.scale));
    };
    int128 low = up * unclamped.bounds.least;
    int128 high = up * unclamped.bounds.most;
    if (!fits(where, at, low, high)) { return {}; }
    if (least) {
        low = std::max(low, in_scale(*least));
        high = std::max(high, in_scale(*least));
    }
    if (most) {
        low = std::min(low, in_scale(*most));
        high = std::min(high, in_scale(*most));
    }
    if (low == up * unclamped.bounds.least && high == up * unclamped.bounds.most) { return value; }
    result.bounds = {static_cast<std::int64_t>(low), static_cast<std::int64_t>(high)};
    return add(where, result);
}

} // namespace TIEUCHI_NAMESPACE::impl::check
