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

/// One bound of a fact.
[[nodiscard]] nb::object value_of(const fact& of, decimal bound) {
    const std::int64_t whole = bound.units() / decimal::one;
    switch (of.type) {
    case fact_type::yes_no: return nb::bool_(whole != 0);
    case fact_type::count: return nb::int_(whole);
    case fact_type::date: return to_python(date_from_days(whole));
    case fact_type::one_of: return text(of.options[static_cast<std::size_t>(whole)].name);
    case fact_type::number:
    case fact_type::percent:
    case fact_type::judged: break;
    }
    return to_python(bound);
}

} // namespace

noun_class noun(const char* name) { return noun_class(nb::module_::import_("tieuchi").attr(name)); }

nb::object to_python(decimal of) { return nb::module_::import_("decimal").attr("Decimal")(text(of.str())); }

nb::object to_python(date of) { return nb::module_::import_("datetime").attr("date")(int{of.year}, int{of.month}, int{of.day}); }

nb::object to_python(const period& of) { return nb::make_tuple(to_python(of.first), to_python(of.last)); }

nb::object to_python(const decimal_range& of) { return noun("DecimalRange")(to_python(of.least), to_python(of.most)); }

nb::object to_python(const labels& of) {
    return noun("Labels")(
        tuple_of(of.entries(), [](const labels::entry& one) { return nb::make_tuple(text(one.language), text(one.text)); }));
}

nb::object to_python(const diagnostic& of) {
    const auto at = of.origin ? std::optional(of.origin->position_of(of.at.begin)) : std::nullopt;
    return noun("Diagnostic")("code"_a = text(of.code), "severity"_a = of.is_error() ? "error" : "warning",
                              "message"_a = text(of.message), "help"_a = text(of.help), "where"_a = text(of.where),
                              "source"_a = of.origin ? nb::object(text(of.origin->name())) : nb::none(),
                              "line"_a = at ? nb::object(nb::int_(at->line)) : nb::none(),
                              "column"_a = at ? nb::object(nb::int_(at->column)) : nb::none(), "text"_a = text(of.str()));
}

nb::object to_python(const document& of) {
    return noun("Document")("number"_a = text(of.number), "title"_a = to_python(of.title), "issuer"_a = to_python(of.issuer),
                            "note"_a = to_python(of.note), "status"_a = text(to_string(of.status)),
                            "in_force_from"_a = to_python(of.in_force_from), "in_force_to"_a = to_python(of.in_force_to),
                            "replaces"_a = tuple_of(of.replaces), "amends"_a = tuple_of(of.amends),
                            "jurisdiction"_a = text(of.jurisdiction), "sources"_a = tuple_of(of.sources));
}

nb::object to_python(const option& of) { return noun("Option")("name"_a = text(of.name), "label"_a = to_python(of.label)); }

nb::object to_python(const outcome& of) {
    return noun("Outcome")("name"_a = text(of.name), "label"_a = to_python(of.label), "cite"_a = text(of.cite));
}

nb::object to_python(const reading& of) {
    return noun("Reading")("name"_a = text(of.name), "label"_a = to_python(of.label), "options"_a = tuple_of(of.options),
                           "default"_a = text(of.options[of.default_option].name), "chosen"_a = text(of.options[of.chosen].name),
                           "cites"_a = tuple_of(of.cites));
}

nb::object to_python(const exit_rule& of) {
    return noun("Exit")("kind"_a = text(name_of(of.kind)), "cite"_a = text(of.cite), "label"_a = to_python(of.label),
                        "to"_a = to_python(of.to), "document"_a = text(of.document));
}

nb::object to_python(const criterion& of) {
    return noun("Criterion")("clause"_a = text(of.clause), "document"_a = text(of.document), "title"_a = to_python(of.title),
                             "note"_a = to_python(of.note), "rule"_a = text(name_of(of.rule)), "scored"_a = of.scored,
                             "maximum"_a = of.scored ? to_python(of.maximum) : nb::none(), "event"_a = of.event,
                             "needs_judgement"_a = of.needs_judgement, "needed"_a = of.needed, "depth"_a = of.depth,
                             "parent"_a = to_python(of.parent), "children"_a = tuple_of(of.children),
                             "cites"_a = tuple_of(of.cites));
}

nb::object to_python(const fact& of, const std::vector<fact>& all) {
    const bool number = is_number(of.type);
    nb::object by = nb::none();
    if (of.by) { by = nb::make_tuple(int{of.by->month}, int{of.by->day}); }
    return noun("Fact")("name"_a = text(of.name), "type"_a = text(to_string(of.type)), "label"_a = to_python(of.label),
                        "question"_a = to_python(of.question), "evidence"_a = to_python(of.evidence),
                        "options"_a = tuple_of(of.options), "ordered"_a = of.ordered,
                        "least"_a = number ? to_python(of.least) : nb::none(),
                        "most"_a = number ? to_python(of.most) : nb::none(), "scale"_a = of.scale,
                        "step"_a = of.type == fact_type::judged ? to_python(of.step) : nb::none(),
                        "at_most"_a = of.at_most ? nb::object(text(all[*of.at_most].name)) : nb::none(), "by"_a = by,
                        "only_for"_a = tuple_of(of.only_for), "previous"_a = of.previous, "from_subunits"_a = of.from_subunits,
                        "from_outcome"_a = of.from_outcome, "valid_answers"_a = text(of.valid_answers()));
}

nb::object to_python(const adjustment& of, const std::vector<outcome>& outcomes) {
    return noun("Adjustment")("kind"_a = text(name_of(of.kind)), "outcome"_a = text(outcomes[of.outcome].name),
                              "cites"_a = tuple_of(of.cites), "label"_a = to_python(of.label), "document"_a = text(of.document));
}

nb::object to_python(const quota& of, const std::vector<outcome>& outcomes) {
    return noun("Quota")("outcome"_a = text(outcomes[of.outcome].name), "percent"_a = to_python(of.percent),
                         "counted_outcome"_a =
                             of.counted_outcome ? nb::object(text(outcomes[*of.counted_outcome].name)) : nb::none(),
                         "or_better"_a = of.or_better, "fewer_than"_a = to_python(of.fewer_than),
                         "then_at_most"_a = to_python(of.then_at_most), "cite"_a = text(of.cite));
}

nb::object to_python(const fact_value& of) {
    const bool unknown = of.unknown();
    return noun("FactValue")("name"_a = text(of.fact->name),
                             "least"_a = unknown ? nb::none() : value_of(*of.fact, of.range.least),
                             "most"_a = unknown ? nb::none() : value_of(*of.fact, of.range.most), "text"_a = text(of.text()));
}

nb::object to_python(const subject_count& of) { return noun("SubjectCount")(of.least, of.most); }

nb::tuple names_of(outcome_set set, const standard& of) {
    nb::list names;
    for (std::uint32_t i = 0; i < of.outcomes().size(); ++i) {
        if (set.contains(i)) { names.append(text(of.outcomes()[i].name)); }
    }
    return nb::tuple(names);
}

void raise(const char* exception, const diagnostics& problems) {
    const noun_class type = noun(exception);
    const nb::object made = type(tuple_of(problems));
    PyErr_SetObject(type.type().ptr(), made.ptr());
    throw nb::python_error();
}

} // namespace tieuchi::python
