// SPDX-License-Identifier: Apache-2.0
/// \file
/// Access to assessments from C.
#include "assessment.hpp"
#include "diagnostics.hpp"
#include "parts.hpp"
#include "sized.hpp"
#include "text.hpp"

#include <tieuchi/json.hpp>

#include <memory>

using namespace tieuchi::c;

namespace {

[[nodiscard]] const assessment_state& state_of(const tieuchi_assessment* assessment) {
    return *needed(assessment, "assessment").state;
}

/// A bound of a fact; in millionths if the fact is a number.
[[nodiscard]] int64_t amount(const tieuchi::fact& fact, tieuchi::decimal bound) {
    switch (fact.type) {
    case tieuchi::fact_type::yes_no:
    case tieuchi::fact_type::date:
    case tieuchi::fact_type::one_of: return bound.units() / tieuchi::decimal::one;
    case tieuchi::fact_type::count:
    case tieuchi::fact_type::number:
    case tieuchi::fact_type::percent:
    case tieuchi::fact_type::judged: break;
    }
    return bound.units();
}

void put_exit(tieuchi_assessment_summary& summary, const tieuchi::exit_rule* rule, std::string_view language) {
    summary.exit_label = summary.exit_cite = summary.exit_document = summary.exit_to = "";
    if (rule == nullptr) { return; }
    summary.exit = kind_of(*rule);
    summary.exit_label = borrowed(rule->label, language);
    summary.exit_cite = rule->cite.c_str();
    summary.exit_document = rule->document.c_str();
    summary.exit_to = borrowed(rule->to, language);
}

void put_range(int64_t& least, int64_t& most, const std::optional<tieuchi::decimal_range>& range) {
    if (!range) { return; }
    least = range->least.units();
    most = range->most.units();
}

[[nodiscard]] tieuchi::fact_value fact_at(const assessment_state& state, uint32_t slot) {
    element(state.standard.value.facts(), slot, "slot");
    return state.answer.fact_as_read(slot);
}

} // namespace

tieuchi_status tieuchi_facts_assess(tieuchi_assessment** out, const tieuchi_facts* facts, tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi_assessment*& handle = place_for(out);
        const tieuchi_facts& input = needed(facts, "facts");
        handle = std::make_unique<tieuchi_assessment>(input.standard.assess(input.value)).release();
    });
}

tieuchi_status tieuchi_assessment_describe(tieuchi_assessment_summary* out, const tieuchi_assessment* assessment,
                                           const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        output_struct output(out);
        const assessment_state& state = state_of(assessment);
        const auto& outcomes = state.standard.value.outcomes();
        tieuchi_assessment_summary summary{};
        summary.decided = state.answer.decided();
        summary.possible = state.answer.outcomes().bits();
        summary.outcome = TIEUCHI_NONE;
        summary.outcome_name = summary.outcome_label = "";
        if (const auto* const outcome = state.answer.outcome()) {
            summary.outcome = static_cast<uint32_t>(outcome - outcomes.data());
            summary.outcome_name = outcome->name.c_str();
            summary.outcome_label = borrowed(outcome->label, language_in(language));
        }
        put_exit(summary, state.answer.exit(), language_in(language));
        summary.scored = state.answer.total().has_value();
        put_range(summary.total_least, summary.total_most, state.answer.total());
        put_range(summary.maximum_least, summary.maximum_most, state.answer.maximum());
        summary.finding_count = static_cast<uint32_t>(state.answer.findings().size());
        summary.problem_count = static_cast<uint32_t>(state.answer.problems().size());
        output = summary;
    });
}

const tieuchi_standard* tieuchi_assessment_standard(const tieuchi_assessment* assessment) {
    return assessment == nullptr ? nullptr : &assessment->state->standard;
}

tieuchi_status tieuchi_assessment_finding(tieuchi_finding* out, const tieuchi_assessment* assessment, uint32_t index,
                                          tieuchi_error* error) {
    return guarded(error, [&] {
        output_struct output(out);
        const tieuchi::finding& finding = element(state_of(assessment).answer.findings(), index, "index");
        tieuchi_finding view{};
        view.clause = finding.criterion->clause.c_str();
        view.status = static_cast<tieuchi_finding_status>(finding.status);
        view.without_exception = static_cast<tieuchi_finding_status>(finding.without_exception);
        view.excepted = finding.excepted;
        view.scored = finding.points.has_value();
        put_range(view.points_least, view.points_most, finding.points);
        put_range(view.maximum_least, view.maximum_most, finding.maximum);
        put_range(view.lost_least, view.lost_most, finding.lost());
        output = view;
    });
}

tieuchi_status tieuchi_assessment_fact(tieuchi_fact_value* out, const tieuchi_assessment* assessment, uint32_t slot,
                                       const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        output_struct output(out);
        const auto value = fact_at(state_of(assessment), slot);
        tieuchi_fact_value view{};
        view.name = value.fact->name.c_str();
        view.label = borrowed(value.fact->label, language_in(language));
        view.slot = slot;
        view.type = static_cast<tieuchi_fact_type>(value.fact->type);
        view.known = value.known();
        view.unknown = value.unknown();
        view.least = amount(*value.fact, value.range.least);
        view.most = amount(*value.fact, value.range.most);
        output = view;
    });
}

tieuchi_status tieuchi_assessment_fact_text(char** out, size_t* length, const tieuchi_assessment* assessment, uint32_t slot,
                                            const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        char*& text = place_for(out);
        give_text(text, length, fact_at(state_of(assessment), slot).text(language_in(language)));
    });
}

tieuchi_status tieuchi_assessment_finding_facts(const uint32_t** slots, size_t* count, const tieuchi_assessment* assessment,
                                                uint32_t index, tieuchi_error* error) {
    return lend(
        slots, "slots", count, error, [&]() -> const auto& {
            const assessment_state& state = state_of(assessment);
            check_index(state.answer.findings().size(), index, "index");
            return state.facts_of(index);
        });
}

tieuchi_status tieuchi_assessment_because(const char* const** clauses, size_t* count, const tieuchi_assessment* assessment,
                                          tieuchi_error* error) {
    return lend(
        clauses, "clauses", count, error, [&]() -> const auto& { return state_of(assessment).because().all(); });
}

tieuchi_status tieuchi_assessment_report(const uint32_t** findings, size_t* count, const tieuchi_assessment* assessment,
                                         int32_t part, tieuchi_error* error) {
    return lend(
        findings, "findings", count, error, [&]() -> const auto& { return state_of(assessment).report(part); });
}

tieuchi_status tieuchi_assessment_adjustment_count(size_t* out, const tieuchi_assessment* assessment, tieuchi_error* error) {
    return guarded(error, [&] {
        size_t& count = needed(out, "out");
        count = 0;
        count = state_of(assessment).adjustments().size();
    });
}

tieuchi_status tieuchi_assessment_adjustment(tieuchi_adjustment* out, const tieuchi_assessment* assessment, size_t index,
                                             const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        output_struct output(out);
        const assessment_state& state = state_of(assessment);
        const adjustment_entry& entry = element(state.adjustments(), index, "index");
        const tieuchi::adjustment& adjustment = *entry.value.adjustment;
        tieuchi_adjustment view{};
        view.kind = static_cast<tieuchi_adjustment_kind>(adjustment.kind);
        view.outcome = adjustment.outcome;
        view.outcome_name = state.standard.value.outcomes()[adjustment.outcome].name.c_str();
        view.certain = entry.value.certain;
        view.holds = entry.value.holds;
        view.idle = entry.value.idle;
        view.label = borrowed(adjustment.label, language_in(language));
        view.document = adjustment.document.c_str();
        view.cites = entry.cites.data();
        view.cite_count = entry.cites.size();
        output = view;
    });
}

tieuchi_status tieuchi_assessment_question_count(size_t* out, const tieuchi_assessment* assessment, tieuchi_error* error) {
    return guarded(error, [&] {
        size_t& count = needed(out, "out");
        count = 0;
        count = state_of(assessment).questions().size();
    });
}

tieuchi_status tieuchi_assessment_question(tieuchi_question* out, const tieuchi_assessment* assessment, size_t index,
                                           const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        output_struct output(out);
        const question_entry& entry = element(state_of(assessment).questions(), index, "index");
        tieuchi_question view{};
        view.slot = entry.value.slot;
        view.needs_judgement = entry.value.needs_judgement;
        view.can_decide = entry.value.can_decide;
        view.fact = entry.value.fact->name.c_str();
        view.question = borrowed(entry.value.fact->question, language_in(language));
        view.by = entry.value.by.c_str();
        view.clauses = entry.clauses.data();
        view.clause_count = entry.clauses.size();
        output = view;
    });
}

tieuchi_status tieuchi_assessment_problems(tieuchi_diagnostics** out, const tieuchi_assessment* assessment,
                                           tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi_diagnostics*& list = place_for(out);
        make(list, state_of(assessment).answer.problems());
    });
}

namespace {

/// A subject of `length` bytes; empty for NULL.
[[nodiscard]] std::string_view subject_in(const char* subject, size_t length) {
    return subject == nullptr ? std::string_view() : text_of(subject, length, "subject");
}

} // namespace

tieuchi_status tieuchi_assessment_json(char** out, size_t* length, const tieuchi_assessment* assessment, const char* subject,
                                       tieuchi_error* error) {
    return guarded(error, [&] {
        char*& text = place_for(out);
        give_text(text, length, to_json(state_of(assessment).answer, {.subject = text_or_none(subject, "subject")}));
    });
}

tieuchi_status tieuchi_assessment_json_n(char** out, size_t* length, const tieuchi_assessment* assessment, const char* subject,
                                         size_t subject_length, tieuchi_error* error) {
    return guarded(error, [&] {
        char*& text = place_for(out);
        give_text(text, length, to_json(state_of(assessment).answer, {.subject = subject_in(subject, subject_length)}));
    });
}

tieuchi_status tieuchi_assessment_explain(char** out, size_t* length, const tieuchi_assessment* assessment, const char* language,
                                          const char* subject, tieuchi_error* error) {
    return guarded(error, [&] {
        char*& text = place_for(out);
        give_text(text, length,
                  explain(state_of(assessment).answer,
                          {.language = language_in(language), .subject = text_or_none(subject, "subject")}));
    });
}

tieuchi_status tieuchi_assessment_explain_n(char** out, size_t* length, const tieuchi_assessment* assessment,
                                            const char* language, const char* subject, size_t subject_length,
                                            tieuchi_error* error) {
    return guarded(error, [&] {
        char*& text = place_for(out);
        give_text(text, length,
                  explain(state_of(assessment).answer,
                          {.language = language_in(language), .subject = subject_in(subject, subject_length)}));
    });
}

tieuchi_status tieuchi_assessment_retain(tieuchi_assessment** out, const tieuchi_assessment* assessment, tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi_assessment*& handle = place_for(out);
        make(handle, needed(assessment, "assessment"));
    });
}

void tieuchi_assessment_free(tieuchi_assessment* assessment) { delete assessment; } // NOLINT(cppcoreguidelines-owning-memory)
