// SPDX-License-Identifier: Apache-2.0
/// \file
/// What is wrong with a rule file or with data, said so that a person can fix it.
#pragma once

#include <tieuchi/source.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE {

/// Whether a problem refuses what it is about. A warning does not.
enum class severity : std::uint8_t { error, warning };

/// One problem. Values, never exceptions: bad rules and bad data are ordinary input.
struct TIEUCHI_API diagnostic {
    std::string code; ///< stable, such as `E203`; docs/errors.md explains each
    tieuchi::severity severity = severity::error;
    std::string message; ///< one line, lower case, no final period, user text in backticks
    std::string help;    ///< how to fix it; may be empty
    source_ptr origin;   ///< the rule file, or null for a problem in data
    span at;             ///< where in `origin`
    std::string where;   ///< for data: `subjects.csv:12: staff_informed`; empty otherwise

    /// Which of the messages that share `code` it is, and the texts that fill it in: for programs that word it anew. Both may change
    /// with any release; decide by `code`.
    std::uint16_t entry = 0;
    std::vector<std::string> parts = {};

    [[nodiscard]] bool is_error() const noexcept { return severity == severity::error; }

    /// Several lines of text, ending in a line end: code and message, the location, the excerpt with the mistake marked, the help.
    /// Marks line up under Vietnamese text and tabs.
    [[nodiscard]] std::string str() const;
};

/// Problems in the order they were found.
using diagnostics = std::vector<diagnostic>;

/// True when one of them is an error.
[[nodiscard]] TIEUCHI_API bool has_errors(const diagnostics& problems) noexcept;

/// The texts of all of them, one after another.
[[nodiscard]] TIEUCHI_API std::string to_string(const diagnostics& problems);

} // namespace TIEUCHI_NAMESPACE
