// SPDX-License-Identifier: Apache-2.0
// An assessment as JSON, after docs/assessment.schema.json. Keys stand in a fixed order; decimals are strings, to stay exact.
#include "plan/bound.hpp"

#include <tieuchi/explain.hpp>
#include <tieuchi/standard.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace TIEUCHI_NAMESPACE {

namespace impl::explain {
namespace {

namespace json = boost::json;

[[nodiscard]] json::string_view view(std::string_view text) { return {text.data(), text.size()}; }

[[nodiscard]] json::object to_object(const labels& of) {
    json::object made;
    for (const auto& one : of.entries()) { made.emplace(view(one.language.empty() ? "und" : one.language), view(one.text)); }
    return made;
}

[[nodiscard]] json::array to_array(const std::vector<std::string>& texts) {
    json::array made;
    for (const auto& one : texts) { made.emplace_back(view(one)); }
    return made;
}

[[nodiscard]] json::value to_value(const fact& of, decimal bound) {
    const std::int64_t whole = bound.units() / decimal::one;
    switch (of.type) {
    case fact_type::yes_no: return json::value(whole != 0);
    case fact_type::count: return json::value(whole);
    case fact_type::date: return json::value(view(to_string(date_from_days(whole))));
    case fact_type::one_of: return json::value(view(of.options[static_cast<std::size_t>(whole)].name));
    case fact_type::number:
    case fact_type::percent:
    case fact_type::judged: break;
    }
    return json::value(view(bound.str()));
}

/// A value; null when nothing is known; `{"least": …, "most": …}` when only bounds are.
[[nodiscard]] json::value to_value(const fact_value& one) {
    if (one.known()) { return to_value(*one.fact, one.range.least); }
    if (one.unknown()) { return nullptr; }
    json::object between;
    between.emplace("least", to_value(*one.fact, one.range.least));
    between.emplace("most", to_value(*one.fact, one.range.most));
    return between;
}

[[nodiscard]] json::object to_object(const std::vector<fact_value>& facts) {
    json::object made;
    for (const auto& one : facts) { made.emplace(view(one.fact->name), to_value(one)); }
    return made;
}

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

[[nodiscard]] json::value to_value(const std::optional<decimal_range>& range) {
    if (!range) { return nullptr; }
    return json::object{{"least", view(range->least.str())}, {"most", view(range->most.str())}};
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

[[nodiscard]] json::value exit_of(const assessment& answer) {
    const exit_rule* const one = answer.exit();
    if (one == nullptr) { return nullptr; }
    return json::object{{"kind", view(to_string(one->kind))},
                        {"label", to_object(one->label)},
                        {"to", to_object(one->to)},
                        {"cite", view(one->cite)},
                        {"document", view(one->document)}};
}

[[nodiscard]] json::array adjustments_of(const assessment& answer) {
    json::array all;
    const tieuchi::standard of = answer.standard();
    for (const auto& one : answer.adjustments()) {
        all.emplace_back(json::object{{"kind", view(to_string(one.adjustment->kind))},
                                      {"outcome", view(of.outcomes()[one.adjustment->outcome].name)},
                                      {"certain", one.certain},
                                      {"holds", one.holds},
                                      {"idle", one.idle},
                                      {"label", to_object(one.adjustment->label)},
                                      {"cites", to_array(one.adjustment->cites)},
                                      {"document", view(one.adjustment->document)}});
    }
    return all;
}

[[nodiscard]] json::array findings_of(const assessment& answer) {
    json::array all;
    for (std::uint32_t i = 0; i < answer.findings().size(); ++i) {
        const finding& one = answer.findings()[i];
        const criterion& of = *one.criterion;
        json::object made;
        made.emplace("clause", view(of.clause));
        made.emplace("document", view(of.document));
        made.emplace("parent",
                     of.parent ? json::value(view(answer.findings()[*of.parent].criterion->clause)) : json::value(nullptr));
        made.emplace("title", to_object(of.title));
        made.emplace("rule", view(to_string(of.rule)));
        made.emplace("event", of.event);
        made.emplace("status", view(to_string(one.status)));
        made.emplace("excepted", one.excepted);
        made.emplace("points", to_value(one.points));
        made.emplace("maximum", to_value(one.maximum));
        made.emplace("lost", to_value(one.lost()));
        made.emplace("needs_judgement", of.needs_judgement);
        made.emplace("facts", to_object(answer.facts_of(i)));
        made.emplace("cites", to_array(of.cites));
        all.emplace_back(std::move(made));
    }
    return all;
}

[[nodiscard]] json::object report_of(const assessment& answer) {
    json::object made;
    const auto add = [&](std::string_view name, const std::vector<std::uint32_t>& findings) {
        json::array clauses;
        for (const std::uint32_t at : findings) { clauses.emplace_back(view(answer.findings()[at].criterion->clause)); }
        made.emplace(view(name), std::move(clauses));
    };
    add("shortcomings", answer.shortcomings());
    add("still_open", answer.still_open());
    add("exceptions", answer.exceptions());
    add("strengths", answer.strengths());
    add("not_applicable", answer.not_applicable());
    return made;
}

[[nodiscard]] json::array questions_of(const assessment& answer) {
    json::array all;
    for (const auto& one : answer.questions()) {
        json::object made;
        made.emplace("fact", view(one.fact->name));
        made.emplace("type", view(to_string(one.fact->type)));
        made.emplace("label", to_object(one.fact->label));
        made.emplace("question", to_object(one.fact->question));
        made.emplace("evidence", to_object(one.fact->evidence));
        made.emplace("clauses", to_array(one.clauses));
        made.emplace("valid_answers", view(one.fact->valid_answers()));
        json::array options;
        for (const auto& option : one.fact->options) {
            options.emplace_back(json::object{{"name", view(option.name)}, {"label", to_object(option.label)}});
        }
        made.emplace("options", std::move(options));
        made.emplace("by", one.by.empty() ? json::value(nullptr) : json::value(view(one.by)));
        made.emplace("needs_judgement", one.needs_judgement);
        made.emplace("can_decide", one.can_decide);
        all.emplace_back(std::move(made));
    }
    return all;
}

} // namespace
} // namespace impl::explain

std::string to_json(const assessment& answer, const telling& how) {
    using namespace impl::explain;
    const tieuchi::standard of = answer.standard();
    json::object made;
    made.emplace("subject", how.subject.empty() ? json::value(nullptr) : json::value(view(how.subject)));
    made.emplace("standard", view(of.name()));
    made.emplace("title", to_object(of.title()));
    made.emplace("document", view(of.document().number));
    made.emplace("document_title", to_object(of.document().title));
    made.emplace("document_status", view(to_string(of.status())));
    made.emplace("place", of.place().empty() ? json::value(nullptr) : json::value(view(of.place())));
    made.emplace("amended_by", to_array(of.amended_by()));
    made.emplace("rules_digest", view(of.digest()));
    made.emplace("rules_date", view(to_string(of.on())));
    made.emplace("period", nullptr);
    if (const auto days = of.period()) {
        made["period"] = json::object{{"first", view(to_string(days->first))}, {"last", view(to_string(days->last))}};
    }
    const auto due = of.decide_before();
    made.emplace("decide_before", due ? json::value(view(to_string(*due))) : json::value(nullptr));
    json::array readings;
    for (const auto& one : of.readings()) {
        readings.emplace_back(json::object{{"name", view(one.name)},
                                           {"option", view(one.options[one.chosen].name)},
                                           {"default", one.chosen == one.standard_option},
                                           {"label", to_object(one.options[one.chosen].label)},
                                           {"cites", to_array(one.cites)}});
    }
    made.emplace("readings", std::move(readings));
    made.emplace("decided", answer.decided());
    made.emplace("outcome", answer.outcome() != nullptr ? json::value(view(answer.outcome()->name)) : json::value(nullptr));
    json::array possible;
    for (std::uint32_t i = 0; i < of.outcomes().size(); ++i) {
        if (answer.outcomes().contains(i)) {
            possible.emplace_back(
                json::object{{"name", view(of.outcomes()[i].name)}, {"label", to_object(of.outcomes()[i].label)}});
        }
    }
    made.emplace("possible_outcomes", std::move(possible));
    made.emplace("because", to_array(answer.because()));
    made.emplace("exit", exit_of(answer));
    made.emplace("total", to_value(answer.total()));
    made.emplace("maximum", to_value(answer.maximum()));
    made.emplace("adjustments", adjustments_of(answer));
    made.emplace("facts", to_object(answer.facts_used()));
    made.emplace("findings", findings_of(answer));
    made.emplace("report", report_of(answer));
    made.emplace("questions", questions_of(answer));
    json::array problems;
    for (const auto& one : answer.problems()) {
        problems.emplace_back(json::object{
            {"code", view(one.code)}, {"fact", view(one.where)}, {"message", view(one.message)}, {"help", view(one.help)}});
    }
    made.emplace("problems", std::move(problems));
    return json::serialize(made);
}

} // namespace TIEUCHI_NAMESPACE
