// SPDX-License-Identifier: Apache-2.0
#include "bindings.hpp"
#include "nouns.hpp"

#include <tieuchi/json.hpp>
#include <tieuchi/standard.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace tieuchi::python {

using namespace nb::literals;

namespace {

[[nodiscard]] nb::tuple findings(const assessment& of) {
    std::uint32_t index = 0;
    return tuple_of(of.findings(), [&](const finding& one) {
        return noun("Finding")("criterion"_a = to_python(*one.criterion), "status"_a = text(to_string(one.status)),
                               "without_exception"_a = text(to_string(one.without_exception)), "excepted"_a = one.excepted,
                               "points"_a = to_python(one.points), "maximum"_a = to_python(one.maximum),
                               "lost"_a = to_python(one.lost()), "facts"_a = tuple_of(of.facts_of(index++)));
    });
}

[[nodiscard]] nb::tuple questions(const assessment& of) {
    const standard by = of.standard();
    return tuple_of(of.questions(), [&](const question& one) {
        return noun("Question")("fact"_a = to_python(*one.fact, by.facts()), "clauses"_a = tuple_of(one.clauses),
                                "needs_judgement"_a = one.needs_judgement, "can_decide"_a = one.can_decide,
                                "by"_a = text(one.by));
    });
}

[[nodiscard]] nb::tuple adjustments(const assessment& of) {
    const standard by = of.standard();
    return tuple_of(of.adjustments(), [&](const applied_adjustment& one) {
        return noun("AppliedAdjustment")("adjustment"_a = to_python(*one.adjustment, by.outcomes()), "certain"_a = one.certain,
                                         "holds"_a = one.holds, "idle"_a = one.idle, "facts"_a = tuple_of(of.facts_of(one)));
    });
}

/// Why, where quotas left the outcomes of these names.
[[nodiscard]] nb::tuple because_after(const assessment& of, const nb::tuple& left) {
    const standard by = of.standard();
    std::uint64_t outcomes = 0;
    for (const nb::handle one : left) {
        const std::string name = utf8(one);
        for (std::uint32_t i = 0; i < by.outcomes().size(); ++i) {
            outcomes |= std::uint64_t{by.outcomes()[i].name == name} << i;
        }
    }
    return tuple_of(of.because(outcome_set(outcomes)));
}

/// Slot, least and most, in millionths, of each fact of which something is known.
[[nodiscard]] nb::tuple bounds(const assessment& of) {
    nb::list known;
    const standard by = of.standard();
    for (std::uint32_t slot = 0; slot < by.facts().size(); ++slot) {
        const fact_value one = of.fact_as_read(slot);
        if (one.unknown()) { continue; }
        known.append(nb::make_tuple(slot, one.range.least.units(), one.range.most.units()));
    }
    return nb::tuple(known);
}

[[nodiscard]] nb::str written(std::string (*write)(const assessment&, const explain_options&), const assessment& answer,
                              nb::str language, nb::str subject) {
    const std::string language_name = utf8(language);
    const std::string subject_name = utf8(subject);
    return text(write(answer, {language_name, subject_name}));
}

} // namespace

void bind_assessment(nb::module_& to) {
    nb::class_<assessment>(to, "Assessment")
        .def_prop_ro("standard", [](const assessment& of) { return of.standard(); })
        .def_prop_ro("possible",
                     [](const assessment& of) {
                         const standard by = of.standard();
                         return names_of(of.outcomes(), by);
                     })
        .def_prop_ro("exit", [](const assessment& of) { return of.exit() ? to_python(*of.exit()) : nb::none(); })
        .def_prop_ro("total", [](const assessment& of) { return to_python(of.total()); })
        .def_prop_ro("maximum", [](const assessment& of) { return to_python(of.maximum()); })
        .def_prop_ro("because", [](const assessment& of) { return tuple_of(of.because()); })
        .def("because_after", &because_after, "left"_a)
        .def_prop_ro("adjustments", &adjustments)
        .def_prop_ro("findings", &findings)
        .def_prop_ro("strengths", [](const assessment& of) { return tuple_of(of.strengths()); })
        .def_prop_ro("shortcomings", [](const assessment& of) { return tuple_of(of.shortcomings()); })
        .def_prop_ro("still_open", [](const assessment& of) { return tuple_of(of.still_open()); })
        .def_prop_ro("not_applicable", [](const assessment& of) { return tuple_of(of.not_applicable()); })
        .def_prop_ro("exceptions", [](const assessment& of) { return tuple_of(of.exceptions()); })
        .def_prop_ro("questions", &questions)
        .def_prop_ro("facts_used", [](const assessment& of) { return tuple_of(of.facts_used()); })
        .def_prop_ro("bounds", &bounds)
        .def_prop_ro("problems", [](const assessment& of) { return tuple_of(of.problems()); })
        .def(
            "explain",
            [](const assessment& of, nb::str language, nb::str subject) { return written(&explain, of, language, subject); },
            "language"_a, "subject"_a)
        .def(
            "to_json",
            [](const assessment& of, nb::str language, nb::str subject) { return written(&to_json, of, language, subject); },
            "language"_a, "subject"_a);
}

} // namespace tieuchi::python
