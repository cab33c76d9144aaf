// SPDX-License-Identifier: Apache-2.0
/// \file
/// Rulebooks, and the standards picked from them.
#include "diagnostics.hpp"
#include "handles.hpp"
#include "limits.hpp"
#include "parts.hpp"
#include "selection.hpp"
#include "text.hpp"

#include <memory>

using namespace tieuchi::c;

namespace {

void give_rules(tc_rulebook*& at, problem_list& problems, const tieuchi::result<tieuchi::rulebook>& rules) {
    if (!rules) { problems.refuse(TC_BAD_RULES, rules.error()); }
    auto made = std::make_unique<tc_rulebook>(tc_rulebook{*rules});
    problems.give(rules->warnings());
    at = made.release();
}

} // namespace

tc_status tc_rulebook_parse(tc_rulebook** out, tc_diagnostics** problems, const tc_source* sources, size_t count,
                            const tc_limits* limits, tc_error* error) {
    return guarded(error, [&] {
        problem_list told(problems);
        tc_rulebook*& to = place_for(out);
        if (count != 0) { needed(sources, "sources"); }
        std::vector<tieuchi::source_ptr> all;
        for (size_t i = 0; i < count; ++i) {
            const tc_source& one = sources[i];
            const auto name = text_in(one.name, "name");
            if (one.length != 0) { needed(one.text, "text"); }
            all.push_back(std::make_shared<const tieuchi::source>(
                std::string(name), one.length == 0 ? std::string() : std::string(one.text, one.length)));
        }
        give_rules(to, told, tieuchi::rulebook::parse(all, limits_in(limits)));
    });
}

tc_status tc_rulebook_load(tc_rulebook** out, tc_diagnostics** problems, const char* const* paths, size_t count,
                           const tc_limits* limits, tc_error* error) {
    return guarded(error, [&] {
        problem_list told(problems);
        tc_rulebook*& to = place_for(out);
        if (count != 0) { needed(paths, "paths"); }
        std::vector<std::string> all;
        for (size_t i = 0; i < count; ++i) { all.emplace_back(text_in(paths[i], "path")); }
        give_rules(to, told, tieuchi::rulebook::load_all(all, limits_in(limits)));
    });
}

void tc_rulebook_free(tc_rulebook* rulebook) { delete rulebook; } // NOLINT(cppcoreguidelines-owning-memory)

const char* tc_rulebook_digest(const tc_rulebook* rulebook) {
    return rulebook == nullptr ? nullptr : rulebook->rules.digest().c_str();
}

size_t tc_rulebook_standard_count(const tc_rulebook* rulebook) { return rulebook == nullptr ? 0 : rulebook->standards.size(); }

const char* tc_rulebook_standard_name(const tc_rulebook* rulebook, size_t index) {
    return rulebook == nullptr ? nullptr : name_at(rulebook->standards, index);
}

size_t tc_rulebook_kind_count(const tc_rulebook* rulebook) { return rulebook == nullptr ? 0 : rulebook->kinds.size(); }

const char* tc_rulebook_kind(const tc_rulebook* rulebook, size_t index) {
    return rulebook == nullptr ? nullptr : name_at(rulebook->kinds, index);
}

size_t tc_rulebook_document_count(const tc_rulebook* rulebook) { return rulebook == nullptr ? 0 : rulebook->documents.size(); }

tc_status tc_rulebook_document(tc_document* out, const tc_rulebook* rulebook, size_t index, const char* language,
                               tc_error* error) {
    return guarded(error, [&] {
        filled to(out);
        const tieuchi::document& of = element(needed(rulebook, "rulebook").documents, index, "index");
        const auto in = language_in(language);
        tc_document one{};
        one.number = of.number.c_str();
        one.title = borrowed(of.title, in);
        one.issuer = borrowed(of.issuer, in);
        one.note = borrowed(of.note, in);
        one.place = of.place.c_str();
        one.status = static_cast<tc_document_status>(of.status);
        put_day(one.in_force_from, of.in_force_from);
        put_day(one.in_force_to, of.in_force_to);
        one.replaces_count = count_of(of.replaces.size());
        one.amends_count = count_of(of.amends.size());
        one.source_count = count_of(of.sources.size());
        to = one;
    });
}

namespace {

[[nodiscard]] const tieuchi::document* document_at(const tc_rulebook* rulebook, size_t index) {
    return rulebook != nullptr && index < rulebook->documents.size() ? &rulebook->documents[index] : nullptr;
}

} // namespace

const char* tc_rulebook_document_replaces(const tc_rulebook* rulebook, size_t document, size_t index) {
    const auto* const of = document_at(rulebook, document);
    return of == nullptr ? nullptr : name_at(of->replaces, index);
}

const char* tc_rulebook_document_amends(const tc_rulebook* rulebook, size_t document, size_t index) {
    const auto* const of = document_at(rulebook, document);
    return of == nullptr ? nullptr : name_at(of->amends, index);
}

const char* tc_rulebook_document_source(const tc_rulebook* rulebook, size_t document, size_t index) {
    const auto* const of = document_at(rulebook, document);
    return of == nullptr ? nullptr : name_at(of->sources, index);
}

tc_status tc_rulebook_standard(tc_standard** out, tc_diagnostics** problems, const tc_rulebook* rulebook, const char* name,
                               const tc_selection* selection, tc_error* error) {
    return guarded(error, [&] {
        problem_list told(problems);
        tc_standard*& to = place_for(out);
        const auto picked = needed(rulebook, "rulebook").rules.standard(text_in(name, "name"), selection_in(selection));
        if (!picked) { told.refuse(TC_BAD_SELECTION, picked.error(), name); }
        make(to, *picked);
    });
}

tc_status tc_rulebook_standards_for(tc_standards** out, tc_diagnostics** problems, const tc_rulebook* rulebook, const char* kind,
                                    const tc_selection* selection, tc_error* error) {
    return guarded(error, [&] {
        problem_list told(problems);
        tc_standards*& to = place_for(out);
        const auto picked = needed(rulebook, "rulebook").rules.standards_for(text_in(kind, "kind"), selection_in(selection));
        if (!picked) { told.refuse(TC_BAD_SELECTION, picked.error(), kind); }
        std::vector<tc_standard> all;
        for (const auto& one : *picked) { all.push_back({one}); }
        make(to, std::move(all));
    });
}

size_t tc_standards_count(const tc_standards* list) { return list == nullptr ? 0 : list->list.size(); }

const tc_standard* tc_standards_at(const tc_standards* list, size_t index) {
    return index < tc_standards_count(list) ? &list->list[index] : nullptr;
}

void tc_standards_free(tc_standards* list) { delete list; } // NOLINT(cppcoreguidelines-owning-memory)
