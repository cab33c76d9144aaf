// SPDX-License-Identifier: Apache-2.0
/// \file
/// Rule files in their one canonical layout.
#pragma once

#include <tieuchi/limits.hpp>
#include <tieuchi/result.hpp>
#include <tieuchi/source.hpp>

#include <string>

namespace TIEUCHI_NAMESPACE {

/// The rule file in its canonical layout (dsl/LANGUAGE.md), or the problems for which it cannot be read as rules. Only blanks and line
/// ends change, so the rules mean what they meant; comments stay where they stood. Formatting what was formatted changes nothing. Only
/// syntax is looked at: names need not be declared.
[[nodiscard]] TIEUCHI_API result<std::string> format(const source_ptr& source, const limits& bounds = {});

} // namespace TIEUCHI_NAMESPACE
