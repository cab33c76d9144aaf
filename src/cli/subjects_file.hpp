// SPDX-License-Identifier: Apache-2.0
/// \file
/// A table of subjects from a file, its columns known from the rules.
#pragma once

#include "subjects.hpp"

#include <tieuchi/rulebook.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
} // namespace CLI

namespace tieuchi::cli {

enum class table_format : std::uint8_t { csv, ndjson };

/// The format asked for, `csv` or `ndjson`, or else the one that the file's name tells; empty when it tells none.
[[nodiscard]] std::optional<table_format> format_of(const std::string& requested, const std::string& path);

/// A table, and how it is written.
struct table_options {
    std::string path; ///< `-` is the standard input
    std::string from; ///< `csv`, `ndjson` or empty
    cli::notation notation;

    /// As `format_of`; a table named `.tsv` is CSV with tabs.
    [[nodiscard]] std::optional<table_format> format() const;
    /// Adds --from, --separator and the options of `notation`.
    void add_to(CLI::App& command);
};

/// What is wrong with a table whose format nobody tells: it is one that cannot be read (E446), or may be either (E510).
[[nodiscard]] diagnostics check_format(const table_options& table);

/// The standards in force that day, for every kind.
[[nodiscard]] std::vector<standard> standards_in_force(const rulebook& rules, const selection& choices);

/// The names of all facts of the standards in force.
[[nodiscard]] known_names names_in_force(const rulebook& rules, const selection& choices, const notation& notation);

/// Reads a table. The note on ignored columns goes to `ignored_text`. Precondition: its format is known.
[[nodiscard]] result<subjects> read_subjects(const table_options& table, const rulebook& rules, const selection& choices,
                                             progress_line& shown, std::string& ignored_text);

/// What is wrong with the rows that are refused, one after another, with the help that can be given here.
[[nodiscard]] diagnostics problems_of(const population_answers& answers, const notation& notation);

} // namespace tieuchi::cli
