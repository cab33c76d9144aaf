// SPDX-License-Identifier: Apache-2.0
#include "text.hpp"

#include "messages.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>
#include <vector>

namespace tieuchi::cli {

namespace {

struct closer {
    void operator()(std::FILE* file) const noexcept { static_cast<void>(std::fclose(file)); }
};

[[nodiscard]] diagnostic unreadable(const std::string& path, const std::string& why) {
    return problem("E430", shown_name(path), "the file cannot be read: " + why);
}

[[nodiscard]] constexpr unsigned byte_at(std::string_view text, std::size_t at) noexcept {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

[[nodiscard]] constexpr bool continues(unsigned byte) noexcept { return (byte & 0xC0U) == 0x80U; }

/// Length of the well-formed sequence at `at`; 0 when there is none.
[[nodiscard]] std::size_t sequence_at(std::string_view text, std::size_t at) noexcept {
    const unsigned first = byte_at(text, at);
    const unsigned second = byte_at(text, at + 1);
    if (first < 0x80U) { return 1; }
    if (first >= 0xC2U && first <= 0xDFU) { return continues(second) ? 2 : 0; }
    // The second byte of these is bounded further: no overlong forms, no surrogates, nothing beyond U+10FFFF.
    const unsigned least = first == 0xE0U ? 0xA0U : first == 0xF0U ? 0x90U : 0x80U;
    const unsigned most = first == 0xEDU ? 0x9FU : first == 0xF4U ? 0x8FU : 0xBFU;
    if (first < 0xE0U || first > 0xF4U || second < least || second > most || !continues(byte_at(text, at + 2))) { return 0; }
    if (first < 0xF0U) { return 3; }
    return continues(byte_at(text, at + 3)) ? 4 : 0;
}

/// True at the first byte of a code point that takes a column of its own.
[[nodiscard]] bool takes_column(std::string_view text, std::size_t at) noexcept {
    const unsigned first = byte_at(text, at);
    const unsigned second = byte_at(text, at + 1);
    // U+0300 to U+036F: the combining marks that decomposed Vietnamese text is written with.
    const bool combining = first == 0xCCU || (first == 0xCDU && second <= 0xAFU);
    return !continues(first) && !combining;
}

} // namespace

result<std::string> read_text(const std::string& path) {
    std::error_code ignored;
    if (path != "-" && std::filesystem::is_directory(path, ignored)) { return diagnostics{unreadable(path, "it is a folder")}; }
    std::unique_ptr<std::FILE, closer> opened;
    if (path != "-") {
        opened.reset(std::fopen(path.c_str(), "rb"));
        if (!opened) { return diagnostics{unreadable(path, std::generic_category().message(errno))}; }
    }
    std::FILE* const file = opened ? opened.get() : stdin;
    std::string text;
    std::vector<char> block(std::size_t{1} << 18U);
    while (const std::size_t got = std::fread(block.data(), 1, block.size(), file)) { text.append(block.data(), got); }
    if (std::ferror(file) != 0) { return diagnostics{unreadable(path, std::generic_category().message(errno))}; }
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        return diagnostics{problem("E432", shown_name(path), "the file is UTF-16, not UTF-8", "save it as UTF-8")};
    }
    if (text.starts_with("\xEF\xBB\xBF")) { text.erase(0, 3); }
    return text;
}

std::string shown_name(const std::string& path) { return path == "-" ? "standard input" : path; }

std::size_t first_not_utf8(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequence_at(text, at);
        if (length == 0) { return at; }
        at += length;
    }
    return std::string_view::npos;
}

std::string mended(std::string text) {
    if (first_not_utf8(text) == std::string::npos && text.find('\0') == std::string::npos) { return text; }
    std::string made;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequence_at(text, at);
        if (length == 0 || text[at] == '\0') {
            made += "\uFFFD";
            ++at;
        } else {
            made.append(text, at, length);
            at += length;
        }
    }
    return made;
}

place place_in(std::string_view text, std::size_t offset) noexcept {
    place found;
    for (std::size_t at = 0; at < offset && at < text.size(); ++at) {
        const unsigned byte = byte_at(text, at);
        if (byte == '\n' || (byte == '\r' && byte_at(text, at + 1) != '\n')) {
            ++found.line;
            found.column = 1;
        } else if (!continues(byte)) {
            ++found.column;
        }
    }
    return found;
}

std::size_t line_length(std::string_view text) noexcept {
    const std::size_t end = text.find_first_of("\r\n");
    if (end == std::string_view::npos) { return text.size(); }
    return end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
}

std::size_t display_width(std::string_view text) noexcept {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size(); ++at) { width += takes_column(text, at) ? 1U : 0U; }
    return width;
}

std::string padded(std::string_view text, std::size_t width) {
    std::string made(text);
    const std::size_t taken = display_width(text);
    if (taken < width) { made.append(width - taken, ' '); }
    return made;
}

std::string padded_left(std::string_view text, std::size_t width) {
    const std::size_t taken = display_width(text);
    std::string made(taken < width ? width - taken : 0, ' ');
    made += text;
    return made;
}

std::string shortened(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) { return std::string(text); }
    std::size_t end = 0;
    for (std::size_t columns = 0; end < text.size(); ++end) {
        if (takes_column(text, end) && columns++ == width - 1) { break; }
    }
    while (end > 0 && text[end - 1] == ' ') { --end; }
    return std::string(text.substr(0, end)) + "…";
}

std::size_t edits_between(std::string_view one, std::string_view other) {
    // Three rows of the table of edit distances between all beginnings: two back for swapped neighbours.
    std::vector<std::size_t> back(other.size() + 1);
    std::vector<std::size_t> last(other.size() + 1);
    std::vector<std::size_t> row(other.size() + 1);
    for (std::size_t j = 0; j <= other.size(); ++j) { last[j] = j; }
    for (std::size_t i = 1; i <= one.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const std::size_t changed = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, changed});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) {
                row[j] = std::min(row[j], back[j - 2] + 1);
            }
        }
        back.swap(last);
        last.swap(row);
    }
    return last[other.size()];
}

} // namespace tieuchi::cli
