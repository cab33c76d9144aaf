// SPDX-License-Identifier: Apache-2.0
// Points of parts: their sum, the least or greatest of them, their mean.
#include "base/rounding.hpp"
#include "check/scoring.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

/// Whether a sum, divided by any count that there can be, has at most six digits after the point.
[[nodiscard]] bool comes_out_even(const arena& expressions, index sum, index count) {
    constexpr int most_digits = 3;
    if (expressions[sum].scale > most_digits) { return false; }
    const range counts = expressions[count].bounds;
    for (std::int64_t value = std::max<std::int64_t>(counts.least, 1); value <= counts.most; ++value) {
        if (power_of_ten(decimal::scale - most_digits) % value != 0) { return false; }
    }
    return true;
}

} // namespace

typed scoring_pass::sum_of_parts(const context& where, const std::vector<index>& parts, bool possible) {
    typed sum;
    for (const index part : parts) {
        const criterion& current = where.into->model->criteria[part];
        if (current.points == none) { continue; }
        const typed next{possible ? current.possible : current.points, value_type::number};
        sum = sum ? expressions_.join_numbers(where, false, sum, next, current.at) : next;
        if (!sum) { return {}; }
    }
    return sum ? sum : expressions_.constant(where, {}, {});
}

/// The points that a part gives, or could give; where it does not apply, points that make no difference to the whole.
typed scoring_pass::value_of_part(const context& where, index part, bool possible, typed neutral) {
    const criterion& current = where.into->model->criteria[part];
    const span at = current.at;
    const typed value{possible ? current.possible : current.points, value_type::number};
    if (!current.may_not_apply) { return value; }
    return expressions_.choose(where, expressions_.finding_of(where, part, at).id, value, value, neutral, at);
}

/// How many of the parts apply.
typed scoring_pass::count_of_parts(const context& where, const std::vector<index>& parts, span at) {
    typed count;
    std::int64_t certain = 0;
    for (const index part : parts) {
        const criterion& current = where.into->model->criteria[part];
        if (!current.may_not_apply) {
            ++certain;
            continue;
        }
        const span part_at = current.at;
        const typed applies = expressions_.applicable(where, expressions_.finding_of(where, part, part_at), part_at);
        const typed all = expressions_.constant(where, decimal::from_units(decimal::one), part_at);
        const typed nothing = expressions_.constant(where, {}, part_at);
        const typed next = expressions_.choose(where, applies.id, all, nothing, nothing, part_at);
        count = count ? expressions_.join_numbers(where, false, count, next, at) : next;
    }
    const typed fixed = expressions_.constant(where, decimal::from_units(certain * decimal::one), at);
    return count ? expressions_.join_numbers(where, false, fixed, count, at) : fixed;
}

/// The mean over the parts that apply: their sum divided by their number.
typed scoring_pass::mean_of_parts(const context& where, const syntax::criterion& text, const std::vector<index>& parts,
                                  bool possible) {
    const typed count = count_of_parts(where, parts, text.at);
    const typed nothing = expressions_.constant(where, {}, text.at);
    typed sum;
    for (const index part : parts) {
        const typed next = value_of_part(where, part, possible, nothing);
        sum = sum ? expressions_.join_numbers(where, false, sum, next, text.at) : next;
        if (!sum) { return {}; }
    }
    if (!sum || !count) { return {}; }
    const auto number = static_cast<std::int64_t>(parts.size());
    const decimal once = decimal::from_units(decimal::one);
    if (text.rounded || !comes_out_even(where.into->model->expressions, sum.id, count.id)) {
        return expressions_.divided(where, sum, count, once, text.rounded ? &*text.rounded : nullptr, text.at);
    }
    if (where.into->model->expressions[count.id].op == operation::number) {
        return expressions_.multiply(
            where, sum, constant_of(decimal::from_units(decimal::one / number), value_type::number, text.at), text.at);
    }
    const syntax::rounding exact{{"0.000001", text.at}, rounding_mode::half_up, text.at}; // nothing is left to round
    return expressions_.divided(where, sum, count, once, &exact, text.at);
}

/// The points that the parts give together, or could give.
typed scoring_pass::joined_parts(const context& where, const syntax::criterion& text, const std::vector<index>& parts,
                                 bool possible) {
    if (text.form == syntax::combination::mean) { return mean_of_parts(where, text, parts, possible); }
    const bool extreme = text.form == syntax::combination::least || text.form == syntax::combination::greatest;
    return extreme ? extreme_part(where, text, parts, possible) : sum_of_parts(where, parts, possible);
}

std::vector<index> scoring_pass::scored_parts(const context& where, index at) const {
    std::vector<index> parts;
    for (const index child : where.into->model->criteria[at].shown.children) {
        if (where.into->model->criteria[child].points != none) { parts.push_back(child); }
    }
    return parts;
}

typed scoring_pass::parts_of(const context& where, const syntax::criterion& text, index at, decimal& maximum) {
    standard& model = *where.into->model;
    const std::vector<index> parts = scored_parts(where, at);
    if (parts.empty()) {
        error(*where.file, text.clause.at, say<diag::no_part_gives_points>(model.criteria[at].shown.clause));
        return {};
    }
    std::vector<std::int64_t> maxima;
    maxima.reserve(parts.size());
    for (const index id : parts) { maxima.push_back(model.criteria[id].shown.maximum.units()); }
    int128 sum = 0;
    for (const std::int64_t value : maxima) { sum += value; }
    if (!expressions_.fits(where, text.at, 0, sum)) { return {}; }
    maximum = decimal::from_units(static_cast<std::int64_t>(sum));
    if (text.form == syntax::combination::least) {
        maximum = decimal::from_units(*std::min_element(maxima.begin(), maxima.end()));
    } else if (text.form == syntax::combination::greatest) {
        maximum = decimal::from_units(*std::max_element(maxima.begin(), maxima.end()));
    } else if (text.form == syntax::combination::mean) {
        const auto count = static_cast<std::int64_t>(maxima.size());
        const auto unit = text.rounded ? literals_.number_of(*where.file, text.rounded->to) : decimal::from_units(1);
        if (!unit || unit->units() == 0) { return mean_of_parts(where, text, parts, false); } // says what is wrong
        const auto mode = text.rounded ? text.rounded->mode : rounding_mode::half_up;
        maximum =
            decimal::from_units(static_cast<std::int64_t>(divide(sum, int128{count} * unit->units(), mode)) * unit->units());
    }
    return joined_parts(where, text, parts, false);
}

/// A bound on the points of all parts: the largest that any can give, or the least.
typed scoring_pass::furthest_bound(const context& where, const std::vector<index>& parts, bool possible, bool upper, span at) {
    const standard& model = *where.into->model;
    expression bound;
    bound.op = operation::number;
    bound.type = value_type::number;
    bound.at = at;
    bool first = true;
    for (const index part : parts) {
        const expression& value = model.expressions[possible ? model.criteria[part].possible : model.criteria[part].points];
        const std::int64_t units = upper ? value.bounds.most : value.bounds.least;
        const int128 left = int128{units} * power_of_ten(bound.scale);
        const int128 other = int128{bound.constant} * power_of_ten(value.scale);
        if (first || (upper ? left > other : left < other)) {
            bound.constant = units;
            bound.scale = value.scale;
        }
        first = false;
    }
    bound.bounds = {bound.constant, bound.constant};
    return expressions_.add(where, bound);
}

typed scoring_pass::extreme_part(const context& where, const syntax::criterion& text, const std::vector<index>& parts,
                                 bool possible) {
    const bool least = text.form == syntax::combination::least;
    const typed neutral = furthest_bound(where, parts, possible, least, text.at);
    typed found;
    for (const index part : parts) {
        const typed next = value_of_part(where, part, possible, neutral);
        found = found ? smaller_or_larger(where, least, found, next, text.at) : next;
        if (!found) { return {}; }
    }
    return found;
}

typed scoring_pass::smaller_or_larger(const context& where, bool smaller, typed left, typed right, span at) {
    if (!left || !right) { return {}; }
    const expression& a = where.into->model->expressions[left.id];
    const expression& b = where.into->model->expressions[right.id];
    expression joined;
    joined.op = smaller ? operation::minimum : operation::maximum;
    joined.type = value_type::number;
    joined.left = left.id;
    joined.right = right.id;
    joined.at = at;
    joined.scale = std::max(a.scale, b.scale);
    const int128 up_a = power_of_ten(static_cast<unsigned>(joined.scale - a.scale));
    const int128 up_b = power_of_ten(static_cast<unsigned>(joined.scale - b.scale));
    if (!expressions_.fits(where, at, up_a * a.bounds.least, up_a * a.bounds.most) ||
        !expressions_.fits(where, at, up_b * b.bounds.least, up_b * b.bounds.most)) {
        return {};
    }
    const auto pick = [&](int128 first, int128 other) {
        return static_cast<std::int64_t>(smaller ? std::min(first, other) : std::max(first, other));
    };
    joined.bounds = {pick(up_a * a.bounds.least, up_b * b.bounds.least), pick(up_a * a.bounds.most, up_b * b.bounds.most)};
    return expressions_.add(where, joined);
}

} // namespace TIEUCHI_NAMESPACE::impl::check
