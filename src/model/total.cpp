// SPDX-License-Identifier: Apache-2.0
// The total of a standard and its maximum.
#include "model/checker.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::model {

std::string points_text(decimal points) { return points.str() + (points.units() == decimal::one ? " point" : " points"); }

void checker::require_policy(const context& where, index at) {
    standard_scope& scope = *where.into;
    if (scope.not_applicable || scope.policy_missed) { return; }
    scope.policy_missed = true;
    error(*scope.file, scope.text->name.at, say<diag::policy_missing>(scope.model->criteria[at].shown.clause));
}

typed checker::rescaled_total(const context& where, typed sum, typed possible, const syntax::total_rounding* rounded) {
    const decimal stated = *where.into->model->stated_points;
    const typed total = divided(where, sum, possible, stated, rounded == nullptr ? nullptr : &rounded->rounded,
                                rounded == nullptr ? where.into->text->name.at : rounded->at);
    if (total) { where.into->model->expressions[total.id].may_not_apply = false; } // where nothing is left, it is 0
    return total;
}

void checker::check_total(standard_scope& scope) {
    standard& model = *scope.model;
    const syntax::stated_points* stated = nullptr;
    const syntax::total_rounding* rounding = nullptr;
    context where = within(scope);
    for (const auto& item : scope.items) {
        if (const auto* const one = std::get_if<syntax::stated_points>(item.item)) {
            if (stated != nullptr) { error(*item.file, one->at, say<diag::duplicate_in_standard>("points")); }
            stated = one;
            where.file = item.file;
        }
    }
    const syntax::tree* rounding_file = scope.file;
    for (const auto& item : scope.items) {
        if (const auto* const one = std::get_if<syntax::total_rounding>(item.item)) {
            if (rounding != nullptr) { error(*item.file, one->at, say<diag::duplicate_in_standard>("total rounded")); }
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
            error(*where.file, stated->at, say<diag::stated_points_of_nothing>(model.name));
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
        const bool complete = std::all_of(model.criteria.begin(), model.criteria.end(),
                                          [](const criterion& one) { return !one.shown.scored || one.points != none; });
        if (*points != of_criteria && complete && !has_errors(problems_)) { // what a wrong criterion gives is not known
            wrong_sums_.push_back({where.file, stated->points.at, *points, of_criteria});
        }
        if (*most < *points) { error(*where.file, stated->up_to->at, say<diag::total_bounded_below_points>()); }
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

/// Said once all standards are checked: errors in one keep the sums of those after it from being compared.
void checker::tell_wrong_sums() {
    for (const wrong_sum& one : wrong_sums_) {
        error(*one.file, one.at, say<diag::criteria_make_other_points>(points_text(one.stated), one.of_criteria.str()));
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::model
