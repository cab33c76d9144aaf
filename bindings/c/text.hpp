// SPDX-License-Identifier: Apache-2.0
/// \file
/// Texts that come from C and go there.
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

/// A text handed in: not NULL, and UTF-8.
[[nodiscard]] std::string_view text_in(const char* text, const char* name);

/// The same; empty for NULL.
[[nodiscard]] std::string_view text_or_none(const char* text, const char* name);

/// A text of so many bytes, which need not end in NUL and holds no zero byte.
[[nodiscard]] std::string_view text_of(const char* text, std::size_t length, const char* name);

/// Texts of a struct, which have lengths or end in NUL.
class texts_in {
public:
    explicit texts_in(std::int32_t has_lengths);
    /// Not NULL.
    [[nodiscard]] std::string_view operator()(const char* text, std::size_t length, const char* name) const;
    /// Empty for NULL.
    [[nodiscard]] std::string_view or_none(const char* text, std::size_t length, const char* name) const;

private:
    bool has_lengths_;
};

/// Refuses what only later versions know.
void check_reserved(std::int32_t reserved);
void check_reserved(const void* reserved);

/// English where none is named.
[[nodiscard]] inline std::string_view language_in(const char* language) {
    return language == nullptr ? "en" : text_in(language, "language");
}

/// A day, `2022-11-15`.
[[nodiscard]] date day_in(std::string_view text, const char* name);

/// Gives a text that the caller owns; `length` may be NULL.
void give_text(char*& output, std::size_t* length, std::string_view text);

/// A label, borrowed from what it labels.
[[nodiscard]] inline const char* borrowed(const labels& label, std::string_view language) {
    const std::string_view text = label.in(language); // the whole of a string, if it is anything
    return text.empty() ? "" : text.data();
}

/// The texts as C has them, borrowed.
[[nodiscard]] std::vector<const char*> borrowed(const std::vector<std::string>& texts);

/// Writes a day into a struct; nothing when there is none. `buffer` has room for it.
template <std::size_t Room>
void put_day(char (&buffer)[Room], const std::optional<date>& day) { // NOLINT(modernize-avoid-c-arrays): of a struct of C
    static_assert(Room > 10);
    if (day) { to_string(*day).copy(buffer, Room - 1); }
}

} // namespace tieuchi::c
