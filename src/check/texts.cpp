// SPDX-License-Identifier: Apache-2.0
// Where each item of a standard is written, to be shown beside another version of it.
#include "check/texts.hpp"

#include "base/text_list.hpp"

#include <array>

namespace TIEUCHI_NAMESPACE::impl::check {

void text_pass::add_criterion_texts(standard_scope& scope, const written_clause& current, const std::string& prefix) {
    const bool amended = current.text->origin != 0;
    const syntax::tree* const file = amended ? shared_.origins[current.text->origin - 1].file : current.file;
    document_scope* const document = amended ? shared_.origins[current.text->origin - 1].document : current.document;
    const std::string clause = prefix + std::string(current.text->clause.text);
    scope.model->texts.push_back(
        {rule_item::criterion, clause, document->document->number, file->source, current.text->at, current.text->parts});
    for (const auto& child : current.text->children) {
        add_criterion_texts(scope, {&child, false, file, document}, clause + ".");
    }
}

void text_pass::add_texts(standard_scope& scope) {
    for (const auto& item : scope.items) {
        const auto add_text = [&](rule_item kind, std::string name, span at) {
            scope.model->texts.push_back({kind, std::move(name), item.document->document->number, item.file->source, at, {}});
        };
        if (const auto* const each = std::get_if<syntax::criterion>(item.item)) {
            add_criterion_texts(scope, {each, false, item.file, item.document}, {});
        } else if (const auto* const outcome = std::get_if<syntax::outcome>(item.item)) {
            add_text(rule_item::outcome, std::string(outcome->name.text), outcome->at);
        } else if (const auto* const classes = std::get_if<syntax::classes>(item.item)) {
            for (const auto& band : classes->bands) { add_text(rule_item::outcome, std::string(band.name.text), band.at); }
        } else if (const auto* const exit = std::get_if<syntax::exit_rule>(item.item)) {
            add_text(rule_item::exit, joined(literals_.make_cites(exit->cites)), exit->at);
        } else if (const auto* const adjustment = std::get_if<syntax::adjustment>(item.item)) {
            add_text(rule_item::adjustment, joined(literals_.make_cites(adjustment->cites)), adjustment->at);
        } else if (const auto* const quota = std::get_if<syntax::quota>(item.item)) {
            add_text(rule_item::quota, std::string(quota->outcome.text), quota->at);
        } else if (const auto* const points = std::get_if<syntax::stated_points>(item.item)) {
            add_text(rule_item::points, "points", points->at);
        } else if (const auto* const rounding = std::get_if<syntax::total_rounding>(item.item)) {
            add_text(rule_item::points, "total", rounding->at);
        } else if (const auto* const policy = std::get_if<syntax::not_applicable_policy>(item.item)) {
            add_text(rule_item::points, "not applicable", policy->at);
        } else if (const auto* const window = std::get_if<syntax::window>(item.item)) {
            add_text(rule_item::window, {}, window->at);
        } else if (const auto* const deadline = std::get_if<syntax::deadline>(item.item)) {
            add_text(rule_item::deadline, {}, deadline->at);
        }
    }
    for (const auto& [name, symbol] : scope.symbols) {
        if (symbol.from == nullptr) { continue; }
        const span at = std::visit([](const auto* text) { return text->at; }, symbol.from->what);
        constexpr std::array<rule_item, 3> kinds{rule_item::fact, rule_item::quantity, rule_item::reading};
        const std::string document; // declared in a document or in a standard of it: the name says enough
        scope.model->texts.push_back({kinds[symbol.from->what.index()], name, document, symbol.from->file->source, at, {}});
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::check
