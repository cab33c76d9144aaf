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

/// From a pair of name and bytes for each file.
[[nodiscard]] std::vector<source_ptr> to_sources(const nb::iterable& files) {
    std::vector<source_ptr> sources;
    for (const nb::handle file : files) {
        const auto bytes = nb::cast<nb::bytes>(file[1]);
        sources.push_back(std::make_shared<const source>(utf8(file[0]), std::string(bytes.c_str(), bytes.size())));
    }
    return sources;
}

/// Visits each limit, with its name in Python.
template <class Visit>
void each(limits& bounds, const Visit& visit) {
    visit("file_bytes", bounds.file_bytes);
    visit("files", bounds.files);
    visit("documents", bounds.documents);
    visit("standards", bounds.standards);
    visit("nesting", bounds.nesting);
    visit("criteria", bounds.criteria);
    visit("facts", bounds.facts);
    visit("diagnostics", bounds.diagnostics);
    visit("parts", bounds.parts);
}

[[nodiscard]] limits to_limits(nb::handle object) {
    limits bounds;
    each(bounds,
         [&](const char* name, auto& bound) { bound = nb::cast<std::remove_reference_t<decltype(bound)>>(object.attr(name)); });
    return bounds;
}

[[nodiscard]] nb::dict default_limits() {
    limits bounds;
    nb::dict values;
    each(bounds, [&](const char* name, auto& bound) { values[name] = bound; });
    return values;
}

/// The texts at these paths, as pairs of name and bytes. Paths are bytes, since not every path is text.
[[nodiscard]] nb::tuple read(const nb::iterable& path_list, nb::handle limits) {
    std::vector<std::string> paths;
    for (const nb::handle path : path_list) {
        const auto bytes = nb::cast<nb::bytes>(path);
        paths.emplace_back(bytes.c_str(), bytes.size());
    }
    const auto bounds = to_limits(limits);
    const auto contents = [&] {
        const interpreter_unlock unlocked;
        return rulebook::read(paths, bounds);
    }();
    if (has_errors(contents.problems)) { raise("RulesError", contents.problems); }
    return tuple_of(contents.sources, [](const source_ptr& file) {
        return nb::make_tuple(text(file->name()), nb::bytes(file->text().data(), file->text().size()));
    });
}

[[nodiscard]] rulebook parse(const nb::iterable& files, nb::handle limits) {
    const auto sources = to_sources(files);
    const auto bounds = to_limits(limits);
    auto rules = [&] {
        const interpreter_unlock unlocked;
        return rulebook::parse(sources, bounds);
    }();
    if (!rules) { raise("RulesError", rules.error()); }
    return *std::move(rules);
}

template <class T>
[[nodiscard]] T picked(result<T> choice) {
    if (!choice) { raise("SelectionError", choice.error()); }
    return *std::move(choice);
}

} // namespace

void bind_rulebook(nb::module_& core) {
    using namespace nb::literals;
    core.def("read", &read, "paths"_a, "limits"_a);
    core.def("parse", &parse, "sources"_a, "limits"_a);
    core.def("default_limits", &default_limits);
    core.def("is_missing", &is_missing, "value"_a.none());
    core.def(
        "diagnostic",
        [](nb::str code, nb::str message, nb::str help, nb::str where) {
            diagnostic problem;
            problem.code = utf8(code);
            problem.message = utf8(message);
            problem.help = utf8(help);
            problem.where = utf8(where);
            return to_python(problem);
        },
        "code"_a, "message"_a, "help"_a, "where"_a);
    nb::class_<rulebook>(core, "Rulebook")
        .def_prop_ro("digest", [](const rulebook& rules) { return text(rules.digest()); })
        .def_prop_ro("documents", [](const rulebook& rules) { return tuple_of(rules.documents()); })
        .def_prop_ro("kinds", [](const rulebook& rules) { return tuple_of(rules.kinds()); })
        .def_prop_ro("standard_names", [](const rulebook& rules) { return tuple_of(rules.standard_names()); })
        .def_prop_ro("warnings", [](const rulebook& rules) { return tuple_of(rules.warnings()); })
        .def(
            "standard",
            [](const rulebook& rules, nb::str name, nb::handle selection) {
                return picked(rules.standard(utf8(name), to_selection(selection)));
            },
            "name"_a, "selection"_a)
        .def(
            "standards_for",
            [](const rulebook& rules, nb::str kind, nb::handle selection) {
                const auto standards = picked(rules.standards_for(utf8(kind), to_selection(selection)));
                return tuple_of(standards, [](const standard& standard) { return nb::cast(standard); });
            },
            "kind"_a, "selection"_a);
}

} // namespace tieuchi::python
