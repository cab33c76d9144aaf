// SPDX-License-Identifier: Apache-2.0
#include "messages.hpp"

#include <iostream>

namespace tieuchi::cli {

void report(const diagnostics& problems, std::size_t most) {
    std::size_t shown = 0;
    for (const diagnostic& problem : problems) {
        if (shown == most) { break; }
        std::cerr << problem.str();
        ++shown;
    }
    if (shown < problems.size()) { std::cerr << "… and " << problems.size() - shown << " more\n"; }
    std::cerr.flush();
}

std::string counted(std::size_t number, std::string_view noun) {
    std::string text = std::to_string(number);
    text += ' ';
    text += noun;
    if (number != 1) { text += 's'; }
    return text;
}

} // namespace tieuchi::cli
