// SPDX-License-Identifier: Apache-2.0
/// \file
/// The formatter, and what it may not change.
#pragma once

#include "format/outline.hpp"
#include "support/catch.hpp"
#include "syntax/parse.hpp"
#include "syntax/token.hpp"

#include <tieuchi/format.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace format_tests {

/// The tree of rules, whether they are good or bad.
inline tieuchi::impl::syntax::tree any_tree(std::string_view text) {
    tieuchi::diagnostics problems;
    const auto source = std::make_shared<const tieuchi::source>("rules.tieuchi", std::string(text));
    return tieuchi::impl::syntax::parse(source, {}, problems);
}

/// The layout of rules, whether they are good or bad.
inline std::string laid_out(std::string_view text) {
    return tieuchi::impl::format::lay_out(tieuchi::impl::format::outline_of(any_tree(text)));
}

inline tieuchi::result<std::string> formatted(const std::string& text, const tieuchi::limits& bounds = {}) {
    return tieuchi::format(std::make_shared<const tieuchi::source>("rules.tieuchi", text), bounds);
}

/// What becomes of rules that can be read.
inline std::string canonical(const std::string& text) {
    const auto made = formatted(text);
    INFO((made ? std::string() : tieuchi::to_string(made.error())));
    REQUIRE(made);
    return *made;
}

/// A token, or a comment without the blanks at its end.
struct mark {
    enum class kind { token, comment, comment_beside } what = kind::token;
    std::string_view text;
    friend bool operator==(const mark&, const mark&) = default;
    friend std::ostream& operator<<(std::ostream& to, const mark& one) { return to << '`' << one.text << '`'; }
};

/// What there is in a text but blanks.
inline std::vector<mark> marks(std::string_view text) {
    std::vector<mark> all;
    std::uint32_t past = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    bool line_begun = false;
    const auto tokens = tieuchi::impl::syntax::tokenize(text);
    for (const auto& token : tokens) {
        for (std::uint32_t at = past; at != token.begin; ++at) {
            if (text[at] == '\n') { line_begun = false; }
            if (text[at] != '#') { continue; }
            const std::size_t end = std::min(text.find('\n', at), text.size());
            std::string_view comment = text.substr(at, end - at);
            comment = comment.substr(0, comment.find_last_not_of(" \t\r") + 1);
            all.push_back({line_begun ? mark::kind::comment_beside : mark::kind::comment, comment});
            at = static_cast<std::uint32_t>(end - 1);
        }
        if (token.kind == tieuchi::impl::syntax::lexeme::end) { break; }
        all.push_back({mark::kind::token, text.substr(token.begin, token.end - token.begin)});
        past = token.end;
        line_begun = true;
    }
    return all;
}

} // namespace format_tests
