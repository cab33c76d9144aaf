// SPDX-License-Identifier: Apache-2.0
#include "facts_file.hpp"

#include "base/utf8.hpp"
#include "json/flat_object.hpp"
#include "messages.hpp"
#include "table.hpp"
#include "text.hpp"

#include <iostream>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tieuchi::cli {

namespace utf8 = impl::utf8;
using impl::json::flat_object;

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

/// What to do about a fact that the standard lacks. A near name of its own is the best guess.
void advise_on_others(diagnostics& problems, const known_names& others) {
    for (diagnostic& one : problems) {
        if (!impl::is<diag::no_such_fact>(one) || one.help.starts_with("did you mean")) { continue; }
        one.help = others.contains(one.where) ? "another standard has it: --ignore-others passes over it"
                                              : "--ignore-others passes over what is no fact of the standard";
    }
}

/// Names the line on which each fact stands, which the library does not know.
void place_problems(diagnostics& problems, const std::string& name, std::string_view text) {
    const auto lines = lines_of_names(text);
    for (diagnostic& one : problems) {
        const auto found = lines.find(one.where);
        one.where = found != lines.end() ? row_place(name, found->second, utf8::shortened(one.where))
                    : one.where.empty()  ? name
                                         : name + ": " + utf8::shortened(one.where);
    }
}

/// The object of facts in a text.
[[nodiscard]] result<flat_object> read_object(const std::string& name, const std::string& text) {
    if (diagnostics problems = byte_problems(name, 1, text); !problems.empty()) { return problems; }
    flat_object object = impl::json::read_flat_object(text, impl::json::bounds::allowed);
    if (!object.fault) { return object; }
    const text_position at = position_in(text, object.fault->offset);
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    const bool empty = begin == std::string::npos;
    if (!empty && text[begin] != '{') {
        return diagnostics{
            problem(say<diag::not_an_object>().with_help(
                        R"(give an object of facts: {"staff": 120, "staff_informed": 118}; a table is for `tieuchi score`)"),
                    row_place(name, position_in(text, begin).line))};
    }
    remark what = empty ? say<diag::no_facts>() : impl::json::in_column(at.column, std::move(object.fault->what));
    return diagnostics{problem(std::move(what), row_place(name, at.line))};
}

} // namespace

result<facts> read_facts(const standard& by, const std::string& path, const notation& how, known_names others) {
    const auto text = read_text(path, how.encoding);
    if (!text) { return text.error(); }
    const std::string name = shown_name(path);
    auto object = read_object(name, *text);
    if (!object) { return object.error(); }
    facts given(by);
    diagnostics misread_values;
    std::vector<std::string_view> unsearched; // the library looks for a near name: only as often as problems are shown
    std::size_t unknown = 0;
    for (impl::json::member& member : object->members) {
        if (!by.slot(member.name)) {
            if (how.ignore_others && (others.contains(member.name) || others.passes_over(member.name, true))) { continue; }
            if (++unknown > data_problems_shown) {
                unsearched.push_back(member.name);
                continue;
            }
        }
        if (auto wrong = rewrite(member.value, how)) {
            misread_values.push_back(problem(*std::move(wrong), member.name));
        } else {
            impl::json::set_member(given, member);
        }
    }
    std::cerr << others.passed_over();
    diagnostics problems = given.problems();
    advise(problems, how);
    problems.insert(problems.end(), misread_values.begin(), misread_values.end());
    if (problems.empty()) { return given; }
    for (const std::string_view one : unsearched) {
        problems.push_back(problem(say<diag::no_such_fact_left>(by.name()), std::string(one)));
    }
    advise_on_others(problems, others);
    place_problems(problems, name, *text);
    return problems;
}

} // namespace tieuchi::cli
