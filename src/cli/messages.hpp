// SPDX-License-Identifier: Apache-2.0
/// \file
/// Messages to the person at the terminal.
#pragma once

#include "base/diagnostic_catalogue.hpp"

#include <tieuchi/diagnostic.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace tieuchi::cli {

using impl::code_of;
using impl::diag;
using impl::problem;
using impl::remark;
using impl::say;
using impl::says;

/// How many problems of one file of data are shown: where all is wrong, the first say why.
inline constexpr std::size_t data_problems_shown = 100;

/// Writes problems to the error stream: at most `most` of them, then how many more there are.
void report(const diagnostics& problems, std::size_t most = SIZE_MAX);

/// `1 row`, `2 rows`.
[[nodiscard]] std::string counted(std::size_t number, std::string_view noun);

} // namespace tieuchi::cli
