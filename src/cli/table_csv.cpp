// SPDX-License-Identifier: Apache-2.0
#include "csv_reader.hpp"
#include "messages.hpp"
#include "subjects.hpp"
#include "text.hpp"

#include <tieuchi/impl/base/nearest.hpp>
#include <tieuchi/impl/base/utf8.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace tieuchi::cli {

namespace {

/// The columns of a table: which cell is what.
struct csv_header {
    std::vector<std::string> names;
    std::size_t id = 0;
    std::size_t kind = 0;
    std::optional<std::size_t> parent;
    std::optional<std::size_t> level;
    std::optional<std::size_t> rater;
};

[[nodiscard]] diagnostic quote_problem(const std::string& name, const csv_fault& fault) {
    return problem("E433", row_place(name, fault.line), "column " + std::to_string(fault.column) + ": " + fault.message,
                   fault.help);
}

[[nodiscard]] bool is_key(std::string_view column) noexcept {
    return column == id_column || column == kind_column || column == parent_column || column == level_column ||
           column == rater_column;
}

/// True when `name` is `column` but for the size of its letters.
[[nodiscard]] bool is_in_capitals(std::string_view name, std::string_view column) noexcept {
    return std::equal(name.begin(), name.end(), column.begin(), column.end(), [](char one, char other) {
        return one == other || (one >= 'A' && one <= 'Z' && static_cast<char>(one - 'A' + 'a') == other);
    });
}

/// What to do about a missing column: the cells may be separated by something else, or the name written otherwise.
[[nodiscard]] std::string missing_column_help(std::string_view column, const std::vector<std::string>& names) {
    if (names.size() == 1) {
        const std::size_t mark = names[0].find_first_of(";\t|");
        if (mark != std::string::npos) {
            const std::string separator = names[0][mark] == '\t' ? "a tab" : std::string("`") + names[0][mark] + "`";
            return "cells are separated by commas; those of this file seem to be by " + separator;
        }
    }
    std::vector<std::string_view> others;
    for (const std::string& one : names) {
        if (!is_key(one)) { others.push_back(one); }
    }
    const auto shouted =
        std::find_if(others.begin(), others.end(), [&](std::string_view one) { return is_in_capitals(one, column); });
    const std::string meant = shouted != others.end() ? std::string(*shouted) : impl::nearest(column, others);
    return meant.empty() ? "the first line names the columns: id, parent, kind, level, then the facts"
                         : "the nearest column is `" + meant + "`; names are in small letters";
}

[[nodiscard]] std::optional<std::size_t> column_of(const std::vector<std::string>& names, std::string_view column) {
    const auto found = std::find(names.begin(), names.end(), column);
    if (found == names.end()) { return std::nullopt; }
    return static_cast<std::size_t>(found - names.begin());
}

/// Reads the header; every problem of it is an error.
[[nodiscard]] result<csv_header> read_header(const std::string& name, csv_record& record, known_names& facts) {
    diagnostics problems = byte_problems(name, record.line, record.text);
    if (record.fault) { problems.push_back(quote_problem(name, *record.fault)); }
    if (!problems.empty()) { return problems; }
    csv_header header;
    header.names = std::move(record.cells);
    const std::string here = row_place(name, record.line);
    for (const std::string_view needed : {id_column, kind_column}) {
        if (!column_of(header.names, needed)) {
            problems.push_back(problem("E435", here, "the column `" + std::string(needed) + "` is missing",
                                       missing_column_help(needed, header.names)));
        }
    }
    if (header.names.size() == 1 && !problems.empty()) {
        problems.resize(1); // the cells are separated by something else: the rest would only follow from that
        return problems;
    }
    std::set<std::string_view> seen;
    for (std::size_t at = 0; at < header.names.size(); ++at) {
        const std::string& column = header.names[at];
        if (column.empty()) {
            problems.push_back(problem("E437", here, "column " + std::to_string(at + 1) + " has no name",
                                       "name it, or delete it with its cells"));
        } else if (!seen.insert(column).second) {
            problems.push_back(
                problem("E436", here, "the column `" + impl::utf8::shortened(column) + "` stands twice", "keep one of the two"));
        } else if (!is_key(column) && !facts.contains(column)) {
            problems.push_back(
                problem("E438", here, "unknown column `" + impl::utf8::shortened(column) + "`", facts.help_for(column)));
        }
    }
    if (!problems.empty()) { return problems; }
    header.id = *column_of(header.names, id_column);
    header.kind = *column_of(header.names, kind_column);
    header.parent = column_of(header.names, parent_column);
    header.level = column_of(header.names, level_column);
    header.rater = column_of(header.names, rater_column);
    return header;
}

/// Reads one row below the header.
[[nodiscard]] table_row read_row(const std::string& name, csv_record& record, const csv_header& header) {
    table_row row;
    row.line = record.line;
    row.body.where = row_place(name, record.line);
    row.body.problems = byte_problems(name, record.line, record.text);
    if (record.fault) { row.body.problems.push_back(quote_problem(name, *record.fault)); }
    std::vector<std::string>& cells = record.cells;
    const bool blank = std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); });
    if (row.body.problems.empty() && cells.size() != header.names.size()) {
        row.body.problems.push_back(
            problem("E434", row.body.where,
                    "the row has " + counted(cells.size(), "cell") + ", the header " + counted(header.names.size(), "column"),
                    "an empty cell still takes its comma; a cell with a comma is put in quotes"));
    } else if (row.body.problems.empty() && blank) {
        row.body.problems.push_back(problem("E439", row.body.where, "the row is empty", "delete it"));
        return row;
    }
    const bool whole = row.body.problems.empty();
    const auto take = [&](std::size_t at) { return at < cells.size() ? mended(std::move(cells[at])) : std::string(); };
    // In a row of another length, or with wrong quotes, the cells may have shifted.
    const bool in_place = !record.fault && cells.size() == header.names.size();
    for (const auto& at : {header.parent, header.rater}) {
        const bool sure = !at || (in_place && byte_problems(name, record.line, cells[*at]).empty());
        row.body.parent_known = row.body.parent_known && sure;
    }
    row.body.id = take(header.id);
    row.body.kind = take(header.kind);
    if (header.level) { row.level = take(*header.level); }
    if (header.parent) { row.body.parent = take(*header.parent); }
    if (header.rater) { row.body.rater = take(*header.rater); }
    if (!whole) { return row; }
    row.body.problems = missing_keys(name, record.line, row.body);
    for (std::size_t at = 0; at < cells.size(); ++at) {
        if (!is_key(header.names[at]) && !cells[at].empty()) {
            row.body.values.emplace_back(header.names[at], std::move(cells[at]));
        }
    }
    return row;
}

} // namespace

result<subjects> read_csv(const std::string& name, std::string_view text, known_names& facts, column_population to,
                          progress_line& shown) {
    csv_reader reader(text);
    csv_record record;
    if (!reader.next(record)) {
        return diagnostics{problem("E431", name, "the file is empty",
                                   "the first line names the columns: id, parent, kind, level, then the facts")};
    }
    const auto header = read_header(name, record, facts);
    if (!header) { return header.error(); }
    std::vector<std::string> columns;
    std::copy_if(header->names.begin(), header->names.end(), std::back_inserter(columns),
                 [](const std::string& one) { return !is_key(one); });
    subjects read(std::move(to), name, columns);
    read.has_levels = header->level.has_value();
    read.has_raters = header->rater.has_value();
    while (reader.next(record)) {
        read.add(read_row(name, record, *header));
        shown.show("rows read", read.size());
    }
    return read;
}

} // namespace tieuchi::cli
