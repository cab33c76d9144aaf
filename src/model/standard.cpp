// SPDX-License-Identifier: Apache-2.0
// What stands in a standard, besides its criteria.
#include "base/nearest.hpp"
#include "base/text_list.hpp"
#include "model/checker.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::model {

void checker::check_standard(standard_scope& scope) {
    spend(parts_of_standard + scope.items.size());
    if (is_spent(*scope.file, scope.text->name.at)) { return; }
    standard& model = *scope.model;
    check_head(scope);
    check_readings(scope);
    for (const auto& item : scope.items) {
        const auto* const facts = std::get_if<syntax::facts>(item.item);
        if (facts == nullptr) { continue; }
        for (const auto& one : facts->items) {
            const auto name = std::visit([](const auto& text) { return text.name.text; }, one);
            if (const auto own = scope.own.find(name); own != scope.own.end()) {
                static_cast<void>(bring_in(within(scope, item), own->second));
            }
            if (const auto* const fact = std::get_if<syntax::fact>(&one)) { check_kinds(scope, *item.file, fact->only_for); }
        }
    }
    check_exits(scope, false);
    check_criteria(scope);
    if (model.criteria.empty()) { error(*scope.file, scope.text->name.at, say<diag::standard_without_criterion>(model.name)); }
    check_total(scope);
    check_outcomes(scope);
    check_exits(scope, true);
    add_built_in(scope);
    bind_bounds(scope);
}

/// What stands once in a standard, and what its other items rest on.
void checker::check_head(standard_scope& scope) {
    bool titled = false;
    for (const auto& item : scope.items) {
        if (const auto* const title = std::get_if<syntax::title>(item.item)) { check_title(scope, item, *title, titled); }
        if (const auto* const cite = std::get_if<syntax::citation>(item.item)) {
            const auto cites = make_cites({*cite});
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

void checker::check_title(standard_scope& scope, const placed_item& item, const syntax::title& text, bool& titled) {
    if (titled) { error(*item.file, text.at, say<diag::duplicate_in_standard>("title")); }
    titled = true;
    scope.model->title = make_labels(*item.file, text.value);
}

void checker::check_window(standard_scope& scope, const placed_item& item, const syntax::window& text) {
    if (scope.model->window) { error(*item.file, text.at, say<diag::duplicate_in_standard>("window")); }
    const auto first = month_day_of(*item.file, text.first);
    const auto last = month_day_of(*item.file, text.last);
    if (first && last) { scope.model->window = model::window{*first, *last, joined(make_cites(text.cites))}; }
}

void checker::check_deadline(standard_scope& scope, const placed_item& item, const syntax::deadline& text) {
    if (scope.model->deadline) { error(*item.file, text.at, say<diag::duplicate_in_standard>("decide before")); }
    if (const auto before = month_day_of(*item.file, text.before)) {
        scope.model->deadline = model::deadline{*before, make_labels(*item.file, text.by), joined(make_cites(text.cites))};
    }
}

void checker::check_kinds(const standard_scope& scope, const syntax::tree& file, const std::vector<syntax::word>& kinds) {
    for (const auto& kind : kinds) {
        if (std::find(scope.model->kinds.begin(), scope.model->kinds.end(), kind.text) != scope.model->kinds.end()) { continue; }
        error(file, kind.at,
              say<diag::kind_of_another>(scope.model->name, kind.text)
                  .with_help(did_you_mean(kind.text, scope.model->kinds, "it is for " + list_of(scope.model->kinds))));
    }
}

void checker::check_readings(standard_scope& scope) {
    for (const auto& item : scope.items) {
        if (const auto* const text = std::get_if<syntax::reading>(item.item)) {
            if (const auto own = scope.own.find(text->name.text); own != scope.own.end()) {
                static_cast<void>(bring_in(within(scope, item), own->second));
            }
        }
    }
}

/// The exits in their order. Those that ask for nothing but facts come first, so that facts stand in the order of the law; the others
/// once there are criteria and points to ask for.
void checker::check_exits(standard_scope& scope, bool of_criteria) {
    std::size_t at = 0;
    for (const auto& item : scope.items) {
        const auto* const text = std::get_if<syntax::exit_rule>(item.item);
        if (text == nullptr) { continue; }
        auto& exits = scope.model->exits;
        if (at == exits.size()) { exits.emplace_back(); }
        ++at;
        if (of_criteria != (text->kind != syntax::exit_kind::not_subject)) { continue; }
        context where = within(scope, item);
        where.of_outcome = of_criteria;
        const index when = condition(where, text->when);
        add_decision(where, deciding::exits, when, text->when, none);
        exit_rule& kept = scope.model->exits[at - 1];
        kept.when = when;
        kept.shown.kind = static_cast<exit_kind>(text->kind);
        kept.shown.label = make_labels(*item.file, text->labels);
        kept.shown.to = make_labels(*item.file, text->to);
        kept.shown.document = item.document->document->number;
        kept.shown.cites = make_cites(text->cites);
        kept.shown.cite = joined(kept.shown.cites);
    }
    if (!of_criteria) { return; }
    auto& exits = scope.model->exits;
    exits.erase(std::remove_if(exits.begin(), exits.end(), [](const exit_rule& one) { return one.when == none; }), exits.end());
}

} // namespace TIEUCHI_NAMESPACE::impl::model
