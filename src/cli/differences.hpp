// SPDX-License-Identifier: Apache-2.0
/// \file
/// What differs between two answers, told.
#pragma once

#include <tieuchi/comparison.hpp>

#include <array>
#include <string>
#include <string_view>

namespace tieuchi::cli {

/// What the two answers are called: files, or raters.
using two_names = std::array<std::string, 2>;

/// For people: a line for all that differs, with what each of the two says below its name.
[[nodiscard]] std::string differences_as_text(const comparison& comparison, const two_names& names, std::string_view language);

/// The line that names the columns of the lines below.
[[nodiscard]] std::string differences_header();

/// Lines of CSV about one subject: one for the outcome, whose clause is empty, and one for each criterion that differs.
[[nodiscard]] std::string differences_as_csv(const comparison& comparison, std::string_view id);

} // namespace tieuchi::cli
