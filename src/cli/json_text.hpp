// SPDX-License-Identifier: Apache-2.0
/// \file
/// Texts and bounds in JSON.
#pragma once

#include <tieuchi/decimal.hpp>

#include <boost/json/object.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>

#include <optional>
#include <string_view>

namespace tieuchi::cli {

[[nodiscard]] inline boost::json::string json_text(std::string_view text) {
    return boost::json::string(text.data(), text.size());
}

[[nodiscard]] inline boost::json::value bounds_or_null(const std::optional<decimal_range>& number) {
    if (!number) { return nullptr; }
    return boost::json::object{{"least", json_text(number->least.str())}, {"most", json_text(number->most.str())}};
}

} // namespace tieuchi::cli
