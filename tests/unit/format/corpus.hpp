// SPDX-License-Identifier: Apache-2.0
/// \file
/// Rule texts for the tests of the formatter: those of the repository, and the examples of dsl/LANGUAGE.md.
#pragma once

#include "source_dir.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace format_tests {

struct rule_text {
    std::string name;
    std::string text;
    std::string section; ///< of the page where it stands
};

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The rule files of the repository, bad ones among them.
inline std::vector<rule_text> files() {
    namespace fs = std::filesystem;
    std::vector<rule_text> all;
    for (const char* folder : {"dsl", "examples", "tests/golden/rules", "tests/cli/rules"}) {
        for (const auto& one : fs::recursive_directory_iterator(fs::path(TIEUCHI_SOURCE_DIR) / folder)) {
            if (one.path().extension() == ".tieuchi") { all.push_back({one.path().generic_string(), bytes_of(one.path()), ""}); }
        }
    }
    return all;
}

/// The blocks of dsl/LANGUAGE.md that are marked as rules; what is marked `tieuchi-standard` with a standard around it.
inline std::vector<rule_text> examples() {
    const std::string page = bytes_of(std::filesystem::path(TIEUCHI_SOURCE_DIR) / "dsl" / "LANGUAGE.md");
    const std::string fence = "\n```";
    std::vector<rule_text> all;
    for (std::size_t at = page.find(fence); at != std::string::npos; at = page.find(fence, at)) {
        const std::size_t begin = page.find('\n', at + 1) + 1;
        const std::size_t end = page.find(fence, begin - 1);
        const std::string mark = page.substr(at + fence.size(), begin - 1 - at - fence.size());
        const std::string text = page.substr(begin, end + 1 - begin);
        const std::size_t title = page.rfind("\n## ", at) + 4;
        const std::string section = page.substr(title, page.find('\n', title) - title);
        const std::string name =
            "LANGUAGE.md:" + std::to_string(std::count(page.begin(), page.begin() + std::ptrdiff_t(begin), '\n'));
        if (mark == "tieuchi") { all.push_back({name, text, section}); }
        if (mark == "tieuchi-standard") { all.push_back({name, "standard s for k {\n" + text + "}\n", section}); }
        at = end + fence.size();
    }
    return all;
}

} // namespace format_tests
