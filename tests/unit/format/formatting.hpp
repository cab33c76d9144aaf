// SPDX-License-Identifier: Apache-2.0
/// \file
/// The formatter, and what it may not change.
#pragma once

#include "format/outline.hpp"
#include "support/catch.hpp"
#include "syntax/lexis.hpp"

#include <tieuchi/format.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace format_tests {

/// The layout alone, of rules whether the parser knows them or not.
inline std::string laid_out(std::string_view text) {
    return tieuchi::impl::layout::lay_out(tieuchi::impl::layout::outline_of(text));
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

/// Whether figures have this form, where `0` is any figure.
inline bool is_form(std::string_view token, std::string_view form) {
    return std::equal(token.begin(), token.end(), form.begin(), form.end(),
                      [](char one, char of) { return of == '0' ? one >= '0' && one <= '9' : one == of; });
}

/// Bytes of the token at `at`, but that `20-11-2022` is a difference: three numbers.
inline std::size_t token_length(const char* at, const char* end) {
    const std::string_view token = tieuchi::impl::syntax::token_at(at, end);
    const bool whole = !is_form(token.substr(0, 1), "0") || is_form(token, "0000-00-00") || is_form(token, "00-00");
    return whole ? token.size() : std::min(token.find('-'), token.size());
}

/// What there is in a text but blanks.
inline std::vector<mark> marks(std::string_view text) {
    std::vector<mark> all;
    if (text.starts_with("\xEF\xBB\xBF")) { text.remove_prefix(3); }
    const char* const end = text.data() + text.size();
    bool line_begun = false;
    for (const char* at = text.data(); at != end;) {
        if (static_cast<unsigned char>(*at) <= 0x20U) {
            if (*at == '\n') { line_begun = false; }
            ++at;
        } else if (*at == '#') {
            const char* past = at;
            while (past != end && *past != '\n') { ++past; }
            std::string_view comment(at, static_cast<std::size_t>(past - at));
            comment = comment.substr(0, comment.find_last_not_of(" \t\r") + 1);
            all.push_back({line_begun ? mark::kind::comment_beside : mark::kind::comment, comment});
            at = past;
        } else {
            all.push_back({mark::kind::token, {at, token_length(at, end)}});
            at += all.back().text.size();
            line_begun = true;
        }
    }
    return all;
}

} // namespace format_tests
