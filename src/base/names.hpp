// SPDX-License-Identifier: Apache-2.0
/// \file
/// Names that people and programs write in more than one way: compared in Unicode's normal form C, and refused where they hold a character that
/// cannot be seen.
#pragma once

#include "base/utf8.hpp"

#include <utf8proc.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::names {

/// Characters that cannot be seen: controls, ends of lines and paragraphs, and what Unicode calls default ignorable, with the anchors of
/// annotations. The set is stable.
inline constexpr std::array<utf8::code_point_range, 20> hidden{{
    {0x0000, 0x001F}, {0x007F, 0x009F}, {0x00AD, 0x00AD},   {0x034F, 0x034F},   {0x061C, 0x061C},
    {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F},   {0x200B, 0x200F},   {0x2028, 0x202E},
    {0x2060, 0x206F}, {0x3164, 0x3164}, {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFF8}, {0xFFF9, 0xFFFB}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
}};

/// Blanks that look like the plain one.
inline constexpr std::array<utf8::code_point_range, 7> blanks{{
    {0x00A0, 0x00A0},
    {0x1680, 0x1680},
    {0x2000, 0x200A},
    {0x202F, 0x202F},
    {0x205F, 0x205F},
    {0x2800, 0x2800},
    {0x3000, 0x3000},
}};

/// Marks on one letter. No writing has more, and sorting any number of them would take long.
inline constexpr std::size_t most_marks = 30;

/// Why a text is not a name.
struct fault {
    enum class sort : std::uint8_t { not_utf8, hidden, blank, outer_blank, marks };
    sort what = sort::not_utf8;
    std::size_t at = 0;    ///< offset of the character
    char32_t value = 0;    ///< the character
    std::size_t bytes = 1; ///< its length

    /// `the hidden character U+200B`
    [[nodiscard]] std::string text() const {
        switch (what) {
        case sort::not_utf8: return "a byte that is not UTF-8";
        case sort::hidden: return "the hidden character " + utf8::code_point_name(value);
        case sort::blank: return "the blank " + utf8::code_point_name(value);
        case sort::outer_blank: return "a blank at its " + std::string(at == 0 ? "beginning" : "end");
        case sort::marks: break;
        }
        return "more than " + std::to_string(most_marks) + " marks on one letter";
    }

    /// What to do about it.
    [[nodiscard]] std::string cure() const {
        if (what == sort::not_utf8) { return "write it in UTF-8"; }
        if (what == sort::blank) { return "write a plain blank, U+0020"; }
        return what == sort::marks ? "delete them" : "delete it";
    }
};

/// Whether a text is visible ASCII with blanks only inside: a name in any normal form. Fast, as most names are that.
[[nodiscard]] inline bool is_plain(std::string_view text) noexcept {
    constexpr std::uint64_t each = 0x0101'0101'0101'0101U;
    constexpr std::uint64_t high = 0x80U * each;
    constexpr std::uint64_t first = 0x20U * each; // below it are controls
    constexpr std::uint64_t last = 0x7FU * each;  // one more control
    if (text.empty()) { return true; }
    if (text.front() == ' ' || text.back() == ' ') { return false; }
    for (std::size_t at = 0; at < text.size(); at += sizeof each) {
        std::uint64_t eight = 'a' * each;
        const std::size_t bytes = text.size() - at < sizeof eight ? text.size() - at : sizeof eight;
        std::memcpy(&eight, text.data() + at, bytes);
        const std::uint64_t other = eight ^ last;
        if (((eight | (eight - first) | (other - each)) & high) != 0) { return false; }
    }
    return true;
}

/// The first fault of a text that is not a name; none for a name, and for an empty text.
[[nodiscard]] inline std::optional<fault> fault_of(std::string_view text) {
    if (is_plain(text)) { return std::nullopt; }
    std::size_t marks = 0;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::decoded point = utf8::decode(text, at);
        if (!point.valid) { return fault{fault::sort::not_utf8, at, point.value, point.bytes}; }
        if (utf8::is_in(hidden, point.value)) { return fault{fault::sort::hidden, at, point.value, point.bytes}; }
        if (utf8::is_in(blanks, point.value)) { return fault{fault::sort::blank, at, point.value, point.bytes}; }
        const bool outer = point.value == ' ' && (at == 0 || at + 1 == text.size());
        if (outer) { return fault{fault::sort::outer_blank, at, point.value, point.bytes}; }
        const bool is_mark =
            point.value >= 0x300U && utf8proc_get_property(static_cast<utf8proc_int32_t>(point.value))->combining_class != 0;
        marks = is_mark ? marks + 1 : 0;
        if (marks > most_marks) { return fault{fault::sort::marks, at, point.value, point.bytes}; }
        at += point.bytes;
    }
    return std::nullopt;
}

/// Whether the first fault of a text is a hidden character.
[[nodiscard]] inline bool holds_hidden(std::string_view text) {
    const auto wrong = fault_of(text);
    return wrong && wrong->what == fault::sort::hidden;
}

/// True for most texts in normal form C; false where only a full check can tell. Latin letters, Vietnamese ones included, are in that form by
/// themselves.
[[nodiscard]] inline bool is_surely_composed(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        const utf8::decoded point = utf8::decode(text, at);
        const bool sure = point.valid && (point.value < 0x300U || (point.value >= 0x1E00U && point.value <= 0x1EFFU));
        if (!sure) { return false; }
        at += point.bytes;
    }
    return true;
}

/// A text mapped by utf8proc; unchanged where utf8proc cannot map it.
[[nodiscard]] inline std::string mapped(std::string_view text, int options) {
    utf8proc_uint8_t* bytes = nullptr;
    const auto length = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()), // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast)
        static_cast<utf8proc_ssize_t>(text.size()), &bytes, static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(bytes, &std::free);
    if (length == UTF8PROC_ERROR_NOMEM) { throw std::bad_alloc(); }
    if (length < 0) { return std::string(text); }
    return {reinterpret_cast<const char*>(bytes),
            static_cast<std::size_t>(length)}; // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast)
}

/// The text in normal form C, by which names are compared. Texts that cannot be names are left as they are.
[[nodiscard]] inline std::string composed(std::string_view text) {
    if (is_plain(text) || is_surely_composed(text)) { return std::string(text); }
    if (const auto wrong = fault_of(text); wrong && (wrong->what == fault::sort::not_utf8 || wrong->what == fault::sort::marks)) {
        return std::string(text);
    }
    return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

/// The same, and the same for capital and small letters.
[[nodiscard]] inline std::string folded(std::string_view text) {
    std::string form = composed(text);
    if (const auto wrong = fault_of(form); wrong && wrong->what != fault::sort::hidden) { return form; }
    return mapped(form, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
}

} // namespace TIEUCHI_NAMESPACE::impl::names
