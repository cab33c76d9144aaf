// SPDX-License-Identifier: Apache-2.0
#include "bindings.hpp"
#include "nouns.hpp"
#include "values.hpp"

#include <tieuchi/standard.hpp>

#include <cstdint>
#include <string>

namespace tieuchi::python {

namespace {

/// From what is given by the names of facts.
[[nodiscard]] assessment assess(const standard& by, const nb::dict& given) {
    facts known(by);
    for (const auto [name, value] : given) {
        const std::string fact = utf8(name);
        known.set(fact, to_value(fact, value));
    }
    return by.assess(known);
}

/// From what `bounds` of an assessment gave.
[[nodiscard]] assessment assess_again(const standard& by, const nb::iterable& bounds) {
    facts known(by);
    for (const nb::handle one : bounds) {
        const auto slot = nb::cast<std::uint32_t>(one[0]);
        if (slot >= by.facts().size()) { throw nb::index_error("no such fact"); }
        known.set_between(slot, decimal::from_units(nb::cast<std::int64_t>(one[1])),
                          decimal::from_units(nb::cast<std::int64_t>(one[2])));
    }
    return by.assess(known);
}

} // namespace

void bind_standard(nb::module_& to) {
    using namespace nb::literals;
    nb::class_<standard>(to, "Standard")
        .def_prop_ro("name", [](const standard& of) { return text(of.name()); })
        .def_prop_ro("title", [](const standard& of) { return to_python(of.title()); })
        .def_prop_ro("document", [](const standard& of) { return to_python(of.document()); })
        .def_prop_ro("amended_by", [](const standard& of) { return tuple_of(of.amended_by()); })
        .def_prop_ro("jurisdiction", [](const standard& of) { return text(of.jurisdiction()); })
        .def_prop_ro("status", [](const standard& of) { return text(to_string(of.status())); })
        .def_prop_ro("kinds", [](const standard& of) { return tuple_of(of.kinds()); })
        .def_prop_ro("cites", [](const standard& of) { return tuple_of(of.cites()); })
        .def_prop_ro("on", [](const standard& of) { return to_python(of.on()); })
        .def_prop_ro("period", [](const standard& of) { return to_python(of.period()); })
        .def_prop_ro("window_cite", [](const standard& of) { return text(of.window_cite()); })
        .def_prop_ro("decide_before", [](const standard& of) { return to_python(of.decide_before()); })
        .def_prop_ro("decided_by", [](const standard& of) { return to_python(of.decided_by()); })
        .def_prop_ro("deadline_cite", [](const standard& of) { return text(of.deadline_cite()); })
        .def_prop_ro("digest", [](const standard& of) { return text(of.digest()); })
        .def_prop_ro(
            "facts",
            [](const standard& of) { return tuple_of(of.facts(), [&](const fact& one) { return to_python(one, of.facts()); }); })
        .def_prop_ro("criteria", [](const standard& of) { return tuple_of(of.criteria()); })
        .def_prop_ro("outcomes", [](const standard& of) { return tuple_of(of.outcomes()); })
        .def_prop_ro("readings", [](const standard& of) { return tuple_of(of.readings()); })
        .def_prop_ro("exits", [](const standard& of) { return tuple_of(of.exits()); })
        .def_prop_ro("adjustments",
                     [](const standard& of) {
                         return tuple_of(of.adjustments(), [&](const adjustment& one) { return to_python(one, of.outcomes()); });
                     })
        .def_prop_ro("quotas",
                     [](const standard& of) {
                         return tuple_of(of.quotas(), [&](const quota& one) { return to_python(one, of.outcomes()); });
                     })
        .def("assess", &assess, "facts"_a)
        .def("assess_again", &assess_again, "bounds"_a);
}

} // namespace tieuchi::python
