// SPDX-License-Identifier: Apache-2.0
/// \file
/// Assessments, shown to C.
#include "assessment.hpp"
#include "diagnostics.hpp"
#include "parts.hpp"
#include "sized.hpp"
#include "text.hpp"

#include <tieuchi/explain.hpp>

#include <memory>

using namespace tieuchi::c;

namespace {

[[nodiscard]] const tc_assessment& of(const tc_assessment* assessment) { return needed(assessment, "assessment"); }

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

void put_exit(tc_assessment_summary& to, const tieuchi::exit_rule* exit, std::string_view language) {
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

[[nodiscard]] tieuchi::fact_value fact_at(const tc_assessment& in, uint32_t slot) {
    element(in.by.of.facts(), slot, "slot");
    return in.answer.fact_as_read(slot);
}

} // namespace

tc_status tc_facts_assess(tc_assessment** out, const tc_facts* facts, tc_error* error) {
    return guarded(error, [&] {
        tc_assessment*& to = place_for(out);
        const tc_facts& given = needed(facts, "facts");
        to = std::make_unique<tc_assessment>(given.of.assess(given.known)).release();
    });
}

tc_status tc_assessment_describe(tc_assessment_summary* out, const tc_assessment* assessment, const char* language,
                                 tc_error* error) {
    return guarded(error, [&] {
        filled to(out);
        const tc_assessment& in = of(assessment);
        const auto& outcomes = in.by.of.outcomes();
        tc_assessment_summary one{};
        one.decided = in.answer.decided();
        one.possible = in.answer.outcomes().bits();
        one.outcome = TC_NONE;
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

const tc_standard* tc_assessment_standard(const tc_assessment* assessment) {
    return assessment == nullptr ? nullptr : &assessment->by;
}

tc_status tc_assessment_finding(tc_finding* out, const tc_assessment* assessment, uint32_t index, tc_error* error) {
    return guarded(error, [&] {
        filled to(out);
        const tieuchi::finding& finding = element(of(assessment).answer.findings(), index, "index");
        tc_finding one{};
        one.clause = finding.criterion->clause.c_str();
        one.status = static_cast<tc_finding_status>(finding.status);
        one.without_exception = static_cast<tc_finding_status>(finding.without_exception);
        one.excepted = finding.excepted;
        one.scored = finding.points.has_value();
        put_range(one.points_least, one.points_most, finding.points);
        put_range(one.maximum_least, one.maximum_most, finding.maximum);
        put_range(one.lost_least, one.lost_most, finding.lost());
        to = one;
    });
}

tc_status tc_assessment_fact(tc_fact_reading* out, const tc_assessment* assessment, uint32_t slot, const char* language,
                             tc_error* error) {
    return guarded(error, [&] {
        filled to(out);
        const auto read = fact_at(of(assessment), slot);
        tc_fact_reading one{};
        one.name = read.fact->name.c_str();
        one.label = borrowed(read.fact->label, language_in(language));
        one.slot = slot;
        one.type = static_cast<tc_fact_type>(read.fact->type);
        one.known = read.known();
        one.unknown = read.unknown();
        one.least = amount(*read.fact, read.range.least);
        one.most = amount(*read.fact, read.range.most);
        to = one;
    });
}

tc_status tc_assessment_fact_text(char** out, size_t* length, const tc_assessment* assessment, uint32_t slot,
                                  const char* language, tc_error* error) {
    return guarded(error, [&] {
        char*& to = place_for(out);
        give_text(to, length, fact_at(of(assessment), slot).text(language_in(language)));
    });
}

tc_status tc_assessment_finding_facts(const uint32_t** slots, size_t* count, const tc_assessment* assessment, uint32_t index,
                                      tc_error* error) {
    return guarded(error, [&] {
        const uint32_t*& to = needed(slots, "slots");
        to = nullptr;
        size_t& number = needed(count, "count");
        number = 0;
        const tc_assessment& in = of(assessment);
        element(in.answer.findings(), index, "index");
        const auto& found = in.facts_of(index);
        to = found.data();
        number = found.size();
    });
}

tc_status tc_assessment_because(const char* const** clauses, size_t* count, const tc_assessment* assessment, tc_error* error) {
    return guarded(error, [&] {
        const char* const*& to = needed(clauses, "clauses");
        to = nullptr;
        size_t& number = needed(count, "count");
        number = 0;
        const auto& all = of(assessment).because().all();
        to = all.data();
        number = all.size();
    });
}

tc_status tc_assessment_adjustment_count(size_t* out, const tc_assessment* assessment, tc_error* error) {
    return guarded(error, [&] {
        size_t& to = needed(out, "out");
        to = 0;
        to = of(assessment).adjustments().size();
    });
}

tc_status tc_assessment_adjustment(tc_adjustment* out, const tc_assessment* assessment, size_t index, const char* language,
                                   tc_error* error) {
    return guarded(error, [&] {
        filled to(out);
        const tc_assessment& in = of(assessment);
        const told_adjustment& told = element(in.adjustments(), index, "index");
        const tieuchi::adjustment& made = *told.of.adjustment;
        tc_adjustment one{};
        one.kind = static_cast<tc_adjustment_kind>(made.kind);
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

tc_status tc_assessment_question_count(size_t* out, const tc_assessment* assessment, tc_error* error) {
    return guarded(error, [&] {
        size_t& to = needed(out, "out");
        to = 0;
        to = of(assessment).questions().size();
    });
}

tc_status tc_assessment_question(tc_question* out, const tc_assessment* assessment, size_t index, const char* language,
                                 tc_error* error) {
    return guarded(error, [&] {
        filled to(out);
        const told_question& told = element(of(assessment).questions(), index, "index");
        tc_question one{};
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

tc_status tc_assessment_problems(tc_diagnostics** out, const tc_assessment* assessment, tc_error* error) {
    return guarded(error, [&] {
        tc_diagnostics*& to = place_for(out);
        make(to, of(assessment).answer.problems());
    });
}

tc_status tc_assessment_json(char** out, size_t* length, const tc_assessment* assessment, const char* subject, tc_error* error) {
    return guarded(error, [&] {
        char*& to = place_for(out);
        give_text(to, length, to_json(of(assessment).answer, {.subject = text_or_none(subject, "subject")}));
    });
}

tc_status tc_assessment_explain(char** out, size_t* length, const tc_assessment* assessment, const char* language,
                                const char* subject, tc_error* error) {
    return guarded(error, [&] {
        char*& to = place_for(out);
        const tieuchi::telling how{.language = language_in(language), .subject = text_or_none(subject, "subject")};
        give_text(to, length, explain(of(assessment).answer, how));
    });
}

void tc_assessment_free(tc_assessment* assessment) { delete assessment; } // NOLINT(cppcoreguidelines-owning-memory)
