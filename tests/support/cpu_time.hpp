// SPDX-License-Identifier: Apache-2.0
// What a piece of work costs. Time on the processor, not on the wall: the tests share the machine with others, and run under
// sanitizers too, so they compare two sizes of the same work and never a time with a constant.
#pragma once

#include <ctime>

namespace tieuchi_tests {

/// The processor's seconds, of all threads of the process, that `work` takes.
template <class Work>
double cpu_seconds(const Work& work) {
    const std::clock_t begin = std::clock();
    work();
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

/// Whether `work(8 * size)` costs about eight times what `work(size)` does. Quadratic work would cost 64 times as much.
template <class Work>
bool is_linear(const Work& work, std::size_t size) {
    const double small = cpu_seconds([&] { work(size); });
    const double large = cpu_seconds([&] { work(8 * size); });
    return large < 30 * small + 0.2;
}

} // namespace tieuchi_tests
