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

[[nodiscard]] nb::tuple findings(const assessment& answer) {
    std::uint32_t index = 0;
    return tuple_of(answer.findings(), [&](const finding& finding) {
        return noun("Finding")("criterion"_a = to_python(*finding.criterion), "status"_a = text(to_string(finding.status)),
                               "without_exception"_a = text(to_string(finding.without_exception)),
                               "excepted"_a = finding.excepted, "points"_a = to_python(finding.points),
                               "maximum"_a = to_python(finding.maximum), "lost"_a = to_python(finding.lost()),
                               "facts"_a = tuple_of(answer.facts_of(index++)));
    });
}

[[nodiscard]] nb::tuple questions(const assessment& answer) {
    const auto standard = answer.standard();
    return tuple_of(answer.questions(), [&](const question& question) {
        return noun("Question")("fact"_a = to_python(*question.fact, standard.facts()), "clauses"_a = tuple_of(question.clauses),
                                "needs_judgement"_a = question.needs_judgement, "can_decide"_a = question.can_decide,
                                "by"_a = text(question.by));
    });
}

[[nodiscard]] nb::tuple adjustments(const assessment& answer) {
    const auto standard = answer.standard();
    return tuple_of(answer.adjustments(), [&](const applied_adjustment& change) {
        return noun("AppliedAdjustment")("adjustment"_a = to_python(*change.adjustment, standard.outcomes()),
                                         "certain"_a = change.certain, "holds"_a = change.holds, "idle"_a = change.idle,
                                         "facts"_a = tuple_of(answer.facts_of(change)));
    });
}

/// The reasons, when quotas left only the outcomes with these names.
[[nodiscard]] nb::tuple because_after(const assessment& answer, const nb::tuple& names_left) {
    const auto standard = answer.standard();
    std::uint64_t outcomes = 0;
    for (const nb::handle item : names_left) {
        const std::string name = utf8(item);
        for (std::uint32_t i = 0; i < standard.outcomes().size(); ++i) {
            outcomes |= std::uint64_t{standard.outcomes()[i].name == name} << i;
        }
    }
    return tuple_of(answer.because(outcome_set(outcomes)));
}

/// Slot, least and most, in millionths, of each fact about which something is known.
[[nodiscard]] nb::tuple bounds(const assessment& answer) {
    nb::list bounds_of_facts;
    const auto standard = answer.standard();
    for (std::uint32_t slot = 0; slot < standard.facts().size(); ++slot) {
        const fact_value value = answer.fact_as_read(slot);
        if (value.unknown()) { continue; }
        bounds_of_facts.append(nb::make_tuple(slot, value.range.least.units(), value.range.most.units()));
    }
    return nb::tuple(bounds_of_facts);
}

[[nodiscard]] nb::str written(std::string (*write)(const assessment&, const explain_options&), const assessment& answer,
                              nb::str language, nb::str subject) {
    const std::string language_name = utf8(language);
    const std::string subject_name = utf8(subject);
    return text(write(answer, {language_name, subject_name}));
}

} // namespace

void bind_assessment(nb::module_& core) {
    nb::class_<assessment>(core, "Assessment")
        .def_prop_ro("standard", [](const assessment& answer) { return answer.standard(); })
        .def_prop_ro("possible",
                     [](const assessment& answer) {
                         const auto standard = answer.standard();
                         return names_of(answer.outcomes(), standard);
                     })
        .def_prop_ro("exit", [](const assessment& answer) { return answer.exit() ? to_python(*answer.exit()) : nb::none(); })
        .def_prop_ro("total", [](const assessment& answer) { return to_python(answer.total()); })
        .def_prop_ro("maximum", [](const assessment& answer) { return to_python(answer.maximum()); })
        .def_prop_ro("because", [](const assessment& answer) { return tuple_of(answer.because()); })
        .def("because_after", &because_after, "left"_a)
        .def_prop_ro("adjustments", &adjustments)
        .def_prop_ro("findings", &findings)
        .def_prop_ro("strengths", [](const assessment& answer) { return tuple_of(answer.strengths()); })
        .def_prop_ro("shortcomings", [](const assessment& answer) { return tuple_of(answer.shortcomings()); })
        .def_prop_ro("still_open", [](const assessment& answer) { return tuple_of(answer.still_open()); })
        .def_prop_ro("not_applicable", [](const assessment& answer) { return tuple_of(answer.not_applicable()); })
        .def_prop_ro("exceptions", [](const assessment& answer) { return tuple_of(answer.exceptions()); })
        .def_prop_ro("questions", &questions)
        .def_prop_ro("facts_used", [](const assessment& answer) { return tuple_of(answer.facts_used()); })
        .def_prop_ro("bounds", &bounds)
        .def_prop_ro("problems", [](const assessment& answer) { return tuple_of(answer.problems()); })
        .def(
            "explain",
            [](const assessment& answer, nb::str language, nb::str subject) {
                return written(&explain, answer, language, subject);
            },
            "language"_a, "subject"_a)
        .def(
            "to_json",
            [](const assessment& answer, nb::str language, nb::str subject) {
                return written(&to_json, answer, language, subject);
            },
            "language"_a, "subject"_a);
}

} // namespace tieuchi::python
