// SPDX-License-Identifier: Apache-2.0
// The total of a standard and its maximum.
#include "check/scoring.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

/// The last item of that type in a standard, and its file. Calls `duplicate` for each item after the first.
template <class Item, class Duplicate>
[[nodiscard]] std::pair<const Item*, const syntax::tree*> last_of(const standard_scope& scope, Duplicate duplicate) {
    std::pair<const Item*, const syntax::tree*> last{nullptr, scope.file};
    for (const auto& item : scope.items) {
        const auto* const found = std::get_if<Item>(item.item);
        if (found == nullptr) { continue; }
        if (last.first != nullptr) { duplicate(*item.file, found->at); }
        last = {found, item.file};
    }
    return last;
}

} // namespace

std::string points_text(decimal points) { return points.str() + (points.units() == decimal::one ? " point" : " points"); }

void scoring_pass::require_policy(const context& where, index at) {
    standard_scope& scope = *where.into;
    if (scope.not_applicable || scope.policy_missed) { return; }
    scope.policy_missed = true;
    error(*scope.file, scope.text->name.at, say<diag::policy_missing>(scope.model->criteria[at].shown.clause));
}

typed scoring_pass::rescaled_total(const context& where, typed sum, typed possible, const syntax::total_rounding* rounded) {
    const decimal stated = *where.into->model->stated_points;
    const typed total = expressions_.divided(where, sum, possible, stated, rounded == nullptr ? nullptr : &rounded->rounded,
                                             rounded == nullptr ? where.into->text->name.at : rounded->at);
    if (total) { where.into->model->expressions[total.id].may_not_apply = false; } // where nothing is left, it is 0
    return total;
}

void scoring_pass::check_total(standard_scope& scope) {
    standard& model = *scope.model;
    const auto duplicate = [&](const syntax::tree& file, span at, std::string_view item) {
        error(file, at, say<diag::duplicate_in_standard>(item));
    };
    const auto [stated, stated_in] =
        last_of<syntax::stated_points>(scope, [&](const auto& file, span at) { duplicate(file, at, "points"); });
    const auto [rounding, rounding_in] =
        last_of<syntax::total_rounding>(scope, [&](const auto& file, span at) { duplicate(file, at, "total rounded"); });
    context where = within(scope);
    where.file = stated_in;
    std::vector<index> top;
    int128 maxima = 0;
    for (index i = 0; i < model.criteria.size(); ++i) {
        if (model.criteria[i].shown.parent || model.criteria[i].points == none) { continue; }
        top.push_back(i);
        maxima += model.criteria[i].shown.maximum.units();
    }
    if (top.empty()) {
        if (stated != nullptr && !has_errors()) {
            error(*where.file, stated->at, say<diag::stated_points_of_nothing>(model.name));
        }
        return;
    }
    if (!expressions_.fits(where, scope.text->name.at, 0, maxima)) { return; }
    const decimal of_criteria = decimal::from_units(static_cast<std::int64_t>(maxima));
    model.stated_points = of_criteria;
    if (stated != nullptr && !state_points(where, *stated, of_criteria)) { return; }
    typed total = sum_of_parts(where, top, false);
    const typed possible = sum_of_parts(where, top, true);
    if (!total || !possible) { return; }
    where.file = rounding_in;
    const bool is_rescaled = scope.not_applicable == syntax::policy::rescaled;
    if (is_rescaled) {
        total = rescaled_total(where, total, possible, rounding);
    } else if (rounding != nullptr) {
        total = expressions_.rounded(where, total, rounding->rounded);
    }
    total = expressions_.clamped(where, total, std::nullopt, model.most_points, scope.text->name.at);
    model.total = total.id;
    model.maximum = is_rescaled ? expressions_.constant(where, *model.stated_points, {}).id : possible.id;
}

/// Keeps the points that a standard states, and how far bonuses may go beyond them. False where they cannot be read.
bool scoring_pass::state_points(const context& where, const syntax::stated_points& text, decimal of_criteria) {
    standard& model = *where.into->model;
    const auto points = literals_.number_of(*where.file, text.points);
    const auto most = text.up_to ? literals_.number_of(*where.file, *text.up_to) : points;
    if (!points || !most) { return false; }
    const bool complete = std::all_of(model.criteria.begin(), model.criteria.end(),
                                      [](const criterion& given) { return !given.shown.scored || given.points != none; });
    if (*points != of_criteria && complete && !has_errors()) { // what a wrong criterion gives is not known
        wrong_sums_.push_back({where.file, text.points.at, *points, of_criteria});
    }
    if (*most < *points) { error(*where.file, text.up_to->at, say<diag::total_bounded_below_points>()); }
    model.stated_points = *points;
    model.most_points = *most;
    return true;
}

/// Called once all standards are checked: after an error in one, the sums of those that follow are not compared.
void scoring_pass::report_wrong_sums() {
    for (const wrong_sum& sum : wrong_sums_) {
        error(*sum.file, sum.at, say<diag::criteria_make_other_points>(points_text(sum.stated), sum.of_criteria.str()));
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::check
