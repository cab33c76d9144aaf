// SPDX-License-Identifier: Apache-2.0
/// \file
/// In what two versions of a standard differ.
#pragma once

#include <tieuchi/standard.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE {

/// What stands in a standard.
enum class rule_item : std::uint8_t {
    criterion,
    outcome, ///< also a class by total
    exit,
    adjustment,
    quota,
    points, ///< what is said of the sum of points, of its rounding and of what does not apply
    window,
    deadline,
    reading,
    fact,
    quantity,
};

/// `criterion`, `outcome`, …
[[nodiscard]] TIEUCHI_API std::string_view to_string(rule_item item) noexcept;

/// How something differs.
enum class rule_change : std::uint8_t { added, removed, changed };

/// `added`, `removed`, `changed`.
[[nodiscard]] TIEUCHI_API std::string_view to_string(rule_change change) noexcept;

/// One thing that stands otherwise in the second standard than in the first.
struct TIEUCHI_API difference {
    rule_item item = rule_item::criterion;
    rule_change change = rule_change::changed;
    std::string name;            ///< its clause or its name; empty for what has none
    std::string before;          ///< as it is written, a criterion without its parts; empty when it was added
    std::string after;           ///< empty when it was removed
    std::string document_before; ///< number of the document that it stands in; empty when it was added
    std::string document_after;  ///< empty when it was removed
};

/// Compares the texts of two versions of a standard, or of any two. Blanks and comments make no difference. In the order of the second
/// standard; what was removed stands last.
[[nodiscard]] TIEUCHI_API std::vector<difference> differences(const standard& before, const standard& after);

} // namespace TIEUCHI_NAMESPACE
