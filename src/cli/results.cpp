// SPDX-License-Identifier: Apache-2.0
#include "results.hpp"

#include "json/writer.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <csv.h>

#include <algorithm>

namespace tieuchi::cli {

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

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty()) { text += between; }
        text += part;
    }
    return text;
}

namespace {

[[nodiscard]] std::string text_of(const std::optional<decimal_range>& number) { return number ? number->text() : std::string(); }

void append_csv(std::string& to, const result_line& line, const result_columns& columns) {
    append_cell(to, line.row->keys.id, ',');
    if (columns.raters) { append_cell(to, line.row->keys.rater, ','); }
    append_cell(to, line.row->keys.parent, ',');
    append_cell(to, line.row->keys.kind, ',');
    append_cell(to, line.row->level, ',');
    append_cell(to, line.standard, ',');
    append_cell(to, line.status, ',');
    append_cell(to, line.outcome, ',');
    append_cell(to, joined(line.possible, "|"), ',');
    if (columns.quotas) { append_cell(to, joined(line.before_quotas, "|"), ','); }
    if (columns.points) {
        append_cell(to, text_of(line.total), ',');
        append_cell(to, text_of(line.maximum), ',');
    }
    append_cell(to, joined(line.because, "; "), ',');
    append_cell(to, joined(line.questions, " "), ',');
    append_cell(to, line.document, ',');
    append_cell(to, line.document_status, ',');
    append_cell(to, joined(line.problems, "; "), '\n');
}

void append_ndjson(std::string& to, const result_line& line, const result_columns& columns) {
    using namespace impl::json;
    boost::json::object object;
    object["id"] = text_or_null(line.row->keys.id);
    if (columns.raters) { object["rater"] = text_or_null(line.row->keys.rater); }
    object["parent"] = text_or_null(line.row->keys.parent);
    object["kind"] = text_or_null(line.row->keys.kind);
    object["level"] = text_or_null(line.row->level);
    object["standard"] = text_or_null(line.standard);
    object["status"] = text_or_null(line.status);
    object["outcome"] = text_or_null(line.outcome);
    object["possible"] = to_array(line.possible);
    if (columns.quotas) { object["before_quotas"] = to_array(line.before_quotas); }
    if (columns.points) {
        object["total"] = to_value(line.total);
        object["maximum"] = to_value(line.maximum);
    }
    object["because"] = to_array(line.because);
    object["questions"] = to_array(line.questions);
    object["document"] = text_or_null(line.document);
    object["document_status"] = text_or_null(line.document_status);
    object["problems"] = to_array(line.problems);
    to += boost::json::serialize(object);
    to += '\n';
}

/// A problem of the row at `here` in one line: the column, where it is about one, and the message.
[[nodiscard]] std::string short_text(const diagnostic& problem, const std::string& here) {
    const std::string before = here + ": ";
    const bool has_column = problem.where.starts_with(before) && problem.where.size() > before.size();
    return has_column ? problem.where.substr(before.size()) + ": " + problem.message : problem.message;
}

[[nodiscard]] result_line line_of(const result_row& row, const subject_result& result, std::size_t at) {
    const assessment& answer = result.assessments[at];
    const outcome_set after = result.outcomes[at];
    const standard by = answer.standard();
    result_line line;
    line.row = &row;
    line.status = after.decided() ? "decided" : "undecided";
    line.standard = by.name();
    if (const outcome* const decided = decided_outcome(by, after)) { line.outcome = decided->name; }
    line.possible = names_of(by, after);
    line.before_quotas = names_of(by, answer.outcomes());
    line.total = answer.total();
    line.maximum = answer.maximum();
    line.because = result.because(at);
    for (const question& question : answer.questions()) { line.questions.push_back(question.fact->name); }
    line.document = by.document().number;
    line.document_status = to_string(by.status());
    return line;
}

} // namespace

std::vector<std::string> names_of(const standard& by, outcome_set outcomes) {
    std::vector<std::string> names;
    for (std::uint32_t index = 0; index < by.outcomes().size(); ++index) {
        if (outcomes.contains(index)) { names.push_back(by.outcomes()[index].name); }
    }
    return names;
}

const outcome* decided_outcome(const standard& by, outcome_set outcomes) {
    for (std::uint32_t index = 0; outcomes.decided(); ++index) {
        if (outcomes.contains(index)) { return &by.outcomes()[index]; }
    }
    return nullptr;
}

result_columns columns_for(const subjects& read, const std::vector<standard>& standards) {
    result_columns columns;
    columns.raters = read.has_raters;
    for (const standard& standard : standards) {
        const auto& criteria = standard.criteria();
        const auto is_scored = [](const criterion& criterion) { return criterion.scored; };
        columns.points = columns.points || std::any_of(criteria.begin(), criteria.end(), is_scored);
        columns.quotas = columns.quotas || !standard.quotas().empty();
    }
    return columns;
}

result_row row_at(const subjects& read, const population_answers& answers, std::size_t row) {
    return {answers.keys(row), read.level(row), read.location(row)};
}

std::vector<result_line> result_lines(const result_row& row, const subject_result& result) {
    std::vector<result_line> lines;
    if (result.refused()) {
        result_line& line = lines.emplace_back();
        line.row = &row;
        line.status = "refused";
        for (const diagnostic& problem : result.problems) { line.problems.push_back(short_text(problem, row.where)); }
        return lines;
    }
    for (std::size_t at = 0; at < result.assessments.size(); ++at) { lines.push_back(line_of(row, result, at)); }
    return lines;
}

std::string results_header(table_format format, const result_columns& columns) {
    if (format != table_format::csv) { return {}; }
    std::string names = "id,";
    if (columns.raters) { names += "rater,"; }
    names += "parent,kind,level,standard,status,outcome,possible,";
    if (columns.quotas) { names += "before_quotas,"; }
    if (columns.points) { names += "total,maximum,"; }
    return names + "because,questions,document,document_status,problems\n";
}

void append_line(std::string& to, const result_line& line, table_format format, const result_columns& columns) {
    if (format == table_format::csv) {
        append_csv(to, line, columns);
    } else {
        append_ndjson(to, line, columns);
    }
}

} // namespace tieuchi::cli
