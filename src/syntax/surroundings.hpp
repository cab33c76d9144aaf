// SPDX-License-Identifier: Apache-2.0
/// \file
/// The tokens around a mistake, as people see them.
#pragma once

#include "syntax/number_forms.hpp"
#include "syntax/state.hpp"

#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::syntax {

/// What people write as one: a token, or several that look like one date or number, such as `20-11-2022` and `1/2022`.
struct lump {
    iterator at = nullptr;
    iterator past = nullptr;
    std::string_view text;     ///< empty at the end of the file
    lexeme kind = lexeme::end; ///< `other` of several tokens

    [[nodiscard]] bool is_first_on_line() const noexcept { return at->first_on_line || kind == lexeme::end; }
};

[[nodiscard]] inline lump lump_at(const state& reading, iterator at) {
    if (at == reading.end()) { return {at, at, {}, lexeme::end}; }
    iterator past = at + 1;
    if (is_word(at->kind) && starts_with_digit(reading.text(at))) {
        const auto goes_on = [&](iterator joint) {
            constexpr lexeme dash = sign_kind("-");
            constexpr lexeme slash = sign_kind("/");
            if ((joint->kind != dash && joint->kind != slash) || !reading.is_adjacent(joint)) { return false; }
            const iterator next = joint + 1;
            const bool fits = joint->kind == dash || starts_with_digit(reading.text(next));
            return is_word(next->kind) && reading.is_adjacent(next) && fits;
        };
        while (goes_on(past)) { past += 2; }
    }
    const bool single = past == at + 1;
    return {at, past, reading.text(state::span_of(at, past)), single ? at->kind : lexeme::other};
}

struct surroundings {
    const state& reading;
    expectation expected;
    lump found;
    lump next;
    lump after_next;

    surroundings(const state& in, iterator at, const expectation& wanted)
        : reading(in),
          expected(wanted),
          found(lump_at(in, at)),
          next(lump_at(in, found.past)),
          after_next(lump_at(in, next.past)) {}

    /// The token that many places before what was found; the end of the file, if there is none.
    [[nodiscard]] lexeme kind_before(std::ptrdiff_t count = 1) const noexcept {
        return found.at - reading.begin() >= count ? found.at[-count].kind : lexeme::end;
    }
    [[nodiscard]] std::string_view text_before(std::ptrdiff_t count = 1) const noexcept {
        return kind_before(count) == lexeme::end ? std::string_view{} : reading.text(found.at - count);
    }

    /// A line ends before what was found.
    [[nodiscard]] bool on_next_line() const noexcept { return found.is_first_on_line(); }
    /// A line ends after it.
    [[nodiscard]] bool ends_line() const noexcept { return next.is_first_on_line(); }
};

} // namespace TIEUCHI_NAMESPACE::impl::syntax
