// SPDX-License-Identifier: Apache-2.0
/// \file
/// What the rules of all standards come to once everything is written out, and where that ends.
#pragma once

#include "check/diagnostic_sink.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::check {

// What things count for in the budget of a rulebook: a part is some 128 bytes.
inline constexpr std::size_t bytes_of_part = 128;
inline constexpr std::size_t parts_of_standard = 16;
inline constexpr std::size_t parts_of_criterion = 4;
inline constexpr std::size_t parts_of_clause = 3;
inline constexpr std::size_t parts_of_fact = 10;
inline constexpr std::size_t parts_of_name = 2;
inline constexpr std::size_t items_of_part = 32; ///< looked through for each that is amended

/// What a text counts for that is kept again.
[[nodiscard]] constexpr std::size_t parts_of_text(std::size_t bytes) { return bytes / bytes_of_part; }

/// Counts the parts that have been made of the rules.
class rule_budget {
public:
    rule_budget(const std::vector<syntax::tree>& files, const limits& bounds, diagnostic_sink& sink);

    void spend(std::size_t parts) { parts_ += parts; }
    /// Whether the budget is used up; the first time it is said at that place. Then nothing more is checked.
    [[nodiscard]] bool is_spent(const syntax::tree& file, span at);
    [[nodiscard]] bool is_used_up() const noexcept { return used_up_; }
    /// As if it were used up: what is wrong has been said.
    void stop();

private:
    diagnostic_sink& sink_;
    std::uint64_t most_parts_;
    std::uint64_t parts_ = 0;
    bool used_up_ = false;
};

} // namespace TIEUCHI_NAMESPACE::impl::check
