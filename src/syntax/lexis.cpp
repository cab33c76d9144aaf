// SPDX-License-Identifier: Apache-2.0
// Definitions of lexis.hpp.
#include "syntax/lexis.hpp"

#include "base/utf8.hpp"

#include <array>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::syntax {

namespace {

/// Beyond ASCII, what separates words in the scripts that rules are written in: blanks, quotation marks, signs. Sorted.
constexpr std::array<utf8::code_point_range, 12> separators{{
    {0x00A0, 0x00A9},
    {0x00AB, 0x00B4},
    {0x00B6, 0x00B9},
    {0x00BB, 0x00BF},
    {0x00D7, 0x00D7},
    {0x00F7, 0x00F7},
    {0x2000, 0x206F},
    {0x2190, 0x2BFF},
    {0x3000, 0x303F},
    {0xFEFF, 0xFEFF},
    {0xFF01, 0xFF0F},
    {0xFF1A, 0xFF20},
}};

/// Operators of more than one character: ours, and those of other languages, each to be named whole in a message.
constexpr std::array<std::string_view, 16> long_operators{
    "==", "!=", "<=", ">=", "<>", "=<", "=>", "&&", "||", "..", ":=", "//", "/*", "->", ">>", "<<",
};

constexpr bool is_digit(char one) noexcept { return one >= '0' && one <= '9'; }

} // namespace

std::size_t word_character(const char* at, const char* end) noexcept {
    if (at == end) { return 0; }
    const char one = *at;
    if ((one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || is_digit(one) || one == '_') { return 1; }
    if (static_cast<unsigned char>(one) < 0x80U) { return 0; }
    const utf8::decoded point = utf8::decode({at, static_cast<std::size_t>(end - at)}, 0);
    return utf8::is_in(separators, point.value) ? 0 : point.bytes;
}

std::size_t operator_length(const char* at, const char* end) noexcept {
    if (at == end) { return 0; }
    const std::string_view rest(at, static_cast<std::size_t>(end - at));
    for (const std::string_view one : long_operators) {
        if (rest.starts_with(one)) { return one.size(); }
    }
    constexpr std::string_view short_operators = "{}(),=<>+-*%!&|;:.?/\\'`^~@$[]";
    return short_operators.find(*at) == std::string_view::npos ? 0 : 1;
}

const char* skip_blank(const char* at, const char* end) noexcept {
    while (at != end) {
        if (*at == '#') {
            while (at != end && *at != '\n' && *at != '\r') { ++at; }
        } else if (static_cast<unsigned char>(*at) <= 0x20U) {
            ++at;
        } else {
            break;
        }
    }
    return at;
}

quoted scan_quoted(const char* at, const char* end) noexcept {
    ++at;
    while (at != end && *at != '"' && *at != '\n' && *at != '\r') {
        const bool escape = *at == '\\' && at + 1 != end && at[1] != '\n' && at[1] != '\r';
        at += escape ? 2 : 1;
    }
    const bool closed = at != end && *at == '"';
    return {closed ? at + 1 : at, closed};
}

std::string_view token_at(const char* at, const char* end) noexcept {
    const char* past = at;
    if (*at == '"') {
        past = scan_quoted(at, end).end;
    } else if (word_character(at, end) != 0) {
        while (past != end) {
            // `6.3.đ`, `2.5`, `2022-02-10` and `1/2022` are one token each, for all that they are several to the grammar if misplaced.
            const bool joint = *past == '.' || (*past == '-' && is_digit(*at)) ||
                               (*past == '/' && is_digit(*at) && past + 1 != end && is_digit(past[1]));
            if (joint && word_character(past + 1, end) != 0) { ++past; }
            const std::size_t bytes = word_character(past, end);
            if (bytes == 0) { break; }
            past += bytes;
        }
    } else if (const std::size_t bytes = operator_length(at, end); bytes != 0) {
        past += bytes;
    } else {
        past += utf8::decode({at, static_cast<std::size_t>(end - at)}, 0).bytes;
    }
    return {at, static_cast<std::size_t>(past - at)};
}

std::string_view next_token(const char* at, const char* end) noexcept {
    at = skip_blank(at, end);
    return at == end ? std::string_view{} : token_at(at, end);
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax
