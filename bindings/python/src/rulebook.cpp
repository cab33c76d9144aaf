// SPDX-License-Identifier: Apache-2.0
#include "bindings.hpp"
#include "interpreter.hpp"
#include "nouns.hpp"
#include "values.hpp"

#include <tieuchi/rulebook.hpp>

#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace tieuchi::python {

namespace {

/// A pair of name and bytes for each file.
[[nodiscard]] std::vector<source_ptr> to_sources(const nb::iterable& given) {
    std::vector<source_ptr> sources;
    for (const nb::handle one : given) {
        const auto bytes = nb::cast<nb::bytes>(one[1]);
        sources.push_back(std::make_shared<const source>(utf8(one[0]), std::string(bytes.c_str(), bytes.size())));
    }
    return sources;
}

/// Visits each limit, with its name in Python.
template <class Visit>
void each(limits& of, const Visit& visit) {
    visit("file_bytes", of.file_bytes);
    visit("files", of.files);
    visit("documents", of.documents);
    visit("standards", of.standards);
    visit("nesting", of.nesting);
    visit("criteria", of.criteria);
    visit("facts", of.facts);
    visit("diagnostics", of.diagnostics);
    visit("parts", of.parts);
}

[[nodiscard]] limits to_limits(nb::handle given) {
    limits bounds;
    each(bounds, [&](const char* name, auto& to) { to = nb::cast<std::remove_reference_t<decltype(to)>>(given.attr(name)); });
    return bounds;
}

[[nodiscard]] nb::dict default_limits() {
    limits bounds;
    nb::dict made;
    each(bounds, [&](const char* name, auto& of) { made[name] = of; });
    return made;
}

/// The texts that paths lead to, as pairs of name and bytes. Paths are bytes, for not all are text.
[[nodiscard]] nb::tuple read(const nb::iterable& given, nb::handle limits) {
    std::vector<std::string> paths;
    for (const nb::handle one : given) {
        const auto bytes = nb::cast<nb::bytes>(one);
        paths.emplace_back(bytes.c_str(), bytes.size());
    }
    const auto bounds = to_limits(limits);
    const auto found = [&] {
        const others_run meanwhile;
        return rulebook::read(paths, bounds);
    }();
    if (has_errors(found.problems)) { raise("RulesError", found.problems); }
    return tuple_of(found.sources, [](const source_ptr& one) {
        return nb::make_tuple(text(one->name()), nb::bytes(one->text().data(), one->text().size()));
    });
}

[[nodiscard]] rulebook parse(const nb::iterable& given, nb::handle limits) {
    const auto sources = to_sources(given);
    const auto bounds = to_limits(limits);
    auto made = [&] {
        const others_run meanwhile;
        return rulebook::parse(sources, bounds);
    }();
    if (!made) { raise("RulesError", made.error()); }
    return *std::move(made);
}

template <class T>
[[nodiscard]] T picked(result<T> found) {
    if (!found) { raise("SelectionError", found.error()); }
    return *std::move(found);
}

} // namespace

void bind_rulebook(nb::module_& to) {
    using namespace nb::literals;
    to.def("read", &read, "paths"_a, "limits"_a);
    to.def("parse", &parse, "sources"_a, "limits"_a);
    to.def("default_limits", &default_limits);
    to.def("is_missing", &is_missing, "value"_a.none());
    to.def(
        "diagnostic",
        [](nb::str code, nb::str message, nb::str help, nb::str where) {
            diagnostic made;
            made.code = utf8(code);
            made.message = utf8(message);
            made.help = utf8(help);
            made.where = utf8(where);
            return to_python(made);
        },
        "code"_a, "message"_a, "help"_a, "where"_a);
    nb::class_<rulebook>(to, "Rulebook")
        .def_prop_ro("digest", [](const rulebook& of) { return text(of.digest()); })
        .def_prop_ro("documents", [](const rulebook& of) { return tuple_of(of.documents()); })
        .def_prop_ro("kinds", [](const rulebook& of) { return tuple_of(of.kinds()); })
        .def_prop_ro("standard_names", [](const rulebook& of) { return tuple_of(of.standard_names()); })
        .def_prop_ro("warnings", [](const rulebook& of) { return tuple_of(of.warnings()); })
        .def(
            "standard",
            [](const rulebook& of, nb::str name, nb::handle how) { return picked(of.standard(utf8(name), to_selection(how))); },
            "name"_a, "selection"_a)
        .def(
            "standards_for",
            [](const rulebook& of, nb::str kind, nb::handle how) {
                const auto found = picked(of.standards_for(utf8(kind), to_selection(how)));
                return tuple_of(found, [](const standard& one) { return nb::cast(one); });
            },
            "kind"_a, "selection"_a);
}

} // namespace tieuchi::python
