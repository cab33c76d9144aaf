// SPDX-License-Identifier: Apache-2.0
// Documents, the standards in them, and when they are in force.
#include "base/nearest.hpp"
#include "check/declare.hpp"

#include <algorithm>
#include <set>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

/// Where an earlier one stands, for a help line.
[[nodiscard]] std::string first_is_at(const syntax::tree& file, span at) {
    return "the first is on line " + std::to_string(file.source->position_of(at.begin).line) + " of " + file.source->name();
}

/// The number of the document that an item names, `document "…"` or `part of "…"`; null for every other item.
[[nodiscard]] const syntax::literal* document_number(const syntax::file_item& item) {
    if (const auto* const document = std::get_if<syntax::document>(&item)) { return &document->number; }
    const auto* const part = std::get_if<syntax::part>(&item);
    return part != nullptr ? &part->document : nullptr;
}

} // namespace

/// A fact of the document may be for kinds that only some of its standards are for.
void declaration_pass::check_shared_kinds(const document_scope& scope) {
    std::vector<std::string> known;
    std::set<std::string_view> kinds;
    for (const standard_scope* const version : scope.standards) {
        for (const std::string& kind : version->model->kinds) {
            if (kinds.insert(kind).second) { known.push_back(kind); }
        }
    }
    if (known.empty()) { return; } // its standards are in files that were not given
    for (const auto& [name, declared] : scope.shared) {
        const auto* const fact = std::get_if<const syntax::fact*>(&declared.what);
        if (fact == nullptr) { continue; }
        for (const auto& kind : (*fact)->only_for) {
            if (kinds.contains(kind.text) || is_full(*declared.file)) { continue; }
            error(*declared.file, kind.at,
                  say<diag::unknown_kind>(kind.text).with_help(
                      did_you_mean(kind.text, known, "its standards are for " + list_of(known))));
        }
    }
}

void declaration_pass::declare_documents() {
    for (const auto& file : shared_.files) {
        for (const auto& item : file.items) {
            if (const auto* const text = std::get_if<syntax::document>(&item)) { declare_document(file, *text); }
        }
    }
}

void declaration_pass::declare_standards() {
    for (const auto& file : shared_.files) { declare_standards(file); }
}

/// A standard or an amendment belongs to the document that its file named last.
void declaration_pass::declare_standards(const syntax::tree& file) {
    document_scope* current = nullptr;
    bool missing = false; // the document named last is not loaded, which has been reported
    for (const auto& item : file.items) {
        if (std::holds_alternative<syntax::example>(item)) { continue; }
        if (const syntax::literal* const number = document_number(item)) {
            current = document_named(name_in(number->raw));
            missing = current == nullptr;
            if (missing) { report_unknown_document(file, *number); }
        } else if (current != nullptr) {
            declare_item(file, item, *current);
        } else if (!missing) {
            report_item_without_document(file, item);
        }
    }
}

void declaration_pass::declare_item(const syntax::tree& file, const syntax::file_item& item, document_scope& in) {
    if (const auto* const standard = std::get_if<syntax::standard>(&item)) { declare_standard(file, *standard, in); }
    if (const auto* const amendment = std::get_if<syntax::amendment>(&item)) { declare_amendment(file, *amendment, in); }
}

void declaration_pass::report_item_without_document(const syntax::tree& file, const syntax::file_item& item) {
    if (const auto* const standard = std::get_if<syntax::standard>(&item)) {
        error(file, standard->name.at, say<diag::standard_without_document>());
    }
    if (const auto* const amendment = std::get_if<syntax::amendment>(&item)) {
        error(file, amendment->standard.at, say<diag::amendment_without_document>());
    }
}

void declaration_pass::declare(declarations& in, const declaration& declared, const declarations* of_document) {
    const syntax::word& name = declared.name();
    spend(parts_of_name);
    if (!literals_.is_free(*declared.file, name)) { return; }
    if (const auto first = in.find(name.text); first != in.end()) {
        error(*declared.file, name.at,
              say<diag::duplicate_name>(name.text).with_help(first_is_at(*first->second.file, first->second.name().at)));
        return;
    }
    if (of_document != nullptr && of_document->find(name.text) != of_document->end()) {
        error(*declared.file, name.at, say<diag::name_of_document>(name.text));
        return;
    }
    in.emplace(name.text, declared);
}

void declaration_pass::declare_standard(const syntax::tree& file, const syntax::standard& text, document_scope& in) {
    const auto same = [&](const standard_scope* version) { return version->text->name.text == text.name.text; };
    if (const auto first = std::find_if(in.standards.begin(), in.standards.end(), same); first != in.standards.end()) {
        error(file, text.name.at,
              say<diag::duplicate_standard>(text.name.text).with_help(first_is_at(*(*first)->file, (*first)->text->name.at)));
        return;
    }
    if (shared_.standards.size() >= shared_.bounds.standards) {
        if (!too_many_standards_) { error(file, text.name.at, say<diag::too_many_standards>(shared_.bounds.standards)); }
        too_many_standards_ = true;
        return;
    }
    standard_scope& scope = shared_.standards.emplace_back();
    scope.file = &file;
    scope.text = &text;
    scope.document = &in;
    scope.order = shared_.standards.size();
    in.standards.push_back(&scope);
    for (const auto& item : text.items) { scope.items.push_back({&item, &file, &in}); }
    std::set<std::string_view> kinds;
    for (const syntax::word& name : text.kinds) {
        if (!kinds.insert(name.text).second) { error(file, name.at, say<diag::kind_listed_twice>(name.text)); }
    }
    begin_standard(scope);
    if (text.kinds.size() > scope.model->kinds.size() && scope.model->kinds.size() == most_options) {
        error(file, text.kinds.back().at, say<diag::too_many_kinds>(most_options));
    }
}

/// Declares the names and clauses of a standard, once amendments have changed it.
void declaration_pass::declare_contents(standard_scope& scope) {
    if (is_spent(*scope.file, scope.text->name.at)) { return; }
    const declarations* const shared = &scope.document->shared;
    for (const auto& item : scope.items) {
        if (const auto* const facts = std::get_if<syntax::facts>(item.item)) {
            for (const auto& entry : facts->items) {
                std::visit([&](const auto& named) { declare(scope.own, {item.file, &named}, shared); }, entry);
            }
        }
        if (const auto* const reading = std::get_if<syntax::reading>(item.item)) {
            declare(scope.own, {item.file, reading}, shared);
        }
        if (const auto* const criterion = std::get_if<syntax::criterion>(item.item)) {
            declare_clauses(scope, {criterion, false, item.file, item.document}, {});
        }
    }
}

void declaration_pass::declare_clauses(standard_scope& in, const written_clause& written, const std::string& prefix) {
    written_clause here = written;
    if (written.text->origin != 0) {
        here.file = shared_.origins[written.text->origin - 1].file;
        here.document = shared_.origins[written.text->origin - 1].document;
    }
    const std::string clause = prefix + std::string(written.text->clause.text);
    if (clause.size() > longest_clause) { return; } // said where it is built
    spend(parts_of_clause);
    if (const auto [first, added] = in.clauses.emplace(clause, here);
        !added && !is_reported(*here.file, written.text->clause.at)) {
        error(*here.file, written.text->clause.at,
              say<diag::duplicate_criterion>(clause).with_help(first_is_at(*first->second.file, first->second.text->clause.at)));
    }
    for (const auto& child : written.text->children) {
        declare_clauses(in, {&child, written.text->form == syntax::combination::none_of, here.file, here.document}, clause + ".");
    }
}

/// A document that another one replaces is in force until that one is.
void declaration_pass::end_replaced_documents() {
    for (const auto& later : shared_.documents) {
        for (const auto& number : later.document->replaces) {
            document_scope* const earlier = document_named(number);
            if (earlier == nullptr) { continue; }
            if (earlier == &later) {
                error(*later.file, later.text->number.at, say<diag::replaces_itself>(number));
                continue;
            }
            tieuchi::document& each = *earlier->document;
            if (each.in_force_from >= later.document->in_force_from) {
                error(*later.file, later.text->number.at, say<diag::replaces_a_later_one>(later.document->number, number));
                continue;
            }
            if (!each.in_force_to || *each.in_force_to > later.document->in_force_from) {
                each.in_force_to = later.document->in_force_from;
            }
        }
    }
}

/// Standards of one name, in different documents, must not be in force on one day.
void declaration_pass::check_versions() {
    for (const auto& [name, versions] : shared_.versions) {
        std::vector<const standard_scope*> first; // of each document
        for (const standard_scope* const version : versions) {
            if (version->in_edition != nullptr && version->in_edition != version->document->standards.front()->in_edition) {
                continue;
            } // a later edition
            for (const standard_scope* const other : first) { check_apart(*version, *other); }
            first.push_back(version);
        }
    }
}

void declaration_pass::check_apart(const standard_scope& version, const standard_scope& other) {
    const tieuchi::document& a = *version.document->document;
    const tieuchi::document& b = *other.document->document;
    const bool apart =
        (a.in_force_to && *a.in_force_to <= b.in_force_from) || (b.in_force_to && *b.in_force_to <= a.in_force_from);
    if (apart || is_full(*version.file)) { return; }
    error(*version.file, version.text->name.at, say<diag::versions_at_once>(version.model->name, a.number, b.number));
}

void declaration_pass::declare_amendment(const syntax::tree& file, const syntax::amendment& text, document_scope& in) {
    if (in.document->amends.empty()) {
        error(file, text.standard.at, say<diag::amends_nothing>(in.document->number));
        return;
    }
    shared_.origins.push_back({&file, &in, &text, static_cast<std::uint32_t>(shared_.origins.size() + 1)});
}

} // namespace TIEUCHI_NAMESPACE::impl::check
