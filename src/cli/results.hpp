// SPDX-License-Identifier: Apache-2.0
/// \file
/// The answers of a run as lines of a table.
#pragma once

#include "table.hpp"

#include <tieuchi/population.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tieuchi::cli {

enum class table_format : std::uint8_t { csv, ndjson };

/// One line: a subject by one standard, or a refused subject.
struct result_line {
    const table_row* row = nullptr;
    std::string_view status;            ///< `decided`, `undecided` or `refused`
    std::string standard;               ///< empty when refused, as are all that follow but `problems`
    std::string outcome;                ///< empty while undecided
    std::vector<std::string> possible;  ///< the outcomes still possible, in the order of the rules
    std::vector<std::string> because;   ///< the clauses that decided
    std::vector<std::string> questions; ///< names of the missing facts that can still change the outcome, most decisive first
    std::string document;
    std::string_view document_status;
    std::vector<std::string> problems; ///< why it was refused
};

/// The lines of one subject: one for each standard for its kind.
[[nodiscard]] std::vector<result_line> result_lines(const table_row& row, const subject_result& result);

/// The line that names the columns; empty for a format that needs none.
[[nodiscard]] std::string results_header(table_format format);

/// Appends a line, its end included. In CSV the parts of a list stand apart by a space, possible outcomes by `|`, problems by
/// `; `; in NDJSON lists are lists and what there is none of is null.
void append_line(std::string& to, const result_line& line, table_format format);

} // namespace tieuchi::cli
