// SPDX-License-Identifier: Apache-2.0
// The points that a criterion gives after its exceptions and where it applies, and when it is met.
#include "check/scoring.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

[[nodiscard]] decimal negative(decimal number) { return decimal::from_units(-number.units()); }

[[nodiscard]] bool is_of_parts(const syntax::criterion& text) {
    return text.scoring == syntax::score_rule::group || text.scoring == syntax::score_rule::up_to;
}

/// Whether only those parts count that apply.
[[nodiscard]] bool picks_parts(const syntax::criterion& text) {
    return is_of_parts(text) && (text.form == syntax::combination::least || text.form == syntax::combination::greatest ||
                                 text.form == syntax::combination::mean);
}

/// Met as all of its parts are, whatever the points come to.
[[nodiscard]] bool is_met_by_parts(const syntax::criterion& text) {
    return text.scoring == syntax::score_rule::group &&
           (text.form == syntax::combination::mean || text.form == syntax::combination::sum);
}

[[nodiscard]] bool is_bonus(const syntax::criterion& text) {
    return text.scoring == syntax::score_rule::bonus || text.scoring == syntax::score_rule::bonus_per;
}

/// Points where one condition holds, else none: its finding decides them.
[[nodiscard]] bool is_one_condition(const syntax::criterion& text) {
    return text.scoring == syntax::score_rule::levels && text.lines.empty() && !text.rounded &&
           (!text.otherwise || text.otherwise->digits.find_first_not_of("0.") == std::string_view::npos);
}

} // namespace

typed scoring_pass::any_applies(const context& where, const std::vector<index>& criteria, span at) {
    typed any;
    for (const index id : criteria) {
        const typed next = expressions_.applicable(where, expressions_.finding_of(where, id, at), at);
        any = any ? expressions_.join_truths(where, operation::either, any, next, at) : next;
    }
    return any;
}

/// The points that a criterion which does not apply gives, and those that could have been given.
typed scoring_pass::inapplicable_points(const context& where, decimal maximum, span at) {
    return expressions_.constant(where, expressions_.counts_as_full(where) ? maximum : decimal{}, at);
}

/// The points of a criterion before its exceptions and where it applies, and its maximum.
typed scoring_pass::score_of(const context& where, const syntax::criterion& text, index at, decimal& maximum) {
    const auto read = [&](const std::optional<syntax::number>& number, decimal otherwise) {
        const auto value = number ? literals_.number_of(*where.file, *number) : std::optional(otherwise);
        return value.value_or(otherwise);
    };
    const decimal each = read(text.each, {});
    maximum = read(text.points, {});
    switch (text.scoring) {
    case syntax::score_rule::levels: return levels(where, text, at, maximum);
    case syntax::score_rule::combination: return expressions_.constant(where, maximum, text.at); // where it is met
    case syntax::score_rule::proportion: return proportion(where, text, maximum);
    case syntax::score_rule::less:
        return expressions_.clamped(where, changed_per(where, text, maximum, negative(each)), read(text.bound, {}), maximum,
                                    text.at);
    case syntax::score_rule::judged: return judged(where, text, at, maximum);
    case syntax::score_rule::scale: return scale_of(where, text, maximum);
    case syntax::score_rule::bonus:
    case syntax::score_rule::deduction: {
        const decimal change = text.scoring == syntax::score_rule::bonus ? each : negative(each);
        const typed nothing = expressions_.constant(where, {}, text.at);
        const index when = expressions_.condition(where, text.when);
        add_decision(where, deciding::alone, when, text.when, at);
        if (when != none && where.into->model->expressions[when].may_not_apply) {
            const typed applies = expressions_.applicable(where, {when, value_type::truth}, text.at);
            where.into->model->criteria[at].only_where.push_back(applies.id);
        }
        return expressions_.choose(where, when, expressions_.constant(where, change, text.at), nothing, nothing, text.at);
    }
    case syntax::score_rule::bonus_per: {
        const auto most = text.bound ? std::optional(read(text.bound, {})) : std::nullopt;
        return expressions_.clamped(where, changed_per(where, text, {}, each), decimal{}, most, text.at);
    }
    case syntax::score_rule::deduction_per: {
        const auto least = text.bound ? std::optional(negative(read(text.bound, {}))) : std::nullopt;
        return expressions_.clamped(where, changed_per(where, text, {}, negative(each)), least, decimal{}, text.at);
    }
    case syntax::score_rule::up_to: {
        decimal of_parts;
        const typed parts = parts_of(where, text, at, of_parts);
        const typed bounded = expressions_.clamped(where, parts, decimal{}, maximum, text.at);
        if (parts && bounded && of_parts < maximum) {
            error(*where.file, text.points->at,
                  say<diag::parts_below_bound>(where.into->model->criteria[at].shown.clause, points_text(of_parts)));
        }
        return bounded;
    }
    case syntax::score_rule::group: {
        decimal of_parts;
        const typed parts = parts_of(where, text, at, of_parts);
        if (parts && text.points && of_parts != maximum) {
            error(*where.file, text.points->at,
                  say<diag::parts_make_other_points>(where.into->model->criteria[at].shown.clause, points_text(maximum),
                                                     of_parts.str()));
        }
        maximum = of_parts;
        return parts;
    }
    case syntax::score_rule::none: break;
    }
    return {};
}

/// A criterion is met where it loses no points. A single condition and a combination decide that themselves; a sum and a mean are met where
/// all of their parts are.
void scoring_pass::decide_by_points(const context& where, index at, typed raw, typed most) {
    const typed met =
        expressions_.compare_numbers(where, raw, most, relation::greater_equal, where.into->model->criteria[at].at, false);
    where.into->model->criteria[at].when = met.id;
}

/// Gives all points where the criterion is met, and none where it is not.
void scoring_pass::points_by_finding(const context& where, index at, decimal maximum) {
    const span location = where.into->model->criteria[at].at;
    const typed most = expressions_.constant(where, maximum, location);
    const typed nothing = expressions_.constant(where, {}, location);
    const typed without = inapplicable_points(where, maximum, location);
    const index finding = expressions_.finding_of(where, at, location).id;
    const bool always = expressions_.counts_as_full(where) || !where.into->model->criteria[at].may_not_apply;
    const typed points = expressions_.choose(where, finding, most, nothing, without, location);
    const typed possible = always ? most : expressions_.choose(where, finding, most, most, without, location);
    criterion& current = where.into->model->criteria[at];
    current.points = points.id;
    current.possible = possible.id;
}

/// Exceptions give what the criterion counts for; what does not apply gives, and counts for, what the standard's policy says.
void scoring_pass::settle_points(const context& where, index at, typed raw, typed most, const std::vector<index>& applying) {
    standard& model = *where.into->model;
    const span location = model.criteria[at].at;
    const decimal maximum = model.criteria[at].shown.maximum;
    const typed without = inapplicable_points(where, maximum, location);
    const expression& counted = model.expressions[most.id];
    const bool varies = counted.op != operation::number || (!expressions_.counts_as_full(where) && maximum.units() != 0);
    typed points = raw;
    typed possible = most;
    for (const index saved : model.criteria[at].unless) {
        points = expressions_.choose(where, saved, most, points, points, location);
    }
    for (const index applies : applying) {
        points = expressions_.choose(where, applies, points, without, without, location);
        if (varies) { possible = expressions_.choose(where, applies, possible, without, without, location); }
    }
    if (!points || !possible) { return; }
    for (const typed value : {points, possible}) {
        model.expressions[value.id].may_not_apply = false; // where it would have none, the criterion does not apply
    }
    model.criteria[at].points = points.id;
    model.criteria[at].possible = possible.id;
}

/// Where none of the parts that give points applies, the whole has what a criterion has that does not apply.
typed scoring_pass::where_any_applies(const context& where, const syntax::criterion& text, const std::vector<index>& parts,
                                      typed value, decimal maximum) {
    const auto may_not = [&](index part) { return where.into->model->criteria[part].may_not_apply; };
    if (!value || !std::all_of(parts.begin(), parts.end(), may_not)) { return value; }
    const typed without = inapplicable_points(where, maximum, text.at);
    const typed result = expressions_.choose(where, any_applies(where, parts, text.at).id, value, without, without, text.at);
    if (result) { where.into->model->expressions[result.id].may_not_apply = false; }
    return result;
}

/// Whether the points that the parts could give are the same in every case.
bool scoring_pass::counts_the_same(const context& where, const std::vector<index>& parts) const {
    const standard& model = *where.into->model;
    return std::all_of(parts.begin(), parts.end(),
                       [&](index part) { return model.expressions[model.criteria[part].possible].op == operation::number; });
}

/// What a criterion counts for: of several parts, what those that apply count for together.
typed scoring_pass::most_of(const context& where, const syntax::criterion& text, index at, decimal maximum) {
    const std::vector<index> parts = is_of_parts(text) ? scored_parts(where, at) : std::vector<index>{};
    const auto may_not = [&](index part) { return where.into->model->criteria[part].may_not_apply; };
    const bool picks = picks_parts(text) && std::any_of(parts.begin(), parts.end(), may_not);
    if (!picks && counts_the_same(where, parts)) { return expressions_.constant(where, maximum, text.at); }
    typed most = joined_parts(where, text, parts, true);
    if (picks) { most = where_any_applies(where, text, parts, most, maximum); }
    return text.scoring == syntax::score_rule::up_to ? expressions_.clamped(where, most, std::nullopt, maximum, text.at) : most;
}

/// The points of a criterion, rounded, before its exceptions and where it applies, and its maximum.
typed scoring_pass::raw_points(const context& where, const syntax::criterion& text, index at, decimal& maximum) {
    typed raw = score_of(where, text, at, maximum);
    if (!raw) { return {}; }
    const bool divides = text.scoring == syntax::score_rule::proportion ||
                         (is_of_parts(text) && text.form == syntax::combination::mean); // rounded where it was divided
    if (text.rounded && !divides) { raw = expressions_.rounded(where, raw, *text.rounded); }
    if (is_of_parts(text) && (picks_parts(text) || text.rounded)) {
        raw = where_any_applies(where, text, scored_parts(where, at), raw, maximum);
    }
    return raw;
}

/// Decides when a criterion with points is met. `written` counts the conditions for it to apply that the rules state.
void scoring_pass::decide_scored(const context& where, const syntax::criterion& text, index at, std::size_t written, typed raw,
                                 typed most) {
    standard& model = *where.into->model;
    if (is_one_condition(text)) {
        model.criteria[at].only_where.resize(written); // its finding says whether it applies
        model.criteria[at].when = expressions_.condition(where, text.when);
        return;
    }
    if (text.scoring == syntax::score_rule::combination || is_met_by_parts(text)) { return; }
    apply_where_valued(where, text, at, raw);
    if (!is_bonus(text)) { return decide_by_points(where, at, raw, most); }
    expression always;
    always.op = operation::truth;
    always.constant = 1;
    always.at = text.at;
    model.criteria[at].when = expressions_.add(where, always).id;
}

void scoring_pass::score(const context& where, const syntax::criterion& text, index at) {
    standard& model = *where.into->model;
    add_side_decisions(where, text, at);
    const std::size_t written = model.criteria[at].only_where.size();
    decimal maximum;
    const typed raw = raw_points(where, text, at, maximum);
    if (!raw) { return; }
    model.criteria[at].shown.scored = true;
    model.criteria[at].shown.maximum = maximum;
    const typed most = most_of(where, text, at, maximum);
    if (!most) { return; }
    decide_scored(where, text, at, written, raw, most);
    settle_applicability(where, at);
    if (model.criteria[at].may_not_apply) { require_policy(where, at); }
    if (text.scoring == syntax::score_rule::combination) { let_parts_decide_points(where, at); }
    if (is_one_condition(text) || text.scoring == syntax::score_rule::combination) {
        points_by_finding(where, at, maximum);
        return;
    }
    // What parts give and count for where none applies is settled already.
    std::vector<index> applying = model.criteria[at].only_where;
    if (is_of_parts(text)) { applying.resize(written); }
    settle_points(where, at, raw, most, applying);
}

/// A criterion whose points have no value, a share of nothing or parts none of which applies, does not apply.
void scoring_pass::apply_where_valued(const context& where, const syntax::criterion& text, index at, typed raw) {
    standard& model = *where.into->model;
    const span location = model.criteria[at].at;
    if (!is_of_parts(text)) {
        if (!model.expressions[raw.id].may_not_apply) { return; }
        expression applies;
        applies.op = operation::applies;
        applies.left = raw.id;
        applies.at = location;
        model.criteria[at].only_where.push_back(expressions_.add(where, applies).id);
        return;
    }
    const std::vector<index> children = model.criteria[at].shown.children;
    const auto may_not = [&](index child) { return model.criteria[child].may_not_apply; };
    if (!std::all_of(children.begin(), children.end(), may_not)) { return; }
    model.criteria[at].only_where.push_back(any_applies(where, children, location).id);
}

/// Clauses that `same as` brings in give their points to the criterion that brings them in.
void scoring_pass::score_same(const context& where, index at) {
    standard& model = *where.into->model;
    int128 maxima = 0;
    bool scored = false;
    for (const index child : model.criteria[at].shown.children) {
        if (model.criteria[child].points == none) { continue; }
        scored = true;
        maxima += model.criteria[child].shown.maximum.units();
    }
    if (!scored || !expressions_.fits(where, model.criteria[at].at, 0, maxima)) { return; }
    const std::vector<index> children = model.criteria[at].shown.children;
    const typed raw = sum_of_parts(where, children, false);
    const decimal maximum = decimal::from_units(static_cast<std::int64_t>(maxima));
    const bool same = counts_the_same(where, scored_parts(where, at));
    const typed possible =
        same ? expressions_.constant(where, maximum, model.criteria[at].at) : sum_of_parts(where, children, true);
    if (!raw || !possible) { return; }
    model.criteria[at].shown.scored = true;
    model.criteria[at].shown.maximum = maximum;
    if (model.criteria[at].may_not_apply) { require_policy(where, at); }
    const std::vector<index> applying = model.criteria[at].only_where;
    settle_points(where, at, raw, possible, applying);
}

/// The points of parts would be lost under a criterion that gives none.
void scoring_pass::check_parts_without_points(const context& where, const syntax::criterion& text, index at) {
    const standard& model = *where.into->model;
    const bool of_parts = text.scoring == syntax::score_rule::group || text.scoring == syntax::score_rule::up_to ||
                          text.form == syntax::combination::same_as;
    if (of_parts) { return; }
    for (const index child : model.criteria[at].shown.children) {
        if (model.criteria[child].shown.scored) {
            error(*where.file, text.clause.at, say<diag::points_of_parts_lost>(model.criteria[at].shown.clause));
            return;
        }
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::check
