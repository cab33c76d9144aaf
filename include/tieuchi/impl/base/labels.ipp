// SPDX-License-Identifier: Apache-2.0
/// \file
/// Texts in several languages: the one asked for, or the best there is.
#pragma once

#include <tieuchi/labels.hpp>

namespace tieuchi {

std::string_view labels::in(std::string_view language) const noexcept {
    std::string_view of_no_language;
    for (const auto& one : entries_) {
        if (one.language == language) { return one.text; }
        if (one.language.empty()) { of_no_language = one.text; }
    }
    if (!of_no_language.empty() || entries_.empty()) { return of_no_language; }
    return entries_.front().text;
}

} // namespace tieuchi
