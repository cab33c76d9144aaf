// SPDX-License-Identifier: Apache-2.0
#include "stopwatch.hpp"

#include <algorithm>
#include <chrono>

namespace bench {

namespace {

double seconds_of(const std::function<void()>& run, int times) {
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < times; ++i) { run(); }
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() / times;
}

double median(std::vector<double>& of) {
    const auto middle = of.begin() + static_cast<std::ptrdiff_t>(of.size() / 2);
    std::nth_element(of.begin(), middle, of.end());
    return *middle;
}

} // namespace

std::vector<timing> take_turns(const std::vector<contestant>& all, int rounds) {
    constexpr double least_turn = 0.01;
    std::vector<int> times;
    for (const contestant& one : all) {
        const double warm = std::min(seconds_of(one.run, 1), seconds_of(one.run, 1));
        times.push_back(std::max(1, static_cast<int>(least_turn / std::max(warm, 1e-7))));
    }
    std::vector<std::vector<double>> turns(all.size());
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < all.size(); ++i) { turns[i].push_back(seconds_of(all[i].run, times[i])); }
    }
    std::vector<timing> made;
    for (std::size_t i = 0; i < all.size(); ++i) { made.push_back({all[i].name, median(turns[i])}); }
    return made;
}

} // namespace bench
