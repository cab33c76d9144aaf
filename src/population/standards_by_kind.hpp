// SPDX-License-Identifier: Apache-2.0
/// \file
/// The standards that assess each kind of subject, and the answers that they depend on.
#pragma once

#include "model/model.hpp"

#include <tieuchi/rulebook.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::population {

/// The standard at `at` among those for kind `kind`.
struct standard_ref {
    std::uint32_t kind = 0;
    std::uint32_t at = 0;
    friend constexpr auto operator<=>(const standard_ref&, const standard_ref&) = default;
};

/// The answers that a standard depends on.
struct dependencies {
    std::vector<standard_ref> below; ///< of sub-units
    std::vector<standard_ref> above; ///< of the body above
    std::vector<standard_ref> here;  ///< of the subject itself
};

inline constexpr std::uint32_t no_standard = UINT32_MAX;

/// The standard that contributes to a tally for sub-units of one kind.
struct tally_contributor {
    const model::tally::over* over = nullptr; ///< none: the kind does not count
    std::uint32_t part = 0;                   ///< which of the tally's kinds that is
    std::uint32_t at = no_standard;           ///< which of the standards for the kind; none: it is not in force
};

struct kind_standards {
    std::string kind;
    std::vector<tieuchi::standard> standards; ///< in force that day
    std::vector<std::uint32_t> numbers;       ///< of each: its index in `standards_by_kind::standards`
    std::vector<dependencies> depends_on;     ///< of each
    diagnostics none;                         ///< why there are no standards
};

struct standards_by_kind {
    std::vector<kind_standards> kinds;
    std::map<std::string, std::uint32_t, std::less<>> by_name;
    std::vector<tieuchi::standard> standards;                              ///< each once
    std::vector<std::vector<std::vector<tally_contributor>>> contributors; ///< by standard, tally and kind of the sub-unit
    std::vector<std::vector<std::vector<std::uint32_t>>>
        linked; ///< by standard, link and kind of the body asked: which of its standards
};

/// Finds the standards for each kind. The error holds what is wrong with the selection.
[[nodiscard]] result<standards_by_kind> standards_in_force(const rulebook& rules, const selection& chosen);

/// Why subjects of this kind are not assessed, if they are not.
[[nodiscard]] std::optional<diagnostic> not_assessed(const standards_by_kind& all, const rulebook& rules, const selection& chosen,
                                                     std::string_view kind);

} // namespace TIEUCHI_NAMESPACE::impl::population
