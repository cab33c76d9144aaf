// SPDX-License-Identifier: Apache-2.0
// Definitions of diagnostic.hpp: how a problem is shown.
#include "base/utf8.hpp"

#include <tieuchi/diagnostic.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE {

namespace impl {
namespace {

constexpr std::size_t excerpt_columns = 140; ///< a longer line is cut around the place
constexpr std::size_t excerpt_lead = 50;     ///< columns kept before the place then
constexpr std::size_t excerpt_points = 400;  ///< code points shown at most: a line may hold any number that take no room

/// A line, or the piece of it around a place, with the line of marks that goes under it.
struct excerpt {
    std::string text;
    std::string mark;
};

/// Whether `text` takes no more than that many columns.
bool fits_in(std::string_view text, std::size_t columns) {
    std::size_t taken = 0;
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size() && taken <= columns && count <= excerpt_points; ++count) {
        const utf8::decoded one = utf8::decode(text, at);
        taken += utf8::display_width(one.value);
        at += one.bytes;
    }
    return at == text.size() && taken <= columns;
}

/// Where to start showing `line` so that `at` is within sight.
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

excerpt excerpt_of(std::string_view line, std::size_t mark_begin, std::size_t mark_end) {
    excerpt made;
    const std::size_t begin = excerpt_begin(line, mark_begin);
    if (begin > 0) {
        made.text += "…";
        made.mark += ' ';
    }
    bool marked = false;
    std::size_t columns = 0;
    std::size_t at = begin;
    for (std::size_t count = 0; at < line.size() && columns < excerpt_columns && count < excerpt_points; ++count) {
        const utf8::decoded one = utf8::decode(line, at);
        const bool tab = one.value == '\t';
        const char32_t shown = tab ? U'\t' : utf8::printable(one.value);
        const unsigned width = utf8::display_width(shown);
        utf8::append(made.text, shown);
        if (at < mark_begin) {
            made.mark.append(tab ? 1U : width, tab ? '\t' : ' ');
        } else if (at < mark_end) {
            // A tab inside the mark is copied, so that what stands after it lines up; one that opens it is marked.
            made.mark.append(tab && marked ? 1U : width, tab && marked ? '\t' : '^');
            marked = marked || width > 0;
        }
        columns += width;
        at += one.bytes;
    }
    if (!marked) { made.mark += '^'; }
    if (at < line.size()) { made.text += "…"; }
    made.mark.erase(made.mark.find_last_not_of(" \t") + 1);
    return made;
}

void show_place(std::string& out, const source& origin, span at) {
    const auto size = static_cast<std::uint32_t>(origin.text().size());
    const std::uint32_t begin = std::min(at.begin, size);
    const text_position where = origin.position_of(begin);
    span of_line = origin.line_of(begin);
    if (of_line.begin == 0 && origin.text().starts_with(utf8::byte_order_mark)) {
        of_line.begin = static_cast<std::uint32_t>(utf8::byte_order_mark.size());
        of_line.end = std::max(of_line.begin, of_line.end);
    }
    const std::string_view line = origin.text(of_line);
    const std::size_t mark_begin = std::min<std::size_t>(begin - std::min(begin, of_line.begin), line.size());
    std::size_t mark_end = std::min<std::size_t>(std::max(at.end, begin) - std::min(begin, of_line.begin), line.size());
    mark_end = std::max(mark_end, mark_begin);
    while (mark_end > mark_begin && (line[mark_end - 1] == ' ' || line[mark_end - 1] == '\t')) { --mark_end; }

    const std::string number = std::to_string(where.line);
    const std::string gutter(number.size(), ' ');
    const excerpt shown = excerpt_of(line, mark_begin, mark_end);
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
    return std::any_of(problems.begin(), problems.end(), [](const diagnostic& one) { return one.is_error(); });
}

std::string to_string(const diagnostics& problems) {
    std::string out;
    for (const diagnostic& one : problems) { out += one.str(); }
    return out;
}

} // namespace TIEUCHI_NAMESPACE
