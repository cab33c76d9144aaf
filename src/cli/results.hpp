// SPDX-License-Identifier: Apache-2.0
/// \file
/// The answers of a run as lines of a table.
#pragma once

#include "subjects_file.hpp"

#include <tieuchi/population.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieuchi::cli {

/// Columns that only some tables need.
struct result_columns {
    bool raters = false; ///< the table says whose facts a row holds
    bool points = false; ///< some standard gives points: total and maximum
    bool quotas = false; ///< some standard has quotas: the outcomes before them
};

/// What the table says of a subject beside its facts. Views into the table.
struct result_row {
    subject_keys keys;
    std::string_view level;
    std::string where; ///< `subjects.csv:12`
};

[[nodiscard]] result_row row_at(const subjects& read, const population_answers& answers, std::size_t row);

/// One line: a subject by one standard, or a refused subject.
struct result_line {
    const result_row* row = nullptr;
    std::string_view status;                ///< `decided`, `undecided` or `refused`
    std::string standard;                   ///< empty when refused, as are all that follow but `problems`
    std::string outcome;                    ///< after quotas; empty while undecided
    std::vector<std::string> possible;      ///< the outcomes still possible after quotas, in the order of the rules
    std::vector<std::string> before_quotas; ///< those still possible before
    std::optional<decimal_range> total;     ///< none: the standard is not scored
    std::optional<decimal_range> maximum;
    std::vector<std::string> because;   ///< why this outcome and not a better one: `subject_result::because`
    std::vector<std::string> questions; ///< names of the missing facts that can still change the outcome, most decisive first
    std::string document;
    std::string_view document_status;
    std::vector<std::string> problems; ///< why it was refused
};

/// The columns that these results need.
[[nodiscard]] result_columns columns_for(const subjects& read, const std::vector<standard>& standards);

/// The lines of one subject: one for each standard for its kind.
[[nodiscard]] std::vector<result_line> result_lines(const result_row& row, const subject_result& result);

/// The names of the outcomes in a set, in the order of the rules.
[[nodiscard]] std::vector<std::string> names_of(const standard& by, outcome_set outcomes);

/// The one outcome of a set; null where there are several.
[[nodiscard]] const outcome* decided_outcome(const standard& by, outcome_set outcomes);

/// `parts` with `between` between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view between);

/// The line that names the columns; empty for a format that needs none.
[[nodiscard]] std::string results_header(table_format format, const result_columns& columns);

/// Appends a line, its end included. In CSV the parts of a list stand apart by a space, possible outcomes by `|`, problems by `; `, and an
/// open number is `70 to 80`; in NDJSON lists are lists, a number has its least and its most, and what there is none of is null.
void append_line(std::string& to, const result_line& line, table_format format, const result_columns& columns);

/// Appends a cell of CSV, in quotes where it needs them, and `end`.
void append_cell(std::string& to, std::string_view text, char end);

} // namespace tieuchi::cli
