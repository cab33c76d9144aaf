// SPDX-License-Identifier: Apache-2.0
/// \file
/// A rule file as tokens and comments, and where its lines begin and may end. What the tokens mean is forgotten, where they stood as well.
#pragma once

#include "syntax/tree.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::format {

/// A comment without the blanks around it.
struct comment {
    std::string_view text;
    bool blank_above = false; ///< an empty line stood before it
};

struct token {
    std::string_view text; ///< empty: the end of the file
    syntax::setting set;
    bool blank_above = false; ///< an empty line stood before it, or between the last comment and it
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

/// Of a tree whose file had no problems. Of any other it loses no token and no comment either, but has lines that make little sense.
[[nodiscard]] outline outline_of(const syntax::tree& rules);

/// The text of an outline.
[[nodiscard]] std::string lay_out(const outline& from);

} // namespace TIEUCHI_NAMESPACE::impl::format
