// SPDX-License-Identifier: Apache-2.0
#include "encoding.hpp"

#include "messages.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <utility>

namespace tieuchi::cli {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view as_csv = "open it in the spreadsheet program and save the sheet as `CSV UTF-8`";
constexpr std::string_view unpack = "unpack it first, and give the file that was in it";

/// How a format that is no text begins, what it is, and what to do.
struct signature {
    std::string_view bytes;
    std::string_view what;
    std::string_view cure;
};

constexpr std::array<signature, 12> signatures{{
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Excel workbook (xls), or another old file of Office", as_csv},
    {"\x1F\x8B"sv, "compressed (gz)", "unpack it first: gunzip does"},
    {"BZh"sv, "compressed (bz2)", "unpack it first: bunzip2 does"},
    {"\xFD"
     "7zXZ\0"sv,
     "compressed (xz)", "unpack it first: unxz does"},
    {"\x28\xB5\x2F\xFD"sv, "compressed (zst)", "unpack it first: unzstd does"},
    {"7z\xBC\xAF\x27\x1C"sv, "a 7z archive", unpack},
    {"Rar!\x1A\x07"sv, "a rar archive", unpack},
    {"PAR1"sv, "a Parquet file", "write it as CSV, or read it with pyarrow and give the table to the Python package"},
    {"ARROW1"sv, "an Arrow file", "write it as CSV, or read it with pyarrow and give the table to the Python package"},
    {"SQLite format 3\0"sv, "an SQLite database", "write the table as CSV: sqlite3 -csv -header does"},
    {"%PDF-"sv, "a PDF", "a table as CSV or NDJSON is needed"},
    {R"({\rtf)"sv, "a document (rtf)", "a table as CSV or NDJSON is needed"},
}};

[[nodiscard]] signature zip_of(std::string_view bytes) {
    const auto holds = [&](std::string_view name) { return bytes.find(name) != std::string_view::npos; };
    if (holds("opendocument.spreadsheet")) { return {{}, "a workbook of LibreOffice (ods)", as_csv}; }
    if (holds("xl/")) { return {{}, "an Excel workbook (xlsx)", as_csv}; }
    if (holds("word/")) { return {{}, "a Word document (docx)", "a table as CSV or NDJSON is needed"}; }
    return {{}, "a zip archive", unpack};
}

/// The text of a web page or of XML, which some programs give the name of a table.
[[nodiscard]] bool is_markup(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) { bytes.remove_prefix(3); }
    const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos || bytes[begin] != '<') { return false; }
    std::string start(bytes.substr(begin, 9));
    std::transform(start.begin(), start.end(), start.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    constexpr std::array<std::string_view, 5> beginnings{"<!doctype", "<html", "<table", "<?xml", "<meta"};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return start.starts_with(beginning); });
}

/// UTF-16 by its mark, or by the zero bytes between its first letters.
[[nodiscard]] bool is_utf16(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) { return true; }
    if (bytes.size() < 4) { return false; }
    const auto zeros = [&](std::size_t first) { return bytes[first] == 0 && bytes[first + 2] == 0; };
    return zeros(0) != zeros(1);
}

/// A conversion of the system to UTF-8.
class conversion {
public:
    explicit conversion(const std::string& from) : opened_(::iconv_open("UTF-8", from.c_str())) {}
    ~conversion() {
        if (works()) { ::iconv_close(opened_); }
    }
    conversion(const conversion&) = delete;
    conversion& operator=(const conversion&) = delete;
    conversion(conversion&&) = delete;
    conversion& operator=(conversion&&) = delete;

    [[nodiscard]] bool works() const noexcept {
        return opened_ != reinterpret_cast<iconv_t>(-1); // NOLINT(*-reinterpret-cast,performance-no-int-to-ptr): so it is told
    }

    /// Appends the text of `bytes`; false: they are not of that encoding.
    [[nodiscard]] bool append(std::string& to, std::string bytes) {
        char* in = bytes.data();
        std::size_t left = bytes.size();
        std::array<char, 4096> block{};
        for (bool ending = false;;) {
            char* out = block.data();
            std::size_t room = block.size();
            // At the end, what it still holds: a letter that a mark could have followed.
            const std::size_t done = ::iconv(opened_, ending ? nullptr : &in, &left, &out, &room);
            to.append(block.data(), block.size() - room);
            if (done == static_cast<std::size_t>(-1) && errno != E2BIG) { return false; }
            if (done == static_cast<std::size_t>(-1)) { continue; }
            if (ending) { return true; }
            ending = true;
        }
    }

private:
    iconv_t opened_;
};

} // namespace

const std::vector<std::string>& encodings() {
    static const std::vector<std::string> names{"utf-8", "utf-16", "windows-1258", "windows-1252"};
    return names;
}

result<std::string> in_utf8(const std::string& name, std::string bytes, const std::string& encoding) {
    const std::string save = "save the file as UTF-8 (in Excel: `CSV UTF-8`)";
    if (encoding.empty() && is_utf16(bytes)) { return diagnostics{problem(say<diag::table_in_utf16>(save), name)}; }
    if (encoding.empty() || encoding == "utf-8") { return bytes; }
    conversion from(encoding);
    if (!from.works()) { return diagnostics{problem(say<diag::unknown_encoding>(encoding).with_help(save), name)}; }
    std::string text;
    if (!from.append(text, std::move(bytes))) { return diagnostics{problem(say<diag::not_in_encoding>(encoding, save), name)}; }
    return text;
}

diagnostics other_format(const std::string& name, std::string_view bytes) {
    std::optional<signature> found;
    if (bytes.starts_with("PK\x03\x04")) { found = zip_of(bytes); }
    for (const signature& candidate : signatures) {
        if (bytes.starts_with(candidate.bytes)) { found = candidate; }
    }
    if (is_markup(bytes)) { found = signature{{}, "a web page or other XML", as_csv}; }
    if (!found) { return {}; }
    return {problem(say<diag::not_plain_text>(found->what).with_help(std::string(found->cure)), name)};
}

} // namespace tieuchi::cli
