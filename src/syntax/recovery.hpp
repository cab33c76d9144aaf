// SPDX-License-Identifier: Apache-2.0
/// \file
/// Where reading goes on after a mistake, so that one mistake is one diagnostic and the rest of the file is still read.
#pragma once

#include "syntax/state.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>

namespace TIEUCHI_NAMESPACE::impl::syntax {

/// Whether a statement of a level further out than `where` starts at `at`, so that a closing brace is missing before it.
[[nodiscard]] bool starts_further_out(const state& reading, level where, iterator at);

/// Where the next statement after a bad one starts, or the end of the block. `start` is where the bad one starts and `wrong` the
/// mistake in it, which stands in `state::open_braces` braces of its own. Always past `start`. A block that the bad one has is read for its own mistakes where its kind can be told.
[[nodiscard]] iterator next_statement(state& reading, level where, iterator start, iterator wrong);

/// Whether a fact's type begins with this word.
[[nodiscard]] bool is_type(lexeme kind);

/// Whether a statement of that level seems to start at `at`.
[[nodiscard]] bool seems_statement(const state& reading, level where, iterator at);

/// Reads the block of statements of that level whose brace `at` is, for its mistakes only; gives its end.
[[nodiscard]] iterator read_block(state& reading, level where, iterator at);

/// What the grammar makes of a few tokens as the beginning of a statement.
struct opening {
    std::size_t length = 0; ///< how many of them may stand there
    lexeme_set next;        ///< what may stand after them
};

/// Of the first `most` tokens at `at`.
[[nodiscard]] opening open_statement(const state& reading, level where, iterator at, std::size_t most);

/// What may stand after these in a statement of that level; of none, what may start one.
[[nodiscard]] lexeme_set expected_after(level where, std::initializer_list<lexeme> tokens);

// Reports of mistakes.

/// Where a statement starts, and what else would have been taken there: it may continue the statement before.
struct statement_start {
    iterator at = nullptr;
    lexeme_set missed;
};

/// Reports that something else than expected stands there, in a statement of this level.
void report_mistake(state& reading, level where, const statement_start& start, const mistake& failure);

/// Reports that no statement of this level starts there.
void report_no_statement(state& reading, level where, const statement_start& start);

/// Throws `mistake` for a closing sign that is missing; its help says which one is open.
[[noreturn]] void throw_unclosed(const state& reading, iterator opened, iterator where, lexeme closing);

/// The help where no element follows a comma: only where the list may have ended before it.
[[nodiscard]] std::string help_after_comma(iterator at);

/// Reports that at `at` a block of statements of that level lacks its opening brace. Throws `mistake` instead if what stands there is
/// no statement of such a block.
void report_unopened(state& reading, level where, iterator at);

/// Reports that the block whose brace is `opened` is not closed where `at` stands, past its last statement.
void report_unclosed(state& reading, iterator opened, iterator at);

} // namespace TIEUCHI_NAMESPACE::impl::syntax
