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

/// The text of a key such as the id: a text, or a whole number for hosts that number their subjects. Empty for null; no value for
/// anything else.
[[nodiscard]] std::optional<std::string> key_text(const value& given) {
    if (std::holds_alternative<unknown_value>(given)) { return std::string(); }
    if (const auto* text = std::get_if<std::string>(&given)) { return *text; }
    if (const auto* number = std::get_if<decimal>(&given); number != nullptr && number->is_whole()) { return number->str(); }
    return std::nullopt;
}

/// Reads one line of a table.
class row_reader {
public:
    row_reader(const table_text& table, std::size_t line, known_names& facts, subjects& read)
        : table_(table), facts_(facts), read_(read) {
        row_.line = line;
        row_.body.where = row_location(table.name, line);
    }

    [[nodiscard]] table_row read(std::string_view text) {
        row_.body.problems = byte_problems(table_.name, row_.line, text);
        if (!row_.body.problems.empty()) {
            row_.body.parent_known = false;
            return std::move(row_);
        }
        take_members(members_of(text));
        if (row_.body.problems.empty()) { row_.body.problems = missing_keys(table_.name, row_.line, row_.body); }
        return std::move(row_);
    }

private:
    /// The members of the object, up to its fault if it has one.
    [[nodiscard]] std::vector<impl::json::member> members_of(std::string_view text) {
        impl::json::flat_object object = impl::json::read_flat_object(text);
        if (object.fault) {
            const text_position at = position_in(text, object.fault->offset);
            add_problem(impl::json::in_column(at.column, std::move(object.fault->what)));
            row_.body.parent_known = false; // the text after the fault was not read, and may name a parent
        }
        return std::move(object.members);
    }

    void take_members(std::vector<impl::json::member> members) {
        const bool names_parent = std::any_of(members.begin(), members.end(),
                                              [](const impl::json::member& member) { return member.name == parent_column; });
        for (impl::json::member& member : members) {
            if (std::string* const key = key_named(member.name)) {
                take_key(member, *key);
            } else if (facts_.contains(member.name)) {
                take_fact(std::move(member));
            } else if (!facts_.passes_over(member.name, names_parent)) {
                add_problem(
                    say<diag::unknown_member>(impl::utf8::shortened(member.name)).with_help(facts_.help_for(member.name)));
                if (!names_parent) { row_.body.parent_known = false; } // the unknown name may be a misspelt `parent`
            }
        }
    }

    /// Where the row keeps a key; null when the name is not one of a key.
    [[nodiscard]] std::string* key_named(std::string_view name) {
        if (name == id_column) { return &row_.body.id; }
        if (name == parent_column) { return &row_.body.parent; }
        if (name == kind_column) { return &row_.body.kind; }
        if (name == level_column) { return &row_.level; }
        return name == rater_column ? &row_.body.rater : nullptr;
    }

    void take_key(const impl::json::member& member, std::string& key) {
        read_.has_levels = read_.has_levels || &key == &row_.level;
        read_.has_raters = read_.has_raters || &key == &row_.body.rater;
        if (auto text = key_text(member.value)) {
            key = *std::move(text);
            return;
        }
        if (&key == &row_.body.parent || &key == &row_.body.rater) { row_.body.parent_known = false; }
        add_problem(say<diag::key_is_no_text>(member.name), member.name);
    }

    void take_fact(impl::json::member member) {
        if (auto wrong = rewrite(member.value, table_.notation)) {
            add_problem(*std::move(wrong), member.name);
        } else if (!std::holds_alternative<unknown_value>(member.value)) {
            row_.body.values.emplace_back(std::move(member.name), std::move(member.value));
        }
    }

    void add_problem(remark what, std::string_view column = {}) {
        row_.body.problems.push_back(problem(std::move(what), row_location(table_.name, row_.line, column)));
    }

    const table_text& table_;
    known_names& facts_;
    subjects& read_;
    table_row row_;
};

/// The problem with a text that is not one object a line; none when some line is an object.
[[nodiscard]] diagnostics check_lines(const std::string& name, std::string_view text) {
    const std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) { return {problem(say<diag::no_objects>(), name)}; }
    const std::string where = row_location(name, position_in(text, begin).line);
    const std::string_view first = text.substr(begin, line_length(text.substr(begin)));
    if (first.front() == '[') { return {problem(say<diag::list_of_objects>(), where)}; }
    const std::size_t after = text.find_first_not_of(blanks, begin + first.size());
    if (first.front() != '{') {
        const bool later = text.find("\n{") != std::string_view::npos || text.find("\r{") != std::string_view::npos;
        if (later) { return {}; }
        return {problem(say<diag::not_ndjson>(), where)};
    }
    const auto fault = impl::json::read_flat_object(first).fault;
    if (fault && fault->unfinished && after != std::string_view::npos && text[after] != '{') {
        return {problem(say<diag::object_of_two_lines>(), where)};
    }
    return {};
}

} // namespace

result<subjects> read_ndjson(const table_text& table, known_names& facts, column_population to, progress_line& shown) {
    std::string_view text = table.text;
    if (auto wrong = check_lines(table.name, text); !wrong.empty()) { return wrong; }
    subjects read(std::move(to), table.name, {facts.names().begin(), facts.names().end()});
    std::vector<std::size_t> bad_without_rater;
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::size_t length = line_length(text);
        const std::string_view row_text = text.substr(0, length);
        text.remove_prefix(length);
        if (row_text.find_first_not_of(" \t\r\n") == std::string_view::npos) { continue; }
        table_row row = row_reader(table, line, facts, read).read(row_text);
        if (row.body.rater.empty() && !row.body.problems.empty()) { bad_without_rater.push_back(read.size()); }
        read.add(std::move(row));
        shown.show("rows read", read.size());
    }
    for (const std::size_t index : bad_without_rater) { // a misspelt name may have been meant for it
        if (read.has_raters) { read.lose_parent(index); }
    }
    return read;
}

} // namespace tieuchi::cli
