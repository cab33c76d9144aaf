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

/// Rules made of nothing would answer nothing, and nobody means that.
void check_some(size_t count, const char* what, const char* help) {
    if (count == 0) {
        throw refusal{TIEUCHI_INVALID_ARGUMENT, "`count` is 0: there are no " + std::string(what) + " to read", {}, {}, help};
    }
}

void give_rules(tieuchi_rulebook*& at, problem_list& problems, const tieuchi::result<tieuchi::rulebook>& rules) {
    if (!rules) { problems.refuse(TIEUCHI_BAD_RULES, rules.error()); }
    auto made = std::make_unique<tieuchi_rulebook>(tieuchi_rulebook{*rules});
    problems.give(rules->warnings());
    at = made.release();
}

/// A rule file that was handed in.
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
        const auto formatted = tieuchi::format(source_in(needed(source, "source")), limits_in(limits));
        if (!formatted) { list.refuse(TIEUCHI_BAD_RULES, formatted.error()); }
        give_text(text, length, *formatted);
    });
}

tieuchi_status tieuchi_rulebook_parse(tieuchi_rulebook** out, tieuchi_diagnostics** problems, const tieuchi_source* sources,
                                      size_t count, const tieuchi_limits* limits, tieuchi_error* error) {
    return guarded(error, [&] {
        problem_list told(problems);
        tieuchi_rulebook*& to = place_for(out);
        check_some(count, "sources", "hand in one rule file at least");
        needed(sources, "sources");
        std::vector<tieuchi::source_ptr> all;
        for (size_t i = 0; i < count; ++i) { all.push_back(source_in(sources[i])); }
        give_rules(to, told, tieuchi::rulebook::parse(all, limits_in(limits)));
    });
}

tieuchi_status tieuchi_rulebook_load(tieuchi_rulebook** out, tieuchi_diagnostics** problems, const char* const* paths,
                                     size_t count, const tieuchi_limits* limits, tieuchi_error* error) {
    return guarded(error, [&] {
        problem_list told(problems);
        tieuchi_rulebook*& to = place_for(out);
        check_some(count, "paths", "name a rule file, or a folder of them");
        needed(paths, "paths");
        std::vector<std::string> all;
        for (size_t i = 0; i < count; ++i) {
            const std::string_view path = text_in(paths[i], "path");
            if (path.empty()) {
                throw refusal{TIEUCHI_INVALID_ARGUMENT, "`path` is empty", {}, {}, "name a rule file, or a folder of them"};
            }
            all.emplace_back(path);
        }
        give_rules(to, told, tieuchi::rulebook::load_all(all, limits_in(limits)));
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
        filled to(out);
        const tieuchi::document& of = element(needed(rulebook, "rulebook").documents, index, "index");
        const auto in = language_in(language);
        tieuchi_document one{};
        one.number = of.number.c_str();
        one.title = borrowed(of.title, in);
        one.issuer = borrowed(of.issuer, in);
        one.note = borrowed(of.note, in);
        one.jurisdiction = of.jurisdiction.c_str();
        one.status = static_cast<tieuchi_document_status>(of.status);
        put_day(one.in_force_from, of.in_force_from);
        put_day(one.in_force_to, of.in_force_to);
        one.replaces_count = count_of(of.replaces.size());
        one.amends_count = count_of(of.amends.size());
        one.source_count = count_of(of.sources.size());
        to = one;
    });
}

namespace {

[[nodiscard]] const tieuchi::document* document_at(const tieuchi_rulebook* rulebook, size_t index) {
    return rulebook != nullptr && index < rulebook->documents.size() ? &rulebook->documents[index] : nullptr;
}

} // namespace

const char* tieuchi_rulebook_document_replaces(const tieuchi_rulebook* rulebook, size_t document, size_t index) {
    const auto* const of = document_at(rulebook, document);
    return of == nullptr ? nullptr : name_at(of->replaces, index);
}

const char* tieuchi_rulebook_document_amends(const tieuchi_rulebook* rulebook, size_t document, size_t index) {
    const auto* const of = document_at(rulebook, document);
    return of == nullptr ? nullptr : name_at(of->amends, index);
}

const char* tieuchi_rulebook_document_source(const tieuchi_rulebook* rulebook, size_t document, size_t index) {
    const auto* const of = document_at(rulebook, document);
    return of == nullptr ? nullptr : name_at(of->sources, index);
}

namespace {

/// The name is read once `out` and `problems` are NULL.
template <class Name>
void pick(tieuchi_standard** out, tieuchi_diagnostics** problems, const tieuchi_rulebook* rulebook, const Name& read_name,
          const tieuchi_selection* selection) {
    problem_list told(problems);
    tieuchi_standard*& to = place_for(out);
    const std::string_view name = read_name();
    const auto picked = needed(rulebook, "rulebook").rules.standard(name, selection_in(selection));
    if (!picked) { told.refuse(TIEUCHI_BAD_SELECTION, picked.error(), name); }
    make(to, *picked);
}

template <class Kind>
void pick_for(tieuchi_standards** out, tieuchi_diagnostics** problems, const tieuchi_rulebook* rulebook, const Kind& read_kind,
              const tieuchi_selection* selection) {
    problem_list told(problems);
    tieuchi_standards*& to = place_for(out);
    const std::string_view kind = read_kind();
    const auto picked = needed(rulebook, "rulebook").rules.standards_for(kind, selection_in(selection));
    if (!picked) { told.refuse(TIEUCHI_BAD_SELECTION, picked.error(), kind); }
    std::vector<tieuchi_standard> all;
    for (const auto& one : *picked) { all.push_back({one}); }
    make(to, std::move(all));
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
