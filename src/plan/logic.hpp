// SPDX-License-Identifier: Apache-2.0
/// \file
/// Logic on sets of values: each result is exactly the set of what can come out.
#pragma once

#include <tieuchi/interval.hpp>

namespace TIEUCHI_NAMESPACE::impl::plan {

[[nodiscard]] constexpr truth set_of(bool can_be_no, bool can_be_yes) noexcept {
    return static_cast<truth>((can_be_no ? no : 0U) | (can_be_yes ? yes : 0U));
}

[[nodiscard]] constexpr bool has(truth t, truth value) noexcept { return (t & value) != 0; }

[[nodiscard]] constexpr truth swap_sides(truth a) noexcept {
    return static_cast<truth>((a & not_applicable) | (has(a, no) ? yes : 0U) | (has(a, yes) ? no : 0U));
}

/// Kleene's `and` over sets of values: no absorbs, not applicable is neutral.
[[nodiscard]] constexpr truth both(truth a, truth b) noexcept {
    const bool can_be_no = has(a, no) || has(b, no);
    const bool can_be_yes = (has(a, yes) && (b & (yes | not_applicable)) != 0) || (has(a, not_applicable) && has(b, yes));
    return static_cast<truth>(set_of(can_be_no, can_be_yes) | (a & b & not_applicable));
}

[[nodiscard]] constexpr truth either(truth a, truth b) noexcept { return swap_sides(both(swap_sides(a), swap_sides(b))); }

[[nodiscard]] constexpr truth only_where(truth condition, truth a) noexcept {
    return static_cast<truth>((has(condition, yes) ? a : 0U) | ((condition & (no | not_applicable)) != 0 ? not_applicable : 0U));
}

[[nodiscard]] constexpr truth unless(truth a, truth exception) noexcept {
    const bool can_be_yes = has(a, yes) || (has(a, no) && has(exception, yes));
    const bool can_be_no = has(a, no) && (exception & (no | not_applicable)) != 0;
    return static_cast<truth>(set_of(can_be_no, can_be_yes) | (a & not_applicable));
}

[[nodiscard]] constexpr truth accepted(truth a) noexcept {
    return static_cast<truth>((a & unknown) | (has(a, not_applicable) ? yes : 0U));
}

[[nodiscard]] constexpr truth applicable(truth a) noexcept { return set_of(has(a, not_applicable), (a & unknown) != 0); }

/// One of three by the value of `a`.
[[nodiscard]] constexpr truth choose(truth a, truth where_yes, truth where_no, truth else_) noexcept {
    return static_cast<truth>((has(a, yes) ? where_yes : 0U) | (has(a, no) ? where_no : 0U) |
                              (has(a, not_applicable) ? else_ : 0U));
}

} // namespace TIEUCHI_NAMESPACE::impl::plan
