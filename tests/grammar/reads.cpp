// SPDX-License-Identifier: Apache-2.0
// Parses the rule texts of its input, each followed by a zero byte, and prints a line for each: `ok`, or the codes of its problems.
#include "syntax/parse.hpp"

#include <tieuchi/limits.hpp>
#include <tieuchi/source.hpp>

#include <iostream>
#include <memory>
#include <string>
#include <utility>

int main() {
    std::ios::sync_with_stdio(false);
    for (std::string text; std::getline(std::cin, text, '\0');) {
        const auto source = std::make_shared<const tieuchi::source>("sentence", std::move(text));
        tieuchi::diagnostics problems;
        static_cast<void>(tieuchi::impl::syntax::parse(source, tieuchi::limits{}, problems));
        std::string line = problems.empty() ? "ok" : "";
        for (const tieuchi::diagnostic& one : problems) { line += (line.empty() ? "" : " ") + one.code; }
        std::cout << line << std::endl; // at once: after a crash, the lines tell which text it was
    }
}
