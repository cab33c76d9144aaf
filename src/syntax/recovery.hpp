// SPDX-License-Identifier: Apache-2.0
/// \file
/// Where reading goes on after a mistake, so that one mistake is one diagnostic and the rest of the file is still read.
#pragma once

#include "syntax/state.hpp"

#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::syntax {

/// Whether the statements of this level end at `at`, which is no blank: at the end of the file, at the closing brace, or where a
/// statement of a level further out starts, so that the closing brace is missing.
[[nodiscard]] bool ends_statements(const state& in, level of, iterator at);

/// Where the next statement after a bad one starts, or the end of the block. `start` is where the bad one starts and `where` the
/// mistake in it, which stands in `state::open_braces` braces of its own. Always past `start`. A block that the bad one has is read for its own mistakes where its kind can be told.
[[nodiscard]] iterator next_statement(state& in, level of, iterator start, iterator where);

/// Reads the block of statements of level `of` whose brace `at` is, for its mistakes only; gives its end.
[[nodiscard]] iterator read_block(state& in, level of, iterator at);

/// Reports that something else than `expected` stands past the blanks at `where`.
void report_unexpected(state& in, iterator where, std::string_view expected, std::string help = {});

/// As `report_unexpected`, for a statement of this level that starts at `start`.
void report_mistake(state& in, level of, iterator start, iterator where, std::string_view expected, std::string help = {});

/// Reports that no statement of this level starts at `at`.
void report_no_statement(state& in, level of, iterator at);

/// Reports that past the blanks at `at` a block of statements of level `of` lacks its opening brace. Throws `mistake` instead if what
/// stands there is no statement of such a block.
void report_unopened(state& in, level of, iterator at);

/// Whether past the blanks at `at` a statement of level `of` seems to start.
[[nodiscard]] bool seems_statement(const state& in, level of, iterator at);

/// Reports that the block whose brace opened at `opened` is not closed where `at` stands, past its last statement.
void report_unclosed(state& in, iterator opened, iterator at);

} // namespace TIEUCHI_NAMESPACE::impl::syntax
