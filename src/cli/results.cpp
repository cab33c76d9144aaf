// SPDX-License-Identifier: Apache-2.0
#include "results.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <csv.h>

namespace tieuchi::cli {

namespace {

constexpr std::string_view columns =
    "id,parent,kind,level,standard,status,outcome,possible,because,questions,document,document_status,problems\n";

void append_cell(std::string& to, std::string_view text, char end) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        to += text;
    } else {
        const std::size_t start = to.size();
        to.resize(start + csv_write(nullptr, 0, text.data(), text.size()));
        csv_write(to.data() + start, to.size() - start, text.data(), text.size());
    }
    to += end;
}

[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty()) { text += between; }
        text += part;
    }
    return text;
}

void append_csv(std::string& to, const result_line& line) {
    append_cell(to, line.row->body.id, ',');
    append_cell(to, line.row->body.parent, ',');
    append_cell(to, line.row->body.kind, ',');
    append_cell(to, line.row->level, ',');
    append_cell(to, line.standard, ',');
    append_cell(to, line.status, ',');
    append_cell(to, line.outcome, ',');
    append_cell(to, joined(line.possible, "|"), ',');
    append_cell(to, joined(line.because, " "), ',');
    append_cell(to, joined(line.questions, " "), ',');
    append_cell(to, line.document, ',');
    append_cell(to, line.document_status, ',');
    append_cell(to, joined(line.problems, "; "), '\n');
}

/// Text, or null for none.
[[nodiscard]] boost::json::value text_or_null(std::string_view text) {
    if (text.empty()) { return nullptr; }
    return boost::json::string(text.data(), text.size());
}

[[nodiscard]] boost::json::array list(const std::vector<std::string>& parts) {
    boost::json::array made;
    for (const std::string& part : parts) { made.emplace_back(boost::json::string(part)); }
    return made;
}

void append_ndjson(std::string& to, const result_line& line) {
    boost::json::object made;
    made["id"] = text_or_null(line.row->body.id);
    made["parent"] = text_or_null(line.row->body.parent);
    made["kind"] = text_or_null(line.row->body.kind);
    made["level"] = text_or_null(line.row->level);
    made["standard"] = text_or_null(line.standard);
    made["status"] = text_or_null(line.status);
    made["outcome"] = text_or_null(line.outcome);
    made["possible"] = list(line.possible);
    made["because"] = list(line.because);
    made["questions"] = list(line.questions);
    made["document"] = text_or_null(line.document);
    made["document_status"] = text_or_null(line.document_status);
    made["problems"] = list(line.problems);
    to += boost::json::serialize(made);
    to += '\n';
}

/// A problem of the row at `here` in one line: the column, where it is about one, and the message.
[[nodiscard]] std::string short_text(const diagnostic& problem, const std::string& here) {
    const std::string before = here + ": ";
    const bool has_column = problem.where.starts_with(before) && problem.where.size() > before.size();
    return has_column ? problem.where.substr(before.size()) + ": " + problem.message : problem.message;
}

} // namespace

std::vector<result_line> result_lines(const table_row& row, const subject_result& result) {
    std::vector<result_line> lines;
    if (result.refused()) {
        result_line& line = lines.emplace_back();
        line.row = &row;
        line.status = "refused";
        for (const diagnostic& one : result.problems) { line.problems.push_back(short_text(one, row.body.where)); }
        return lines;
    }
    for (const assessment& answer : result.assessments) {
        const standard by = answer.standard();
        result_line& line = lines.emplace_back();
        line.row = &row;
        line.status = answer.decided() ? "decided" : "undecided";
        line.standard = by.name();
        if (const outcome* decided = answer.outcome()) { line.outcome = decided->name; }
        for (std::uint32_t index = 0; index < by.outcomes().size(); ++index) {
            if (answer.outcomes().contains(index)) { line.possible.push_back(by.outcomes()[index].name); }
        }
        line.because = answer.because();
        for (const question& one : answer.questions()) { line.questions.push_back(one.fact->name); }
        line.document = by.document().number;
        line.document_status = to_string(by.document().status);
    }
    return lines;
}

std::string results_header(table_format format) { return format == table_format::csv ? std::string(columns) : std::string(); }

void append_line(std::string& to, const result_line& line, table_format format) {
    if (format == table_format::csv) {
        append_csv(to, line);
    } else {
        append_ndjson(to, line);
    }
}

} // namespace tieuchi::cli
