// SPDX-License-Identifier: Apache-2.0
/// \file
/// What a standard is: what a host needs to build a form.
#include "handles.hpp"
#include "parts.hpp"
#include "sized.hpp"
#include "slots.hpp"
#include "text.hpp"

#include <algorithm>

using namespace tieuchi::c;

namespace {

[[nodiscard]] const tieuchi::fact& fact_at(const tieuchi_standard* standard, uint32_t slot) {
    return element(needed(standard, "standard").of.facts(), slot, "slot");
}

[[nodiscard]] tieuchi_option describe(const tieuchi::option& of, const char* language) {
    tieuchi_option one{};
    one.name = of.name.c_str();
    one.label = borrowed(of.label, language_in(language));
    return one;
}

[[nodiscard]] tieuchi_fact describe(const tieuchi::fact& of, uint32_t slot, const char* language) {
    const auto in = language_in(language);
    tieuchi_fact one{};
    one.name = of.name.c_str();
    one.type = static_cast<tieuchi_fact_type>(of.type);
    one.slot = slot;
    one.label = borrowed(of.label, in);
    one.question = borrowed(of.question, in);
    one.evidence = borrowed(of.evidence, in);
    one.least = of.least.units();
    one.most = of.most.units();
    one.step = of.step.units();
    one.scale = of.scale;
    one.option_count = count_of(of.options.size());
    one.at_most = of.at_most.value_or(TIEUCHI_NONE);
    one.kind_count = count_of(of.only_for.size());
    one.by_month = of.by ? of.by->month : 0;
    one.by_day = of.by ? of.by->day : 0;
    one.ordered = of.ordered;
    one.previous = of.previous;
    one.from_subunits = of.from_subunits;
    one.from_outcome = of.from_outcome;
    return one;
}

[[nodiscard]] bool is_scored(const tieuchi::standard& of) {
    return std::any_of(of.criteria().begin(), of.criteria().end(), [](const tieuchi::criterion& one) { return one.scored; });
}

} // namespace

tieuchi_status tieuchi_standard_describe(tieuchi_standard_summary* out, const tieuchi_standard* standard, const char* language,
                                         tieuchi_error* error) {
    return guarded(error, [&] {
        filled to(out);
        const tieuchi::standard& of = needed(standard, "standard").of;
        const auto in = language_in(language);
        tieuchi_standard_summary one{};
        one.name = of.name().c_str();
        one.title = borrowed(of.title(), in);
        one.document = of.document().number.c_str();
        one.status = static_cast<tieuchi_document_status>(of.status());
        one.scored = is_scored(of);
        one.jurisdiction = of.jurisdiction().c_str();
        one.digest = of.digest().c_str();
        one.decided_by = borrowed(of.decided_by(), in);
        one.deadline_cite = of.deadline_cite().c_str();
        one.window_cite = of.window_cite().c_str();
        put_day(one.on, of.on());
        if (const auto days = of.period()) {
            put_day(one.period_first, days->first);
            put_day(one.period_last, days->last);
        }
        put_day(one.decide_before, of.decide_before());
        one.fact_count = count_of(of.facts().size());
        one.criterion_count = count_of(of.criteria().size());
        one.outcome_count = count_of(of.outcomes().size());
        one.reading_count = count_of(of.readings().size());
        one.kind_count = count_of(of.kinds().size());
        one.amendment_count = count_of(of.amended_by().size());
        one.quota_count = count_of(of.quotas().size());
        one.exit_count = count_of(of.exits().size());
        one.adjustment_count = count_of(of.adjustments().size());
        to = one;
    });
}

const char* tieuchi_standard_kind(const tieuchi_standard* standard, size_t index) {
    return standard == nullptr ? nullptr : name_at(standard->of.kinds(), index);
}

const char* tieuchi_standard_amendment(const tieuchi_standard* standard, size_t index) {
    return standard == nullptr ? nullptr : name_at(standard->of.amended_by(), index);
}

tieuchi_status tieuchi_standard_fact(tieuchi_fact* out, const tieuchi_standard* standard, uint32_t slot, const char* language,
                                     tieuchi_error* error) {
    return guarded(error, [&] {
        filled to(out);
        to = describe(fact_at(standard, slot), slot, language);
    });
}

tieuchi_status tieuchi_standard_slot(uint32_t* out, const tieuchi_standard* standard, const char* name, tieuchi_error* error) {
    return guarded(error, [&] {
        uint32_t& to = needed(out, "out");
        to = TIEUCHI_NONE;
        to = slot_of(needed(standard, "standard").of, text_in(name, "name"));
    });
}

tieuchi_status tieuchi_standard_slot_n(uint32_t* out, const tieuchi_standard* standard, const char* name, size_t name_length,
                                       tieuchi_error* error) {
    return guarded(error, [&] {
        uint32_t& to = needed(out, "out");
        to = TIEUCHI_NONE;
        to = slot_of(needed(standard, "standard").of, text_of(&needed(name, "name"), name_length, "name"));
    });
}

const char* tieuchi_standard_fact_kind(const tieuchi_standard* standard, uint32_t slot, size_t index) {
    if (standard == nullptr || slot >= standard->of.facts().size()) { return nullptr; }
    return name_at(standard->of.facts()[slot].only_for, index);
}

tieuchi_status tieuchi_standard_option(tieuchi_option* out, const tieuchi_standard* standard, uint32_t slot, size_t index,
                                       const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        filled to(out);
        to = describe(element(fact_at(standard, slot).options, index, "index"), language);
    });
}

tieuchi_status tieuchi_standard_valid_answers(char** out, size_t* length, const tieuchi_standard* standard, uint32_t slot,
                                              const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        char*& to = place_for(out);
        give_text(to, length, fact_at(standard, slot).valid_answers(language_in(language)));
    });
}

tieuchi_status tieuchi_standard_criterion(tieuchi_criterion* out, const tieuchi_standard* standard, uint32_t index,
                                          const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        filled to(out);
        const tieuchi::criterion& of = element(needed(standard, "standard").of.criteria(), index, "index");
        const auto in = language_in(language);
        tieuchi_criterion one{};
        one.clause = of.clause.c_str();
        one.document = of.document.c_str();
        one.title = borrowed(of.title, in);
        one.note = borrowed(of.note, in);
        one.rule = static_cast<tieuchi_criterion_rule>(of.rule);
        one.parent = of.parent.value_or(TIEUCHI_NONE);
        one.depth = of.depth;
        one.needed = of.needed;
        one.maximum = of.maximum.units();
        one.scored = of.scored;
        one.event = of.event;
        one.needs_judgement = of.needs_judgement;
        one.cite_count = count_of(of.cites.size());
        to = one;
    });
}

const char* tieuchi_standard_criterion_cite(const tieuchi_standard* standard, uint32_t criterion, size_t index) {
    if (standard == nullptr || criterion >= standard->of.criteria().size()) { return nullptr; }
    return name_at(standard->of.criteria()[criterion].cites, index);
}

tieuchi_status tieuchi_standard_outcome(tieuchi_outcome* out, const tieuchi_standard* standard, uint32_t index,
                                        const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        filled to(out);
        const tieuchi::outcome& of = element(needed(standard, "standard").of.outcomes(), index, "index");
        tieuchi_outcome one{};
        one.name = of.name.c_str();
        one.label = borrowed(of.label, language_in(language));
        one.cite = of.cite.c_str();
        to = one;
    });
}

tieuchi_status tieuchi_standard_reading(tieuchi_reading* out, const tieuchi_standard* standard, uint32_t index,
                                        const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        filled to(out);
        const tieuchi::reading& of = element(needed(standard, "standard").of.readings(), index, "index");
        tieuchi_reading one{};
        one.name = of.name.c_str();
        one.label = borrowed(of.label, language_in(language));
        one.option_count = count_of(of.options.size());
        one.default_option = of.default_option;
        one.chosen = of.chosen;
        one.cite_count = count_of(of.cites.size());
        to = one;
    });
}

tieuchi_status tieuchi_standard_reading_option(tieuchi_option* out, const tieuchi_standard* standard, uint32_t reading,
                                               size_t index, const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        filled to(out);
        const tieuchi::reading& of = element(needed(standard, "standard").of.readings(), reading, "reading");
        to = describe(element(of.options, index, "index"), language);
    });
}

const char* tieuchi_standard_reading_cite(const tieuchi_standard* standard, uint32_t reading, size_t index) {
    if (standard == nullptr || reading >= standard->of.readings().size()) { return nullptr; }
    return name_at(standard->of.readings()[reading].cites, index);
}

tieuchi_status tieuchi_standard_exit(tieuchi_exit* out, const tieuchi_standard* standard, uint32_t index, const char* language,
                                     tieuchi_error* error) {
    return guarded(error, [&] {
        filled to(out);
        const tieuchi::exit_rule& of = element(needed(standard, "standard").of.exits(), index, "index");
        const auto in = language_in(language);
        tieuchi_exit one{};
        one.kind = kind_of(of);
        one.label = borrowed(of.label, in);
        one.cite = of.cite.c_str();
        one.document = of.document.c_str();
        one.to = borrowed(of.to, in);
        to = one;
    });
}

tieuchi_status tieuchi_standard_adjustment(tieuchi_adjustment_rule* out, const tieuchi_standard* standard, uint32_t index,
                                           const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        filled to(out);
        const tieuchi::adjustment& of = element(needed(standard, "standard").of.adjustments(), index, "index");
        tieuchi_adjustment_rule one{};
        one.kind = static_cast<tieuchi_adjustment_kind>(of.kind);
        one.outcome = of.outcome;
        one.label = borrowed(of.label, language_in(language));
        one.document = of.document.c_str();
        one.cite_count = count_of(of.cites.size());
        to = one;
    });
}

const char* tieuchi_standard_adjustment_cite(const tieuchi_standard* standard, uint32_t adjustment, size_t index) {
    if (standard == nullptr || adjustment >= standard->of.adjustments().size()) { return nullptr; }
    return name_at(standard->of.adjustments()[adjustment].cites, index);
}

tieuchi_status tieuchi_standard_retain(tieuchi_standard** out, const tieuchi_standard* standard, tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi_standard*& to = place_for(out);
        make(to, needed(standard, "standard").of); // which shares all that it stands for
    });
}

void tieuchi_standard_free(tieuchi_standard* standard) { delete standard; } // NOLINT(cppcoreguidelines-owning-memory)
