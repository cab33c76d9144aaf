// SPDX-License-Identifier: Apache-2.0
/// \file
/// Assessments, shown to C.
#include "assessment.hpp"
#include "diagnostics.hpp"
#include "parts.hpp"
#include "sized.hpp"
#include "text.hpp"

#include <tieuchi/json.hpp>

#include <memory>

using namespace tieuchi::c;

namespace {

[[nodiscard]] const told_assessment& of(const tieuchi_assessment* assessment) { return *needed(assessment, "assessment").told; }

/// A bound of a fact, in millionths where it is a number.
[[nodiscard]] int64_t amount(const tieuchi::fact& of, tieuchi::decimal bound) {
    switch (of.type) {
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

void put_exit(tieuchi_assessment_summary& to, const tieuchi::exit_rule* exit, std::string_view language) {
    to.exit_label = to.exit_cite = to.exit_document = to.exit_to = "";
    if (exit == nullptr) { return; }
    to.exit = kind_of(*exit);
    to.exit_label = borrowed(exit->label, language);
    to.exit_cite = exit->cite.c_str();
    to.exit_document = exit->document.c_str();
    to.exit_to = borrowed(exit->to, language);
}

void put_range(int64_t& least, int64_t& most, const std::optional<tieuchi::decimal_range>& range) {
    if (!range) { return; }
    least = range->least.units();
    most = range->most.units();
}

[[nodiscard]] tieuchi::fact_value fact_at(const told_assessment& in, uint32_t slot) {
    element(in.by.of.facts(), slot, "slot");
    return in.answer.fact_as_read(slot);
}

} // namespace

tieuchi_status tieuchi_facts_assess(tieuchi_assessment** out, const tieuchi_facts* facts, tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi_assessment*& to = place_for(out);
        const tieuchi_facts& given = needed(facts, "facts");
        to = std::make_unique<tieuchi_assessment>(given.of.assess(given.known)).release();
    });
}

tieuchi_status tieuchi_assessment_describe(tieuchi_assessment_summary* out, const tieuchi_assessment* assessment,
                                           const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        filled to(out);
        const told_assessment& in = of(assessment);
        const auto& outcomes = in.by.of.outcomes();
        tieuchi_assessment_summary one{};
        one.decided = in.answer.decided();
        one.possible = in.answer.outcomes().bits();
        one.outcome = TIEUCHI_NONE;
        one.outcome_name = one.outcome_label = "";
        if (const auto* const outcome = in.answer.outcome()) {
            one.outcome = static_cast<uint32_t>(outcome - outcomes.data());
            one.outcome_name = outcome->name.c_str();
            one.outcome_label = borrowed(outcome->label, language_in(language));
        }
        put_exit(one, in.answer.exit(), language_in(language));
        one.scored = in.answer.total().has_value();
        put_range(one.total_least, one.total_most, in.answer.total());
        put_range(one.maximum_least, one.maximum_most, in.answer.maximum());
        one.finding_count = static_cast<uint32_t>(in.answer.findings().size());
        one.problem_count = static_cast<uint32_t>(in.answer.problems().size());
        to = one;
    });
}

const tieuchi_standard* tieuchi_assessment_standard(const tieuchi_assessment* assessment) {
    return assessment == nullptr ? nullptr : &assessment->told->by;
}

tieuchi_status tieuchi_assessment_finding(tieuchi_finding* out, const tieuchi_assessment* assessment, uint32_t index,
                                          tieuchi_error* error) {
    return guarded(error, [&] {
        filled to(out);
        const tieuchi::finding& finding = element(of(assessment).answer.findings(), index, "index");
        tieuchi_finding one{};
        one.clause = finding.criterion->clause.c_str();
        one.status = static_cast<tieuchi_finding_status>(finding.status);
        one.without_exception = static_cast<tieuchi_finding_status>(finding.without_exception);
        one.excepted = finding.excepted;
        one.scored = finding.points.has_value();
        put_range(one.points_least, one.points_most, finding.points);
        put_range(one.maximum_least, one.maximum_most, finding.maximum);
        put_range(one.lost_least, one.lost_most, finding.lost());
        to = one;
    });
}

tieuchi_status tieuchi_assessment_fact(tieuchi_fact_value* out, const tieuchi_assessment* assessment, uint32_t slot,
                                       const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        filled to(out);
        const auto read = fact_at(of(assessment), slot);
        tieuchi_fact_value one{};
        one.name = read.fact->name.c_str();
        one.label = borrowed(read.fact->label, language_in(language));
        one.slot = slot;
        one.type = static_cast<tieuchi_fact_type>(read.fact->type);
        one.known = read.known();
        one.unknown = read.unknown();
        one.least = amount(*read.fact, read.range.least);
        one.most = amount(*read.fact, read.range.most);
        to = one;
    });
}

tieuchi_status tieuchi_assessment_fact_text(char** out, size_t* length, const tieuchi_assessment* assessment, uint32_t slot,
                                            const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        char*& to = place_for(out);
        give_text(to, length, fact_at(of(assessment), slot).text(language_in(language)));
    });
}

tieuchi_status tieuchi_assessment_finding_facts(const uint32_t** slots, size_t* count, const tieuchi_assessment* assessment,
                                                uint32_t index, tieuchi_error* error) {
    return lend(
        slots, "slots", count, error, [&]() -> const auto& {
            const told_assessment& told = of(assessment);
            check_index(told.answer.findings().size(), index, "index");
            return told.facts_of(index);
        });
}

tieuchi_status tieuchi_assessment_because(const char* const** clauses, size_t* count, const tieuchi_assessment* assessment,
                                          tieuchi_error* error) {
    return lend(
        clauses, "clauses", count, error, [&]() -> const auto& { return of(assessment).because().all(); });
}

tieuchi_status tieuchi_assessment_report(const uint32_t** findings, size_t* count, const tieuchi_assessment* assessment,
                                         int32_t part, tieuchi_error* error) {
    return lend(
        findings, "findings", count, error, [&]() -> const auto& { return of(assessment).report(part); });
}

tieuchi_status tieuchi_assessment_adjustment_count(size_t* out, const tieuchi_assessment* assessment, tieuchi_error* error) {
    return guarded(error, [&] {
        size_t& to = needed(out, "out");
        to = 0;
        to = of(assessment).adjustments().size();
    });
}

tieuchi_status tieuchi_assessment_adjustment(tieuchi_adjustment* out, const tieuchi_assessment* assessment, size_t index,
                                             const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        filled to(out);
        const told_assessment& in = of(assessment);
        const told_adjustment& told = element(in.adjustments(), index, "index");
        const tieuchi::adjustment& made = *told.of.adjustment;
        tieuchi_adjustment one{};
        one.kind = static_cast<tieuchi_adjustment_kind>(made.kind);
        one.outcome = made.outcome;
        one.outcome_name = in.by.of.outcomes()[made.outcome].name.c_str();
        one.certain = told.of.certain;
        one.holds = told.of.holds;
        one.idle = told.of.idle;
        one.label = borrowed(made.label, language_in(language));
        one.document = made.document.c_str();
        one.cites = told.cites.data();
        one.cite_count = told.cites.size();
        to = one;
    });
}

tieuchi_status tieuchi_assessment_question_count(size_t* out, const tieuchi_assessment* assessment, tieuchi_error* error) {
    return guarded(error, [&] {
        size_t& to = needed(out, "out");
        to = 0;
        to = of(assessment).questions().size();
    });
}

tieuchi_status tieuchi_assessment_question(tieuchi_question* out, const tieuchi_assessment* assessment, size_t index,
                                           const char* language, tieuchi_error* error) {
    return guarded(error, [&] {
        filled to(out);
        const told_question& told = element(of(assessment).questions(), index, "index");
        tieuchi_question one{};
        one.slot = told.of.slot;
        one.needs_judgement = told.of.needs_judgement;
        one.can_decide = told.of.can_decide;
        one.fact = told.of.fact->name.c_str();
        one.question = borrowed(told.of.fact->question, language_in(language));
        one.by = told.of.by.c_str();
        one.clauses = told.clauses.data();
        one.clause_count = told.clauses.size();
        to = one;
    });
}

tieuchi_status tieuchi_assessment_problems(tieuchi_diagnostics** out, const tieuchi_assessment* assessment,
                                           tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi_diagnostics*& to = place_for(out);
        make(to, of(assessment).answer.problems());
    });
}

namespace {

/// A subject of so many bytes; NULL is none.
[[nodiscard]] std::string_view subject_in(const char* subject, size_t length) {
    return subject == nullptr ? std::string_view() : text_of(subject, length, "subject");
}

} // namespace

tieuchi_status tieuchi_assessment_json(char** out, size_t* length, const tieuchi_assessment* assessment, const char* subject,
                                       tieuchi_error* error) {
    return guarded(error, [&] {
        char*& to = place_for(out);
        give_text(to, length, to_json(of(assessment).answer, {.subject = text_or_none(subject, "subject")}));
    });
}

tieuchi_status tieuchi_assessment_json_n(char** out, size_t* length, const tieuchi_assessment* assessment, const char* subject,
                                         size_t subject_length, tieuchi_error* error) {
    return guarded(error, [&] {
        char*& to = place_for(out);
        give_text(to, length, to_json(of(assessment).answer, {.subject = subject_in(subject, subject_length)}));
    });
}

tieuchi_status tieuchi_assessment_explain(char** out, size_t* length, const tieuchi_assessment* assessment, const char* language,
                                          const char* subject, tieuchi_error* error) {
    return guarded(error, [&] {
        char*& to = place_for(out);
        give_text(
            to, length,
            explain(of(assessment).answer, {.language = language_in(language), .subject = text_or_none(subject, "subject")}));
    });
}

tieuchi_status tieuchi_assessment_explain_n(char** out, size_t* length, const tieuchi_assessment* assessment,
                                            const char* language, const char* subject, size_t subject_length,
                                            tieuchi_error* error) {
    return guarded(error, [&] {
        char*& to = place_for(out);
        give_text(
            to, length,
            explain(of(assessment).answer, {.language = language_in(language), .subject = subject_in(subject, subject_length)}));
    });
}

tieuchi_status tieuchi_assessment_retain(tieuchi_assessment** out, const tieuchi_assessment* assessment, tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi_assessment*& to = place_for(out);
        make(to, needed(assessment, "assessment"));
    });
}

void tieuchi_assessment_free(tieuchi_assessment* assessment) { delete assessment; } // NOLINT(cppcoreguidelines-owning-memory)
