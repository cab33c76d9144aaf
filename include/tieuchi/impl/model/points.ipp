// SPDX-License-Identifier: Apache-2.0
/// \file
/// What criteria give: each way to give points becomes expressions of the model like any other, so that later stages know nothing of it.
#pragma once

#include <tieuchi/impl/base/nearest.hpp>
#include <tieuchi/impl/base/rounding.hpp>
#include <tieuchi/impl/model/checker.hpp>

#include <algorithm>

namespace tieuchi::impl::model {

namespace {

[[nodiscard]] decimal negative(decimal one) { return decimal::from_units(-one.units()); }

[[nodiscard]] std::string plural(decimal points) { return points.str() + (points.units() == decimal::one ? " point" : " points"); }

/// The name in data of the points that an assessor gives for a clause: `judged_7_3`, with `dd` for `đ`.
[[nodiscard]] std::string judged_name(std::string_view clause) {
    std::string name = "judged_";
    for (std::size_t i = 0; i < clause.size(); ++i) {
        const char one = clause[i];
        const bool plain = (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9');
        if (plain) {
            name += one;
        } else if (one >= 'A' && one <= 'Z') {
            name += static_cast<char>(one - 'A' + 'a');
        } else if (one == '.' || one == '/') {
            name += '_';
        } else { // `đ` and `Đ` have two bytes
            name += "dd";
            ++i;
        }
    }
    return name;
}

[[nodiscard]] std::string clause_label(std::string_view clause, std::string_view points, bool vietnamese) {
    return (vietnamese ? "Điểm chấm, điều khoản " : "Points judged, clause ") + std::string(clause) + std::string(points);
}

} // namespace

void checker::require_policy(const context& where, index at) {
    standard_scope& scope = *where.into;
    if (scope.not_applicable || scope.policy_missed) { return; }
    scope.policy_missed = true;
    error(*scope.file, scope.text->name.at, "E326",
          "what a criterion that does not apply means for the total is not said, and `" + scope.model->criteria[at].shown.clause +
              "` may not apply",
          "add `not applicable counts as full`, `is left out` or `is rescaled`");
}

/// Several conditions with points: the first that holds.
typed checker::levels(const context& where, const syntax::criterion& text, index at, decimal maximum) {
    std::vector<std::pair<index, typed>> lines{{condition(where, text.when), constant(where, maximum, text.at)}};
    index any = lines.front().first;
    for (const auto& line : text.lines) {
        const auto points = number_of(*where.file, line.points);
        const index when = condition(where, line.when);
        if (!points || when == none) { return {}; }
        if (*points > maximum) {
            error(*where.file, line.points.at, "E324", "a later line gives more points than the first",
                  "the lines stand in the order of their points, the most first");
            return {};
        }
        lines.emplace_back(when, constant(where, *points, line.at));
        any = join_truths(where, operation::either, {any, value_type::truth}, {when, value_type::truth}, line.at).id;
    }
    const auto otherwise = text.otherwise ? number_of(*where.file, *text.otherwise) : std::optional(decimal{});
    if (any == none || !otherwise) { return {}; }
    const typed raw = first_match(where, lines, constant(where, *otherwise, text.at), text.at);
    if (!raw || !where.into->model->expressions[any].may_not_apply) { return raw; }
    // Where none of the conditions applies, neither does the criterion.
    expression applicable;
    applicable.op = operation::applicable;
    applicable.left = any;
    applicable.at = text.at;
    where.into->model->criteria[at].only_where.push_back(add(where, applicable).id);
    return raw;
}

typed checker::proportion(const context& where, const syntax::criterion& text, decimal maximum) {
    const syntax::rounding* const rounding = text.rounded ? &*text.rounded : nullptr;
    typed raw;
    if (text.whole) {
        raw = divided(where, plain_number(where, text.of), plain_number(where, text.whole), maximum, rounding, text.at);
    } else {
        const typed share = check_expression(where, text.of);
        if (!share) { return {}; }
        if (share.type == value_type::rate) {
            const expression rate = where.into->model->expressions[share.id];
            const expression factor = constant_of(maximum, value_type::number, text.at);
            const typed part = multiply(where, {rate.left, value_type::number}, factor, text.at);
            const decimal times = decimal::from_units(rate.constant * power_of_ten(decimal::scale - rate.constant_scale));
            raw = divided(where, part, {rate.right, value_type::number}, times, rounding, text.at);
        } else if (share.type == value_type::percent) {
            expression factor = constant_of(maximum, value_type::number, text.at);
            factor.scale = static_cast<std::uint8_t>(factor.scale + 2);
            raw = multiply(where, share, factor, text.at);
            if (raw) {
                where.into->model->expressions[raw.id].type = value_type::number;
                raw.type = value_type::number;
            }
            if (raw && rounding != nullptr) { raw = rounded(where, raw, *rounding); }
        } else {
            error(*where.file, (*where.file)[text.of].at, "E203",
                  "this is " + what_it_is(share.type) + ", but points stand in proportion to a share",
                  "write `in proportion to PART of WHOLE`, or name a percentage");
            return {};
        }
    }
    return clamped(where, raw, decimal{}, maximum, text.at);
}

/// `start` and `each` for every one of what the criterion counts.
typed checker::changed_per(const context& where, const syntax::criterion& text, decimal start, decimal each) {
    const typed counted = plain_number(where, text.of);
    if (!counted) { return {}; }
    const typed change = multiply(where, counted, constant_of(each, value_type::number, text.at), text.at);
    if (start.units() == 0) { return change; }
    return join_numbers(where, false, constant(where, start, text.at), change, text.at);
}

typed checker::judged(const context& where, const syntax::criterion& text, index at, decimal maximum) {
    const std::string clause = where.into->model->criteria[at].shown.clause;
    const auto step = text.each ? number_of(*where.file, *text.each) : decimal::from_integer(1);
    if (!step) { return {}; }
    if (step->units() == 0 || maximum.units() % step->units() != 0) {
        error(*where.file, text.each ? text.each->at : text.clause.at, "E322",
              plural(maximum) + " cannot be given in steps of " + step->str(), "the step divides the most that can be given");
        return {};
    }
    fact made;
    made.name = judged_name(clause);
    made.type = fact_type::judged;
    made.step = *step;
    made.scale = std::max(constant_of(*step, value_type::number, text.at).scale,
                          constant_of(maximum, value_type::number, text.at).scale);
    made.most = maximum;
    made.label = where.into->model->criteria[at].shown.title;
    if (made.label.empty()) {
        made.label = labels({{"vi", clause_label(clause, "", true)}, {"en", clause_label(clause, "", false)}});
    }
    made.question = made.label;
    if (where.into->symbols.find(made.name) != where.into->symbols.end() || find(*where.into, made.name) != nullptr) {
        error(*where.file, text.clause.at, "E202", "the points judged for `" + clause + "` are called `" + made.name +
                                                       "`, which is something else already",
              "give that another name");
        return {};
    }
    symbol kept;
    kept.at_index = add_fact(where, std::move(made));
    where.into->symbols.emplace(judged_name(clause), kept);
    where.into->model->criteria[at].shown.needs_judgement = true;
    return read_fact(where, kept.at_index, text.at);
}

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
        error(*where.file, text.clause.at, "E302", "the scale of `" + std::string(text.clause.text) + "` leaves values without points",
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
    for (const auto& one : limits) { limit_scale = std::max<unsigned>(limit_scale, constant_of(one, value_type::number, text.at).scale); }
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
        expression met;
        met.op = operation::criterion_met;
        met.at_index = part;
        met.at = one.at;
        expression applies;
        applies.op = operation::applicable;
        applies.left = add(where, met).id;
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
    if (even) { return multiply(where, sum, constant_of(decimal::from_units(decimal::one / certain), value_type::number, text.at), text.at); }
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
        maximum = decimal::from_units(static_cast<std::int64_t>(divide(sum, int128{count} * unit->units(), mode)) * unit->units());
        return mean_of_parts(where, text, parts);
    }
    default: maximum = decimal::from_units(static_cast<std::int64_t>(sum)); return sum_of_parts(where, parts, false);
    }
    // Of the least and the greatest, a part that does not apply must be neither.
    const bool least = text.how == syntax::combination::least;
    typed found;
    for (const index part : parts) {
        typed next{model.criteria[part].points, value_type::number};
        if (model.criteria[part].may_not_apply && where.into->not_applicable != syntax::policy::full) {
            expression met;
            met.op = operation::criterion_met;
            met.at_index = part;
            met.at = model.criteria[part].at;
            const typed neutral = constant(where, least ? decimal::from_units(*std::max_element(maxima.begin(), maxima.end()))
                                                        : decimal{}, text.at);
            next = choose(where, add(where, met).id, next, next, neutral, text.at);
        }
        if (!next) { return {}; }
        if (!found) {
            found = next;
            continue;
        }
        expression joined;
        joined.op = least ? operation::minimum : operation::maximum;
        joined.type = value_type::number;
        joined.left = found.id;
        joined.right = next.id;
        joined.at = text.at;
        const expression& a = model.expressions[found.id];
        const expression& b = model.expressions[next.id];
        joined.scale = std::max(a.scale, b.scale);
        const int128 up_a = power_of_ten(static_cast<unsigned>(joined.scale - a.scale));
        const int128 up_b = power_of_ten(static_cast<unsigned>(joined.scale - b.scale));
        if (!fits(where, text.at, up_a * a.bounds.least, up_a * a.bounds.most) ||
            !fits(where, text.at, up_b * b.bounds.least, up_b * b.bounds.most)) {
            return {};
        }
        const auto pick = [&](int128 one, int128 other) {
            return static_cast<std::int64_t>(least ? std::min(one, other) : std::max(one, other));
        };
        joined.bounds = {pick(up_a * a.bounds.least, up_b * b.bounds.least), pick(up_a * a.bounds.most, up_b * b.bounds.most)};
        found = add(where, joined);
    }
    return found;
}

/// The points of a criterion before its exceptions and where it applies, and its maximum.
typed checker::score_of(const context& where, const syntax::criterion& text, index at, decimal& maximum) {
    const auto read = [&](const std::optional<syntax::number>& number, decimal otherwise) {
        const auto value = number ? number_of(*where.file, *number) : std::optional(otherwise);
        return value.value_or(otherwise);
    };
    const decimal each = read(text.each, {});
    maximum = read(text.points, {});
    switch (text.scoring) {
    case syntax::score_rule::levels: return levels(where, text, at, maximum);
    case syntax::score_rule::combination: return constant(where, maximum, text.at); // where it is met
    case syntax::score_rule::proportion: return proportion(where, text, maximum);
    case syntax::score_rule::less:
        return clamped(where, changed_per(where, text, maximum, negative(each)), read(text.bound, {}), maximum, text.at);
    case syntax::score_rule::judged: return judged(where, text, at, maximum);
    case syntax::score_rule::scale: return scale_of(where, text, maximum);
    case syntax::score_rule::bonus:
    case syntax::score_rule::deduction: {
        const decimal change = text.scoring == syntax::score_rule::bonus ? each : negative(each);
        const typed nothing = constant(where, {}, text.at);
        return choose(where, condition(where, text.when), constant(where, change, text.at), nothing, nothing, text.at);
    }
    case syntax::score_rule::bonus_per: {
        const auto most = text.bound ? std::optional(read(text.bound, {})) : std::nullopt;
        return clamped(where, changed_per(where, text, {}, each), decimal{}, most, text.at);
    }
    case syntax::score_rule::deduction_per: {
        const auto least = text.bound ? std::optional(negative(read(text.bound, {}))) : std::nullopt;
        return clamped(where, changed_per(where, text, {}, negative(each)), least, decimal{}, text.at);
    }
    case syntax::score_rule::up_to: {
        decimal of_parts;
        const typed parts = parts_of(where, text, at, of_parts);
        const typed bounded = clamped(where, parts, decimal{}, maximum, text.at);
        if (parts && bounded && of_parts < maximum) {
            error(*where.file, text.points->at, "E320",
                  "the parts of `" + where.into->model->criteria[at].shown.clause + "` give at most " + plural(of_parts),
                  "`up to` states a bound that the parts can reach");
        }
        return bounded;
    }
    case syntax::score_rule::group: {
        decimal of_parts;
        const typed parts = parts_of(where, text, at, of_parts);
        if (parts && text.points && of_parts != maximum) {
            error(*where.file, text.points->at, "E320",
                  "`" + where.into->model->criteria[at].shown.clause + "` states " + plural(maximum) + ", but its parts make " +
                      of_parts.str(),
                  "change the points of the parts, or what is stated");
        }
        maximum = of_parts;
        return parts;
    }
    case syntax::score_rule::none: break;
    }
    return {};
}

/// Met is what loses nothing. A single condition and a combination say so themselves; a sum is met as all of its parts are.
void checker::decide_by_points(const context& where, index at, typed raw, decimal maximum) {
    const typed most = constant(where, maximum, where.into->model->criteria[at].at);
    const typed met = compare_numbers(where, raw, most, relation::greater_equal, where.into->model->criteria[at].at, false);
    where.into->model->criteria[at].when = met.id;
}

/// Exceptions give the maximum; what does not apply gives what the standard's policy says.
void checker::settle_points(const context& where, index at, typed raw, decimal maximum) {
    standard& model = *where.into->model;
    const span place = model.criteria[at].at;
    const bool full = !where.into->not_applicable || *where.into->not_applicable == syntax::policy::full;
    const typed most = constant(where, maximum, place);
    const typed without = full ? most : constant(where, {}, place);
    typed points = raw;
    typed possible = most;
    for (const index saved : model.criteria[at].unless) { points = choose(where, saved, most, points, points, place); }
    for (const index applies : model.criteria[at].only_where) {
        points = choose(where, applies, points, without, without, place);
        if (!full) { possible = choose(where, applies, possible, without, without, place); }
    }
    model.criteria[at].points = points.id;
    model.criteria[at].possible = possible.id;
}

void checker::score(const context& where, const syntax::criterion& text, index at) {
    standard& model = *where.into->model;
    decimal maximum;
    typed raw = score_of(where, text, at, maximum);
    if (!raw) { return; }
    const bool grouped = text.scoring == syntax::score_rule::group || text.scoring == syntax::score_rule::up_to;
    const bool divides = text.scoring == syntax::score_rule::proportion ||
                         (grouped && text.how == syntax::combination::mean); // rounded where it was divided
    if (text.rounded && !divides) { raw = rounded(where, raw, *text.rounded); }
    if (!raw) { return; }
    model.criteria[at].shown.scored = true;
    model.criteria[at].shown.maximum = maximum;
    model.criteria[at].score = raw.id;
    const bool one_condition = text.scoring == syntax::score_rule::levels && text.lines.empty() && !text.rounded &&
                               (!text.otherwise || text.otherwise->digits.find_first_not_of("0.") == std::string_view::npos);
    const bool by_truth = one_condition || text.scoring == syntax::score_rule::combination;
    const bool is_sum = text.scoring == syntax::score_rule::group && text.how == syntax::combination::sum && !text.rounded;
    if (one_condition) {
        model.criteria[at].only_where.resize(text.only_where.size()); // its finding says whether it applies
        model.criteria[at].when = condition(where, text.when);
    } else if (text.scoring == syntax::score_rule::bonus) {
        expression always;
        always.op = operation::truth;
        always.constant = 1;
        always.at = text.at;
        model.criteria[at].when = add(where, always).id;
    } else if (!by_truth && !is_sum) {
        if (model.expressions[raw.id].may_not_apply) {
            expression applies;
            applies.op = operation::applies;
            applies.left = raw.id;
            applies.at = text.at;
            model.criteria[at].only_where.push_back(add(where, applies).id);
        }
        decide_by_points(where, at, raw, maximum);
    }
    if (by_truth) {
        const bool full = !where.into->not_applicable || *where.into->not_applicable == syntax::policy::full;
        const span place = model.criteria[at].at;
        const typed most = constant(where, maximum, place);
        const typed nothing = constant(where, {}, place);
        expression met;
        met.op = operation::criterion_met;
        met.at_index = at;
        met.at = place;
        const index finding = add(where, met).id;
        model.criteria[at].points = choose(where, finding, most, nothing, full ? most : nothing, place).id;
        model.criteria[at].possible = full ? most.id : choose(where, finding, most, most, nothing, place).id;
        model.criteria[at].score = model.criteria[at].points;
    } else {
        settle_points(where, at, raw, maximum);
        if (is_sum && !where.into->model->criteria[at].shown.children.empty() && where.into->not_applicable != syntax::policy::full) {
            // What its parts count for is what it counts for, unless something of its own says otherwise.
            typed possible = sum_of_parts(where, model.criteria[at].shown.children, true);
            const typed nothing = constant(where, {}, text.at);
            for (const index applies : model.criteria[at].only_where) {
                possible = choose(where, applies, possible, nothing, nothing, text.at);
            }
            model.criteria[at].possible = possible.id;
        }
    }
}

/// Points under a criterion that has none of its own would be lost.
void checker::check_parts_without_points(const context& where, const syntax::criterion& text, index at) {
    const standard& model = *where.into->model;
    for (const index child : model.criteria[at].shown.children) {
        if (model.criteria[child].shown.scored) {
            error(*where.file, text.clause.at, "E321",
                  "`" + model.criteria[at].shown.clause + "` gives no points, so those of its parts would be lost",
                  "say `sum of {`, or give the criterion points and its parts conditions");
            return;
        }
    }
}

typed checker::rescaled_total(const context& where, typed sum, typed possible, const syntax::total_rounding* rounded) {
    const decimal stated = *where.into->model->stated_points;
    return divided(where, sum, possible, stated, rounded == nullptr ? nullptr : &rounded->rounded,
                   rounded == nullptr ? where.into->text->name.at : rounded->at);
}

void checker::check_total(standard_scope& scope) {
    standard& model = *scope.model;
    const syntax::stated_points* stated = nullptr;
    const syntax::total_rounding* rounding = nullptr;
    context where = within(scope);
    for (const auto& item : scope.items) {
        if (const auto* const one = std::get_if<syntax::stated_points>(item.item)) {
            if (stated != nullptr) { error(*item.file, one->at, "E219", "a second `points`", "a standard says it once"); }
            stated = one;
            where.file = item.file;
        }
    }
    const syntax::tree* rounding_file = scope.file;
    for (const auto& item : scope.items) {
        if (const auto* const one = std::get_if<syntax::total_rounding>(item.item)) {
            if (rounding != nullptr) { error(*item.file, one->at, "E219", "a second `total rounded`", "a standard says it once"); }
            rounding = one;
            rounding_file = item.file;
        }
    }
    std::vector<index> top;
    int128 maxima = 0;
    for (index i = 0; i < model.criteria.size(); ++i) {
        if (model.criteria[i].shown.parent || model.criteria[i].points == none) { continue; }
        top.push_back(i);
        maxima += model.criteria[i].shown.maximum.units();
    }
    if (top.empty()) {
        if (stated != nullptr && !has_errors(problems_)) {
            error(*where.file, stated->at, "E325", "standard `" + model.name + "` states points, but no criterion gives any",
                  "as in `criterion 1  5 points when …`");
        }
        return;
    }
    if (!fits(where, scope.text->name.at, 0, maxima)) { return; }
    const decimal of_criteria = decimal::from_units(static_cast<std::int64_t>(maxima));
    model.stated_points = of_criteria;
    if (stated != nullptr) {
        const auto points = number_of(*where.file, stated->points);
        const auto most = stated->up_to ? number_of(*where.file, *stated->up_to) : points;
        if (!points || !most) { return; }
        const bool complete = std::all_of(model.criteria.begin(), model.criteria.end(), [](const criterion& one) {
            return !one.shown.scored || one.points != none;
        });
        if (*points != of_criteria && complete && !has_errors(problems_)) {
            error(*where.file, stated->points.at, "E320", plural(*points) + " are stated, but the criteria make " + of_criteria.str(),
                  "change the points of the criteria, or what is stated");
        }
        if (*most < *points) {
            error(*where.file, stated->up_to->at, "E322", "the total cannot be bounded below what the criteria make",
                  "`up to` says how far bonuses may lead beyond");
        }
        model.stated_points = *points;
        model.most_points = *most;
    }
    typed total = sum_of_parts(where, top, false);
    const typed possible = sum_of_parts(where, top, true);
    if (!total || !possible) { return; }
    where.file = rounding_file;
    if (scope.not_applicable == syntax::policy::rescaled) {
        total = rescaled_total(where, total, possible, rounding);
    } else if (rounding != nullptr) {
        total = rounded(where, total, rounding->rounded);
    }
    total = clamped(where, total, std::nullopt, model.most_points, scope.text->name.at);
    model.total = total.id;
    model.maximum = scope.not_applicable == syntax::policy::rescaled ? constant(where, *model.stated_points, {}).id : possible.id;
}

} // namespace tieuchi::impl::model
