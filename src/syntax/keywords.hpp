// SPDX-License-Identifier: Apache-2.0
/// \file
/// The words of the language itself. No name may be one of them.
#pragma once

#include <tieuchi/config.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::syntax {

/// In order of the alphabet. Words that are asked for only where no name may stand are not here, so an outcome may be called `met`, as
/// in `outcome is met`; grammar.ebnf lists them.
inline constexpr std::array<std::string_view, 98> keywords{
    "add",      "all",        "amend",     "amends",   "and",     "any",     "applicable", "as",       "ask",       "assessed",
    "at",       "because",    "before",    "by",       "cite",    "classes", "count",      "criteria", "criterion", "date",
    "days",     "decide",     "default",   "document", "down",    "every",   "evidence",   "exactly",  "example",   "expect",
    "facts",    "fewer",      "for",       "force",    "from",    "given",   "greatest",   "highest",  "in",        "is",
    "issuer",   "judged",     "judgement", "least",    "less",    "mean",    "minus",      "months",   "most",      "needs",
    "none",     "not",        "note",      "number",   "of",      "one",     "only",       "or",       "ordered",   "otherwise",
    "outcome",  "over",       "part",      "per",      "percent", "place",   "places",     "plus",     "point",     "points",
    "previous", "proportion", "quota",     "reading",  "refer",   "repeal",  "replace",    "replaces", "rescaled",  "rounded",
    "same",     "scale",      "source",    "standard", "status",  "step",    "subject",    "sum",      "title",     "to",
    "total",    "unless",     "up",        "when",     "where",   "window",  "years",      "yes_no",
};

[[nodiscard]] constexpr bool is_keyword(std::string_view word) noexcept {
    return std::binary_search(keywords.begin(), keywords.end(), word);
}

/// Whether a fact's type may begin with this word.
[[nodiscard]] constexpr bool is_type_word(std::string_view word) noexcept {
    constexpr std::array<std::string_view, 7> types{"yes_no", "count", "number", "percent", "date", "ordered", "one"};
    return std::find(types.begin(), types.end(), word) != types.end();
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax
