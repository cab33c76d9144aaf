// SPDX-License-Identifier: Apache-2.0
#include "json/writer.hpp"

#include <tieuchi/json.hpp>

#include <boost/json/serialize.hpp>

namespace TIEUCHI_NAMESPACE {

namespace impl::json {
namespace {

[[nodiscard]] std::string_view to_string(criterion_rule rule) {
    switch (rule) {
    case criterion_rule::when: return "when";
    case criterion_rule::all_of: return "all_of";
    case criterion_rule::any_of: return "any_of";
    case criterion_rule::none_of: return "none_of";
    case criterion_rule::at_least: return "at_least";
    case criterion_rule::same_as: return "same_as";
    case criterion_rule::points: return "points";
    case criterion_rule::sum: return "sum";
    case criterion_rule::least: return "least";
    case criterion_rule::greatest: return "greatest";
    case criterion_rule::mean: break;
    }
    return "mean";
}

[[nodiscard]] std::string_view to_string(adjustment_kind kind) {
    switch (kind) {
    case adjustment_kind::at_most: return "at_most";
    case adjustment_kind::at_least: return "at_least";
    case adjustment_kind::exactly: break;
    }
    return "exactly";
}

[[nodiscard]] std::string_view to_string(exit_kind kind) {
    switch (kind) {
    case exit_kind::not_subject: return "not_subject";
    case exit_kind::not_assessed: return "not_assessed";
    case exit_kind::referred: break;
    }
    return "referred";
}

[[nodiscard]] boost::json::value exit_of(const assessment& answer) {
    const exit_rule* const exit = answer.exit();
    if (exit == nullptr) { return nullptr; }
    return boost::json::object{{"kind", view(to_string(exit->kind))},
                               {"label", to_object(exit->label)},
                               {"to", to_object(exit->to)},
                               {"cite", view(exit->cite)},
                               {"document", view(exit->document)}};
}

[[nodiscard]] boost::json::array adjustments_of(const assessment& answer) {
    boost::json::array adjustments;
    const standard standard = answer.standard();
    for (const applied_adjustment& applied : answer.adjustments()) {
        const adjustment& rule = *applied.adjustment;
        adjustments.emplace_back(boost::json::object{{"kind", view(to_string(rule.kind))},
                                                     {"outcome", view(standard.outcomes()[rule.outcome].name)},
                                                     {"certain", applied.certain},
                                                     {"holds", applied.holds},
                                                     {"idle", applied.idle},
                                                     {"label", to_object(rule.label)},
                                                     {"cites", to_array(rule.cites)},
                                                     {"document", view(rule.document)}});
    }
    return adjustments;
}

[[nodiscard]] boost::json::object finding_of(const assessment& answer, std::uint32_t index) {
    const finding& finding = answer.findings()[index];
    const criterion& criterion = *finding.criterion;
    boost::json::object object;
    object.emplace("clause", view(criterion.clause));
    object.emplace("document", view(criterion.document));
    object.emplace("parent", criterion.parent ? boost::json::value(view(answer.findings()[*criterion.parent].criterion->clause))
                                              : boost::json::value());
    object.emplace("title", to_object(criterion.title));
    object.emplace("rule", view(to_string(criterion.rule)));
    object.emplace("event", criterion.event);
    object.emplace("status", view(to_string(finding.status)));
    object.emplace("excepted", finding.excepted);
    object.emplace("points", to_value(finding.points));
    object.emplace("maximum", to_value(finding.maximum));
    object.emplace("lost", to_value(finding.lost()));
    object.emplace("needs_judgement", criterion.needs_judgement);
    object.emplace("facts", to_object(answer.facts_of(index)));
    object.emplace("cites", to_array(criterion.cites));
    return object;
}

[[nodiscard]] boost::json::array findings_of(const assessment& answer) {
    boost::json::array findings;
    for (std::uint32_t index = 0; index < answer.findings().size(); ++index) { findings.emplace_back(finding_of(answer, index)); }
    return findings;
}

[[nodiscard]] boost::json::object report_of(const assessment& answer) {
    boost::json::object report;
    const auto add = [&](std::string_view part, const std::vector<std::uint32_t>& findings) {
        boost::json::array clauses;
        for (const std::uint32_t index : findings) { clauses.emplace_back(view(answer.findings()[index].criterion->clause)); }
        report.emplace(view(part), std::move(clauses));
    };
    add("shortcomings", answer.shortcomings());
    add("still_open", answer.still_open());
    add("exceptions", answer.exceptions());
    add("strengths", answer.strengths());
    add("not_applicable", answer.not_applicable());
    return report;
}

[[nodiscard]] boost::json::array options_of(const fact& fact) {
    boost::json::array options;
    for (const option& option : fact.options) {
        options.emplace_back(boost::json::object{{"name", view(option.name)}, {"label", to_object(option.label)}});
    }
    return options;
}

[[nodiscard]] boost::json::array questions_of(const assessment& answer) {
    boost::json::array questions;
    for (const question& question : answer.questions()) {
        const fact& fact = *question.fact;
        boost::json::object object;
        object.emplace("fact", view(fact.name));
        object.emplace("type", view(to_string(fact.type)));
        object.emplace("label", to_object(fact.label));
        object.emplace("question", to_object(fact.question));
        object.emplace("evidence", to_object(fact.evidence));
        object.emplace("clauses", to_array(question.clauses));
        object.emplace("valid_answers", view(fact.valid_answers()));
        object.emplace("options", options_of(fact));
        object.emplace("by", text_or_null(question.by));
        object.emplace("needs_judgement", question.needs_judgement);
        object.emplace("can_decide", question.can_decide);
        questions.emplace_back(std::move(object));
    }
    return questions;
}

[[nodiscard]] boost::json::value period_of(const standard& standard) {
    const auto days = standard.period();
    if (!days) { return nullptr; }
    return boost::json::object{{"first", view(to_string(days->first))}, {"last", view(to_string(days->last))}};
}

[[nodiscard]] boost::json::array readings_of(const standard& standard) {
    boost::json::array readings;
    for (const reading& reading : standard.readings()) {
        const option& chosen = reading.options[reading.chosen];
        readings.emplace_back(boost::json::object{{"name", view(reading.name)},
                                                  {"option", view(chosen.name)},
                                                  {"default", reading.chosen == reading.default_option},
                                                  {"label", to_object(chosen.label)},
                                                  {"cites", to_array(reading.cites)}});
    }
    return readings;
}

[[nodiscard]] boost::json::array possible_outcomes_of(const assessment& answer, const standard& standard) {
    boost::json::array outcomes;
    for (std::uint32_t index = 0; index < standard.outcomes().size(); ++index) {
        if (!answer.outcomes().contains(index)) { continue; }
        const outcome& outcome = standard.outcomes()[index];
        outcomes.emplace_back(boost::json::object{{"name", view(outcome.name)}, {"label", to_object(outcome.label)}});
    }
    return outcomes;
}

[[nodiscard]] boost::json::array problems_of(const assessment& answer) {
    boost::json::array problems;
    for (const diagnostic& problem : answer.problems()) {
        problems.emplace_back(boost::json::object{{"code", view(problem.code)},
                                                  {"fact", clean_text(problem.where)},
                                                  {"message", clean_text(problem.message)},
                                                  {"help", clean_text(problem.help)}});
    }
    return problems;
}

} // namespace
} // namespace impl::json

std::string to_json(const assessment& answer, const explain_options& options) {
    using namespace impl::json;
    const standard standard = answer.standard();
    const document& document = standard.document();
    const auto due = standard.decide_before();
    boost::json::object object;
    object.emplace("subject", text_or_null(options.subject));
    object.emplace("standard", view(standard.name()));
    object.emplace("title", to_object(standard.title()));
    object.emplace("document", view(document.number));
    object.emplace("document_title", to_object(document.title));
    object.emplace("document_status", view(to_string(standard.status())));
    object.emplace("jurisdiction", text_or_null(standard.jurisdiction()));
    object.emplace("amended_by", to_array(standard.amended_by()));
    object.emplace("rules_digest", view(standard.digest()));
    object.emplace("rules_date", view(to_string(standard.on())));
    object.emplace("period", period_of(standard));
    object.emplace("decide_before", text_or_null(due ? to_string(*due) : std::string()));
    object.emplace("readings", readings_of(standard));
    object.emplace("decided", answer.decided());
    object.emplace("outcome", text_or_null(answer.outcome() != nullptr ? answer.outcome()->name : std::string()));
    object.emplace("possible_outcomes", possible_outcomes_of(answer, standard));
    object.emplace("because", to_array(answer.because()));
    object.emplace("exit", exit_of(answer));
    object.emplace("total", to_value(answer.total()));
    object.emplace("maximum", to_value(answer.maximum()));
    object.emplace("adjustments", adjustments_of(answer));
    object.emplace("facts", to_object(answer.facts_used()));
    object.emplace("findings", findings_of(answer));
    object.emplace("report", report_of(answer));
    object.emplace("questions", questions_of(answer));
    object.emplace("problems", problems_of(answer));
    return boost::json::serialize(object);
}

} // namespace TIEUCHI_NAMESPACE
