// SPDX-License-Identifier: Apache-2.0
/// \file
/// Where tokens begin and end, for everything that looks at text without knowing the grammar: the check before parsing, recovery
/// after a mistake, and messages. The grammar's own tokens agree with these.
#pragma once

#include <tieuchi/config.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::syntax {

/// Bytes of the character at `at` if it can be part of a word, else 0. More than names may hold: whatever people write as one word
/// is one word in a message. `at` may be the end.
[[nodiscard]] std::size_t word_character(const char* at, const char* end) noexcept;

/// Whether a token is a word of any kind: a name, a keyword, a number, a clause, a date, or like one.
[[nodiscard]] inline bool is_word(std::string_view token) noexcept {
    return word_character(token.data(), token.data() + token.size()) != 0;
}

/// Bytes of the longest operator or punctuation mark at `at`, known to the language or only to others (`==`), else 0.
[[nodiscard]] std::size_t operator_length(const char* at, const char* end) noexcept;

/// Whether a line ends in this piece of text, in whatever manner.
[[nodiscard]] inline bool has_line_end(const char* first, const char* last) noexcept {
    return std::any_of(first, last, [](char one) { return one == '\n' || one == '\r'; });
}

/// Past the blanks and comments at `at`.
[[nodiscard]] const char* skip_blank(const char* at, const char* end) noexcept;

/// A text in quotation marks. One that is not closed ends with its line.
struct quoted {
    const char* end = nullptr;
    bool closed = false;
};

/// `at` is at the opening mark.
[[nodiscard]] quoted scan_quoted(const char* at, const char* end) noexcept;

/// The token at `at`, which is neither at the end nor at a blank; any character that starts none is a token by itself. Never empty.
[[nodiscard]] std::string_view token_at(const char* at, const char* end) noexcept;

/// The first token past the blanks and comments at `at`; empty at the end.
[[nodiscard]] std::string_view next_token(const char* at, const char* end) noexcept;

} // namespace TIEUCHI_NAMESPACE::impl::syntax
