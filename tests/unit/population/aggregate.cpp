// SPDX-License-Identifier: Apache-2.0
// Sums, means and extremes over members that may count or not: against every way in which it can turn out.
#include "population/aggregate.hpp"

#include "support/catch.hpp"

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace test_aggregate {

namespace {

using tieuchi::impl::all_rounding_modes;
using tieuchi::impl::divide;
using tieuchi::impl::rounding_mode;
using tieuchi::impl::wide;
using tieuchi::impl::model::aggregate;
using tieuchi::impl::population::aggregate_of;
using tieuchi::impl::population::mean_unit;
using tieuchi::impl::population::member;
using tieuchi::impl::population::wide_interval;

using numbers = std::vector<wide>;

/// What comes out when exactly these numbers count.
std::optional<wide> plain(aggregate what, const numbers& of, const mean_unit& unit) {
    if (what == aggregate::count) { return static_cast<wide>(of.size()); }
    wide sum = 0;
    for (const wide one : of) { sum += one; }
    if (what == aggregate::sum) { return sum; }
    if (of.empty()) { return std::nullopt; }
    if (what == aggregate::mean) { return divide(sum, static_cast<wide>(of.size()) * unit.size, unit.mode); }
    return what == aggregate::least ? *std::min_element(of.begin(), of.end()) : *std::max_element(of.begin(), of.end());
}

/// Tries out the members from `at` on.
void try_all(const std::vector<member>& members, std::size_t at, std::size_t copy, numbers& chosen,
             const std::function<void(const numbers&)>& each) {
    if (at == members.size()) { return each(chosen); }
    const member& one = members[at];
    if (copy == one.times) { return try_all(members, at + 1, 0, chosen, each); }
    if (!one.surely) { try_all(members, at, copy + 1, chosen, each); }
    for (wide number = one.value.least; number <= one.value.most; ++number) {
        chosen.push_back(number);
        try_all(members, at, copy + 1, chosen, each);
        chosen.pop_back();
    }
}

/// The smallest interval that holds all that can come out; empty when it can be that there is no value.
std::optional<wide_interval> exact(aggregate what, const std::vector<member>& members, const mean_unit& unit) {
    std::optional<wide_interval> all;
    bool always = true;
    numbers chosen;
    try_all(members, 0, 0, chosen, [&](const numbers& of) {
        const auto one = plain(what, of, unit);
        always = always && one.has_value();
        if (!one) { return; }
        if (!all) { all = wide_interval{*one, *one}; }
        all->least = std::min(all->least, *one);
        all->most = std::max(all->most, *one);
    });
    return always ? all : std::nullopt;
}

std::string text(const std::optional<wide_interval>& one) {
    return one ? std::to_string(static_cast<std::int64_t>(one->least)) + " to " +
                     std::to_string(static_cast<std::int64_t>(one->most))
               : "nothing";
}

} // namespace

TEST_CASE("aggregates are exactly what can come out") {
    std::mt19937 random(20221115); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same cases each time
    const auto up_to = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    int with_value = 0;
    for (int round = 0; round < 4000; ++round) {
        std::vector<member> members;
        const int size = up_to(3);
        for (int i = 0; i <= size; ++i) {
            const int least = up_to(12) - 6;
            members.push_back({up_to(1) == 0, {least, least + up_to(2)}, up_to(5) == 0 ? std::size_t{2} : std::size_t{1}});
        }
        const mean_unit unit{
            up_to(2) + 1, all_rounding_modes[static_cast<std::size_t>(up_to(static_cast<int>(all_rounding_modes.size()) - 1))]};
        const auto what = static_cast<aggregate>(up_to(4));
        const auto expected = exact(what, members, unit);
        INFO("aggregate " << static_cast<int>(what) << " over " << members.size() << " members, round " << round);
        CHECK(text(aggregate_of(what, members, unit)) == text(expected));
        with_value += expected ? 1 : 0;
    }
    CHECK(with_value > 2000);
}

TEST_CASE("nobody counted: a sum of 0, and neither mean nor extremes") {
    CHECK(text(aggregate_of(aggregate::count, {})) == "0 to 0");
    CHECK(text(aggregate_of(aggregate::sum, {})) == "0 to 0");
    for (const auto what : {aggregate::mean, aggregate::least, aggregate::greatest}) {
        CHECK(text(aggregate_of(what, {})) == "nothing");
        CHECK(text(aggregate_of(what, {{false, {3, 4}, 1}})) == "nothing"); // it may be that none counts
    }
}

TEST_CASE("a million members that tell the largest numbers do not overflow") {
    const wide largest = static_cast<wide>(INT64_MAX) * 1'000'000;
    const std::vector<member> members{{true, {-largest, largest}, 1'000'000}, {false, {-largest, largest}, 1'000'000'000}};
    const auto mean = aggregate_of(aggregate::mean, members, {1'000'000, rounding_mode::half_up});
    CHECK(text(mean) == text(wide_interval{-INT64_MAX, INT64_MAX}));
    const auto sum = aggregate_of(aggregate::sum, members);
    REQUIRE(sum);
    CHECK((sum->most == largest * 1'001'000'000));
}

} // namespace test_aggregate
