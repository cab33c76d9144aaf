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

namespace tieuchi::cli {

enum class table_format : std::uint8_t { csv, ndjson };

/// The format asked for, `csv` or `ndjson`, or else the one that the file's name tells; empty when it tells none.
[[nodiscard]] std::optional<table_format> format_of(const std::string& asked, const std::string& path);

/// What is wrong with a table whose format nobody tells (E510).
[[nodiscard]] diagnostics check_format(const std::string& asked, const std::string& path);

/// The standards in force that day, for every kind.
[[nodiscard]] std::vector<standard> standards_in_force(const rulebook& rules, const selection& how);

/// Reads the table at `path`, `-` being the standard input. Precondition: its format is known.
[[nodiscard]] result<subjects> read_subjects(const std::string& asked_format, const std::string& path, const rulebook& rules,
                                             const selection& how, progress_line& shown);

} // namespace tieuchi::cli
