// SPDX-License-Identifier: Apache-2.0
/// \file
/// What the JSON of all answers shares: keys in a fixed order, and decimals as strings, so that they stay exact.
#pragma once

#include "base/utf8.hpp"

#include <tieuchi/assessment.hpp>
#include <tieuchi/labels.hpp>
#include <tieuchi/standard.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::json {

[[nodiscard]] inline boost::json::string_view view(std::string_view text) { return {text.data(), text.size()}; }

/// A text that may hold anything, such as names from data.
[[nodiscard]] inline boost::json::string clean_text(std::string_view text) {
    const std::string clean = utf8::well_formed(std::string(text));
    return boost::json::string(clean.data(), clean.size());
}

/// Null where there is no text.
[[nodiscard]] inline boost::json::value text_or_null(std::string_view text) {
    return text.empty() ? boost::json::value() : boost::json::value(view(text));
}

[[nodiscard]] boost::json::object to_object(const labels& label);
[[nodiscard]] TIEUCHI_API boost::json::array to_array(const std::vector<std::string>& texts);

/// `{"least": "3", "most": "5"}`, or null.
[[nodiscard]] TIEUCHI_API boost::json::value to_value(const std::optional<decimal_range>& range);
/// A fact's value; null when nothing is known; `{"least": …, "most": …}` when only bounds are.
[[nodiscard]] TIEUCHI_API boost::json::value to_value(const fact_value& fact);
[[nodiscard]] boost::json::object to_object(const std::vector<fact_value>& facts);

/// The names of the outcomes in a set, in the order of the rules.
[[nodiscard]] boost::json::array outcome_names(const standard& standard, outcome_set outcomes);

} // namespace TIEUCHI_NAMESPACE::impl::json
