// SPDX-License-Identifier: Apache-2.0
/// \file
/// What a benchmark does when something is wrong: nothing may be measured then.
#pragma once

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace bench {

[[noreturn]] inline void stop(std::string_view why) {
    std::cerr << "error: " << why << '\n';
    std::exit(EXIT_FAILURE);
}

} // namespace bench
