// SPDX-License-Identifier: Apache-2.0
/// \file
/// Lists of texts.
#pragma once

#include <tieuchi/config.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl {

/// `5, 8/2020 9`
[[nodiscard]] inline std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const auto& part : parts) {
        if (!all.empty()) { all += ", "; }
        all += part;
    }
    return all;
}

/// Appends the texts that the list does not have yet.
inline void add_all(std::vector<std::string>& to, const std::vector<std::string>& more) {
    for (const auto& text : more) {
        if (std::find(to.begin(), to.end(), text) == to.end()) { to.push_back(text); }
    }
}

} // namespace TIEUCHI_NAMESPACE::impl
