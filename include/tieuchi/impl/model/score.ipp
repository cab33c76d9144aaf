// SPDX-License-Identifier: Apache-2.0
/// \file
/// What a criterion gives in the end, after its exceptions and where it applies, and when it is met.
#pragma once

#include <tieuchi/impl/model/checker.hpp>

#include <algorithm>

namespace tieuchi::impl::model {

namespace {

[[nodiscard]] decimal negative(decimal one) { return decimal::from_units(-one.units()); }

} // namespace

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
                  "the parts of `" + where.into->model->criteria[at].shown.clause + "` give at most " + points_text(of_parts),
                  "`up to` states a bound that the parts can reach");
        }
        return bounded;
    }
    case syntax::score_rule::group: {
        decimal of_parts;
        const typed parts = parts_of(where, text, at, of_parts);
        if (parts && text.points && of_parts != maximum) {
            error(*where.file, text.points->at, "E320",
                  "`" + where.into->model->criteria[at].shown.clause + "` states " + points_text(maximum) +
                      ", but its parts make " + of_parts.str(),
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
void checker::decide_by_points(const context& where, index at, typed raw, typed most) {
    const typed met = compare_numbers(where, raw, most, relation::greater_equal, where.into->model->criteria[at].at, false);
    where.into->model->criteria[at].when = met.id;
}

/// What is met gives all of its points, and what is not gives none.
void checker::points_by_finding(const context& where, index at, decimal maximum) {
    const bool full = !where.into->not_applicable || *where.into->not_applicable == syntax::policy::full;
    const span place = where.into->model->criteria[at].at;
    const typed most = constant(where, maximum, place);
    const typed nothing = constant(where, {}, place);
    const index finding = finding_of(where, at, place).id;
    const bool always = full || !where.into->model->criteria[at].may_not_apply;
    const typed points = choose(where, finding, most, nothing, full ? most : nothing, place);
    const typed possible = always ? most : choose(where, finding, most, most, nothing, place);
    criterion& one = where.into->model->criteria[at];
    one.points = points.id;
    one.possible = possible.id;
}

/// Exceptions give the maximum; what does not apply gives what the standard's policy says.
void checker::settle_points(const context& where, index at, typed raw, typed most) {
    standard& model = *where.into->model;
    const span place = model.criteria[at].at;
    const bool full = !where.into->not_applicable || *where.into->not_applicable == syntax::policy::full;
    const typed without = full ? most : constant(where, {}, place);
    typed points = raw;
    typed possible = most;
    for (const index saved : model.criteria[at].unless) { points = choose(where, saved, most, points, points, place); }
    for (const index applies : model.criteria[at].only_where) {
        points = choose(where, applies, points, without, without, place);
        if (!full) { possible = choose(where, applies, possible, without, without, place); }
    }
    model.expressions[points.id].may_not_apply = false; // where they would have none, the criterion does not apply
    model.criteria[at].points = points.id;
    model.criteria[at].possible = possible.id;
}

/// What a criterion counts for: of several parts, what those that apply count for together.
typed checker::most_of(const context& where, const syntax::criterion& text, index at, decimal maximum, bool whole) {
    const span place = where.into->model->criteria[at].at;
    const std::vector<index> parts = scored_parts(where, at);
    const auto may_not = [&](index part) { return where.into->model->criteria[part].may_not_apply; };
    const bool varies = text.scoring == syntax::score_rule::group && std::any_of(parts.begin(), parts.end(), may_not);
    return varies && !whole ? joined_parts(where, text, parts, true) : constant(where, maximum, place);
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
    const bool one_condition = text.scoring == syntax::score_rule::levels && text.lines.empty() && !text.rounded &&
                               (!text.otherwise || text.otherwise->digits.find_first_not_of("0.") == std::string_view::npos);
    const bool by_finding = one_condition || text.scoring == syntax::score_rule::combination;
    const bool is_sum = text.scoring == syntax::score_rule::group && text.how == syntax::combination::sum && !text.rounded;
    const bool bonus = text.scoring == syntax::score_rule::bonus || text.scoring == syntax::score_rule::bonus_per;
    const bool full = !where.into->not_applicable || *where.into->not_applicable == syntax::policy::full;
    const typed most = most_of(where, text, at, maximum, is_sum && full);
    if (!most) { return; }
    if (one_condition) {
        model.criteria[at].only_where.resize(text.only_where.size()); // its finding says whether it applies
        model.criteria[at].when = condition(where, text.when);
    } else if (!by_finding && !is_sum) {
        apply_where_valued(where, at, raw);
        if (bonus) {
            expression always;
            always.op = operation::truth;
            always.constant = 1;
            always.at = text.at;
            model.criteria[at].when = add(where, always).id;
        } else {
            decide_by_points(where, at, raw, most);
        }
    }
    settle_applicability(where, at);
    if (model.criteria[at].may_not_apply) { require_policy(where, at); }
    if (by_finding) {
        points_by_finding(where, at, maximum);
        return;
    }
    settle_points(where, at, raw, most);
}

/// A criterion whose points have no value, a share of nothing or parts none of which applies, does not apply.
void checker::apply_where_valued(const context& where, index at, typed raw) {
    standard& model = *where.into->model;
    const span place = model.criteria[at].at;
    if (model.expressions[raw.id].may_not_apply) {
        expression applies;
        applies.op = operation::applies;
        applies.left = raw.id;
        applies.at = place;
        model.criteria[at].only_where.push_back(add(where, applies).id);
        return;
    }
    const std::vector<index> children = model.criteria[at].shown.children;
    const auto may_not = [&](index child) { return model.criteria[child].may_not_apply; };
    if (children.empty() || !std::all_of(children.begin(), children.end(), may_not)) { return; }
    typed any;
    for (const index child : children) {
        expression applies;
        applies.op = operation::applicable;
        applies.left = finding_of(where, child, place).id;
        applies.at = place;
        const typed next = add(where, applies);
        any = any ? join_truths(where, operation::either, any, next, place) : next;
    }
    model.criteria[at].only_where.push_back(any.id);
}

/// Clauses brought in give their points to the criterion that brings them in.
void checker::score_same(const context& where, index at) {
    standard& model = *where.into->model;
    int128 maxima = 0;
    bool scored = false;
    for (const index child : model.criteria[at].shown.children) {
        if (model.criteria[child].points == none) { continue; }
        scored = true;
        maxima += model.criteria[child].shown.maximum.units();
    }
    if (!scored || !fits(where, model.criteria[at].at, 0, maxima)) { return; }
    const std::vector<index> children = model.criteria[at].shown.children;
    const typed raw = sum_of_parts(where, children, false);
    const typed possible = sum_of_parts(where, children, true);
    if (!raw || !possible) { return; }
    model.criteria[at].shown.scored = true;
    model.criteria[at].shown.maximum = decimal::from_units(static_cast<std::int64_t>(maxima));
    if (model.criteria[at].may_not_apply) { require_policy(where, at); }
    settle_points(where, at, raw, possible);
}

/// Points under a criterion that has none of its own would be lost.
void checker::check_parts_without_points(const context& where, const syntax::criterion& text, index at) {
    const standard& model = *where.into->model;
    const bool of_parts = text.scoring == syntax::score_rule::group || text.scoring == syntax::score_rule::up_to ||
                          text.how == syntax::combination::same_as;
    if (of_parts) { return; }
    for (const index child : model.criteria[at].shown.children) {
        if (model.criteria[child].shown.scored) {
            error(*where.file, text.clause.at, "E321",
                  "`" + model.criteria[at].shown.clause + "` gives no points, so those of its parts would be lost",
                  "say `sum of {`, or give the criterion points and its parts conditions");
            return;
        }
    }
}

} // namespace tieuchi::impl::model
