// SPDX-License-Identifier: Apache-2.0
// What stands in a standard, besides its criteria.
#include "check/standards.hpp"

#include "base/nearest.hpp"
#include "base/text_list.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

void standard_pass::check_standard(standard_scope& scope) {
    spend(parts_of_standard + scope.items.size());
    if (is_spent(*scope.file, scope.text->name.at)) { return; }
    standard& model = *scope.model;
    check_head(scope);
    check_readings(scope);
    for (const auto& item : scope.items) {
        const auto* const facts = std::get_if<syntax::facts>(item.item);
        if (facts == nullptr) { continue; }
        for (const auto& each : facts->items) {
            const auto name = std::visit([](const auto& text) { return text.name.text; }, each);
            if (const auto own = scope.own.find(name); own != scope.own.end()) {
                static_cast<void>(names_.bind(within(scope, item), own->second));
            }
            if (const auto* const fact = std::get_if<syntax::fact>(&each)) { check_kinds(scope, *item.file, fact->only_for); }
        }
    }
    outcomes_.check_exits(scope, false);
    scoring_.check_criteria(scope);
    if (model.criteria.empty()) { error(*scope.file, scope.text->name.at, say<diag::standard_without_criterion>(model.name)); }
    scoring_.check_total(scope);
    outcomes_.check_outcomes(scope);
    outcomes_.check_exits(scope, true);
    outcomes_.add_built_in(scope);
    names_.bind_bounds(scope);
}

/// What may stand only once in a standard, and what its other items depend on.
void standard_pass::check_head(standard_scope& scope) {
    bool titled = false;
    for (const auto& item : scope.items) {
        if (const auto* const title = std::get_if<syntax::title>(item.item)) { check_title(scope, item, *title, titled); }
        if (const auto* const cite = std::get_if<syntax::citation>(item.item)) {
            const auto cites = literals_.make_cites({*cite});
            scope.model->cites.insert(scope.model->cites.end(), cites.begin(), cites.end());
        }
        if (const auto* const window = std::get_if<syntax::window>(item.item)) { check_window(scope, item, *window); }
        if (const auto* const due = std::get_if<syntax::deadline>(item.item)) { check_deadline(scope, item, *due); }
        if (const auto* const policy = std::get_if<syntax::not_applicable_policy>(item.item)) {
            if (scope.not_applicable) { error(*item.file, policy->at, say<diag::duplicate_in_standard>("not applicable")); }
            scope.not_applicable = policy->value;
        }
    }
}

void standard_pass::check_title(standard_scope& scope, const placed_item& item, const syntax::title& text, bool& titled) {
    if (titled) { error(*item.file, text.at, say<diag::duplicate_in_standard>("title")); }
    titled = true;
    scope.model->title = literals_.make_labels(*item.file, text.value);
}

void standard_pass::check_window(standard_scope& scope, const placed_item& item, const syntax::window& text) {
    if (scope.model->window) { error(*item.file, text.at, say<diag::duplicate_in_standard>("window")); }
    const auto first = literals_.month_day_of(*item.file, text.first);
    const auto last = literals_.month_day_of(*item.file, text.last);
    if (first && last) { scope.model->window = model::window{*first, *last, joined(literals_.make_cites(text.cites))}; }
}

void standard_pass::check_deadline(standard_scope& scope, const placed_item& item, const syntax::deadline& text) {
    if (scope.model->deadline) { error(*item.file, text.at, say<diag::duplicate_in_standard>("decide before")); }
    if (const auto before = literals_.month_day_of(*item.file, text.before)) {
        scope.model->deadline =
            model::deadline{*before, literals_.make_labels(*item.file, text.by), joined(literals_.make_cites(text.cites))};
    }
}

void standard_pass::check_kinds(const standard_scope& scope, const syntax::tree& file, const std::vector<syntax::word>& kinds) {
    for (const auto& kind : kinds) {
        if (std::find(scope.model->kinds.begin(), scope.model->kinds.end(), kind.text) != scope.model->kinds.end()) { continue; }
        error(file, kind.at,
              say<diag::kind_of_another>(scope.model->name, kind.text)
                  .with_help(did_you_mean(kind.text, scope.model->kinds, "it is for " + list_of(scope.model->kinds))));
    }
}

void standard_pass::check_readings(standard_scope& scope) {
    for (const auto& item : scope.items) {
        if (const auto* const text = std::get_if<syntax::reading>(item.item)) {
            if (const auto own = scope.own.find(text->name.text); own != scope.own.end()) {
                static_cast<void>(names_.bind(within(scope, item), own->second));
            }
        }
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::check
