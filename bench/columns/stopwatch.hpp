// SPDX-License-Identifier: Apache-2.0
/// \file
/// Times things against each other on a machine that is never quite still: they take turns, and the median of
/// the turns counts.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace bench {

struct contestant {
    std::string name;
    std::function<void()> run;
};

struct timing {
    std::string name;
    double seconds = 0;     ///< of one run by the clock on the wall, the median
    double cpu_seconds = 0; ///< the same by the clock of the processors, all threads together
};

/// Lets each run in turn, `rounds` times. What takes less than a hundredth of a second is run several times a turn.
[[nodiscard]] std::vector<timing> take_turns(const std::vector<contestant>& all, int rounds);

} // namespace bench
