// SPDX-License-Identifier: Apache-2.0
/// \file
/// The words of the language itself. No name may be one of them.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace tieuchi::impl::syntax {

/// In order of the alphabet. `met` and the words after `status` are not here: they are asked for only where no name may stand, so
/// an outcome may be called `met`, as in `outcome is met`.
inline constexpr std::array<std::string_view, 57> keywords{
    "all",       "and",      "any",     "as",       "ask",       "at",     "before",   "by",        "cite",    "count",
    "criterion", "date",     "decide",  "default",  "document",  "every",  "evidence", "facts",     "for",     "force",
    "from",      "in",       "is",      "issuer",   "judgement", "least",  "most",     "needs",     "none",    "not",
    "note",      "number",   "of",      "one",      "only",      "or",     "ordered",  "otherwise", "outcome", "part",
    "percent",   "previous", "reading", "replaces", "same",      "scale",  "source",   "standard",  "status",  "subject",
    "title",     "to",       "unless",  "when",     "where",     "window", "yes_no",
};

[[nodiscard]] constexpr bool is_keyword(std::string_view word) noexcept {
    return std::binary_search(keywords.begin(), keywords.end(), word);
}

/// Whether a fact's type may begin with this word.
[[nodiscard]] constexpr bool is_type_word(std::string_view word) noexcept {
    constexpr std::array<std::string_view, 7> types{"yes_no", "count", "number", "percent", "date", "ordered", "one"};
    return std::find(types.begin(), types.end(), word) != types.end();
}

} // namespace tieuchi::impl::syntax
