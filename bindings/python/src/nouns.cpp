// SPDX-License-Identifier: Apache-2.0
#include "nouns.hpp"

#include <cstdint>
#include <string>

namespace tieuchi::python {

using namespace nb::literals;

namespace {

[[nodiscard]] std::string_view name_of(criterion_rule rule) {
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

[[nodiscard]] std::string_view name_of(exit_kind kind) {
    switch (kind) {
    case exit_kind::not_subject: return "not_subject";
    case exit_kind::not_assessed: return "not_assessed";
    case exit_kind::referred: break;
    }
    return "referred";
}

[[nodiscard]] std::string_view name_of(adjustment_kind kind) {
    switch (kind) {
    case adjustment_kind::at_most: return "at_most";
    case adjustment_kind::at_least: return "at_least";
    case adjustment_kind::exactly: break;
    }
    return "exactly";
}

[[nodiscard]] bool is_number(fact_type type) {
    return type == fact_type::count || type == fact_type::number || type == fact_type::percent || type == fact_type::judged;
}

/// One bound of a fact, as a value of the fact's type.
[[nodiscard]] nb::object value_of(const fact& fact, decimal bound) {
    const std::int64_t whole = bound.units() / decimal::one;
    switch (fact.type) {
    case fact_type::yes_no: return nb::bool_(whole != 0);
    case fact_type::count: return nb::int_(whole);
    case fact_type::date: return to_python(date_from_days(whole));
    case fact_type::one_of: return text(fact.options[static_cast<std::size_t>(whole)].name);
    case fact_type::number:
    case fact_type::percent:
    case fact_type::judged: break;
    }
    return to_python(bound);
}

} // namespace

noun_class noun(const char* name) { return noun_class(nb::module_::import_("tieuchi").attr(name)); }

nb::object to_python(decimal number) { return nb::module_::import_("decimal").attr("Decimal")(text(number.str())); }

nb::object to_python(date day) {
    return nb::module_::import_("datetime").attr("date")(int{day.year}, int{day.month}, int{day.day});
}

nb::object to_python(const period& span) { return nb::make_tuple(to_python(span.first), to_python(span.last)); }

nb::object to_python(const decimal_range& range) { return noun("DecimalRange")(to_python(range.least), to_python(range.most)); }

nb::object to_python(const labels& texts) {
    return noun("Labels")(tuple_of(
        texts.entries(), [](const labels::entry& entry) { return nb::make_tuple(text(entry.language), text(entry.text)); }));
}

nb::object to_python(const diagnostic& problem) {
    const auto at = problem.origin ? std::optional(problem.origin->position_of(problem.at.begin)) : std::nullopt;
    return noun("Diagnostic")("code"_a = text(problem.code), "severity"_a = problem.is_error() ? "error" : "warning",
                              "message"_a = text(problem.message), "help"_a = text(problem.help), "where"_a = text(problem.where),
                              "source"_a = problem.origin ? nb::object(text(problem.origin->name())) : nb::none(),
                              "line"_a = at ? nb::object(nb::int_(at->line)) : nb::none(),
                              "column"_a = at ? nb::object(nb::int_(at->column)) : nb::none(), "text"_a = text(problem.str()));
}

nb::object to_python(const document& document) {
    return noun("Document")("number"_a = text(document.number), "title"_a = to_python(document.title),
                            "issuer"_a = to_python(document.issuer), "note"_a = to_python(document.note),
                            "status"_a = text(to_string(document.status)), "in_force_from"_a = to_python(document.in_force_from),
                            "in_force_to"_a = to_python(document.in_force_to), "replaces"_a = tuple_of(document.replaces),
                            "amends"_a = tuple_of(document.amends), "jurisdiction"_a = text(document.jurisdiction),
                            "sources"_a = tuple_of(document.sources));
}

nb::object to_python(const option& option) {
    return noun("Option")("name"_a = text(option.name), "label"_a = to_python(option.label));
}

nb::object to_python(const outcome& outcome) {
    return noun("Outcome")("name"_a = text(outcome.name), "label"_a = to_python(outcome.label), "cite"_a = text(outcome.cite));
}

nb::object to_python(const reading& reading) {
    return noun("Reading")("name"_a = text(reading.name), "label"_a = to_python(reading.label),
                           "options"_a = tuple_of(reading.options),
                           "default"_a = text(reading.options[reading.default_option].name),
                           "chosen"_a = text(reading.options[reading.chosen].name), "cites"_a = tuple_of(reading.cites));
}

nb::object to_python(const exit_rule& rule) {
    return noun("Exit")("kind"_a = text(name_of(rule.kind)), "cite"_a = text(rule.cite), "label"_a = to_python(rule.label),
                        "to"_a = to_python(rule.to), "document"_a = text(rule.document));
}

nb::object to_python(const criterion& criterion) {
    return noun("Criterion")("clause"_a = text(criterion.clause), "document"_a = text(criterion.document),
                             "title"_a = to_python(criterion.title), "note"_a = to_python(criterion.note),
                             "rule"_a = text(name_of(criterion.rule)), "scored"_a = criterion.scored,
                             "maximum"_a = criterion.scored ? to_python(criterion.maximum) : nb::none(),
                             "event"_a = criterion.event, "needs_judgement"_a = criterion.needs_judgement,
                             "needed"_a = criterion.needed, "depth"_a = criterion.depth, "parent"_a = to_python(criterion.parent),
                             "children"_a = tuple_of(criterion.children), "cites"_a = tuple_of(criterion.cites));
}

nb::object to_python(const fact& fact_info, const std::vector<fact>& all_facts) {
    const bool is_numeric = is_number(fact_info.type);
    nb::object by_day = nb::none();
    if (fact_info.by) { by_day = nb::make_tuple(int{fact_info.by->month}, int{fact_info.by->day}); }
    return noun("Fact")("name"_a = text(fact_info.name), "type"_a = text(to_string(fact_info.type)),
                        "label"_a = to_python(fact_info.label), "question"_a = to_python(fact_info.question),
                        "evidence"_a = to_python(fact_info.evidence), "options"_a = tuple_of(fact_info.options),
                        "ordered"_a = fact_info.ordered, "least"_a = is_numeric ? to_python(fact_info.least) : nb::none(),
                        "most"_a = is_numeric ? to_python(fact_info.most) : nb::none(), "scale"_a = fact_info.scale,
                        "step"_a = fact_info.type == fact_type::judged ? to_python(fact_info.step) : nb::none(),
                        "at_most"_a = fact_info.at_most ? nb::object(text(all_facts[*fact_info.at_most].name)) : nb::none(),
                        "by"_a = by_day, "only_for"_a = tuple_of(fact_info.only_for), "previous"_a = fact_info.previous,
                        "from_subunits"_a = fact_info.from_subunits, "from_outcome"_a = fact_info.from_outcome,
                        "valid_answers"_a = text(fact_info.valid_answers()));
}

nb::object to_python(const adjustment& change, const std::vector<outcome>& outcomes) {
    return noun("Adjustment")("kind"_a = text(name_of(change.kind)), "outcome"_a = text(outcomes[change.outcome].name),
                              "cites"_a = tuple_of(change.cites), "label"_a = to_python(change.label),
                              "document"_a = text(change.document));
}

nb::object to_python(const quota& quota, const std::vector<outcome>& outcomes) {
    return noun("Quota")("outcome"_a = text(outcomes[quota.outcome].name), "percent"_a = to_python(quota.percent),
                         "counted_outcome"_a =
                             quota.counted_outcome ? nb::object(text(outcomes[*quota.counted_outcome].name)) : nb::none(),
                         "or_better"_a = quota.or_better, "fewer_than"_a = to_python(quota.fewer_than),
                         "then_at_most"_a = to_python(quota.then_at_most), "cite"_a = text(quota.cite));
}

nb::object to_python(const fact_value& value) {
    const bool unknown = value.unknown();
    return noun("FactValue")(
        "name"_a = text(value.fact->name), "least"_a = unknown ? nb::none() : value_of(*value.fact, value.range.least),
        "most"_a = unknown ? nb::none() : value_of(*value.fact, value.range.most), "text"_a = text(value.text()));
}

nb::object to_python(const subject_count& count) { return noun("SubjectCount")(count.least, count.most); }

nb::tuple names_of(outcome_set outcomes, const standard& standard) {
    nb::list names;
    for (std::uint32_t i = 0; i < standard.outcomes().size(); ++i) {
        if (outcomes.contains(i)) { names.append(text(standard.outcomes()[i].name)); }
    }
    return nb::tuple(names);
}

void raise(const char* exception, const diagnostics& problems) {
    const noun_class type = noun(exception);
    const nb::object error = type(tuple_of(problems));
    PyErr_SetObject(type.type().ptr(), error.ptr());
    throw nb::python_error();
}

} // namespace tieuchi::python
