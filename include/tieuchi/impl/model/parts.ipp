// SPDX-License-Identifier: Apache-2.0
/// \file
/// Points of parts: their sum, the least or greatest of them, their mean.
#pragma once

#include <tieuchi/impl/base/rounding.hpp>
#include <tieuchi/impl/model/checker.hpp>

#include <algorithm>

namespace tieuchi::impl::model {

typed checker::sum_of_parts(const context& where, const std::vector<index>& parts, bool possible) {
    typed sum;
    for (const index part : parts) {
        const criterion& one = where.into->model->criteria[part];
        if (one.points == none) { continue; }
        const typed next{possible ? one.possible : one.points, value_type::number};
        sum = sum ? join_numbers(where, false, sum, next, one.at) : next;
        if (!sum) { return {}; }
    }
    return sum ? sum : constant(where, {}, {});
}

/// The mean over the parts that apply: their sum divided by their number, where that may differ or not come out even.
typed checker::mean_of_parts(const context& where, const syntax::criterion& text, const std::vector<index>& parts) {
    const bool full = !where.into->not_applicable || *where.into->not_applicable == syntax::policy::full;
    typed count;
    std::int64_t certain = 0;
    for (const index part : parts) {
        const criterion& one = where.into->model->criteria[part];
        if (full || !one.may_not_apply) {
            ++certain;
            continue;
        }
        expression applies;
        applies.op = operation::applicable;
        applies.left = finding_of(where, part, one.at).id;
        applies.at = one.at;
        const typed all = constant(where, decimal::from_units(decimal::one), one.at);
        const typed nothing = constant(where, {}, one.at);
        const typed next = choose(where, add(where, applies).id, all, nothing, nothing, one.at);
        count = count ? join_numbers(where, false, count, next, one.at) : next;
    }
    const typed fixed = constant(where, decimal::from_units(certain * decimal::one), text.at);
    count = count ? join_numbers(where, false, fixed, count, text.at) : fixed;
    const typed sum = sum_of_parts(where, parts, false);
    if (!sum || !count) { return {}; }
    const bool even = !text.rounded && where.into->model->expressions[count.id].op == operation::number &&
                      decimal::one % std::max<std::int64_t>(certain, 1) == 0;
    if (even) {
        return multiply(where, sum, constant_of(decimal::from_units(decimal::one / certain), value_type::number, text.at),
                        text.at);
    }
    return divided(where, sum, count, decimal::from_units(decimal::one), text.rounded ? &*text.rounded : nullptr, text.at);
}

typed checker::parts_of(const context& where, const syntax::criterion& text, index at, decimal& maximum) {
    standard& model = *where.into->model;
    std::vector<index> parts;
    for (const index child : model.criteria[at].shown.children) {
        if (model.criteria[child].points != none) { parts.push_back(child); }
    }
    if (parts.empty()) {
        error(*where.file, text.clause.at, "E325", "no part of `" + model.criteria[at].shown.clause + "` gives points",
              "say `all of {` if its parts are conditions, or give them points");
        return {};
    }
    std::vector<std::int64_t> maxima;
    for (const index one : parts) { maxima.push_back(model.criteria[one].shown.maximum.units()); }
    int128 sum = 0;
    for (const std::int64_t one : maxima) { sum += one; }
    if (!fits(where, text.at, 0, sum)) { return {}; }
    switch (text.how) {
    case syntax::combination::least: {
        maximum = decimal::from_units(*std::min_element(maxima.begin(), maxima.end()));
        break;
    }
    case syntax::combination::greatest: maximum = decimal::from_units(*std::max_element(maxima.begin(), maxima.end())); break;
    case syntax::combination::mean: {
        const auto count = static_cast<std::int64_t>(maxima.size());
        const auto unit = text.rounded ? number_of(*where.file, text.rounded->to) : decimal::from_units(1);
        if (!unit || unit->units() == 0) { break; }
        const auto mode = text.rounded ? text.rounded->mode : rounding_mode::half_up;
        maximum =
            decimal::from_units(static_cast<std::int64_t>(divide(sum, int128{count} * unit->units(), mode)) * unit->units());
        return mean_of_parts(where, text, parts);
    }
    default: maximum = decimal::from_units(static_cast<std::int64_t>(sum)); return sum_of_parts(where, parts, false);
    }
    return extreme_part(where, text, parts, maximum);
}

typed checker::extreme_part(const context& where, const syntax::criterion& text, const std::vector<index>& parts,
                            decimal maximum) {
    standard& model = *where.into->model;
    const bool least = text.how == syntax::combination::least;
    const bool full = !where.into->not_applicable || *where.into->not_applicable == syntax::policy::full;
    const auto by_maximum = [&](index a, index b) { return model.criteria[a].shown.maximum < model.criteria[b].shown.maximum; };
    const decimal largest = model.criteria[*std::max_element(parts.begin(), parts.end(), by_maximum)].shown.maximum;
    typed found;
    for (const index part : parts) {
        typed next{model.criteria[part].points, value_type::number};
        if (model.criteria[part].may_not_apply && !full) { // of the least and the greatest, such a part must be neither
            const typed neutral = constant(where, least ? largest : decimal{}, text.at);
            next = choose(where, finding_of(where, part, model.criteria[part].at).id, next, next, neutral, text.at);
        }
        found = found ? smaller_or_larger(where, least, found, next, text.at) : next;
        if (!found) { return {}; }
    }
    return least ? clamped(where, found, std::nullopt, maximum, text.at) : found;
}

typed checker::smaller_or_larger(const context& where, bool smaller, typed left, typed right, span at) {
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
    if (!fits(where, at, up_a * a.bounds.least, up_a * a.bounds.most) ||
        !fits(where, at, up_b * b.bounds.least, up_b * b.bounds.most)) {
        return {};
    }
    const auto pick = [&](int128 one, int128 other) {
        return static_cast<std::int64_t>(smaller ? std::min(one, other) : std::max(one, other));
    };
    joined.bounds = {pick(up_a * a.bounds.least, up_b * b.bounds.least), pick(up_a * a.bounds.most, up_b * b.bounds.most)};
    return add(where, joined);
}

} // namespace tieuchi::impl::model
