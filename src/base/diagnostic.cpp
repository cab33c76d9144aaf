// SPDX-License-Identifier: Apache-2.0
// How a problem is written for people.
#include "base/utf8.hpp"

#include <tieuchi/diagnostic.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace TIEUCHI_NAMESPACE {

namespace impl {
namespace {

constexpr std::size_t excerpt_columns = 140; ///< a longer line is cut around the mark
constexpr std::size_t excerpt_lead = 50;     ///< columns kept before the mark then
constexpr std::size_t excerpt_points = 400;  ///< code points shown at most: any number of them may take no column

/// A line, or the piece of it around the mark, with the line of marks that goes under it.
struct excerpt {
    std::string text;
    std::string mark;
};

/// What is marked, as offsets in its line.
struct span_in_line {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Whether `text` fits in that many columns.
bool fits_in(std::string_view text, std::size_t columns) {
    std::size_t taken = 0;
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size() && taken <= columns && count <= excerpt_points; ++count) {
        const utf8::decoded point = utf8::decode(text, at);
        taken += utf8::display_width(point.value);
        at += point.bytes;
    }
    return at == text.size() && taken <= columns;
}

/// Where to start showing `line` so that `at` can be seen.
std::size_t excerpt_begin(std::string_view line, std::size_t at) {
    if (fits_in(line, excerpt_columns) || fits_in(line.substr(0, at), excerpt_lead)) { return 0; }
    std::size_t begin = at;
    for (std::size_t columns = 0, count = 0; begin > 0 && columns < excerpt_lead && count < excerpt_points / 2; ++count) {
        std::size_t bytes = 1;
        while (bytes < 4 && bytes < begin && utf8::is_continuation(line[begin - bytes])) { ++bytes; }
        begin -= bytes;
        columns += utf8::display_width(utf8::decode(line, begin).value);
    }
    return begin;
}

/// Writes the excerpt of a line, from `begin` on, a code point at a time.
class excerpt_writer {
public:
    excerpt_writer(std::string_view line, std::size_t begin, span_in_line mark) : line_(line), at_(begin), mark_(mark) {}

    [[nodiscard]] excerpt write() && {
        if (at_ > 0) {
            result_.text += "…";
            result_.mark += ' ';
        }
        std::size_t columns = 0;
        for (std::size_t count = 0; at_ < line_.size() && columns < excerpt_columns && count < excerpt_points; ++count) {
            const utf8::decoded point = utf8::decode(line_, at_);
            columns += write_point(point.value);
            at_ += point.bytes;
        }
        if (!marked_) { result_.mark += '^'; }
        if (at_ < line_.size()) { result_.text += "…"; }
        result_.mark.erase(result_.mark.find_last_not_of(" \t") + 1);
        return std::move(result_);
    }

private:
    /// Writes a code point, and what goes under it. The columns that it takes.
    unsigned write_point(char32_t value) {
        const bool tab = value == '\t';
        const char32_t shown = tab ? value : utf8::printable(value);
        const unsigned width = utf8::display_width(shown);
        utf8::append(result_.text, shown);
        if (at_ < mark_.begin) {
            result_.mark.append(width, tab ? '\t' : ' ');
        } else if (at_ < mark_.end) {
            // A tab inside the mark is copied, so that what follows it lines up; one at its beginning is marked.
            result_.mark.append(width, tab && marked_ ? '\t' : '^');
            marked_ = marked_ || width > 0;
        }
        return width;
    }

    std::string_view line_;
    std::size_t at_;
    span_in_line mark_;
    excerpt result_;
    bool marked_ = false;
};

/// The line that an offset is in, without a byte order mark.
[[nodiscard]] span visible_line(const source& origin, std::uint32_t offset) {
    span line = origin.line_of(offset);
    if (line.begin == 0 && origin.text().starts_with(utf8::byte_order_mark)) {
        line.begin = static_cast<std::uint32_t>(utf8::byte_order_mark.size());
        line.end = std::max(line.begin, line.end);
    }
    return line;
}

/// The part of a span that is in its first line, without blanks at its end.
[[nodiscard]] span_in_line mark_in(std::string_view line, std::uint32_t line_begin, span at) {
    const auto in_line = [&](std::uint32_t offset) {
        return std::min<std::size_t>(offset - std::min(offset, line_begin), line.size());
    };
    span_in_line mark{in_line(at.begin), in_line(std::max(at.end, at.begin))};
    while (mark.end > mark.begin && (line[mark.end - 1] == ' ' || line[mark.end - 1] == '\t')) { --mark.end; }
    return mark;
}

void show_place(std::string& out, const source& origin, span at) {
    at.begin = std::min(at.begin, static_cast<std::uint32_t>(origin.text().size()));
    const text_position where = origin.position_of(at.begin);
    const span line_span = visible_line(origin, at.begin);
    const std::string_view line = origin.text(line_span);
    const span_in_line mark = mark_in(line, line_span.begin, at);

    const std::string number = std::to_string(where.line);
    const std::string gutter(number.size(), ' ');
    const excerpt shown = excerpt_writer(line, excerpt_begin(line, mark.begin), mark).write();
    out += gutter + "--> " + utf8::printable(origin.name()) + ':' + number + ':' + std::to_string(where.column) + '\n';
    out += gutter + " |\n";
    out += number + " |" + (shown.text.empty() ? "" : " ") + shown.text + '\n';
    out += gutter + " | " + shown.mark + '\n';
}

} // namespace
} // namespace impl

std::string diagnostic::str() const {
    namespace utf8 = impl::utf8;
    std::string out = is_error() ? "error[" : "warning[";
    out += code + "]: " + utf8::printable(message) + '\n';
    std::size_t gutter = 2;
    if (origin) {
        const std::size_t before = out.size();
        impl::show_place(out, *origin, at);
        gutter = out.find("-->", before) - before;
    } else if (!where.empty()) {
        out += "  --> " + utf8::printable(where) + '\n';
    }
    if (!help.empty()) { out += std::string(gutter + 1, ' ') + "= help: " + utf8::printable(help) + '\n'; }
    return out;
}

bool has_errors(const diagnostics& problems) noexcept {
    return std::any_of(problems.begin(), problems.end(), [](const diagnostic& problem) { return problem.is_error(); });
}

std::string to_string(const diagnostics& problems) {
    std::string out;
    for (const diagnostic& problem : problems) { out += problem.str(); }
    return out;
}

} // namespace TIEUCHI_NAMESPACE
