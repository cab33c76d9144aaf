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

/// What the cells of a column hold.
enum class content : std::uint8_t { key, fact, nothing };

/// The columns of a table.
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
    std::string_view text;  ///< from the header on
    std::size_t line = 1;   ///< of the header
    cli::notation notation; ///< its separator is never empty

    [[nodiscard]] csv_reader reader() const { return {text, notation.separator.front(), line}; }
};

/// True when `name` is `column`, in capitals or not.
[[nodiscard]] bool is_in_capitals(std::string_view name, std::string_view column) noexcept {
    return std::equal(name.begin(), name.end(), column.begin(), column.end(), [](char letter, char small) {
        return letter == small || (letter >= 'A' && letter <= 'Z' && static_cast<char>(letter - 'A' + 'a') == small);
    });
}

/// Finds the separator and the header. As spreadsheets do, a first line `sep=;` sets the separator, unless the command line does. A table
/// named `.tsv` has tabs.
[[nodiscard]] csv_table open_table(const table_text& given) {
    csv_table table{given, given.text, 1, given.notation};
    std::string_view first = table.text.substr(0, line_length(table.text));
    const std::size_t length = first.size();
    while (first.ends_with('\n') || first.ends_with('\r')) { first.remove_suffix(1); }
    if (first.size() > 2 && first.front() == '"' && first.back() == '"') { first = first.substr(1, first.size() - 2); }
    constexpr std::string_view mark = "sep=";
    const bool sets_separator = first.size() == mark.size() + 1 && is_in_capitals(first.substr(0, mark.size()), mark) &&
                                std::string_view(",;\t|:^~").find(first.back()) != std::string_view::npos;
    if (sets_separator) {
        table.text.remove_prefix(length);
        table.line = 2;
    }
    const std::string_view ending = ".tsv";
    const bool has_tabs = given.name.size() > ending.size() &&
                          is_in_capitals(std::string_view(given.name).substr(given.name.size() - ending.size()), ending);
    if (table.notation.separator.empty()) {
        table.notation.separator = sets_separator ? first.substr(mark.size()) : has_tabs ? "\t" : ",";
    }
    return table;
}

[[nodiscard]] diagnostic quote_problem(const std::string& name, const csv_fault& fault) {
    return problem(fault.what, row_location(name, fault.line));
}

[[nodiscard]] bool is_key(std::string_view column) noexcept {
    return column == id_column || column == kind_column || column == parent_column || column == level_column ||
           column == rater_column;
}

/// How a separator is written on the command line.
[[nodiscard]] std::string shown_separator(char mark) { return mark == '\t' ? "tab" : std::string("\"") + mark + "\""; }

/// The mark that separates the cells of `line` if it is not `separator`: one that occurs more often.
[[nodiscard]] std::optional<char> likelier_separator(std::string_view line, char separator) {
    const auto times = [&](char mark) { return std::count(line.begin(), line.end(), mark); };
    for (const char mark : {';', '\t', '|', ','}) {
        if (mark != separator && times(mark) > times(separator)) { return mark; }
    }
    return std::nullopt;
}

/// The column that was probably meant by the missing `column`; empty: none is near.
[[nodiscard]] std::string likely_column(std::string_view column, const std::vector<std::string>& names) {
    std::vector<std::string_view> others;
    std::copy_if(names.begin(), names.end(), std::back_inserter(others), [](const std::string& name) { return !is_key(name); });
    const auto in_capitals =
        std::find_if(others.begin(), others.end(), [&](std::string_view name) { return is_in_capitals(name, column); });
    return in_capitals != others.end() ? std::string(*in_capitals) : impl::nearest(column, others);
}

/// What to do about a missing column: the cells may be separated by another mark, or the name may be misspelt.
[[nodiscard]] std::string missing_column_help(std::string_view column, const std::vector<std::string>& names,
                                              std::string_view line, char separator) {
    if (const auto mark = likelier_separator(line, separator)) {
        const std::string marks = *mark == '\t' ? "tabs" : std::string("`") + *mark + "`";
        return "cells seem to be separated by " + marks + ": say --separator " + shown_separator(*mark);
    }
    const auto hidden = std::find_if(names.begin(), names.end(), impl::names::holds_hidden); // the nearest may look the same
    if (hidden != names.end()) {
        return "the column `" + impl::utf8::shortened(*hidden) + "` holds " + impl::names::fault_of(*hidden)->text() +
               ": delete it";
    }
    const std::string meant = likely_column(column, names);
    return meant.empty() ? "the first line names the columns: id, parent, kind, level, then the facts"
                         : "the nearest column is `" + meant + "`; names are in small letters";
}

[[nodiscard]] std::optional<std::size_t> column_of(const std::vector<std::string>& names, std::string_view column) {
    const auto found = std::find(names.begin(), names.end(), column);
    if (found == names.end()) { return std::nullopt; }
    return static_cast<std::size_t>(found - names.begin());
}

/// Adds the problem with a column that has no name but a filled cell. Columns without either are ignored: spreadsheets write those that were
/// once used.
void append_nameless(const csv_table& table, const std::vector<std::string>& names, diagnostics& problems) {
    if (std::find(names.begin(), names.end(), std::string()) == names.end()) { return; }
    csv_reader reader = table.reader();
    for (csv_record record; reader.next(record);) {
        for (std::size_t at = 0; at < names.size() && at < record.cells.size(); ++at) {
            if (!names[at].empty() || record.cells[at].empty()) { continue; }
            problems.push_back(problem(say<diag::column_without_name>(at + 1), row_location(table.given.name, record.line)));
            return;
        }
    }
}

/// A problem for each column that every table needs and this one lacks.
[[nodiscard]] diagnostics missing_columns(const csv_table& table, const csv_record& record,
                                          const std::vector<std::string>& names) {
    diagnostics problems;
    for (const std::string_view needed : {id_column, kind_column}) {
        if (column_of(names, needed)) { continue; }
        problems.push_back(problem(say<diag::column_missing>(needed).with_help(
                                       missing_column_help(needed, names, record.text, table.notation.separator.front())),
                                   row_location(table.given.name, record.line)));
    }
    return problems;
}

[[nodiscard]] content content_of(const std::string& column, const known_names& facts) {
    if (is_key(column)) { return content::key; }
    return facts.contains(column) ? content::fact : content::nothing;
}

/// The problems with columns that occur twice or that no standard knows; `where` is the header.
[[nodiscard]] diagnostics check_columns(const csv_header& header, known_names& facts, const std::string& where) {
    diagnostics problems;
    std::set<std::string_view> seen;
    const bool has_parent = column_of(header.names, parent_column).has_value();
    for (std::size_t at = 0; at < header.names.size(); ++at) {
        const std::string& column = header.names[at];
        const bool known = header.contents[at] != content::nothing;
        if (column.empty() || (!known && facts.passes_over(column, has_parent))) { continue; }
        if (!seen.insert(column).second) {
            problems.push_back(problem(say<diag::duplicate_column>(impl::utf8::shortened(column)), where));
        } else if (!known) {
            problems.push_back(
                problem(say<diag::unknown_column>(impl::utf8::shortened(column)).with_help(facts.help_for(column)), where));
        }
    }
    return problems;
}

/// Reads the header. Errors: any problem with it.
[[nodiscard]] result<csv_header> read_header(const csv_table& table, csv_record& record, known_names& facts) {
    const std::string& name = table.given.name;
    diagnostics problems = byte_problems(name, record.line, record.text);
    if (record.fault) { problems.push_back(quote_problem(name, *record.fault)); }
    if (!problems.empty()) { return problems; }
    csv_header header;
    header.names = std::move(record.cells);
    problems = missing_columns(table, record, header.names);
    if (header.names.size() == 1 && !problems.empty()) {
        problems.resize(1); // the cells are separated by another mark: the other problems only follow from that
        return problems;
    }
    if (problems.size() == 2) { return problems; } // the line does not name columns at all
    for (const std::string& column : header.names) { header.contents.push_back(content_of(column, facts)); }
    const diagnostics wrong = check_columns(header, facts, row_location(name, record.line));
    problems.insert(problems.end(), wrong.begin(), wrong.end());
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
    const std::string separator = shown_separator(table.notation.separator.front());
    if (cells.size() < columns) {
        return "an empty cell still takes its " + separator +
               "; Excel leaves out those at the end: let a column that is always filled be the last";
    }
    const auto filled = [](const std::string& cell) { return !cell.empty(); };
    const bool surplus = std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(columns), cells.end(), filled);
    return surplus ? "a cell that holds a " + separator + " is put in quotes"
                   : "the last cells are empty: delete each " + separator + " too many, or give the header as many";
}

/// Takes the facts of a row; those written in a wrong notation become problems of the subject.
void take_facts(const csv_table& table, csv_record& record, const csv_header& header, subject& body) {
    for (std::size_t at = 0; at < record.cells.size(); ++at) {
        std::string& cell = record.cells[at];
        if (header.contents[at] != content::fact || cell.empty()) { continue; }
        if (auto wrong = rewrite(cell, table.notation)) {
            body.problems.push_back(problem(*std::move(wrong), row_location(table.given.name, record.line, header.names[at])));
        } else {
            body.values.emplace_back(header.names[at], std::move(cell));
        }
    }
}

/// True when no cell of the row is filled.
[[nodiscard]] bool is_blank(const csv_record& record) {
    return std::all_of(record.cells.begin(), record.cells.end(), [](const std::string& cell) { return cell.empty(); });
}

/// Reads one row below the header.
[[nodiscard]] table_row read_row(const csv_table& table, csv_record& record, const csv_header& header) {
    const std::string& name = table.given.name;
    table_row row;
    row.line = record.line;
    row.body.where = row_location(name, record.line);
    row.body.problems = byte_problems(name, record.line, record.text);
    if (record.fault) { row.body.problems.push_back(quote_problem(name, *record.fault)); }
    std::vector<std::string>& cells = record.cells;
    if (row.body.problems.empty() && cells.size() != header.names.size()) {
        row.body.problems.push_back(
            problem(say<diag::row_of_other_length>(counted(cells.size(), "cell"), counted(header.names.size(), "column"))
                        .with_help(length_help(cells, table, header.names.size())),
                    row.body.where));
    }
    const bool intact = row.body.problems.empty();
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
    if (!intact) { return row; }
    row.body.problems = missing_keys(name, record.line, row.body);
    take_facts(table, record, header, row.body);
    return row;
}

} // namespace

result<subjects> read_csv(const table_text& given, known_names& facts, column_population to, progress_line& shown) {
    const csv_table table = open_table(given);
    if (table.text.starts_with('{') || table.text.starts_with('[')) {
        return diagnostics{problem(say<diag::json_for_csv>(), row_location(given.name, table.line))};
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
