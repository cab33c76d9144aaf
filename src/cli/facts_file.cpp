// SPDX-License-Identifier: Apache-2.0
#include "facts_file.hpp"

#include "flat_json.hpp"
#include "messages.hpp"
#include "table.hpp"
#include "text.hpp"

#include <tieuchi/impl/base/utf8.hpp>

#include <string_view>
#include <unordered_map>
#include <vector>

namespace tieuchi::cli {

namespace utf8 = impl::utf8;

namespace {

/// The line on which the name of each member of the object in `text` stands. A name written with escapes is found as it is written.
/// Precondition: it is such an object.
[[nodiscard]] std::unordered_map<std::string_view, std::size_t> lines_of_names(std::string_view text) {
    std::unordered_map<std::string_view, std::size_t> lines;
    std::size_t line = 1;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n' || (text[at] == '\r' && !text.substr(at + 1).starts_with('\n'))) { ++line; }
        if (text[at] != '"') { continue; }
        const std::size_t begin = ++at;
        while (at < text.size() && text[at] != '"') { at += text[at] == '\\' ? 2U : 1U; }
        const std::size_t next = text.find_first_not_of(" \t\r\n", at + 1);
        if (next != std::string_view::npos && text[next] == ':') { lines.emplace(text.substr(begin, at - begin), line); }
    }
    return lines;
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
    std::vector<std::string_view> unsearched; // the library looks for a near name: only as often as problems are shown
    std::size_t unknown = 0;
    for (const json_member& one : object.members) {
        if (!by.slot(one.name) && ++unknown > data_problems_shown) {
            unsearched.push_back(one.name);
        } else {
            given.set(one.name, one.value);
        }
    }
    diagnostics problems = given.problems();
    if (problems.empty()) { return given; }
    for (const std::string_view one : unsearched) {
        problems.push_back(problem("E401", std::string(one), "standard `" + by.name() + "` has no such fact"));
    }
    const auto lines = lines_of_names(*text);
    for (diagnostic& one : problems) {
        // The library names the fact; the file and line are known here alone.
        const auto found = lines.find(one.where);
        one.where = found != lines.end() ? row_place(name, found->second, utf8::shortened(one.where))
                    : one.where.empty()  ? name
                                         : name + ": " + utf8::shortened(one.where);
    }
    return problems;
}

} // namespace tieuchi::cli
