// SPDX-License-Identifier: Apache-2.0
/// \file
/// The words and signs of the language.
#pragma once

#include <tieuchi/config.hpp>

#include <array>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::syntax {

/// No name may be one of these. In order of the alphabet.
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

/// Words only where no name may stand, so that an outcome may be called `met`, as in `outcome is met`. In order of the alphabet.
inline constexpr std::array<std::string_view, 18> words_in_place{
    "better", "counts", "draft", "even", "first",    "full", "half",   "illustrative", "left",
    "local",  "may",    "met",   "on",   "official", "out",  "parent", "than",         "unknown",
};

inline constexpr std::array<std::string_view, 19> signs{
    "{", "}", "(", ")", ",", ":", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "..", ".",
};

} // namespace TIEUCHI_NAMESPACE::impl::syntax
