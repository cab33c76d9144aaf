// SPDX-License-Identifier: Apache-2.0
/// \file
/// The standards that assess each kind of subject, and whose answers they ask for.
#pragma once

#include <tieuchi/rulebook.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::population {

/// The standard at `at` among those for kind `kind`.
struct place {
    std::uint32_t kind = 0;
    std::uint32_t at = 0;
    friend constexpr auto operator<=>(const place&, const place&) = default;
};

/// Whose answers a standard asks for.
struct asked {
    std::vector<place> below; ///< of sub-units
    std::vector<place> above; ///< of the body above
    std::vector<place> here;  ///< of the subject itself
};

struct kind_line {
    std::string kind;
    std::vector<tieuchi::standard> standards; ///< in force that day
    std::vector<asked> asks;                  ///< of each standard
    diagnostics none;                         ///< why there are no standards
};

struct line_up {
    std::vector<kind_line> kinds;
    std::map<std::string, std::uint32_t, std::less<>> by_name;
};

/// Finds the standards for each kind. The error holds what is wrong with the selection.
[[nodiscard]] result<line_up> line_up_of(const rulebook& rules, const selection& how);

/// Why subjects of this kind are not assessed, if they are not.
[[nodiscard]] std::optional<diagnostic> not_assessed(const line_up& by, const rulebook& rules, const selection& how,
                                                     std::string_view kind);

} // namespace TIEUCHI_NAMESPACE::impl::population
