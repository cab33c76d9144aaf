// SPDX-License-Identifier: Apache-2.0
/// \file
/// The contents of a standard, such as a host needs to build a form.
#include "handles.hpp"
#include "parts.hpp"
#include "sized.hpp"
#include "slots.hpp"
#include "text.hpp"

#include <algorithm>

using namespace tieuchi::c;

namespace {

[[nodiscard]] const tieuchi::fact& fact_at(const tieuchi_standard* standard, uint32_t slot) {
    return element(needed(standard, "standard").value.facts(), slot, "slot");
}

[[nodiscard]] tieuchi_option describe(const tieuchi::option& option, const char* language) {
    tieuchi_option view{};
    view.name = option.name.c_str();
    view.label = borrowed(option.label, language_in(language));
    return view;
}

[[nodiscard]] tieuchi_fact describe(const tieuchi::fact& fact, uint32_t slot, const char* language) {
    const auto language_code = language_in(language);
    tieuchi_fact view{};
    view.name = fact.name.c_str();
    view.type = static_cast<tieuchi_fact_type>(fact.type);
    view.slot = slot;
    view.label = borrowed(fact.label, language_code);
    view.question = borrowed(fact.question, language_code);
    view.evidence = borrowed(fact.evidence, language_code);
    view.least = fact.least.units();
    view.most = fact.most.units();
    view.step = fact.step.units();
    view.scale = fact.scale;
    view.option_count = count_of(fact.options.size());
    view.at_most = fact.at_most.value_or(TIEUCHI_NONE);
    view.kind_count = count_of(fact.only_for.size());
    view.by_month = fact.by ? fact.by->month : 0;
    view.by_day = fact.by ? fact.by->day : 0;
    view.ordered = fact.ordered;
    view.previous = fact.previous;
    view.from_subunits = fact.from_subunits;
    view.from_outcome = fact.from_outcome;
    return view;
}

[[nodiscard]] bool is_scored(const tieuchi::standard& standard) {
    return std::any_of(standard.criteria().begin(), standard.criteria().end(),
                       [](const tieuchi::criterion& criterion) { return criterion.scored; });
}

} // namespace

tieuchi_status tieuchi_standard_describe(tieuchi_standard_summary* out, const tieuchi_standard* standard, const char* language,
                                         tieuchi_error* error) {
    return guarded(error, [&] {
        output_struct output(out);
        const tieuchi::standard& definition = needed(standard, "standard").value;
        const auto language_code = language_in(language);
        tieuchi_standard_summary summary{};
        summary.name = definition.name().c_str();
        summary.title = borrowed(definition.title(), language_code);
        summary.document = definition.document().number.c_str();
        summary.status = static_cast<tieuchi_document_status>(definition.status());
        summary.scored = is_scored(definition);
        summary.jurisdiction = definition.jurisdiction().c_str();
        summary.digest = definition.digest().c_str();
        summary.decided_by = borrowed(definition.decided_by(), language_code);
        summary.deadline_cite = definition.deadline_cite().c_str();
        summary.window_cite = definition.window_cite().c_str();
        put_day(summary.on, definition.on());
        if (const auto days = definition.period()) {
            put_day(summary.period_first, days->first);
            put_day(summary.period_last, days->last);
        }
        put_day(summary.decide_before, definition.decide_before());
        summary.fact_count = count_of(definition.facts().size());
        summary.criterion_count = count_of(definition.criteria().size());
        summary.outcome_count = count_of(definition.outcomes().size());
        summary.reading_count = count_of(definition.readings().size());
        summary.kind_count = count_of(definition.kinds().size());
        summary.amendment_count = count_of(definition.amended_by().size());
        summary.quota_count = count_of(definition.quotas().size());
        summary.exit_count = count_of(definition.exits().size());
        summary.adjustment_count = count_of(definition.adjustments().size());
        output = summary;
    });
}

const char* tieuchi_standard_kind(const tieuchi_standard* standard, size_t index) {
    return standard == nullptr ? nullptr : name_at(standard->value.kinds(), index);
}

const char* tieuchi_standard_amendment(const tieuchi_standard* standard, size_t index) {
    return standard == nullptr ? nullptr : name_at(standard->value.amended_by(), index);
}

tieuchi_status tieuchi_standard_fact(tieuchi_fact* out, const tieuchi_standard* standard, uint32_t slot, const char* language,
                                     tieuchi_error* error) {
    return guarded(error, [&] {
        output_struct output(out);
        output = describe(fact_at(standard, slot), slot, language);
    });
}

tieuchi_status tieuchi_standard_slot(uint32_t* out, const tieuchi_standard* standard, const char* name, tieuchi_error* error) {
    return guarded(error, [&] {
        uint32_t& slot = needed(out, "out");
        slot = TIEUCHI_NONE;
        slot = slot_of(needed(standard, "standard").value, text_in(name, "name"));
    });
}

tieuchi_status tieuchi_standard_slot_n(uint32_t* out, const tieuchi_standard* standard, const char* name, size_t name_length,
                                       tieuchi_error* error) {
    return guarded(error, [&] {
        uint32_t& slot = needed(out, "out");
        slot = TIEUCHI_NONE;
        slot = slot_of(needed(standard, "standard").value, text_of(&needed(name, "name"), name_length, "name"));
    });
}

const char* tieuchi_standard_fact_kind(const tieuchi_standard* standard, uint32_t slot, size_t index) {
    if (standard == nullptr || slot >= standard->value.facts().size()) { return nullptr; }
    return name_at(standard->value.facts()[slot].only_for, index);
}

tieuchi_status tieuchi_standard_option(tieuchi_option* out, const tieuchi_standard* standard, uint32_t slot, size_t index,
                                       const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        output_struct output(out);
        output = describe(element(fact_at(standard, slot).options, index, "index"), language);
    });
}

tieuchi_status tieuchi_standard_valid_answers(char** out, size_t* length, const tieuchi_standard* standard, uint32_t slot,
                                              const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        char*& text = place_for(out);
        give_text(text, length, fact_at(standard, slot).valid_answers(language_in(language)));
    });
}

tieuchi_status tieuchi_standard_criterion(tieuchi_criterion* out, const tieuchi_standard* standard, uint32_t index,
                                          const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        output_struct output(out);
        const tieuchi::criterion& criterion = element(needed(standard, "standard").value.criteria(), index, "index");
        const auto language_code = language_in(language);
        tieuchi_criterion view{};
        view.clause = criterion.clause.c_str();
        view.document = criterion.document.c_str();
        view.title = borrowed(criterion.title, language_code);
        view.note = borrowed(criterion.note, language_code);
        view.rule = static_cast<tieuchi_criterion_rule>(criterion.rule);
        view.parent = criterion.parent.value_or(TIEUCHI_NONE);
        view.depth = criterion.depth;
        view.needed = criterion.needed;
        view.maximum = criterion.maximum.units();
        view.scored = criterion.scored;
        view.event = criterion.event;
        view.needs_judgement = criterion.needs_judgement;
        view.cite_count = count_of(criterion.cites.size());
        output = view;
    });
}

const char* tieuchi_standard_criterion_cite(const tieuchi_standard* standard, uint32_t criterion, size_t index) {
    if (standard == nullptr || criterion >= standard->value.criteria().size()) { return nullptr; }
    return name_at(standard->value.criteria()[criterion].cites, index);
}

tieuchi_status tieuchi_standard_outcome(tieuchi_outcome* out, const tieuchi_standard* standard, uint32_t index,
                                        const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        output_struct output(out);
        const tieuchi::outcome& outcome = element(needed(standard, "standard").value.outcomes(), index, "index");
        tieuchi_outcome view{};
        view.name = outcome.name.c_str();
        view.label = borrowed(outcome.label, language_in(language));
        view.cite = outcome.cite.c_str();
        output = view;
    });
}

tieuchi_status tieuchi_standard_reading(tieuchi_reading* out, const tieuchi_standard* standard, uint32_t index,
                                        const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        output_struct output(out);
        const tieuchi::reading& reading = element(needed(standard, "standard").value.readings(), index, "index");
        tieuchi_reading view{};
        view.name = reading.name.c_str();
        view.label = borrowed(reading.label, language_in(language));
        view.option_count = count_of(reading.options.size());
        view.default_option = reading.default_option;
        view.chosen = reading.chosen;
        view.cite_count = count_of(reading.cites.size());
        output = view;
    });
}

tieuchi_status tieuchi_standard_reading_option(tieuchi_option* out, const tieuchi_standard* standard, uint32_t reading,
                                               size_t index, const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        output_struct output(out);
        const tieuchi::reading& entry = element(needed(standard, "standard").value.readings(), reading, "reading");
        output = describe(element(entry.options, index, "index"), language);
    });
}

const char* tieuchi_standard_reading_cite(const tieuchi_standard* standard, uint32_t reading, size_t index) {
    if (standard == nullptr || reading >= standard->value.readings().size()) { return nullptr; }
    return name_at(standard->value.readings()[reading].cites, index);
}

tieuchi_status tieuchi_standard_exit(tieuchi_exit* out, const tieuchi_standard* standard, uint32_t index, const char* language,
                                     tieuchi_error* error) {
    return guarded(error, [&] {
        output_struct output(out);
        const tieuchi::exit_rule& rule = element(needed(standard, "standard").value.exits(), index, "index");
        const auto language_code = language_in(language);
        tieuchi_exit view{};
        view.kind = kind_of(rule);
        view.label = borrowed(rule.label, language_code);
        view.cite = rule.cite.c_str();
        view.document = rule.document.c_str();
        view.to = borrowed(rule.to, language_code);
        output = view;
    });
}

tieuchi_status tieuchi_standard_adjustment(tieuchi_adjustment_rule* out, const tieuchi_standard* standard, uint32_t index,
                                           const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        output_struct output(out);
        const tieuchi::adjustment& adjustment = element(needed(standard, "standard").value.adjustments(), index, "index");
        tieuchi_adjustment_rule view{};
        view.kind = static_cast<tieuchi_adjustment_kind>(adjustment.kind);
        view.outcome = adjustment.outcome;
        view.label = borrowed(adjustment.label, language_in(language));
        view.document = adjustment.document.c_str();
        view.cite_count = count_of(adjustment.cites.size());
        output = view;
    });
}

const char* tieuchi_standard_adjustment_cite(const tieuchi_standard* standard, uint32_t adjustment, size_t index) {
    if (standard == nullptr || adjustment >= standard->value.adjustments().size()) { return nullptr; }
    return name_at(standard->value.adjustments()[adjustment].cites, index);
}

tieuchi_status tieuchi_standard_retain(tieuchi_standard** out, const tieuchi_standard* standard, tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi_standard*& handle = place_for(out);
        make(handle, needed(standard, "standard").value); // a copy shares the contents
    });
}

void tieuchi_standard_free(tieuchi_standard* standard) { delete standard; } // NOLINT(cppcoreguidelines-owning-memory)
