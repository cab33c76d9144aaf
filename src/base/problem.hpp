// SPDX-License-Identifier: Apache-2.0
/// \file
/// Short ways to make a diagnostic.
#pragma once

#include <tieuchi/diagnostic.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl {

/// An error at a place in a rule file.
[[nodiscard]] inline diagnostic problem(std::string_view code, source_ptr origin, span at, std::string message,
                                        std::string help = {}) {
    diagnostic made;
    made.code = code;
    made.message = std::move(message);
    made.help = std::move(help);
    made.origin = std::move(origin);
    made.at = at;
    return made;
}

/// As `problem`, for what does not stop the rules from being used.
[[nodiscard]] inline diagnostic warning(std::string_view code, source_ptr origin, span at, std::string message,
                                        std::string help = {}) {
    diagnostic made = problem(code, std::move(origin), at, std::move(message), std::move(help));
    made.severity = severity::warning;
    return made;
}

} // namespace TIEUCHI_NAMESPACE::impl
