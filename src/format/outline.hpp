// SPDX-License-Identifier: Apache-2.0
/// \file
/// A rule file as tokens and comments, and where its lines may end. What the tokens mean is forgotten, where they stand as well.
#pragma once

#include <tieuchi/config.hpp>

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::layout {

/// A comment without the blanks around it.
struct comment {
    std::string_view text;
    bool blank_above = false; ///< an empty line stood before it
};

/// Which line ends come first where a line is too long: all of the lowest rank there are in it, then in each piece that is still too
/// long those of the next. Conditions have three ranks for each depth of parentheses.
using rank = std::uint32_t;

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

struct token {
    std::string_view text; ///< empty: the end of the file
    rank line_end = never; ///< the rank of the line end that may stand before it
    layout::shift shift = shift::element;
    bool joined = false;      ///< no blank before it
    bool blank_above = false; ///< an empty line stood before it, or between the last comment and it
    std::uint32_t under = 0;  ///< the token that `shift::under` speaks of
    std::uint32_t comments_begin = 0;
    std::uint32_t comments_end = 0; ///< those on lines of their own before it
    std::int64_t beside = -1;       ///< the comment that ends its line
};

/// What stands on one line where it fits: a statement, or what comes before, between and after its blocks.
struct line {
    std::uint32_t first = 0;  ///< its first token; it ends where the next line begins
    std::uint32_t depth = 0;  ///< of blocks
    bool after_blank = false; ///< an empty line stands before it, whatever stood there
    bool after_brace = false; ///< none does
};

struct outline {
    std::vector<token> tokens;
    std::vector<comment> comments;
    std::vector<line> lines;
};

/// Takes a text of valid rules apart. Of any other it loses nothing either, but finds lines that make little sense.
[[nodiscard]] outline outline_of(std::string_view text);

/// The text of an outline.
[[nodiscard]] std::string lay_out(const outline& from);

} // namespace TIEUCHI_NAMESPACE::impl::layout
