// SPDX-License-Identifier: Apache-2.0
// Definitions of cursor.hpp.
#include "format/cursor.hpp"

#include "base/utf8.hpp"
#include "syntax/figures.hpp"
#include "syntax/lexis.hpp"

#include <utility>

namespace TIEUCHI_NAMESPACE::impl::layout {

namespace {

/// Bytes of the date that `token` begins with, else 0.
[[nodiscard]] std::size_t date_at(std::string_view token) noexcept {
    constexpr std::string_view form = "0000-00-00";
    if (token.size() < form.size()) { return 0; }
    for (std::size_t at = 0; at < form.size(); ++at) {
        const bool fits = form[at] == '0' ? syntax::is_figure(token[at]) : token[at] == form[at];
        if (!fits) { return 0; }
    }
    return token.size() == form.size() || token[form.size()] == '-' ? form.size() : 0;
}

} // namespace

cursor::cursor(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {
    if (text.starts_with(utf8::byte_order_mark)) { at_ += utf8::byte_order_mark.size(); }
    read_blank();
}

std::string_view cursor::peek(std::size_t further) const noexcept {
    std::string_view found = current_;
    for (const char* past = at_ + current_.size(); further > 0; --further) {
        found = syntax::next_token(past, end_);
        if (found.empty()) { break; }
        past = found.data() + found.size();
    }
    return found;
}

void cursor::may_end_line(rank by, shift to, std::uint32_t under) noexcept {
    next_.line_end = by;
    next_.shift = to;
    next_.under = under;
}

void cursor::begin_line(std::uint32_t depth, bool after_blank) {
    if (!made_.lines.empty() && made_.lines.back().first == here()) { made_.lines.pop_back(); } // at the end of an open block
    const bool after_brace = !made_.tokens.empty() && made_.tokens.back().text == "{";
    made_.lines.push_back({here(), depth, after_blank, after_brace});
}

void cursor::take(std::size_t count) {
    for (; count > 0 && !at_end(); --count) { put(current_); }
}

bool cursor::take_if(std::string_view word) {
    if (!is(word)) { return false; }
    take();
    return true;
}

void cursor::take_joined() {
    next_.joined = true;
    take();
}

void cursor::take_figure() {
    if (at_end() || !syntax::is_figure(current_[0])) { return take(); }
    const std::size_t date = date_at(current_);
    put(current_.substr(0, date != 0 ? date : current_.find('-')));
}

bool cursor::has_comment() const noexcept {
    return next_.comments_begin != next_.comments_end || (!made_.tokens.empty() && made_.tokens.back().beside >= 0);
}

outline cursor::finish() {
    begin_line(0);
    made_.tokens.push_back(next_);
    return std::move(made_);
}

void cursor::put(std::string_view text) {
    next_.text = text;
    made_.tokens.push_back(next_);
    at_ += text.size();
    read_blank();
}

void cursor::read_blank() {
    const auto comment_count = [this] { return static_cast<std::uint32_t>(made_.comments.size()); };
    next_ = {};
    next_.comments_begin = next_.comments_end = comment_count();
    bool line_ended = made_.tokens.empty(); // nothing stands before on this line
    bool blank = false;                     // an empty line since the last token or comment
    bool empty = false;                     // nothing on this line yet
    for (; at_ != end_ && (*at_ == '#' || static_cast<unsigned char>(*at_) <= 0x20U); ++at_) {
        if (*at_ == '\n') {
            blank = blank || (empty && (!made_.tokens.empty() || next_.comments_end != 0));
            line_ended = empty = true;
        } else if (*at_ == '#') {
            const char* last = at_;
            while (last != end_ && *last != '\n' && *last != '\r') { ++last; }
            std::string_view text(at_, static_cast<std::size_t>(last - at_));
            text.remove_suffix(text.size() - 1 - text.find_last_not_of(" \t"));
            if (line_ended) {
                made_.comments.push_back({text, blank});
                next_.comments_end = comment_count();
            } else {
                made_.tokens.back().beside = comment_count();
                made_.comments.push_back({text, false});
                next_.comments_begin = next_.comments_end = comment_count();
            }
            at_ = last - 1;
            blank = empty = false;
        }
    }
    next_.blank_above = blank;
    current_ = syntax::next_token(at_, end_);
}

} // namespace TIEUCHI_NAMESPACE::impl::layout
