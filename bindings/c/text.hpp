// SPDX-License-Identifier: Apache-2.0
/// \file
/// Texts passed to and from C.
#pragma once

#include "call.hpp"

#include <tieuchi/date.hpp>
#include <tieuchi/labels.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieuchi::c {

/// A text passed in, checked to be UTF-8; NULL is refused.
[[nodiscard]] std::string_view text_in(const char* text, const char* name);

/// The same; empty for NULL.
[[nodiscard]] std::string_view text_or_none(const char* text, const char* name);

/// A text of `length` bytes, which need not end in NUL and must not contain a zero byte.
[[nodiscard]] std::string_view text_of(const char* text, std::size_t length, const char* name);

/// Reads the texts of a struct, which either have lengths or end in NUL.
class texts_in {
public:
    explicit texts_in(std::int32_t has_lengths);
    /// NULL is refused.
    [[nodiscard]] std::string_view operator()(const char* text, std::size_t length, const char* name) const;
    /// Empty for NULL.
    [[nodiscard]] std::string_view or_none(const char* text, std::size_t length, const char* name) const;

private:
    bool has_lengths_;
};

/// Refuses values that only later versions may understand.
void check_reserved(std::int32_t reserved);
void check_reserved(const void* reserved);

/// The language; English for NULL.
[[nodiscard]] inline std::string_view language_in(const char* language) {
    return language == nullptr ? "en" : text_in(language, "language");
}

/// A day, `2022-11-15`.
[[nodiscard]] date day_in(std::string_view text, const char* name);

/// Gives a text that the caller owns; `length` may be NULL.
void give_text(char*& output, std::size_t* length, std::string_view text);

/// A label in a language, borrowed from its owner.
[[nodiscard]] inline const char* borrowed(const labels& label, std::string_view language) {
    const std::string_view text = label.in(language); // if not empty, a whole string, so it ends in NUL
    return text.empty() ? "" : text.data();
}

/// The texts as C strings, borrowed.
[[nodiscard]] std::vector<const char*> borrowed(const std::vector<std::string>& texts);

/// Writes a day into a field of a struct; nothing if there is none. `buffer` has room for it.
template <std::size_t Room>
void put_day(char (&buffer)[Room], const std::optional<date>& day) { // NOLINT(modernize-avoid-c-arrays): of a struct of C
    static_assert(Room > 10);
    if (day) { to_string(*day).copy(buffer, Room - 1); }
}

} // namespace tieuchi::c
