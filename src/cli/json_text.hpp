// SPDX-License-Identifier: Apache-2.0
/// \file
/// Texts in JSON.
#pragma once

#include <boost/json/string.hpp>

#include <string_view>

namespace tieuchi::cli {

[[nodiscard]] inline boost::json::string json_text(std::string_view text) {
    return boost::json::string(text.data(), text.size());
}

} // namespace tieuchi::cli
