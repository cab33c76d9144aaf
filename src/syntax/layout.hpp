// SPDX-License-Identifier: Apache-2.0
/// \file
/// Where lines may end between tokens. The grammar says so of what it reads, and the formatter does it.
#pragma once

#include <tieuchi/config.hpp>

#include <cstdint>
#include <limits>

namespace TIEUCHI_NAMESPACE::impl::syntax {

/// Which line ends come first where a line is too long: all of the lowest rank there are in it, then in each piece that is still too
/// long those of the next. Conditions have three ranks for each depth of parentheses.
using rank = std::uint16_t;

inline constexpr rank between_parts = 0; ///< texts, `when`, `unless`, `cite` …
inline constexpr rank between_rows = 1;  ///< of a table; options; what belongs to a fact's type
inline constexpr rank between_texts = 2; ///< of several languages; elements of other lists
inline constexpr rank in_conditions = 3; ///< `or`; then `and`; then what is added, and elements
inline constexpr rank ranks_of_a_depth = 3;
inline constexpr rank never = std::numeric_limits<rank>::max();

/// Where a line begins that goes on with what the line before began.
enum class shift : std::uint8_t {
    none,    ///< where that one begins
    part,    ///< one level further
    element, ///< two levels further
    under,   ///< under another token
};

/// How a token is set off from the one before.
struct setting {
    rank line_end = never; ///< of the line end that may stand before it
    syntax::shift shift = shift::element;
    bool joined = false;        ///< no blank before it: both are one number or date
    bool begins_line = false;   ///< it always does: a statement, or the brace that ends a block of them
    bool after_blank = false;   ///< and an empty line stands before it
    std::uint32_t position = 0; ///< the token that `shift::under` speaks of; the depth in blocks of one that begins a line
};

} // namespace TIEUCHI_NAMESPACE::impl::syntax
