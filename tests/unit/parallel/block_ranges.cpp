// SPDX-License-Identifier: Apache-2.0
// Each block is taken once, whoever takes it.
#include "parallel/block_ranges.hpp"

#include "support/catch.hpp"

#include <algorithm>
#include <numeric>
#include <thread>

namespace test_block_ranges {

using tieuchi::impl::parallel::block_ranges;

TEST_CASE("a worker takes its own blocks one after the other, then the last ones of others") {
    block_ranges left(7, 2); // 0 to 2, and 3 to 6
    std::vector<std::size_t> taken;
    while (const auto block = left.take(0)) { taken.push_back(*block); }
    CHECK(taken == std::vector<std::size_t>{0, 1, 2, 6, 5, 4, 3});
    CHECK_FALSE(left.take(1));
}

TEST_CASE("no blocks, or fewer than workers") {
    CHECK_FALSE(block_ranges(0, 1).take(0));
    block_ranges one(1, 3);
    CHECK(one.take(0) == 0);
    CHECK_FALSE(one.take(2));
}

TEST_CASE("threads take every block once") {
    constexpr std::size_t blocks = 20'000;
    constexpr std::size_t workers = 4;
    block_ranges left(blocks, workers);
    std::vector<std::vector<std::size_t>> taken(workers);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < workers; ++i) {
            threads.emplace_back([&, i] {
                while (const auto block = left.take(i)) { taken[i].push_back(*block); }
            });
        }
    }
    std::vector<std::size_t> all;
    for (const auto& one : taken) { all.insert(all.end(), one.begin(), one.end()); }
    std::sort(all.begin(), all.end());
    std::vector<std::size_t> each(blocks);
    std::iota(each.begin(), each.end(), std::size_t{0});
    CHECK(all == each);
}

} // namespace test_block_ranges
