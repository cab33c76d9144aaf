// SPDX-License-Identifier: Apache-2.0
#include "stopwatch.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <ctime>

namespace bench {

namespace {

/// What one of so many runs takes.
timing time_of(const contestant& one, int times) {
    const auto begin = std::chrono::steady_clock::now();
    const std::clock_t begin_of_processors = std::clock();
    for (int i = 0; i < times; ++i) { one.run(); }
    const double processors = static_cast<double>(std::clock() - begin_of_processors) / CLOCKS_PER_SEC;
    return {one.name, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() / times,
            processors / times};
}

double median(const std::vector<timing>& turns, double timing::*figure) {
    std::vector<double> all;
    all.reserve(turns.size());
    for (const timing& one : turns) { all.push_back(one.*figure); }
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
    std::nth_element(all.begin(), middle, all.end());
    return *middle;
}

} // namespace

std::vector<timing> take_turns(const std::vector<contestant>& all, int rounds) {
    constexpr double least_turn = 0.01;
    std::vector<int> times;
    times.reserve(all.size());
    for (const contestant& one : all) {
        const double warm = std::min(time_of(one, 1).seconds, time_of(one, 1).seconds);
        times.push_back(std::max(1, static_cast<int>(least_turn / std::max(warm, 1e-7))));
    }
    std::vector<std::vector<timing>> turns(all.size());
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < all.size(); ++i) { turns[i].push_back(time_of(all[i], times[i])); }
    }
    std::vector<timing> made;
    made.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        made.push_back({all[i].name, median(turns[i], &timing::seconds), median(turns[i], &timing::cpu_seconds)});
    }
    return made;
}

} // namespace bench
