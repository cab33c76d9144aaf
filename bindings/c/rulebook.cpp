// SPDX-License-Identifier: Apache-2.0
/// \file
/// Rulebooks, and the standards picked from them.
#include "diagnostics.hpp"
#include "handles.hpp"
#include "limits.hpp"
#include "parts.hpp"
#include "selection.hpp"
#include "text.hpp"

#include <tieuchi/format.hpp>

#include <memory>

using namespace tieuchi::c;

namespace {

/// Refuses an empty list of inputs: a rulebook without rules could answer nothing, so it is surely a mistake.
void check_some(size_t count, const char* items, const char* help) {
    if (count == 0) {
        throw refusal{TIEUCHI_INVALID_ARGUMENT, "`count` is 0: there are no " + std::string(items) + " to read", {}, {}, help};
    }
}

void give_rules(tieuchi_rulebook*& handle, problem_list& problems, const tieuchi::result<tieuchi::rulebook>& rules) {
    if (!rules) { problems.refuse(TIEUCHI_BAD_RULES, rules.error()); }
    auto rulebook = std::make_unique<tieuchi_rulebook>(tieuchi_rulebook{*rules});
    problems.give(rules->warnings());
    handle = rulebook.release();
}

/// A rule file passed in as text.
[[nodiscard]] tieuchi::source_ptr source_in(const tieuchi_source& source) {
    check_reserved(source.reserved);
    const auto name = texts_in(source.has_lengths)(source.name, source.name_length, "name");
    if (source.length != 0) { needed(source.text, "text"); }
    return std::make_shared<const tieuchi::source>(std::string(name),
                                                   source.length == 0 ? std::string() : std::string(source.text, source.length));
}

} // namespace

tieuchi_status tieuchi_source_format(char** out, size_t* length, tieuchi_diagnostics** problems, const tieuchi_source* source,
                                     const tieuchi_limits* limits, tieuchi_error* error) {
    return guarded(error, [&] {
        problem_list list(problems);
        char*& text = place_for(out);
        const auto result = tieuchi::format(source_in(needed(source, "source")), limits_in(limits));
        if (!result) { list.refuse(TIEUCHI_BAD_RULES, result.error()); }
        give_text(text, length, *result);
    });
}

tieuchi_status tieuchi_rulebook_parse(tieuchi_rulebook** out, tieuchi_diagnostics** problems, const tieuchi_source* sources,
                                      size_t count, const tieuchi_limits* limits, tieuchi_error* error) {
    return guarded(error, [&] {
        problem_list list(problems);
        tieuchi_rulebook*& handle = place_for(out);
        check_some(count, "sources", "hand in one rule file at least");
        needed(sources, "sources");
        std::vector<tieuchi::source_ptr> files;
        for (size_t i = 0; i < count; ++i) { files.push_back(source_in(sources[i])); }
        give_rules(handle, list, tieuchi::rulebook::parse(files, limits_in(limits)));
    });
}

tieuchi_status tieuchi_rulebook_load(tieuchi_rulebook** out, tieuchi_diagnostics** problems, const char* const* paths,
                                     size_t count, const tieuchi_limits* limits, tieuchi_error* error) {
    return guarded(error, [&] {
        problem_list list(problems);
        tieuchi_rulebook*& handle = place_for(out);
        check_some(count, "paths", "name a rule file, or a folder of them");
        needed(paths, "paths");
        std::vector<std::string> path_list;
        for (size_t i = 0; i < count; ++i) {
            const std::string_view path = text_in(paths[i], "path");
            if (path.empty()) {
                throw refusal{TIEUCHI_INVALID_ARGUMENT, "`path` is empty", {}, {}, "name a rule file, or a folder of them"};
            }
            path_list.emplace_back(path);
        }
        give_rules(handle, list, tieuchi::rulebook::load_all(path_list, limits_in(limits)));
    });
}

void tieuchi_rulebook_free(tieuchi_rulebook* rulebook) { delete rulebook; } // NOLINT(cppcoreguidelines-owning-memory)

const char* tieuchi_rulebook_digest(const tieuchi_rulebook* rulebook) {
    return rulebook == nullptr ? nullptr : rulebook->rules.digest().c_str();
}

size_t tieuchi_rulebook_standard_count(const tieuchi_rulebook* rulebook) {
    return rulebook == nullptr ? 0 : rulebook->standards.size();
}

const char* tieuchi_rulebook_standard_name(const tieuchi_rulebook* rulebook, size_t index) {
    return rulebook == nullptr ? nullptr : name_at(rulebook->standards, index);
}

size_t tieuchi_rulebook_kind_count(const tieuchi_rulebook* rulebook) { return rulebook == nullptr ? 0 : rulebook->kinds.size(); }

const char* tieuchi_rulebook_kind(const tieuchi_rulebook* rulebook, size_t index) {
    return rulebook == nullptr ? nullptr : name_at(rulebook->kinds, index);
}

size_t tieuchi_rulebook_document_count(const tieuchi_rulebook* rulebook) {
    return rulebook == nullptr ? 0 : rulebook->documents.size();
}

tieuchi_status tieuchi_rulebook_document(tieuchi_document* out, const tieuchi_rulebook* rulebook, size_t index,
                                         const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        output_struct output(out);
        const tieuchi::document& document = element(needed(rulebook, "rulebook").documents, index, "index");
        const auto language_code = language_in(language);
        tieuchi_document view{};
        view.number = document.number.c_str();
        view.title = borrowed(document.title, language_code);
        view.issuer = borrowed(document.issuer, language_code);
        view.note = borrowed(document.note, language_code);
        view.jurisdiction = document.jurisdiction.c_str();
        view.status = static_cast<tieuchi_document_status>(document.status);
        put_day(view.in_force_from, document.in_force_from);
        put_day(view.in_force_to, document.in_force_to);
        view.replaces_count = count_of(document.replaces.size());
        view.amends_count = count_of(document.amends.size());
        view.source_count = count_of(document.sources.size());
        output = view;
    });
}

namespace {

[[nodiscard]] const tieuchi::document* document_at(const tieuchi_rulebook* rulebook, size_t index) {
    return rulebook != nullptr && index < rulebook->documents.size() ? &rulebook->documents[index] : nullptr;
}

} // namespace

const char* tieuchi_rulebook_document_replaces(const tieuchi_rulebook* rulebook, size_t document, size_t index) {
    const auto* const entry = document_at(rulebook, document);
    return entry == nullptr ? nullptr : name_at(entry->replaces, index);
}

const char* tieuchi_rulebook_document_amends(const tieuchi_rulebook* rulebook, size_t document, size_t index) {
    const auto* const entry = document_at(rulebook, document);
    return entry == nullptr ? nullptr : name_at(entry->amends, index);
}

const char* tieuchi_rulebook_document_source(const tieuchi_rulebook* rulebook, size_t document, size_t index) {
    const auto* const entry = document_at(rulebook, document);
    return entry == nullptr ? nullptr : name_at(entry->sources, index);
}

namespace {

/// The name is read only after `*out` and `*problems` have been set to NULL.
template <class Name>
void pick(tieuchi_standard** out, tieuchi_diagnostics** problems, const tieuchi_rulebook* rulebook, const Name& read_name,
          const tieuchi_selection* selection) {
    problem_list list(problems);
    tieuchi_standard*& handle = place_for(out);
    const std::string_view name = read_name();
    const auto standard = needed(rulebook, "rulebook").rules.standard(name, selection_in(selection));
    if (!standard) { list.refuse(TIEUCHI_BAD_SELECTION, standard.error(), name); }
    make(handle, *standard);
}

template <class Kind>
void pick_for(tieuchi_standards** out, tieuchi_diagnostics** problems, const tieuchi_rulebook* rulebook, const Kind& read_kind,
              const tieuchi_selection* selection) {
    problem_list list(problems);
    tieuchi_standards*& handle = place_for(out);
    const std::string_view kind = read_kind();
    const auto standards = needed(rulebook, "rulebook").rules.standards_for(kind, selection_in(selection));
    if (!standards) { list.refuse(TIEUCHI_BAD_SELECTION, standards.error(), kind); }
    std::vector<tieuchi_standard> handles;
    for (const auto& standard : *standards) { handles.push_back({standard}); }
    make(handle, std::move(handles));
}

} // namespace

tieuchi_status tieuchi_rulebook_standard(tieuchi_standard** out, tieuchi_diagnostics** problems, const tieuchi_rulebook* rulebook,
                                         const char* name, const tieuchi_selection* selection, tieuchi_error* error) {
    return guarded(error, [&] {
        pick(
            out, problems, rulebook, [&] { return text_in(name, "name"); }, selection);
    });
}

tieuchi_status tieuchi_rulebook_standard_n(tieuchi_standard** out, tieuchi_diagnostics** problems,
                                           const tieuchi_rulebook* rulebook, const char* name, size_t name_length,
                                           const tieuchi_selection* selection, tieuchi_error* error) {
    return guarded(error, [&] {
        pick(
            out, problems, rulebook, [&] { return text_of(&needed(name, "name"), name_length, "name"); }, selection);
    });
}

tieuchi_status tieuchi_rulebook_standards_for(tieuchi_standards** out, tieuchi_diagnostics** problems,
                                              const tieuchi_rulebook* rulebook, const char* kind,
                                              const tieuchi_selection* selection, tieuchi_error* error) {
    return guarded(error, [&] {
        pick_for(
            out, problems, rulebook, [&] { return text_in(kind, "kind"); }, selection);
    });
}

tieuchi_status tieuchi_rulebook_standards_for_n(tieuchi_standards** out, tieuchi_diagnostics** problems,
                                                const tieuchi_rulebook* rulebook, const char* kind, size_t kind_length,
                                                const tieuchi_selection* selection, tieuchi_error* error) {
    return guarded(error, [&] {
        pick_for(
            out, problems, rulebook, [&] { return text_of(&needed(kind, "kind"), kind_length, "kind"); }, selection);
    });
}

size_t tieuchi_standards_count(const tieuchi_standards* list) { return list == nullptr ? 0 : list->list.size(); }

const tieuchi_standard* tieuchi_standards_at(const tieuchi_standards* list, size_t index) {
    return index < tieuchi_standards_count(list) ? &list->list[index] : nullptr;
}

void tieuchi_standards_free(tieuchi_standards* list) { delete list; } // NOLINT(cppcoreguidelines-owning-memory)
