// SPDX-License-Identifier: Apache-2.0
// Definitions of scope.hpp.
#include "check/scope.hpp"

#include "base/nearest.hpp"
#include "check/literals.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

std::size_t parts_of_copy(const syntax::criterion& text) {
    std::size_t parts = 1 + sizeof text / bytes_of_part + text.lines.size() + text.same.size() / 2 + text.only_where.size() / 2 +
                        text.unless.size() / 2 + text.cites.size() + (text.title.size() + text.note.size()) / 2;
    for (const auto& cite : text.cites) { parts += cite.clauses.size() / 2; }
    for (const auto& child : text.children) { parts += parts_of_copy(child); }
    return parts;
}

document_scope* shared_scope::document_named(std::string_view number) {
    const auto found = by_number.find(number);
    return found == by_number.end() ? nullptr : found->second;
}

/// Reports that no document of that number has been loaded.
void shared_scope::report_unknown_document(const syntax::tree& file, const syntax::literal& number) {
    if (sink.is_full(file)) { return; } // finding the nearest number takes time
    const std::string wanted = name_in(number.raw);
    std::vector<std::string_view> known;
    for (const auto& scope : documents) { known.push_back(scope.document->number); }
    sink.error(file, number.at,
               say<diag::unknown_document>(wanted).with_help(did_you_mean(wanted, known, "load it together with this file")));
}

/// The standards that stand beside this one: in the same edition of the same document, itself included.
const neighbourhood& shared_scope::beside(const standard_scope& version) const {
    return neighbours.at({version.document, version.in_edition});
}

/// The standards of that name in all documents.
const std::vector<standard_scope*>& shared_scope::versions_of(std::string_view name) const {
    static const std::vector<standard_scope*> nothing;
    const auto found = versions.find(name);
    return found == versions.end() ? nothing : found->second;
}

/// A model that knows its name and its kinds, and nothing else yet.
void begin_standard(standard_scope& scope) {
    scope.model = std::make_shared<standard>();
    scope.model->name = scope.text->name.text;
    scope.model->document = scope.document->document;
    fact kind;
    kind.name = "kind";
    kind.type = fact_type::one_of;
    kind.label = labels({{"vi", "Loại đối tượng"}, {"en", "Kind of subject"}});
    kind.question = labels({{"vi", "Đối tượng thuộc loại nào?"}, {"en", "What kind of subject is it?"}});
    for (const auto& each : scope.text->kinds) {
        const bool again = std::find(scope.model->kinds.begin(), scope.model->kinds.end(), each.text) != scope.model->kinds.end();
        if (again) { continue; }
        if (scope.model->kinds.size() == most_options) { break; }
        scope.model->kinds.emplace_back(each.text);
        kind.options.push_back({std::string(each.text), {}});
    }
    kind.most = decimal::from_units((static_cast<std::int64_t>(kind.options.size()) - 1) * decimal::one);
    scope.model->facts.push_back(std::move(kind));
    scope.fact_read.push_back(true);
    scope.sources.push_back({scope.file, scope.text->name.at});
    scope.symbols.emplace("kind", symbol{nullptr, nullptr, 0, false, false, true});
}

const declaration* find(const standard_scope& names, std::string_view name) {
    if (const auto own = names.own.find(name); own != names.own.end()) { return &own->second; }
    for (const document_scope* const document : names.amended_by) {
        if (const auto shared = document->shared.find(name); shared != document->shared.end()) { return &shared->second; }
    }
    const auto shared = names.document->shared.find(name);
    return shared == names.document->shared.end() ? nullptr : &shared->second;
}

} // namespace TIEUCHI_NAMESPACE::impl::check
