// SPDX-License-Identifier: Apache-2.0
// From truths to outcomes: exits, classes, and adjustments as moves of sets.
#include "plan/program.hpp"
#include "support/catch.hpp"

#include <array>
#include <random>

namespace test_decide {

namespace {

using namespace tieuchi::impl::plan;
using tieuchi::adjustment_kind;

constexpr std::uint32_t of_rules = 4; // outcomes; exits lead to the one after them

/// What one class becomes when all is known.
std::uint32_t plainly(const program& plan, const std::array<truth, 6>& truths) {
    for (const auto& one : plan.exits) {
        if (truths[one.when] == yes) { return one.outcome; }
    }
    std::uint32_t at = 0;
    while (plan.outcomes[at] != no_register && truths[plan.outcomes[at]] != yes) { ++at; }
    for (const auto& one : plan.adjustments) {
        if (truths[one.when] != yes) { continue; }
        switch (one.kind) {
        case adjustment_kind::at_most: at = std::max(at, one.outcome); break;
        case adjustment_kind::at_least: at = std::min(at, one.outcome); break;
        case adjustment_kind::exactly: at = one.outcome; break;
        }
    }
    return at;
}

} // namespace

TEST_CASE("the outcomes possible are those that some way to settle the truths gives") {
    std::mt19937 random(21);
    for (int i = 0; i < 2000; ++i) {
        program plan;
        plan.exits = {{0, of_rules}};
        plan.outcomes = {1, 2, 3, no_register};
        for (register_index when = 4; when < 6; ++when) {
            plan.adjustments.push_back(
                {static_cast<adjustment_kind>(random() % 3), static_cast<std::uint32_t>(random() % of_rules), when});
        }
        std::array<truth, 6> truths{};
        for (auto& one : truths) { one = static_cast<truth>(1 + random() % 7); }
        std::uint64_t expected = 0;
        for (int world = 0; world < 729; ++world) {
            std::array<truth, 6> settled{};
            bool possible = true;
            int rest = world;
            for (std::size_t k = 0; k < settled.size(); ++k) {
                settled[k] = static_cast<truth>(1 << rest % 3);
                rest /= 3;
                possible = possible && (truths[k] & settled[k]) != 0;
            }
            if (possible) { expected |= std::uint64_t{1} << plainly(plan, settled); }
        }
        CHECK(decide(plan, truths) == expected);
    }
}

} // namespace test_decide
