// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.hpp"
#include "json/flat_object.hpp"
#include "messages.hpp"
#include "subjects.hpp"
#include "text.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace tieuchi::cli {

namespace {

/// The text of a key such as the id: a text, or a whole number for hosts that number their subjects. Empty for null; nothing for
/// any other value.
[[nodiscard]] std::optional<std::string> key_text(const value& given) {
    if (std::holds_alternative<unknown_value>(given)) { return std::string(); }
    if (const auto* text = std::get_if<std::string>(&given)) { return *text; }
    if (const auto* number = std::get_if<decimal>(&given); number != nullptr && number->is_whole()) { return number->str(); }
    return std::nullopt;
}

/// Reads one line.
[[nodiscard]] table_row read_row(const table_text& table, std::size_t line, std::string_view text, known_names& facts,
                                 subjects& read) {
    const std::string& name = table.name;
    table_row row;
    subject& body = row.body;
    row.line = line;
    body.where = row_place(name, line);
    body.problems = byte_problems(name, line, text);
    if (!body.problems.empty()) {
        body.parent_known = false;
        return row;
    }
    impl::json::flat_object object = impl::json::read_flat_object(text);
    if (object.fault) {
        const text_position at = position_in(text, object.fault->offset);
        body.problems.push_back(problem(impl::json::in_column(at.column, std::move(object.fault->what)), body.where));
        body.parent_known = false; // what stands after the fault was not read, and may name a parent
    }
    const bool names_parent = std::any_of(object.members.begin(), object.members.end(),
                                          [](const impl::json::member& member) { return member.name == parent_column; });
    bool misnamed = false;
    for (impl::json::member& one : object.members) {
        std::string* const key = one.name == id_column       ? &body.id
                                 : one.name == parent_column ? &body.parent
                                 : one.name == kind_column   ? &body.kind
                                 : one.name == level_column  ? &row.level
                                 : one.name == rater_column  ? &body.rater
                                                             : nullptr;
        if (key != nullptr) {
            read.has_levels = read.has_levels || key == &row.level;
            read.has_raters = read.has_raters || key == &body.rater;
            if (auto given = key_text(one.value)) {
                *key = *std::move(given);
                continue;
            }
            if (key == &body.parent || key == &body.rater) { body.parent_known = false; }
            body.problems.push_back(problem(say<diag::key_is_no_text>(one.name), row_place(name, line, one.name)));
        } else if (!facts.contains(one.name)) {
            if (facts.passes_over(one.name, names_parent)) { continue; }
            misnamed = true;
            body.problems.push_back(problem(
                say<diag::unknown_member>(impl::utf8::shortened(one.name)).with_help(facts.help_for(one.name)), body.where));
        } else if (auto wrong = rewrite(one.value, table.how)) {
            body.problems.push_back(problem(*std::move(wrong), row_place(name, line, one.name)));
        } else if (!std::holds_alternative<unknown_value>(one.value)) {
            body.values.emplace_back(std::move(one.name), std::move(one.value));
        }
    }
    if (misnamed && !names_parent) { body.parent_known = false; } // the wrong name may stand for `parent`
    if (body.problems.empty()) { body.problems = missing_keys(name, line, body); }
    return row;
}

/// What is wrong with the whole: it is not one object a line. None where some line is one.
[[nodiscard]] diagnostics check_lines(const std::string& name, std::string_view text) {
    const std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) { return {problem(say<diag::no_objects>(), name)}; }
    const std::string place = row_place(name, position_in(text, begin).line);
    const std::string_view first = text.substr(begin, line_length(text.substr(begin)));
    if (first.front() == '[') { return {problem(say<diag::list_of_objects>(), place)}; }
    const std::size_t after = text.find_first_not_of(blanks, begin + first.size());
    if (first.front() != '{') {
        const bool later = text.find("\n{") != std::string_view::npos || text.find("\r{") != std::string_view::npos;
        if (later) { return {}; }
        return {problem(say<diag::not_ndjson>(), place)};
    }
    const auto fault = impl::json::read_flat_object(first).fault;
    if (fault && fault->unfinished && after != std::string_view::npos && text[after] != '{') {
        return {problem(say<diag::object_of_two_lines>(), place)};
    }
    return {};
}

} // namespace

result<subjects> read_ndjson(const table_text& table, known_names& facts, column_population to, progress_line& shown) {
    std::string_view text = table.text;
    if (auto wrong = check_lines(table.name, text); !wrong.empty()) { return wrong; }
    subjects read(std::move(to), table.name, {facts.all().begin(), facts.all().end()});
    std::vector<std::size_t> bad_without_rater;
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::size_t length = line_length(text);
        const std::string_view row = text.substr(0, length);
        text.remove_prefix(length);
        if (row.find_first_not_of(" \t\r\n") == std::string_view::npos) { continue; }
        table_row made = read_row(table, line, row, facts, read);
        if (made.body.rater.empty() && !made.body.problems.empty()) { bad_without_rater.push_back(read.size()); }
        read.add(std::move(made));
        shown.show("rows read", read.size());
    }
    for (const std::size_t row : bad_without_rater) { // a wrong name may stand for it
        if (read.has_raters) { read.lose_parent(row); }
    }
    return read;
}

} // namespace tieuchi::cli
