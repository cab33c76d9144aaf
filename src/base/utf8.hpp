// SPDX-License-Identifier: Apache-2.0
/// \file
/// Bytes as code points: validity, iteration, and the columns that a code point takes on a terminal.
#pragma once

#include <tieuchi/config.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::utf8 {

/// The mark that some editors put before a text; not part of the text.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

inline constexpr char32_t replacement = 0xFFFD;

/// One code point and its bytes. Of bytes that are not UTF-8: `replacement`, one byte, not valid.
struct decoded {
    char32_t value = replacement;
    std::size_t bytes = 1;
    bool valid = false;
};

[[nodiscard]] constexpr bool is_continuation(char byte) noexcept { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The code point that starts at `at`, which must be inside `text`. Overlong forms, surrogates and values over 0x10FFFF are not valid.
[[nodiscard]] constexpr decoded decode(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i])); };
    const std::uint32_t lead = byte(0);
    if (lead < 0x80U) { return {lead, 1, true}; }
    const std::size_t bytes = lead >= 0xF0U ? 4U : lead >= 0xE0U ? 3U : 2U;
    if (lead < 0xC2U || lead > 0xF4U || text.size() - at < bytes) { return {}; }
    std::uint32_t value = lead & (0xFFU >> (bytes + 1U));
    for (std::size_t i = 1; i < bytes; ++i) {
        if (!is_continuation(text[at + i])) { return {}; }
        value = (value << 6U) | (byte(i) & 0x3FU);
    }
    const bool overlong = (bytes == 3 && value < 0x800U) || (bytes == 4 && value < 0x10000U);
    if (overlong || (value >= 0xD800U && value <= 0xDFFFU) || value > 0x10FFFFU) { return {}; }
    return {value, bytes, true};
}

/// Offset of the first byte that is not UTF-8; `npos` when all of it is.
[[nodiscard]] inline std::size_t first_invalid(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        constexpr std::uint64_t high_bits = 0x8080'8080'8080'8080U;
        std::uint64_t eight = high_bits;
        if (text.size() - at >= sizeof eight) { std::memcpy(&eight, text.data() + at, sizeof eight); }
        if ((eight & high_bits) == 0) { // ASCII, as most texts are
            at += sizeof eight;
            continue;
        }
        const decoded point = decode(text, at);
        if (!point.valid) { return at; }
        at += point.bytes;
    }
    return std::string_view::npos;
}

/// How many code points begin in `text`.
[[nodiscard]] constexpr std::size_t code_points(std::string_view text) noexcept {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) { return !is_continuation(byte); }));
}

/// Appends the bytes of a code point.
inline void append(std::string& to, char32_t value) {
    const auto put = [&to](std::uint32_t byte) { to.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (value < 0x80U) {
        put(value);
    } else if (value < 0x800U) {
        put(0xC0U | (value >> 6U));
        put(0x80U | (value & 0x3FU));
    } else if (value < 0x10000U) {
        put(0xE0U | (value >> 12U));
        put(0x80U | ((value >> 6U) & 0x3FU));
        put(0x80U | (value & 0x3FU));
    } else {
        put(0xF0U | (value >> 18U));
        put(0x80U | ((value >> 12U) & 0x3FU));
        put(0x80U | ((value >> 6U) & 0x3FU));
        put(0x80U | (value & 0x3FU));
    }
}

/// `text` with each byte that is not part of well-formed UTF-8, and each zero byte, replaced by U+FFFD.
[[nodiscard]] inline std::string well_formed(std::string text) {
    if (first_invalid(text) == std::string::npos && text.find('\0') == std::string::npos) { return text; }
    std::string clean;
    for (std::size_t at = 0; at < text.size();) {
        const decoded next = decode(text, at); // a byte that is not UTF-8 is the replacement character already
        append(clean, next.value == 0 ? replacement : next.value);
        at += next.bytes;
    }
    return clean;
}

struct code_point_range {
    char32_t first;
    char32_t last;
};

template <std::size_t N>
[[nodiscard]] constexpr bool is_in(const std::array<code_point_range, N>& sorted, char32_t value) noexcept {
    const auto after = std::upper_bound(sorted.begin(), sorted.end(), value,
                                        [](char32_t v, const code_point_range& range) { return v < range.first; });
    return after != sorted.begin() && value <= (after - 1)->last;
}

/// Marks on the character before them, and characters that cannot be seen.
inline constexpr std::array<code_point_range, 36> no_width{{
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2}, {0x05C4, 0x05C5},
    {0x0610, 0x061A}, {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8},
    {0x06EA, 0x06ED}, {0x093C, 0x093C}, {0x0941, 0x0948}, {0x094D, 0x094D}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A},
    {0x0E47, 0x0E4E}, {0x0EB1, 0x0EB1}, {0x0EB4, 0x0EBC}, {0x0EC8, 0x0ECE}, {0x102D, 0x1030}, {0x1039, 0x103A},
    {0x135D, 0x135F}, {0x17B4, 0x17B5}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x202A, 0x202E},
    {0x2060, 0x206F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
}};

/// East Asian wide and full-width characters, and the pictures that terminals show as wide.
inline constexpr std::array<code_point_range, 19> double_width{{
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF},
    {0x20000, 0x2FFFD}, {0x30000, 0x3FFFD}, {0x40000, 0x4FFFD}, {0x50000, 0x5FFFD},
}};

/// Columns that a code point takes on a terminal: 0, 1 or 2. A tab counts as 1, whatever its column.
[[nodiscard]] constexpr unsigned display_width(char32_t value) noexcept {
    if (value < 0x300U) { return 1; }
    if (is_in(no_width, value)) { return 0; }
    return is_in(double_width, value) ? 2 : 1;
}

/// Characters that change the reading direction, and so can make one text look like another.
[[nodiscard]] constexpr bool is_direction_override(char32_t value) noexcept {
    return (value >= 0x202AU && value <= 0x202EU) || (value >= 0x2066U && value <= 0x2069U);
}

/// `U+0007`
[[nodiscard]] inline std::string code_point_name(char32_t value) {
    std::string digits;
    for (std::uint32_t rest = value; rest != 0 || digits.size() < 4; rest >>= 4U) {
        digits.insert(digits.begin(), "0123456789ABCDEF"[rest & 0xFU]);
    }
    return "U+" + digits;
}

/// A code point that shows it without moving the cursor, ringing the bell or reversing the text.
[[nodiscard]] constexpr char32_t printable(char32_t value) noexcept {
    if (value < 0x20U) { return 0x2400U + value; } // the picture of that control character
    if (value == 0x7FU) { return 0x2421U; }
    const bool hidden = (value >= 0x80U && value < 0xA0U) || value == 0x2028U || value == 0x2029U || is_direction_override(value);
    return hidden ? replacement : value;
}

/// `text` made fit to be shown on one line: every control character and every byte that is not UTF-8 is replaced.
[[nodiscard]] inline std::string printable(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const decoded point = decode(text, at);
        append(shown, printable(point.value));
        at += point.bytes;
    }
    return shown;
}

/// `text` as it is quoted in a message: printable, and cut with `…` after `most` code points.
[[nodiscard]] inline std::string shortened(std::string_view text, std::size_t most = 40) {
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size(); at += decode(text, at).bytes) {
        if (count++ == most) { return printable(text.substr(0, at)) + "…"; }
    }
    return printable(text);
}

} // namespace TIEUCHI_NAMESPACE::impl::utf8
