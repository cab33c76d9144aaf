// SPDX-License-Identifier: Apache-2.0
/// \file
/// Tables of subjects: one row a subject.
#pragma once

#include "messages.hpp"
#include "notation.hpp"
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
    known_names(std::set<std::string> names, bool ignore_others);

    [[nodiscard]] bool contains(const std::string& name) const { return names_.contains(name); }
    void forget(const std::string& name) { names_.erase(name); }
    [[nodiscard]] const std::set<std::string>& names() const noexcept { return names_; }

    /// What to do about `given`, which is not one of them. A near one is looked for only as often as problems are shown: a table
    /// may hold any number of wrong names.
    [[nodiscard]] std::string help_for(std::string_view given);

    /// True when `given`, which is not one of them, is passed over; that is noted. What may be a misspelt `parent` never is: without it a body would
    /// be answered as if it had no sub-units. `has_parent`: that name is given too.
    [[nodiscard]] bool passes_over(const std::string& given, bool has_parent);
    /// One line about all that was passed over; empty: nothing was.
    [[nodiscard]] std::string ignored_text() const;

private:
    std::set<std::string> names_;
    std::set<std::string> columns_; ///< these, and those of the columns that are not facts
    bool ignore_others_;
    std::set<std::string> ignored_;
    std::size_t searches_left_ = data_problems_shown;
};

/// The text of a table, and how it is written.
struct table_text {
    std::string name; ///< what messages call the file
    std::string_view text;
    cli::notation notation;
};

/// Reads comma-separated values after RFC 4180, with another separator where `sep=` in the first line or the notation says so; cells may hold
/// line ends inside quotes, lines may end in LF, CR LF or CR, lines without a filled cell are no rows and columns without a name or a filled cell no
/// columns, an empty cell is unknown. `facts` are the names that a fact column may have. Errors: the header, from which every row would be
/// misread. A bad row is no error of the table.
[[nodiscard]] result<subjects> read_csv(const table_text& given, known_names& facts, column_population to, progress_line& shown);

/// Reads one JSON object a line: id, parent, kind, level, rater and the facts, flat. Names that no standard knows make a bad row.
/// Errors: the file is empty, or the whole is something else, such as one list of objects.
[[nodiscard]] result<subjects> read_ndjson(const table_text& table, known_names& facts, column_population to,
                                           progress_line& shown);

/// `subjects.csv:12`, and with a column `subjects.csv:12: staff`.
[[nodiscard]] std::string row_location(const std::string& name, std::size_t line, std::string_view column = {});

/// The problems with the bytes of a row, which stands on `line` and after: not UTF-8 (E432), zero bytes (E445).
[[nodiscard]] diagnostics byte_problems(const std::string& name, std::size_t line, std::string_view text);

/// The problems of a row that lacks what every row has, an id and a kind (E439).
[[nodiscard]] diagnostics missing_keys(const std::string& name, std::size_t line, const subject& body);

} // namespace tieuchi::cli
