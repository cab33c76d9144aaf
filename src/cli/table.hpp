// SPDX-License-Identifier: Apache-2.0
/// \file
/// Tables of subjects: one row a subject.
#pragma once

#include "messages.hpp"
#include "progress.hpp"

#include <tieuchi/column_population.hpp>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieuchi::cli {

/// The columns that are not facts.
inline constexpr std::string_view id_column = "id";
inline constexpr std::string_view parent_column = "parent";
inline constexpr std::string_view kind_column = "kind";
inline constexpr std::string_view level_column = "level";
inline constexpr std::string_view rater_column = "rater";

/// One row, read as far as it could be.
struct table_row {
    subject body;      ///< of a bad row: its problems, and what could be read of its id, parent and kind
    std::string level; ///< free text, carried through to the results
    std::size_t line = 0;
};

class subjects;

/// The names that facts may have.
class known_names {
public:
    explicit known_names(std::set<std::string> names) : names_(std::move(names)) {}

    [[nodiscard]] bool contains(const std::string& name) const { return names_.contains(name); }
    [[nodiscard]] const std::set<std::string>& all() const noexcept { return names_; }

    /// What to do about `given`, which is not one of them. A near one is looked for only as often as problems are shown: a table
    /// may hold any number of wrong names.
    [[nodiscard]] std::string help_for(std::string_view given);

private:
    std::set<std::string> names_;
    std::size_t searches_left_ = data_problems_shown;
};

/// Reads comma-separated values after RFC 4180; cells may hold line ends inside quotes, lines may end in LF, CR LF or CR, blank
/// lines are no rows, an empty cell is unknown. `name` is what messages call the file, `facts` the names that a fact column may
/// have. Errors: the header, from which every row would be misread. A bad row is no error of the table.
[[nodiscard]] result<subjects> read_csv(const std::string& name, std::string_view text, known_names& facts, column_population to,
                                        progress_line& shown);

/// Reads one JSON object a line: id, parent, kind, level, rater and the facts, flat. Names that no standard knows make a bad row.
/// Errors: the file is empty.
[[nodiscard]] result<subjects> read_ndjson(const std::string& name, std::string_view text, known_names& facts,
                                           column_population to, progress_line& shown);

/// `subjects.csv:12`, and with a column `subjects.csv:12: staff`.
[[nodiscard]] std::string row_place(const std::string& name, std::size_t line, std::string_view column = {});

/// The problems with the bytes of a row, which stands on `line` and after: not UTF-8 (E432), zero bytes (E445).
[[nodiscard]] diagnostics byte_problems(const std::string& name, std::size_t line, std::string_view text);

/// The problems of a row that lacks what every row has, an id and a kind (E439).
[[nodiscard]] diagnostics missing_keys(const std::string& name, std::size_t line, const subject& body);

} // namespace tieuchi::cli
