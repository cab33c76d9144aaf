// SPDX-License-Identifier: Apache-2.0
#include "facts_file.hpp"

#include "flat_json.hpp"
#include "messages.hpp"
#include "table.hpp"
#include "text.hpp"

namespace tieuchi::cli {

namespace {

/// The line on which the member `name` stands; 1 when its name is written with escapes.
[[nodiscard]] std::size_t line_of(std::string_view text, const std::string& name) {
    const std::size_t at = text.find('"' + name + '"');
    return at == std::string_view::npos ? 1 : place_in(text, at).line;
}

} // namespace

result<facts> read_facts(const standard& by, const std::string& path) {
    auto text = read_text(path);
    if (!text) { return text.error(); }
    const std::string name = shown_name(path);
    if (diagnostics problems = byte_problems(name, 1, *text); !problems.empty()) { return problems; }
    const flat_object object = read_flat_object(*text);
    if (object.fault) {
        const place at = place_in(*text, object.fault->offset);
        const bool empty = text->find_first_not_of(" \t\r\n") == std::string::npos;
        return diagnostics{
            problem(object.fault->code, row_place(name, at.line),
                    empty ? "the file is empty" : "column " + std::to_string(at.column) + ": " + object.fault->message,
                    empty ? "an object without facts is written {}" : object.fault->help)};
    }
    facts given(by);
    for (const json_member& one : object.members) { given.set(one.name, one.value); }
    diagnostics problems = given.problems();
    if (problems.empty()) { return given; }
    for (diagnostic& one : problems) {
        // The library names the fact; the file and line are known here alone.
        one.where = object.find(one.where) != nullptr ? row_place(name, line_of(*text, one.where), one.where)
                    : one.where.empty()               ? name
                                                      : name + ": " + one.where;
    }
    return problems;
}

} // namespace tieuchi::cli
