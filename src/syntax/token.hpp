// SPDX-License-Identifier: Apache-2.0
/// \file
/// A text as tokens. The blanks and comments before a token are the bytes between the one before and it, so that nothing is lost:
/// the check, the grammar, the messages and the formatter all read these.
#pragma once

#include "syntax/lexeme.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::syntax {

struct token {
    std::uint32_t begin = 0; ///< bytes in the text
    std::uint32_t end = 0;
    lexeme kind = lexeme::end;
    bool first_on_line = false; ///< a line ends between the token before and this one, or there is none before
};

/// The tokens of a text of less than 4 GB, whatever its bytes are, in time linear in their number. The last one is `lexeme::end`, past the
/// blanks and comments at the end; so there is always one more to look at, but never to step over. A byte order mark is skipped.
///
/// A token has no blank in it, and is as long as it can be. Dates, clauses of other standards and negative numbers are several tokens
/// without blanks between them, for `11-16` is a day of the year in one place and a difference in another: the grammar tells.
[[nodiscard]] std::vector<token> tokenize(std::string_view text);

} // namespace TIEUCHI_NAMESPACE::impl::syntax
