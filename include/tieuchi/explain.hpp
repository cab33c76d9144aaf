// SPDX-License-Identifier: Apache-2.0
/// \file
/// An assessment in words.
#pragma once

#include <tieuchi/assessment.hpp>

#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE {

/// In which language, and about whom.
struct explain_options {
    std::string_view language = "en"; ///< `vi` or `en`; any other: English words, labels in that language where there are any
    std::string_view subject{};       ///< what to call the subject; empty: not named
};

/// The assessment for people: the outcome and why, strengths, shortcomings with cause and clause, open questions. UTF-8, several
/// lines.
[[nodiscard]] TIEUCHI_API std::string explain(const assessment& answer, const explain_options& options = {});

} // namespace TIEUCHI_NAMESPACE
