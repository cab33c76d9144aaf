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

/// Where the closing quotation mark stands of the JSON string whose text begins at `begin`.
[[nodiscard]] std::size_t end_of_string(std::string_view text, std::size_t begin) {
    std::size_t at = begin;
    while (at < text.size() && text[at] != '"') { at += text[at] == '\\' ? 2U : 1U; }
    return at;
}

/// The line on which the name of each member of the object in `text` stands. A name written with escapes is found as it is written.
/// Precondition: it is such an object.
[[nodiscard]] std::unordered_map<std::string_view, std::size_t> lines_of_names(std::string_view text) {
    std::unordered_map<std::string_view, std::size_t> lines;
    std::size_t line = 1;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n' || (text[at] == '\r' && !text.substr(at + 1).starts_with('\n'))) { ++line; }
        if (text[at] != '"') { continue; }
        const std::size_t begin = at + 1;
        at = end_of_string(text, begin);
        const std::size_t next = text.find_first_not_of(" \t\r\n", at + 1);
        if (next != std::string_view::npos && text[next] == ':') { lines.emplace(text.substr(begin, at - begin), line); }
    }
    return lines;
}

/// Says what to do about facts that the standard lacks, unless the library suggests a name of its own.
void advise_on_others(diagnostics& problems, const known_names& others) {
    for (diagnostic& problem : problems) {
        if (!impl::is<diag::no_such_fact>(problem) || problem.help.starts_with("did you mean")) { continue; }
        problem.help = others.contains(problem.where) ? "another standard has it: --ignore-others passes over it"
                                                      : "--ignore-others passes over what is no fact of the standard";
    }
}

/// Adds file and line to each problem: the library knows only the fact.
void place_problems(diagnostics& problems, const std::string& name, std::string_view text) {
    const auto lines = lines_of_names(text);
    for (diagnostic& problem : problems) {
        const auto found = lines.find(problem.where);
        problem.where = found != lines.end()    ? row_location(name, found->second, utf8::shortened(problem.where))
                        : problem.where.empty() ? name
                                                : name + ": " + utf8::shortened(problem.where);
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
                    row_location(name, position_in(text, begin).line))};
    }
    remark what = empty ? say<diag::no_facts>() : impl::json::in_column(at.column, std::move(object.fault->what));
    return diagnostics{problem(std::move(what), row_location(name, at.line))};
}

/// The facts of an object as they are taken in one by one, and the problems with them.
class fact_intake {
public:
    fact_intake(const standard& by, const notation& notation, known_names& others)
        : by_(by), notation_(notation), others_(others), facts_(by) {}

    void take(impl::json::member& member) {
        if (!by_.slot(member.name)) {
            if (is_ignored(member.name)) { return; }
            if (++unknown_ > data_problems_shown) {
                unsearched_.push_back(member.name);
                return;
            }
        }
        if (auto wrong = rewrite(member.value, notation_)) {
            misread_.push_back(problem(*std::move(wrong), member.name));
        } else {
            impl::json::set_member(facts_, member);
        }
    }

    [[nodiscard]] const facts& taken() const noexcept { return facts_; }

    [[nodiscard]] diagnostics problems() const {
        diagnostics problems = facts_.problems();
        advise(problems, notation_);
        problems.insert(problems.end(), misread_.begin(), misread_.end());
        for (const std::string& name : unsearched_) {
            problems.push_back(problem(say<diag::no_such_fact_left>(by_.name()), name));
        }
        advise_on_others(problems, others_);
        return problems;
    }

private:
    [[nodiscard]] bool is_ignored(const std::string& name) {
        return notation_.ignore_others && (others_.contains(name) || others_.passes_over(name, true));
    }

    const standard& by_;
    const notation& notation_;
    known_names& others_;
    facts facts_;
    diagnostics misread_;
    std::vector<std::string> unsearched_; ///< the library looks for a near name: only as often as problems are shown
    std::size_t unknown_ = 0;
};

} // namespace

result<facts> read_facts(const standard& by, const std::string& path, const notation& notation, known_names others) {
    const auto text = read_text(path, notation.encoding);
    if (!text) { return text.error(); }
    const std::string name = shown_name(path);
    auto object = read_object(name, *text);
    if (!object) { return object.error(); }
    fact_intake intake(by, notation, others);
    for (impl::json::member& member : object->members) { intake.take(member); }
    std::cerr << others.ignored_text();
    diagnostics problems = intake.problems();
    if (problems.empty()) { return intake.taken(); }
    place_problems(problems, name, *text);
    return problems;
}

} // namespace tieuchi::cli
