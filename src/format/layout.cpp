// SPDX-License-Identifier: Apache-2.0
// From the outline of a rule file to its text.
#include "base/utf8.hpp"
#include "format/outline.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::format {

using syntax::never;
using syntax::rank;
using syntax::shift;

namespace {

constexpr std::size_t longest_line = 130;
constexpr std::size_t one_level = 4;

[[nodiscard]] std::size_t width_of(std::string_view text) noexcept {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::decoded point = utf8::decode(text, at);
        width += utf8::display_width(point.value);
        at += point.bytes;
    }
    return width;
}

class writer {
public:
    explicit writer(const outline& from) : from_(from), columns_(from.tokens.size()) {}

    [[nodiscard]] std::string text() {
        for (std::size_t at = 0; at < from_.lines.size(); ++at) {
            const bool is_last = at + 1 == from_.lines.size();
            write_line(from_.lines[at], is_last ? from_.tokens.size() : from_.lines[at + 1].first);
        }
        return std::move(text_);
    }

private:
    /// Tokens that shall stand on one line, and how far in.
    struct piece {
        std::size_t first;
        std::size_t last;
        std::size_t column; ///< where its line begins
        std::size_t base;   ///< what its further lines are counted from
    };

    void write_line(const line& statement, std::size_t last);
    void write_comments(const token& above, std::size_t column, bool with_blanks);
    void write(const piece& written);
    void write_flat(const piece& written);
    void split(const piece& written, rank by);
    [[nodiscard]] bool fits(const piece& written) const noexcept;
    [[nodiscard]] rank first_rank(const piece& written) const noexcept;
    [[nodiscard]] bool must_end_before(std::size_t token) const noexcept;
    [[nodiscard]] bool ends_before(std::size_t token, rank by) const noexcept;
    [[nodiscard]] bool is_spaced(std::size_t token) const noexcept;
    [[nodiscard]] std::size_t column_of(std::size_t token, std::size_t base) const noexcept;
    [[nodiscard]] std::size_t base_of_first(const piece& written, const token& second) const noexcept;

    const outline& from_;
    std::vector<std::size_t> columns_; ///< of the tokens written
    std::string text_;
};

void writer::write_line(const line& statement, std::size_t last) {
    const token& first = from_.tokens[statement.first];
    const bool ends = first.text.empty() || first.text == "}"; // a block or the file
    const bool commented = first.comments_begin != first.comments_end;
    const bool stood_blank = commented ? from_.comments[first.comments_begin].blank_above : first.blank_above;
    const bool keeps_blank = stood_blank && !statement.after_brace && (commented || !ends);
    if (statement.after_blank || keeps_blank) { text_ += '\n'; }
    const std::size_t column = one_level * statement.depth;
    write_comments(first, first.text == "}" ? column + one_level : column, true);
    if (first.text.empty()) { return; }
    if (commented && first.blank_above && !ends) { text_ += '\n'; }
    write({statement.first, last, column, column});
}

void writer::write_comments(const token& above, std::size_t column, bool with_blanks) {
    for (std::size_t at = above.comments_begin; at < above.comments_end; ++at) {
        const comment& remark = from_.comments[at];
        if (with_blanks && remark.blank_above && at != above.comments_begin) { text_ += '\n'; }
        text_.append(column, ' ');
        text_ += remark.text;
        text_ += '\n';
    }
}

void writer::write(const piece& written) {
    if (fits(written)) { return write_flat(written); }
    const rank by = first_rank(written);
    for (std::size_t at = written.first + 1; at < written.last; ++at) {
        if (ends_before(at, by)) { return split(written, by); }
    }
    write_flat(written); // too long, and there is nothing to be done about it
}

void writer::split(const piece& written, rank by) {
    piece part{written.first, written.first, written.column, written.base};
    while (part.first != written.last) {
        ++part.last;
        while (part.last != written.last && !ends_before(part.last, by)) { ++part.last; }
        if (part.first == written.first && part.last != written.last) {
            part.base = base_of_first(written, from_.tokens[part.last]);
        }
        if (part.first != written.first) {
            part.column = part.base = column_of(part.first, written.base);
            write_comments(from_.tokens[part.first], part.column, false);
        }
        write(part);
        part.first = part.last;
    }
}

void writer::write_flat(const piece& written) {
    text_.append(written.column, ' ');
    std::size_t column = written.column;
    for (std::size_t at = written.first; at < written.last; ++at) {
        if (at != written.first && is_spaced(at)) {
            text_ += ' ';
            ++column;
        }
        columns_[at] = column;
        text_ += from_.tokens[at].text;
        column += width_of(from_.tokens[at].text);
    }
    if (const auto beside = from_.tokens[written.last - 1].beside; beside >= 0) {
        text_ += "  ";
        text_ += from_.comments[static_cast<std::size_t>(beside)].text;
    }
    text_ += '\n';
}

bool writer::fits(const piece& written) const noexcept {
    std::size_t column = written.column;
    for (std::size_t at = written.first; at < written.last && column <= longest_line; ++at) {
        if (at != written.first && must_end_before(at)) { return false; }
        column += width_of(from_.tokens[at].text) + (at != written.first && is_spaced(at) ? 1U : 0U);
    }
    return column <= longest_line;
}

/// The rank of the line ends to be made first in this piece; `never` where there are only comments to end lines.
rank writer::first_rank(const piece& written) const noexcept {
    rank lowest = never;
    for (std::size_t at = written.first + 1; at < written.last; ++at) {
        lowest = std::min(lowest, from_.tokens[at].set.line_end);
    }
    return lowest;
}

/// Comments end lines wherever they stand.
bool writer::must_end_before(std::size_t token) const noexcept {
    const auto& next = from_.tokens[token];
    return next.comments_begin != next.comments_end || from_.tokens[token - 1].beside >= 0;
}

bool writer::ends_before(std::size_t token, rank by) const noexcept {
    return by == never ? must_end_before(token) : from_.tokens[token].set.line_end == by;
}

bool writer::is_spaced(std::size_t token) const noexcept {
    const auto& next = from_.tokens[token];
    const std::string_view text = next.text;
    const bool clings = text == "," || text == ":" || text == "%" || text == ")";
    return !next.set.joined && !clings && from_.tokens[token - 1].text != "(";
}

/// Where a line begins with this token, if what it goes on with is counted from `base`.
std::size_t writer::column_of(std::size_t token, std::size_t base) const noexcept {
    const auto& begins = from_.tokens[token];
    switch (begins.set.shift) {
    case shift::none: break;
    case shift::part: return base + one_level;
    case shift::element: return base + 2 * one_level;
    case shift::under: return columns_[begins.set.position];
    }
    return base;
}

/// What the further lines of the first part are counted from: where the second part stands under a token of it, from that written.
std::size_t writer::base_of_first(const piece& written, const token& second) const noexcept {
    if (second.set.shift != shift::under || second.set.position <= written.first || second.set.position >= written.last) {
        return written.base;
    }
    std::size_t column = written.column;
    for (std::size_t at = written.first; at < second.set.position; ++at) {
        column += width_of(from_.tokens[at].text) + (is_spaced(at + 1) ? 1U : 0U);
    }
    return column;
}

} // namespace

std::string lay_out(const outline& from) { return writer(from).text(); }

} // namespace TIEUCHI_NAMESPACE::impl::format
