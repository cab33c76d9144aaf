// SPDX-License-Identifier: Apache-2.0
/// \file
/// Goes through a text token by token and puts them into an outline.
#pragma once

#include "format/outline.hpp"

#include <cstddef>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::layout {

class cursor {
public:
    explicit cursor(std::string_view text);

    /// The token `further` places from here; empty past the end.
    [[nodiscard]] std::string_view peek(std::size_t further = 0) const noexcept;
    [[nodiscard]] bool is(std::string_view word) const noexcept { return current_ == word; }
    [[nodiscard]] bool at_end() const noexcept { return current_.empty(); }

    /// Before the next token taken a line may end.
    void may_end_line(rank by, shift to = shift::part, std::uint32_t under = 0) noexcept;

    /// The next token taken begins a line; with an empty line before it, if `after_blank`.
    void begin_line(std::uint32_t depth, bool after_blank = false);

    /// Takes `count` tokens; at the end none.
    void take(std::size_t count = 1);

    /// Takes the next token where it is this one.
    bool take_if(std::string_view word);

    /// Takes a token, with no blank between the one before and it.
    void take_joined();

    /// Takes a number, a date or a clause in a condition, where the minus in `10-3` is one.
    void take_figure();

    /// Index of the token that is taken next.
    [[nodiscard]] std::uint32_t here() const noexcept { return static_cast<std::uint32_t>(made_.tokens.size()); }

    /// Where the line may end before a token already taken.
    void move_line_end(std::uint32_t token, shift to) noexcept { made_.tokens[token].shift = to; }

    /// A comment stands between the last token and the next.
    [[nodiscard]] bool has_comment() const noexcept;

    /// The outline, with the comments at the end of the file.
    [[nodiscard]] outline finish();

private:
    void read_blank();
    void put(std::string_view text);

    outline made_;
    const char* at_;
    const char* end_;
    std::string_view current_; ///< begins at `at_`
    token next_;               ///< what is known of it
};

} // namespace TIEUCHI_NAMESPACE::impl::layout
