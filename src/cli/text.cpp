// SPDX-License-Identifier: Apache-2.0
#include "text.hpp"

#include "base/utf8.hpp"
#include "encoding.hpp"
#include "messages.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>
#include <vector>

namespace tieuchi::cli {

namespace utf8 = impl::utf8;

namespace {

struct closer {
    void operator()(std::FILE* file) const noexcept { static_cast<void>(std::fclose(file)); }
};

[[nodiscard]] diagnostic unreadable(const std::string& path, const std::string& why, const std::string& help = {}) {
    return problem(say<diag::file_not_read>(why).with_help(help), shown_name(path));
}

} // namespace

result<std::string> read_bytes(const std::string& path) {
    std::error_code ignored;
    if (path != "-" && std::filesystem::is_directory(path, ignored)) { return diagnostics{unreadable(path, "it is a folder")}; }
    std::unique_ptr<std::FILE, closer> opened;
    if (path != "-") {
        opened.reset(std::fopen(path.c_str(), "rb"));
        if (!opened) {
            const std::string why = std::generic_category().message(errno);
            const bool is_data = path.starts_with('{') || path.starts_with('[');
            return diagnostics{unreadable(path, why, is_data ? "what is no file is given on the standard input, as -" : "")};
        }
    }
    std::FILE* const file = opened ? opened.get() : stdin;
    std::string text;
    std::vector<char> block(std::size_t{1} << 18U);
    while (const std::size_t got = std::fread(block.data(), 1, block.size(), file)) { text.append(block.data(), got); }
    if (std::ferror(file) != 0) { return diagnostics{unreadable(path, std::generic_category().message(errno))}; }
    return text;
}

result<std::string> read_text(const std::string& path, const std::string& encoding) {
    auto bytes = read_bytes(path);
    if (!bytes) { return bytes; }
    const std::string name = shown_name(path);
    if (auto wrong = other_format(name, *bytes); !wrong.empty()) { return wrong; }
    auto text = in_utf8(name, *std::move(bytes), encoding);
    if (text && text->starts_with("\xEF\xBB\xBF")) { text->erase(0, 3); }
    return text;
}

std::string shown_name(const std::string& path) { return path == "-" ? "standard input" : path; }

text_position position_in(std::string_view text, std::size_t offset) noexcept {
    text_position found;
    for (std::size_t at = 0; at < offset && at < text.size(); ++at) {
        const char byte = text[at];
        if (byte == '\n' || (byte == '\r' && !text.substr(at + 1).starts_with('\n'))) {
            ++found.line;
            found.column = 1;
        } else if (!utf8::is_continuation(byte)) {
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
    for (std::size_t at = 0; at < text.size();) {
        const utf8::decoded character = utf8::decode(text, at);
        width += utf8::display_width(character.value);
        at += character.bytes;
    }
    return width;
}

std::string padded(std::string_view text, std::size_t width) {
    std::string result(text);
    const std::size_t taken = display_width(text);
    if (taken < width) { result.append(width - taken, ' '); }
    return result;
}

std::string padded_left(std::string_view text, std::size_t width) {
    const std::size_t taken = display_width(text);
    std::string result(taken < width ? width - taken : 0, ' ');
    result += text;
    return result;
}

} // namespace tieuchi::cli
