// SPDX-License-Identifier: Apache-2.0
// Points by a scale: a table by the value of one number or one share.
#include "check/scoring.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

[[nodiscard]] bool rises(syntax::operation op) {
    return op == syntax::operation::greater_equal || op == syntax::operation::greater;
}

} // namespace

/// What a scale measures: a number, or a share or a rate, which is a number out of a whole.
std::optional<scoring_pass::measure> scoring_pass::measure_of(const context& where, const syntax::criterion& text) {
    const typed counted = expressions_.check_expression(where, text.quantity);
    const typed whole = text.whole ? expressions_.plain_number(where, text.whole) : typed{};
    if (!counted || (text.whole && !whole)) { return std::nullopt; }
    const span at = (*where.file)[text.quantity].at;
    measure result{counted.id, text.whole ? whole.id : none, text.whole || counted.type == value_type::percent};
    if (counted.type == value_type::rate && !text.whole) {
        const expression rate = where.into->model->expressions[counted.id];
        expression times;
        times.constant = rate.constant;
        times.scale = rate.constant_scale;
        result.counted = expressions_.multiply(where, {rate.left, value_type::number}, times, text.at).id;
        result.whole = rate.right;
        return result.counted == none ? std::nullopt : std::optional(result);
    }
    if (counted.type != value_type::number && (counted.type != value_type::percent || text.whole)) {
        error(*where.file, at, say<diag::has_no_scale>(what_it_is(counted.type)));
        return std::nullopt;
    }
    if (result.whole != none && where.into->model->expressions[result.whole].bounds.least < 0) {
        expressions_.report_whole_below_zero(where, result.whole, at);
        return std::nullopt;
    }
    return result;
}

/// The limits of a scale and the points of each line; the last points are those of `otherwise`.
std::optional<scoring_pass::scale_lines> scoring_pass::read_scale_lines(const context& where, const syntax::criterion& text,
                                                                        bool of_percent) {
    scale_lines lines;
    spend(text.lines.size() / 2);
    for (const auto& line : text.lines) {
        const auto limit = literals_.number_of(*where.file, *line.limit);
        const auto points = literals_.number_of(*where.file, line.points);
        if (!limit || !points) { return std::nullopt; }
        if (line.percent != of_percent) {
            error(*where.file, line.limit->at,
                  of_percent ? say<diag::limit_no_percentage>(line.limit->digits) : say<diag::limit_percentage>());
            return std::nullopt;
        }
        if (line.relation != text.lines.front().relation) {
            error(*where.file, line.at, say<diag::scale_compared_two_ways>());
            return std::nullopt;
        }
        if (!lines.limits.empty() && !check_order_of_limits(where, line, lines.limits.back(), *limit)) { return std::nullopt; }
        lines.limits.push_back(*limit);
        lines.values.push_back(*points);
    }
    if (!text.otherwise || lines.limits.empty()) {
        error(*where.file, text.clause.at,
              say<diag::values_without_points>(text.clause.text)
                  .with_help(lines.limits.empty() ? "give it limits, as in `>= 90%: 5 points`" : "end it with `otherwise 0`"));
        return std::nullopt;
    }
    const auto otherwise = literals_.number_of(*where.file, *text.otherwise);
    if (!otherwise) { return std::nullopt; }
    lines.values.push_back(*otherwise);
    return lines;
}

/// Whether a line of a scale can be reached, the limit before it not being. Reports it when it cannot.
bool scoring_pass::check_order_of_limits(const context& where, const syntax::score_line& line, decimal before, decimal limit) {
    const bool rising = rises(line.relation);
    if (rising ? limit < before : limit > before) { return true; }
    error(*where.file, line.limit->at,
          say<diag::line_never_reached>().with_help(rising ? "limits after `>=` and `>` stand from the largest to the smallest"
                                                           : "limits after `<=` and `<` stand from the smallest to the largest"));
    return false;
}

typed scoring_pass::scale_of(const context& where, const syntax::criterion& text, decimal& maximum) {
    const auto by = measure_of(where, text);
    if (!by) { return {}; }
    const auto lines = read_scale_lines(where, text, by->of_percent);
    if (!lines) { return {}; }
    maximum = *std::max_element(lines->values.begin(), lines->values.end());

    // A line holds where counted rel limit x whole, so the limits carry the scale that both sides need.
    const expression counted = where.into->model->expressions[by->counted];
    const unsigned of_limit = text.whole ? 2 : 0;
    const unsigned of_whole = by->whole == none ? 0 : where.into->model->expressions[by->whole].scale;
    const auto digits = [&](decimal amount) { return constant_of(amount, value_type::number, text.at).scale; };
    unsigned limit_digits = 0;
    for (const auto& each : lines->limits) { limit_digits = std::max<unsigned>(limit_digits, digits(each)); }
    const unsigned scale = std::max<unsigned>(counted.scale, limit_digits + of_limit + of_whole);
    const int128 up = power_of_ten(scale - counted.scale);
    if (!expressions_.fits(where, text.at, up * counted.bounds.least, up * counted.bounds.most, {by->counted})) { return {}; }
    const int128 widest = by->whole == none ? 1 : where.into->model->expressions[by->whole].bounds.most;
    lookup built;
    built.relation = relation_of(text.lines.front().relation);
    built.scale = static_cast<std::uint8_t>(scale);
    for (const auto& each : lines->limits) {
        const int128 units = static_cast<int128>(each.units()) * power_of_ten(scale - of_limit - of_whole) / decimal::one;
        if (!expressions_.fits(where, text.at, 0, units * widest, {by->whole == none ? by->counted : by->whole})) { return {}; }
        built.limits.push_back(static_cast<std::int64_t>(units));
    }
    expression result;
    result.op = operation::lookup;
    result.type = value_type::number;
    result.left = by->counted;
    result.right = by->whole;
    result.at = text.at;
    for (const auto& value : lines->values) { result.scale = std::max(result.scale, digits(value)); }
    for (const auto& value : lines->values) {
        built.values.push_back(value.units() / power_of_ten(static_cast<unsigned>(decimal::scale - result.scale)));
    }
    const auto [low, high] = std::minmax_element(built.values.begin(), built.values.end());
    result.bounds = {*low, *high};
    result.at_index = static_cast<index>(where.into->model->lookups.size());
    where.into->model->lookups.push_back(std::move(built));
    return expressions_.add(where, result);
}

} // namespace TIEUCHI_NAMESPACE::impl::check
