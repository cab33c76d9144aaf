// SPDX-License-Identifier: Apache-2.0
/// \file
/// Messages to the person at the terminal.
#pragma once

#include <tieuchi/diagnostic.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace tieuchi::cli {

/// A problem in data or files: `where` as in `diagnostic::where`.
[[nodiscard]] diagnostic problem(std::string_view code, std::string where, std::string message, std::string help = {});

/// How many problems of one file of data are shown: where all is wrong, the first say why.
inline constexpr std::size_t data_problems_shown = 100;

/// Writes problems to the error stream: at most `most` of them, then how many more there are.
void report(const diagnostics& problems, std::size_t most = SIZE_MAX);

/// `1 row`, `2 rows`.
[[nodiscard]] std::string counted(std::size_t number, std::string_view noun);

} // namespace tieuchi::cli
