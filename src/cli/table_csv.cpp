// SPDX-License-Identifier: Apache-2.0
#include "base/names.hpp"
#include "base/nearest.hpp"
#include "base/utf8.hpp"
#include "csv_reader.hpp"
#include "messages.hpp"
#include "subjects.hpp"
#include "text.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace tieuchi::cli {

namespace {

/// What is read of a cell, by its column.
enum class content : std::uint8_t { key, fact, nothing };

/// The columns of a table: which cell is what.
struct csv_header {
    std::vector<std::string> names;
    std::vector<content> contents; ///< of each
    std::size_t id = 0;
    std::size_t kind = 0;
    std::optional<std::size_t> parent;
    std::optional<std::size_t> level;
    std::optional<std::size_t> rater;
};

/// A table, and where its header begins.
struct csv_table {
    const table_text& given;
    std::string_view text; ///< from the header on
    std::size_t line = 1;  ///< of the header
    notation how;          ///< the separator is known

    [[nodiscard]] csv_reader reader() const { return {text, how.separator.front(), line}; }
};

/// True when `name` is `column` but for the size of its letters.
[[nodiscard]] bool is_in_capitals(std::string_view name, std::string_view column) noexcept {
    return std::equal(name.begin(), name.end(), column.begin(), column.end(), [](char one, char other) {
        return one == other || (one >= 'A' && one <= 'Z' && static_cast<char>(one - 'A' + 'a') == other);
    });
}

/// A first line `sep=;` names the separator, unless the command line does: spreadsheets read it so. A table named `.tsv` has tabs.
[[nodiscard]] csv_table begin_of(const table_text& given) {
    csv_table table{given, given.text, 1, given.how};
    std::string_view first = table.text.substr(0, line_length(table.text));
    const std::size_t length = first.size();
    while (first.ends_with('\n') || first.ends_with('\r')) { first.remove_suffix(1); }
    if (first.size() > 2 && first.front() == '"' && first.back() == '"') { first = first.substr(1, first.size() - 2); }
    constexpr std::string_view mark = "sep=";
    const bool names_it = first.size() == mark.size() + 1 && is_in_capitals(first.substr(0, mark.size()), mark) &&
                          std::string_view(",;\t|:^~").find(first.back()) != std::string_view::npos;
    if (names_it) {
        table.text.remove_prefix(length);
        table.line = 2;
    }
    const std::string_view ending = ".tsv";
    const bool has_tabs = given.name.size() > ending.size() &&
                          is_in_capitals(std::string_view(given.name).substr(given.name.size() - ending.size()), ending);
    if (table.how.separator.empty()) { table.how.separator = names_it ? first.substr(mark.size()) : has_tabs ? "\t" : ","; }
    return table;
}

[[nodiscard]] diagnostic quote_problem(const std::string& name, const csv_fault& fault) {
    return problem(fault.what, row_place(name, fault.line));
}

[[nodiscard]] bool is_key(std::string_view column) noexcept {
    return column == id_column || column == kind_column || column == parent_column || column == level_column ||
           column == rater_column;
}

/// How a separator is written on the command line.
[[nodiscard]] std::string shown_separator(char mark) { return mark == '\t' ? "tab" : std::string("\"") + mark + "\""; }

/// What to do about a missing column: the cells may be separated by something else, or the name written otherwise.
[[nodiscard]] std::string missing_column_help(std::string_view column, const std::vector<std::string>& names,
                                              std::string_view line, char separator) {
    const auto times = [&](char mark) { return std::count(line.begin(), line.end(), mark); };
    for (const char mark : {';', '\t', '|', ','}) {
        if (mark != separator && times(mark) > times(separator)) {
            const std::string most = mark == '\t' ? "tabs" : std::string("`") + mark + "`";
            return "cells seem to be separated by " + most + ": say --separator " + shown_separator(mark);
        }
    }
    for (const std::string& one : names) {
        if (impl::names::holds_hidden(one)) { // the nearest may look the same
            return "the column `" + impl::utf8::shortened(one) + "` holds " + impl::names::fault_of(one)->text() + ": delete it";
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

/// Adds the problem with a column that has no name and somewhere a cell: spreadsheets write columns that were once used and are empty.
void append_nameless(const csv_table& table, const std::vector<std::string>& names, diagnostics& problems) {
    if (std::find(names.begin(), names.end(), std::string()) == names.end()) { return; }
    csv_reader reader = table.reader();
    for (csv_record record; reader.next(record);) {
        for (std::size_t at = 0; at < names.size() && at < record.cells.size(); ++at) {
            if (!names[at].empty() || record.cells[at].empty()) { continue; }
            problems.push_back(problem(say<diag::column_without_name>(at + 1), row_place(table.given.name, record.line)));
            return;
        }
    }
}

/// Reads the header; every problem of it is an error.
[[nodiscard]] result<csv_header> read_header(const csv_table& table, csv_record& record, known_names& facts) {
    const std::string& name = table.given.name;
    diagnostics problems = byte_problems(name, record.line, record.text);
    if (record.fault) { problems.push_back(quote_problem(name, *record.fault)); }
    if (!problems.empty()) { return problems; }
    csv_header header;
    header.names = std::move(record.cells);
    const std::string here = row_place(name, record.line);
    for (const std::string_view needed : {id_column, kind_column}) {
        if (!column_of(header.names, needed)) {
            problems.push_back(problem(say<diag::column_missing>(needed).with_help(
                                           missing_column_help(needed, header.names, record.text, table.how.separator.front())),
                                       here));
        }
    }
    if (header.names.size() == 1 && !problems.empty()) {
        problems.resize(1); // the cells are separated by something else: the rest would only follow from that
        return problems;
    }
    if (problems.size() == 2) { return problems; } // the line does not name columns at all
    std::set<std::string_view> seen;
    const bool has_parent = column_of(header.names, parent_column).has_value();
    for (const std::string& column : header.names) {
        const bool known = is_key(column) || facts.contains(column);
        header.contents.push_back(is_key(column) ? content::key : known ? content::fact : content::nothing);
        if (column.empty()) { continue; }
        if (!known && facts.passes_over(column, has_parent)) { continue; }
        if (!seen.insert(column).second) {
            problems.push_back(problem(say<diag::duplicate_column>(impl::utf8::shortened(column)), here));
        } else if (!known) {
            problems.push_back(
                problem(say<diag::unknown_column>(impl::utf8::shortened(column)).with_help(facts.help_for(column)), here));
        }
    }
    append_nameless(table, header.names, problems);
    if (!problems.empty()) { return problems; }
    header.id = *column_of(header.names, id_column);
    header.kind = *column_of(header.names, kind_column);
    header.parent = column_of(header.names, parent_column);
    header.level = column_of(header.names, level_column);
    header.rater = column_of(header.names, rater_column);
    return header;
}

/// What to do about a row that has more or fewer cells than the header.
[[nodiscard]] std::string length_help(const std::vector<std::string>& cells, const csv_table& table, std::size_t columns) {
    const std::string separator = shown_separator(table.how.separator.front());
    if (cells.size() < columns) {
        return "an empty cell still takes its " + separator +
               "; Excel leaves out those at the end: let a column that is always filled be the last";
    }
    const auto filled = [](const std::string& cell) { return !cell.empty(); };
    const bool surplus = std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(columns), cells.end(), filled);
    return surplus ? "a cell that holds a " + separator + " is put in quotes"
                   : "the last cells are empty: delete each " + separator + " too many, or give the header as many";
}

/// Takes the facts of a row; what is wrong with the way in which they are written goes to the problems of the subject.
void take_facts(const csv_table& table, csv_record& record, const csv_header& header, subject& body) {
    for (std::size_t at = 0; at < record.cells.size(); ++at) {
        std::string& cell = record.cells[at];
        if (header.contents[at] != content::fact || cell.empty()) { continue; }
        if (auto wrong = rewrite(cell, table.how)) {
            body.problems.push_back(problem(*std::move(wrong), row_place(table.given.name, record.line, header.names[at])));
        } else {
            body.values.emplace_back(header.names[at], std::move(cell));
        }
    }
}

/// No cell of the row is filled.
[[nodiscard]] bool is_blank(const csv_record& record) {
    return std::all_of(record.cells.begin(), record.cells.end(), [](const std::string& cell) { return cell.empty(); });
}

/// Reads one row below the header.
[[nodiscard]] table_row read_row(const csv_table& table, csv_record& record, const csv_header& header) {
    const std::string& name = table.given.name;
    table_row row;
    row.line = record.line;
    row.body.where = row_place(name, record.line);
    row.body.problems = byte_problems(name, record.line, record.text);
    if (record.fault) { row.body.problems.push_back(quote_problem(name, *record.fault)); }
    std::vector<std::string>& cells = record.cells;
    if (row.body.problems.empty() && cells.size() != header.names.size()) {
        row.body.problems.push_back(
            problem(say<diag::row_of_other_length>(counted(cells.size(), "cell"), counted(header.names.size(), "column"))
                        .with_help(length_help(cells, table, header.names.size())),
                    row.body.where));
    }
    const bool whole = row.body.problems.empty();
    const auto take = [&](std::size_t at) {
        return at < cells.size() ? impl::utf8::well_formed(std::move(cells[at])) : std::string();
    };
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
    take_facts(table, record, header, row.body);
    return row;
}

} // namespace

result<subjects> read_csv(const table_text& given, known_names& facts, column_population to, progress_line& shown) {
    const csv_table table = begin_of(given);
    if (table.text.starts_with('{') || table.text.starts_with('[')) {
        return diagnostics{problem(say<diag::json_for_csv>(), row_place(given.name, table.line))};
    }
    csv_reader reader = table.reader();
    csv_record record;
    bool found = reader.next(record);
    while (found && !record.fault && is_blank(record)) { found = reader.next(record); }
    if (!found) { return diagnostics{problem(say<diag::no_rows>(), given.name)}; }
    const auto header = read_header(table, record, facts);
    if (!header) { return header.error(); }
    std::vector<std::string> columns;
    for (std::size_t at = 0; at < header->names.size(); ++at) {
        if (header->contents[at] == content::fact) { columns.push_back(header->names[at]); }
    }
    subjects read(std::move(to), given.name, columns);
    read.has_levels = header->level.has_value();
    read.has_raters = header->rater.has_value();
    while (reader.next(record)) {
        if (!record.fault && is_blank(record)) { continue; }
        read.add(read_row(table, record, *header));
        shown.show("rows read", read.size());
    }
    return read;
}

} // namespace tieuchi::cli
