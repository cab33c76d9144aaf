// SPDX-License-Identifier: Apache-2.0
/// \file
/// Numbers and dates as they are written elsewhere: none of the language's, and each to be known for what it is meant to be.
#pragma once

#include <tieuchi/config.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::syntax {

[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

[[nodiscard]] constexpr bool starts_with_digit(std::string_view text) noexcept { return !text.empty() && is_digit(text[0]); }

/// Digits at the start of `text`, counted up to `most`.
[[nodiscard]] constexpr std::size_t count_digits(std::string_view text, std::size_t most) noexcept {
    std::size_t count = 0;
    while (count < most && count < text.size() && is_digit(text[count])) { ++count; }
    return count;
}

inline constexpr std::size_t longest_date = 10;

/// Bytes of what is written like a date where `text` begins, in whatever order and with whatever between: `20-11-2022`, `2022/11/20`,
/// `1.2.2022`, and the language's own `2022-11-20`. Else 0. Looks at a few characters only, however long the text is.
[[nodiscard]] constexpr std::size_t date_length(std::string_view text) noexcept {
    std::array<std::size_t, 3> digits{};
    std::size_t past = 0;
    for (std::size_t part = 0; part < digits.size(); ++part) {
        digits[part] = count_digits(text.substr(past), 5);
        past += digits[part];
        if (part == 2) { break; }
        if (past >= text.size() || (text[past] != '-' && text[past] != '/' && text[past] != '.')) { return 0; }
        if (part == 1 && text[past] != text[digits[0]]) { return 0; }
        ++past;
    }
    const auto is_short = [](std::size_t count) { return count == 1 || count == 2; };
    const bool year_first = digits[0] == 4 && is_short(digits[1]) && is_short(digits[2]);
    const bool year_last = is_short(digits[0]) && is_short(digits[1]) && digits[2] == 4;
    const auto goes_on = [](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
               static_cast<unsigned char>(c) >= 0x80U;
    };
    return (year_first || year_last) && (past == text.size() || !goes_on(text[past])) ? past : 0;
}

/// `1e3`, `1.5e-3`
[[nodiscard]] constexpr bool has_exponent(std::string_view word) noexcept {
    std::size_t at = count_digits(word, word.size());
    if (at == 0) { return false; }
    if (at < word.size() && word[at] == '.') { at += 1 + count_digits(word.substr(at + 1), word.size()); }
    if (at >= word.size() || (word[at] != 'e' && word[at] != 'E')) { return false; }
    if (++at < word.size() && word[at] == '-') { ++at; }
    return at + count_digits(word.substr(at), word.size()) == word.size();
}

/// `5_000`, `1.000.000`
[[nodiscard]] constexpr bool has_separators(std::string_view word) noexcept {
    const std::size_t first = count_digits(word, 4);
    if (first == 0 || first == 4 || first >= word.size() || (word[first] != '_' && word[first] != '.')) { return false; }
    std::size_t groups = 0;
    for (std::size_t at = first; at < word.size(); at += 4, ++groups) {
        if (word[at] != word[first] || count_digits(word.substr(at + 1), 4) < 3) { return false; }
        if (at + 4 < word.size() && is_digit(word[at + 4])) { return false; }
    }
    return groups > 1 || word[first] == '_'; // `1.000` is a number of the language
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax
