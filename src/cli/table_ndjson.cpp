// SPDX-License-Identifier: Apache-2.0
#include "flat_json.hpp"
#include "messages.hpp"
#include "subjects.hpp"
#include "text.hpp"

#include <tieuchi/impl/base/utf8.hpp>

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
[[nodiscard]] table_row read_row(const std::string& name, std::size_t line, std::string_view text, known_names& facts,
                                 subjects& read) {
    table_row row;
    subject& body = row.body;
    row.line = line;
    body.where = row_place(name, line);
    body.problems = byte_problems(name, line, text);
    if (!body.problems.empty()) {
        body.parent_known = false;
        return row;
    }
    flat_object object = read_flat_object(text);
    if (object.fault) {
        const place at = place_in(text, object.fault->offset);
        body.problems.push_back(problem(object.fault->code, body.where,
                                        "column " + std::to_string(at.column) + ": " + object.fault->message,
                                        object.fault->help));
        body.parent_known = false; // what stands after the fault was not read, and may name a parent
    }
    bool names_parent = false;
    bool misnamed = false;
    for (json_member& one : object.members) {
        std::string* const key = one.name == id_column       ? &body.id
                                 : one.name == parent_column ? &body.parent
                                 : one.name == kind_column   ? &body.kind
                                 : one.name == level_column  ? &row.level
                                 : one.name == rater_column  ? &body.rater
                                                             : nullptr;
        if (key != nullptr) {
            read.has_levels = read.has_levels || key == &row.level;
            read.has_raters = read.has_raters || key == &body.rater;
            names_parent = names_parent || key == &body.parent;
            if (auto given = key_text(one.value)) {
                *key = *std::move(given);
                continue;
            }
            if (key == &body.parent || key == &body.rater) { body.parent_known = false; }
            body.problems.push_back(
                problem("E444", row_place(name, line, one.name), "`" + one.name + "` must be a text", "put it in double quotes"));
        } else if (!facts.contains(one.name)) {
            misnamed = true;
            body.problems.push_back(
                problem("E438", body.where, "unknown name `" + impl::utf8::shortened(one.name) + "`", facts.help_for(one.name)));
        } else if (!std::holds_alternative<unknown_value>(one.value)) {
            body.values.emplace_back(std::move(one.name), std::move(one.value));
        }
    }
    if (misnamed && !names_parent) { body.parent_known = false; } // the wrong name may stand for `parent`
    if (body.problems.empty()) { body.problems = missing_keys(name, line, body); }
    return row;
}

} // namespace

result<subjects> read_ndjson(const std::string& name, std::string_view text, known_names& facts, column_population to,
                             progress_line& shown) {
    subjects read(std::move(to), name, {facts.all().begin(), facts.all().end()});
    std::vector<std::size_t> bad_without_rater;
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::size_t length = line_length(text);
        const std::string_view row = text.substr(0, length);
        text.remove_prefix(length);
        if (row.find_first_not_of(" \t\r\n") == std::string_view::npos) { continue; }
        table_row made = read_row(name, line, row, facts, read);
        if (made.body.rater.empty() && !made.body.problems.empty()) { bad_without_rater.push_back(read.size()); }
        read.add(std::move(made));
        shown.show("rows read", read.size());
    }
    for (const std::size_t row : bad_without_rater) { // a wrong name may stand for it
        if (read.has_raters) { read.lose_parent(row); }
    }
    if (read.size() == 0) { return diagnostics{problem("E431", name, "the file is empty", "give one JSON object a line")}; }
    return read;
}

} // namespace tieuchi::cli
