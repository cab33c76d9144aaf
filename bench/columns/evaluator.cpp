// SPDX-License-Identifier: Apache-2.0
#include "evaluator.hpp"

#include "stop.hpp"

namespace bench {

void evaluator::check(const tieuchi::diagnostics& problems) {
    if (!problems.empty()) { stop(to_string(problems)); }
}

} // namespace bench
