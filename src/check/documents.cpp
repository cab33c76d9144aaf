// SPDX-License-Identifier: Apache-2.0
// What a document says about itself.
#include "check/declare.hpp"

#include <set>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

[[nodiscard]] document_status status_of(std::string_view word) {
    if (word == "official") { return document_status::official; }
    if (word == "local") { return document_status::local; }
    return word == "illustrative" ? document_status::illustrative : document_status::draft;
}

} // namespace

void declaration_pass::declare_document(const syntax::tree& file, const syntax::document& text) {
    const std::string number = name_in(text.number.raw);
    if (document_named(number) != nullptr) {
        error(file, text.number.at, say<diag::duplicate_document>(number));
        return;
    }
    if (shared_.documents.size() >= shared_.bounds.documents) {
        if (!too_many_documents_) { error(file, text.number.at, say<diag::too_many_documents>(shared_.bounds.documents)); }
        too_many_documents_ = true;
        return;
    }
    document_scope& scope = shared_.documents.emplace_back();
    scope.document = std::make_shared<tieuchi::document>();
    scope.file = &file;
    scope.text = &text;
    scope.document->number = number;
    shared_.by_number.emplace(number, &scope);
    std::set<std::size_t> seen;
    for (const auto& item : text.items) {
        const bool once = !std::holds_alternative<syntax::replaces>(item) && !std::holds_alternative<syntax::amends>(item) &&
                          !std::holds_alternative<syntax::origin>(item) && !std::holds_alternative<syntax::facts>(item);
        if (!seen.insert(item.index()).second && once) {
            const span at = std::visit([](const auto& statement) { return statement.at; }, item);
            error(file, at, say<diag::duplicate_in_document>());
            continue;
        }
        std::visit([&](const auto& statement) { add_statement(scope, statement); }, item);
    }
    check_complete(scope);
}

void declaration_pass::add_statement(document_scope& scope, const syntax::title& text) {
    scope.document->title = literals_.make_labels(*scope.file, text.value);
}

void declaration_pass::add_statement(document_scope& scope, const syntax::issuer& text) {
    scope.document->issuer = literals_.make_labels(*scope.file, text.value);
}

void declaration_pass::add_statement(document_scope& scope, const syntax::note& text) {
    scope.document->note = literals_.make_labels(*scope.file, text.value);
}

void declaration_pass::add_statement(document_scope& scope, const syntax::status& text) {
    scope.document->status = status_of(text.value.text);
}

void declaration_pass::add_statement(document_scope& scope, const syntax::in_force& text) {
    const syntax::tree& file = *scope.file;
    tieuchi::document& document = *scope.document;
    const auto from = literals_.date_of(file, text.from.digits, text.from.at);
    const auto to = text.to ? literals_.date_of(file, text.to->digits, text.to->at) : std::nullopt;
    if (from) { document.in_force_from = *from; }
    document.in_force_to = to;
    if (from && to && *to <= *from) { error(file, text.at, say<diag::ends_before_it_begins>(document.number)); }
}

void declaration_pass::add_statement(document_scope& scope, const syntax::replaces& text) {
    scope.document->replaces.push_back(name_in(text.document.raw));
}

void declaration_pass::add_statement(document_scope& scope, const syntax::amends& text) {
    scope.document->amends.push_back(name_in(text.document.raw));
}

void declaration_pass::add_statement(document_scope& scope, const syntax::place_name& text) {
    scope.document->jurisdiction = name_in(text.name.raw);
}

void declaration_pass::add_statement(document_scope& scope, const syntax::origin& text) {
    scope.document->sources.push_back(unescape(text.address.raw));
}

void declaration_pass::add_statement(document_scope& scope, const syntax::facts& text) {
    for (const auto& item : text.items) {
        std::visit([&](const auto& named) { declare(scope.shared, {scope.file, &named}, nullptr); }, item);
    }
}

/// Reports what every document has to say and this one does not.
void declaration_pass::check_complete(const document_scope& scope) {
    const syntax::status* status = nullptr;
    bool dated = false;
    for (const auto& item : scope.text->items) {
        if (status == nullptr) { status = std::get_if<syntax::status>(&item); }
        dated = dated || std::holds_alternative<syntax::in_force>(item);
    }
    const tieuchi::document& document = *scope.document;
    const span at = scope.text->number.at;
    if (status == nullptr) { error(*scope.file, at, say<diag::document_without_status>(document.number)); }
    if (!dated) { error(*scope.file, at, say<diag::document_without_date>(document.number)); }
    if (document.title.empty()) { error(*scope.file, at, say<diag::document_without_title>(document.number)); }
    if (status != nullptr && document.status == document_status::official && document.sources.empty()) {
        warn(*scope.file, status->at, say<diag::official_without_source>());
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::check
