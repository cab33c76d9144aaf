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

/// Those that are not there yet.
inline void add_all(std::vector<std::string>& to, const std::vector<std::string>& more) {
    for (const auto& one : more) {
        if (std::find(to.begin(), to.end(), one) == to.end()) { to.push_back(one); }
    }
}

} // namespace TIEUCHI_NAMESPACE::impl
