// SPDX-License-Identifier: Apache-2.0
/// \file
/// An assessment in words and as JSON.
#pragma once

#include <tieuchi/assessment.hpp>

#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE {

/// How to tell it.
struct telling {
    std::string_view language = "en"; ///< `vi` or `en`; any other: English words, labels in that language where there are any
    std::string_view subject{};       ///< what to call the subject; empty: not named
};

/// The assessment for people: the outcome and why, strengths, shortcomings with cause and clause, open questions. UTF-8, several
/// lines.
[[nodiscard]] TIEUCHI_API std::string explain(const assessment& answer, const telling& how = {});

/// The assessment as one JSON object, after docs/assessment.schema.json. One line, keys in a fixed order.
[[nodiscard]] TIEUCHI_API std::string to_json(const assessment& answer, const telling& how = {});

} // namespace TIEUCHI_NAMESPACE
