// SPDX-License-Identifier: Apache-2.0
#include "memory_read.hpp"

#include <numeric>

namespace bench {

std::uint64_t memory_read(const table& of) {
    std::uint64_t sum = 0;
    for (const column& one : of.columns) {
        sum = std::accumulate(one.values.begin(), one.values.end(), sum);
        sum = std::accumulate(one.valid.begin(), one.valid.end(), sum);
    }
    return sum;
}

} // namespace bench
