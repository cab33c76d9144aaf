// SPDX-License-Identifier: Apache-2.0
/// \file
/// What kinds of tokens there are: the grammar's expectations, its messages and the recovery speak of tokens by these.
#pragma once

#include "syntax/keywords.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::syntax {

/// From `first_sign` on, one for each of `signs`; from `first_keyword` on, one for each of `keywords`, then of `words_in_place`.
enum class lexeme : std::uint8_t {
    end,      ///< of the file
    name,     ///< `staff_informed`, and no word of the language; without `_`, a clause too
    whole,    ///< `12`; a clause too
    decimal,  ///< `12.5`; a clause too
    clause,   ///< `6.3.đ`, `A`, `2a`
    other,    ///< any other word: `số_người`, `12_000`
    text,     ///< in quotation marks
    unclosed, ///< the same, but it ends with its line
    stray,    ///< an operator of other languages, or a character of none
    first_sign,
    first_keyword = first_sign + signs.size(),
    first_word_in_place = first_keyword + keywords.size(),
};
inline constexpr std::size_t lexeme_count = static_cast<std::size_t>(lexeme::first_word_in_place) + words_in_place.size();
static_assert(lexeme_count <= 192);

[[nodiscard]] constexpr bool is_keyword(lexeme kind) noexcept {
    return kind >= lexeme::first_keyword && kind < lexeme::first_word_in_place;
}

/// A word of the language, wherever it is one.
[[nodiscard]] constexpr bool is_spelled(lexeme kind) noexcept { return kind >= lexeme::first_keyword; }

/// What may be a name where a name may stand.
[[nodiscard]] constexpr bool is_name(lexeme kind) noexcept { return kind == lexeme::name || kind >= lexeme::first_word_in_place; }

[[nodiscard]] constexpr bool is_digits(lexeme kind) noexcept { return kind == lexeme::whole || kind == lexeme::decimal; }

[[nodiscard]] constexpr bool is_text(lexeme kind) noexcept { return kind == lexeme::text || kind == lexeme::unclosed; }

/// A word of any kind: a name, a keyword, a number, a clause, or like one.
[[nodiscard]] constexpr bool is_word(lexeme kind) noexcept {
    return is_spelled(kind) || (kind >= lexeme::name && kind <= lexeme::other);
}

/// The word or sign of the language; empty for every other kind.
[[nodiscard]] constexpr std::string_view spelling(lexeme kind) noexcept {
    const auto at = static_cast<std::size_t>(kind);
    constexpr auto sign = static_cast<std::size_t>(lexeme::first_sign);
    constexpr auto keyword = static_cast<std::size_t>(lexeme::first_keyword);
    constexpr auto in_place = static_cast<std::size_t>(lexeme::first_word_in_place);
    if (at >= in_place) { return words_in_place[at - in_place]; }
    if (at >= keyword) { return keywords[at - keyword]; }
    return at >= sign ? signs[at - sign] : std::string_view{};
}

namespace lexemes {

template <std::size_t N>
[[nodiscard]] constexpr lexeme find(const std::array<std::string_view, N>& all, std::string_view text, lexeme first,
                                    lexeme none) noexcept {
    for (std::size_t at = 0; at < N; ++at) {
        if (all[at] == text) { return static_cast<lexeme>(static_cast<std::size_t>(first) + at); }
    }
    return none;
}

/// Where the keywords with each letter begin.
inline constexpr auto by_letter = [] {
    std::array<std::uint8_t, 27> begins{};
    for (std::size_t letter = 0, at = 0; letter < begins.size(); ++letter) {
        while (at < keywords.size() && keywords[at][0] < static_cast<char>('a' + letter)) { ++at; }
        begins[letter] = static_cast<std::uint8_t>(at);
    }
    return begins;
}();

} // namespace lexemes

/// The kind of the word; `name` if it is none of the language. It begins with a small letter.
[[nodiscard]] constexpr lexeme word_kind(std::string_view word) noexcept {
    const auto letter = static_cast<std::size_t>(word[0] - 'a');
    for (std::size_t at = lexemes::by_letter[letter]; at < lexemes::by_letter[letter + 1]; ++at) {
        if (keywords[at] == word) { return static_cast<lexeme>(static_cast<std::size_t>(lexeme::first_keyword) + at); }
    }
    return lexemes::find(words_in_place, word, lexeme::first_word_in_place, lexeme::name);
}

/// The kind of the sign; `stray` if it is none of the language.
[[nodiscard]] constexpr lexeme sign_kind(std::string_view sign) noexcept {
    return lexemes::find(signs, sign, lexeme::first_sign, lexeme::stray);
}

[[nodiscard]] constexpr bool is_keyword(std::string_view word) noexcept {
    return !word.empty() && word[0] >= 'a' && word[0] <= 'z' && is_keyword(word_kind(word));
}

namespace literals {
/// `"when"_word`, `"="_sign`: their kinds. What is none of the language does not compile.
consteval lexeme operator""_word(const char* text, std::size_t size) {
    const lexeme kind = word_kind({text, size});
    return kind == lexeme::name ? throw "no word of the language" : kind;
}
consteval lexeme operator""_sign(const char* text, std::size_t size) {
    const lexeme kind = sign_kind({text, size});
    return kind == lexeme::stray ? throw "no sign of the language" : kind;
}
} // namespace literals

/// A set of kinds of tokens.
class lexeme_set {
public:
    constexpr lexeme_set() = default;
    constexpr lexeme_set(std::initializer_list<lexeme> kinds) {
        for (const lexeme kind : kinds) { add(kind); }
    }

    constexpr void add(lexeme kind) noexcept { word_of(kind) |= bit_of(kind); }
    constexpr void remove(lexeme kind) noexcept { word_of(kind) &= ~bit_of(kind); }
    constexpr void clear() noexcept { bits_ = {}; }
    [[nodiscard]] constexpr bool has(lexeme kind) const noexcept {
        return (bits_[static_cast<std::size_t>(kind) / 64] & bit_of(kind)) != 0;
    }
    constexpr lexeme_set& operator|=(const lexeme_set& more) noexcept {
        for (std::size_t at = 0; at < bits_.size(); ++at) { bits_[at] |= more.bits_[at]; }
        return *this;
    }

    /// There are some, and each is a keyword.
    [[nodiscard]] constexpr bool has_only_keywords() const noexcept {
        bool any = false;
        for (std::size_t at = 0; at < lexeme_count; ++at) {
            const auto kind = static_cast<lexeme>(at);
            if (has(kind) && !is_keyword(kind)) { return false; }
            any = any || has(kind);
        }
        return any;
    }

    /// Those that are words of the language.
    [[nodiscard]] std::vector<std::string_view> words() const {
        std::vector<std::string_view> all;
        for (auto at = static_cast<std::size_t>(lexeme::first_keyword); at < lexeme_count; ++at) {
            if (has(static_cast<lexeme>(at))) { all.push_back(spelling(static_cast<lexeme>(at))); }
        }
        return all;
    }

private:
    [[nodiscard]] static constexpr std::uint64_t bit_of(lexeme kind) noexcept {
        return std::uint64_t{1} << (static_cast<unsigned>(kind) % 64U);
    }
    [[nodiscard]] constexpr std::uint64_t& word_of(lexeme kind) noexcept { return bits_[static_cast<std::size_t>(kind) / 64]; }

    std::array<std::uint64_t, 3> bits_{};
};

} // namespace TIEUCHI_NAMESPACE::impl::syntax
