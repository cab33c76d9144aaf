// SPDX-License-Identifier: Apache-2.0
/// \file
/// What the grammar expected where it failed.
#pragma once

#include "syntax/lexeme.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::syntax {

/// Where a statement stands: what may start there differs.
enum class level : std::uint8_t { file, document, standard, facts, criteria, amendment, example };

enum class wanted : std::uint8_t {
    token,     ///< `expectation::kind`
    choice,    ///< between several, in the words of `expectation::choice`
    statement, ///< of `expectation::where`
    name,
    language,
    clause,
    whole,
    number,
    number_or_name,
    date,
    month_day,
    text,
    condition,
    value,
    expression, ///< of a fact
    type,
    status,
    class_limit,
};

struct expectation {
    wanted what = wanted::token;
    lexeme kind = lexeme::end;
    level where = level::file;
    const char* choice = nullptr;

    [[nodiscard]] static constexpr expectation of_token(lexeme kind) noexcept { return {wanted::token, kind, {}, nullptr}; }
    [[nodiscard]] static constexpr expectation of_statement(level where) noexcept {
        return {wanted::statement, {}, where, nullptr};
    }

    [[nodiscard]] constexpr bool is(wanted which) const noexcept { return what == which; }
    [[nodiscard]] constexpr bool is(lexeme token) const noexcept { return what == wanted::token && kind == token; }
    [[nodiscard]] constexpr bool is(level statement) const noexcept { return what == wanted::statement && where == statement; }
};

/// In words: "a clause", "`when`".
[[nodiscard]] std::string described(const expectation& expected);

/// A help line that tells how it is written; empty if there is nothing to tell.
[[nodiscard]] std::string_view way_to_write(const expectation& expected) noexcept;

/// Whether something with a value is expected.
[[nodiscard]] constexpr bool is_value(const expectation& expected) noexcept {
    return expected.is(wanted::condition) || expected.is(wanted::value) || expected.is(wanted::expression) ||
           expected.is(wanted::number) || expected.is(wanted::number_or_name) || expected.is(wanted::date);
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax
