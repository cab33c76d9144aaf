// SPDX-License-Identifier: Apache-2.0
#include "bindings.hpp"
#include "nouns.hpp"
#include "values.hpp"

#include <tieuchi/standard.hpp>

#include <cstdint>
#include <string>

namespace tieuchi::python {

namespace {

/// From values by the names of facts.
[[nodiscard]] assessment assess(const standard& standard, const nb::dict& values) {
    facts inputs(standard);
    for (const auto [name, value] : values) {
        const std::string fact = utf8(name);
        inputs.set(fact, to_value(fact, value));
    }
    return standard.assess(inputs);
}

/// From what `bounds` of an assessment returned.
[[nodiscard]] assessment assess_again(const standard& standard, const nb::iterable& bounds) {
    facts inputs(standard);
    for (const nb::handle bound : bounds) {
        const auto slot = nb::cast<std::uint32_t>(bound[0]);
        if (slot >= standard.facts().size()) { throw nb::index_error("no such fact"); }
        inputs.set_between(slot, decimal::from_units(nb::cast<std::int64_t>(bound[1])),
                           decimal::from_units(nb::cast<std::int64_t>(bound[2])));
    }
    return standard.assess(inputs);
}

} // namespace

void bind_standard(nb::module_& core) {
    using namespace nb::literals;
    nb::class_<standard>(core, "Standard")
        .def_prop_ro("name", [](const standard& standard) { return text(standard.name()); })
        .def_prop_ro("title", [](const standard& standard) { return to_python(standard.title()); })
        .def_prop_ro("document", [](const standard& standard) { return to_python(standard.document()); })
        .def_prop_ro("amended_by", [](const standard& standard) { return tuple_of(standard.amended_by()); })
        .def_prop_ro("jurisdiction", [](const standard& standard) { return text(standard.jurisdiction()); })
        .def_prop_ro("status", [](const standard& standard) { return text(to_string(standard.status())); })
        .def_prop_ro("kinds", [](const standard& standard) { return tuple_of(standard.kinds()); })
        .def_prop_ro("cites", [](const standard& standard) { return tuple_of(standard.cites()); })
        .def_prop_ro("on", [](const standard& standard) { return to_python(standard.on()); })
        .def_prop_ro("period", [](const standard& standard) { return to_python(standard.period()); })
        .def_prop_ro("window_cite", [](const standard& standard) { return text(standard.window_cite()); })
        .def_prop_ro("decide_before", [](const standard& standard) { return to_python(standard.decide_before()); })
        .def_prop_ro("decided_by", [](const standard& standard) { return to_python(standard.decided_by()); })
        .def_prop_ro("deadline_cite", [](const standard& standard) { return text(standard.deadline_cite()); })
        .def_prop_ro("digest", [](const standard& standard) { return text(standard.digest()); })
        .def_prop_ro("facts",
                     [](const standard& standard) {
                         return tuple_of(standard.facts(),
                                         [&](const fact& fact_info) { return to_python(fact_info, standard.facts()); });
                     })
        .def_prop_ro("criteria", [](const standard& standard) { return tuple_of(standard.criteria()); })
        .def_prop_ro("outcomes", [](const standard& standard) { return tuple_of(standard.outcomes()); })
        .def_prop_ro("readings", [](const standard& standard) { return tuple_of(standard.readings()); })
        .def_prop_ro("exits", [](const standard& standard) { return tuple_of(standard.exits()); })
        .def_prop_ro("adjustments",
                     [](const standard& standard) {
                         return tuple_of(standard.adjustments(),
                                         [&](const adjustment& change) { return to_python(change, standard.outcomes()); });
                     })
        .def_prop_ro("quotas",
                     [](const standard& standard) {
                         return tuple_of(standard.quotas(),
                                         [&](const quota& quota) { return to_python(quota, standard.outcomes()); });
                     })
        .def("assess", &assess, "facts"_a)
        .def("assess_again", &assess_again, "bounds"_a);
}

} // namespace tieuchi::python
