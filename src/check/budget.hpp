// SPDX-License-Identifier: Apache-2.0
/// \file
/// The size of the rules once everything that they repeat is written out, and the limit to it.
#pragma once

#include "check/diagnostic_sink.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::check {

// What things cost in the budget of a rulebook. A part is some 128 bytes.
inline constexpr std::size_t bytes_of_part = 128;
inline constexpr std::size_t parts_of_standard = 16;
inline constexpr std::size_t parts_of_criterion = 4;
inline constexpr std::size_t parts_of_clause = 3;
inline constexpr std::size_t parts_of_fact = 10;
inline constexpr std::size_t parts_of_name = 2;
inline constexpr std::size_t items_of_part = 32; ///< looked through for each that is amended

/// The cost of keeping one more copy of a text.
[[nodiscard]] constexpr std::size_t parts_of_text(std::size_t bytes) { return bytes / bytes_of_part; }

/// Counts the parts that have been made of the rules.
class rule_budget {
public:
    rule_budget(const std::vector<syntax::tree>& files, const limits& bounds, diagnostic_sink& sink);

    void spend(std::size_t parts) { parts_ += parts; }
    /// Whether the budget is used up, after which nothing more is checked. The first time, it is reported at that place.
    [[nodiscard]] bool is_spent(const syntax::tree& file, span at);
    [[nodiscard]] bool is_used_up() const noexcept { return used_up_; }
    /// Ends the check as if the budget were used up, where something else has been reported that ends it.
    void stop();

private:
    diagnostic_sink& sink_;
    std::uint64_t most_parts_;
    std::uint64_t parts_ = 0;
    bool used_up_ = false;
};

} // namespace TIEUCHI_NAMESPACE::impl::check
