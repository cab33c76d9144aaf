// SPDX-License-Identifier: Apache-2.0
// Every number instruction on intervals against its plain definition on single values: what can come out is in the result, and the ends
// of the result do come out.
#include "plan/program.hpp"
#include "support/catch.hpp"

#include <tieuchi/date.hpp>

#include <algorithm>
#include <array>
#include <functional>

namespace test_numbers {

namespace {

using namespace tieuchi::impl::plan;
namespace model = tieuchi::impl::model;
using tieuchi::impl::rounding_mode;

/// The program of one instruction on two slots.
program of_two(instruction one) {
    program plan;
    one.to = 2;
    one.a = 0;
    if (one.b != no_register) { one.b = 1; }
    plan.code = {{opcode::load, {}, 0, 0, no_register, 0, 0}, {opcode::load, {}, 1, 1, no_register, 0, 0}, one};
    plan.numbers = 3;
    return plan;
}

interval result_of(const program& plan, interval a, interval b) {
    const std::array<interval, 2> slots{a, b};
    std::array<interval, 3> numbers{};
    run(plan, slots, 0, numbers, {});
    return numbers[2];
}

using plain = std::function<std::int64_t(std::int64_t, std::int64_t)>;

/// Tries all intervals within the two, and in each all values.
void check_exact(const program& plan, const plain& value, interval of_a, interval of_b) {
    for (std::int64_t a = of_a.least; a <= of_a.most; ++a) {
        for (std::int64_t a_most = a; a_most <= of_a.most; ++a_most) {
            for (std::int64_t b = of_b.least; b <= of_b.most; ++b) {
                for (std::int64_t b_most = b; b_most <= of_b.most; ++b_most) {
                    interval expected{INT64_MAX, INT64_MIN};
                    for (std::int64_t x = a; x <= a_most; ++x) {
                        for (std::int64_t y = b; y <= b_most; ++y) {
                            expected.least = std::min(expected.least, value(x, y));
                            expected.most = std::max(expected.most, value(x, y));
                        }
                    }
                    CAPTURE(a, a_most, b, b_most);
                    CHECK(result_of(plan, {a, a_most}, {b, b_most}) == expected);
                }
            }
        }
    }
}

/// The multiple of `unit` that a / b becomes, found by trying all. b > 0.
std::int64_t nearest(std::int64_t a, std::int64_t b, std::int64_t unit, rounding_mode mode) {
    std::int64_t down = -1000 * unit;
    while ((down + unit) * b <= a) { down += unit; }
    const std::int64_t rest = a - down * b; // of unit x b
    const std::int64_t whole = unit * b;
    switch (mode) {
    case rounding_mode::down: return down;
    case rounding_mode::up: return rest == 0 ? down : down + unit;
    case rounding_mode::half_up: return 2 * rest >= whole ? down + unit : down;
    case rounding_mode::half_even: break;
    }
    if (2 * rest == whole) { return down / unit % 2 == 0 ? down : down + unit; }
    return 2 * rest > whole ? down + unit : down;
}

constexpr std::array<rounding_mode, 4> modes{rounding_mode::half_up, rounding_mode::half_even, rounding_mode::up,
                                             rounding_mode::down};

} // namespace

TEST_CASE("sums, products, extremes and bounds of intervals are exact") {
    constexpr interval small{-3, 3};
    check_exact(
        of_two({opcode::add, {}, 0, 0, 0, 0, 0}), [](auto a, auto b) { return a + b; }, small, small);
    check_exact(
        of_two({opcode::subtract, {}, 0, 0, 0, 0, 0}), [](auto a, auto b) { return a - b; }, small, small);
    check_exact(
        of_two({opcode::product, {}, 0, 0, 0, 0, 0}), [](auto a, auto b) { return a * b; }, small, small);
    check_exact(
        of_two({opcode::minimum, {}, 0, 0, 0, 0, 0}), [](auto a, auto b) { return std::min(a, b); }, small, small);
    check_exact(
        of_two({opcode::maximum, {}, 0, 0, 0, 0, 0}), [](auto a, auto b) { return std::max(a, b); }, small, small);
    check_exact(of_two({opcode::clamp, {}, 0, 0, no_register, -1, 2}),
                [](auto a, auto) { return std::clamp<std::int64_t>(a, -1, 2); }, small, {0, 0});
}

TEST_CASE("rounding is exact in every mode, also below zero") {
    for (const rounding_mode mode : modes) {
        for (const std::int64_t unit : {1, 2, 3, 4}) {
            CAPTURE(static_cast<int>(mode), unit);
            check_exact(of_two({opcode::round, {}, 0, 0, no_register, unit, static_cast<std::uint64_t>(mode)}),
                        [&](auto a, auto) { return nearest(a, 1, unit, mode); }, {-9, 9}, {0, 0});
        }
    }
}

TEST_CASE("division is exact in every mode, and of nothing it is nothing where that counts") {
    for (const rounding_mode mode : modes) {
        for (const bool zero_counts : {false, true}) {
            program plan = of_two({opcode::divide, {}, 0, 0, 0, 0, 0});
            plan.divisions = {{3, 2, 2, mode, zero_counts}};
            CAPTURE(static_cast<int>(mode), zero_counts);
            // 3a / 2b to a multiple of the unit 2, which `over` holds already: 3a / b in units, times 2
            const auto quotient = [&](auto a, auto b) { return b == 0 ? 0 : 2 * nearest(3 * a, 2 * b, 1, mode); };
            check_exact(plan, quotient, {-5, 5}, {zero_counts ? 0 : 1, 4});
        }
    }
    program plan = of_two({opcode::divide, {}, 0, 0, 0, 0, 0});
    plan.divisions = {{1, 1, 1, rounding_mode::half_up, false}};
    CHECK(result_of(plan, {6, 6}, {0, 3}) == interval{2, 6}); // what it has where it has a value
    CHECK(result_of(plan, {6, 6}, {0, 0}) == interval{0, 0});
}

TEST_CASE("a lookup takes the first limit that is reached, whatever the order of its values") {
    for (const auto relation :
         {model::relation::greater_equal, model::relation::greater, model::relation::less_equal, model::relation::less}) {
        const bool rises = relation == model::relation::greater_equal || relation == model::relation::greater;
        model::lookup in;
        in.relation = relation;
        in.limits = rises ? std::vector<std::int64_t>{6, 3, 1} : std::vector<std::int64_t>{1, 3, 6};
        in.values = {5, 9, 2, 4};
        const auto reaches = [&](std::int64_t a, std::int64_t limit) {
            switch (relation) {
            case model::relation::greater_equal: return a >= limit;
            case model::relation::greater: return a > limit;
            case model::relation::less_equal: return a <= limit;
            case model::relation::equal:
            case model::relation::not_equal:
            case model::relation::less: break;
            }
            return a < limit;
        };
        const auto value = [&](std::int64_t a, std::int64_t whole) {
            for (std::size_t i = 0; i < in.limits.size(); ++i) {
                if (reaches(a, in.limits[i] * whole)) { return in.values[i]; }
            }
            return in.values.back();
        };
        CAPTURE(static_cast<int>(relation));
        program alone = of_two({opcode::lookup, {}, 0, 0, no_register, 0, 0});
        alone.lookups = {in};
        check_exact(alone, [&](auto a, auto) { return value(a, 1); }, {-1, 8}, {0, 0});
        program share = of_two({opcode::lookup, {}, 0, 0, 0, 0, 0});
        share.lookups = {in};
        for (std::int64_t a = 0; a < 8; ++a) { // exact where one side is known; both are told apart by intervals only
            for (std::int64_t b = 1; b < 4; ++b) {
                CHECK(result_of(share, {a, a}, {b, b}) == interval{value(a, b), value(a, b)});
            }
        }
        for (std::int64_t a = 0; a < 8; ++a) {
            const interval found = result_of(share, {a, a}, {0, 3});
            for (std::int64_t b = 1; b < 4; ++b) {
                CHECK(found.least <= value(a, b));
                CHECK(found.most >= value(a, b));
            }
        }
    }
}

TEST_CASE("months go to the end of a month that lacks the day") {
    const program plan = of_two({opcode::months, {}, 0, 0, no_register, 1, 0});
    const auto day = [](int m, int d) {
        return tieuchi::days_since_epoch({2023, static_cast<unsigned>(m), static_cast<unsigned>(d)});
    };
    CHECK(result_of(plan, {day(1, 31), day(1, 31)}, {}) == interval{day(2, 28), day(2, 28)});
    CHECK(result_of(plan, {day(1, 28), day(3, 31)}, {}) == interval{day(2, 28), day(4, 30)});
}

TEST_CASE("a choice lies between the branches that can still be taken") {
    for (truth by = 1; by < 8; ++by) {
        program plan;
        plan.code = {{opcode::truth, {}, 0, no_register, no_register, 0, by},
                     {opcode::constant, {}, 0, no_register, no_register, 5, 0},
                     {opcode::constant, {}, 1, no_register, no_register, 1, 0},
                     {opcode::constant, {}, 2, no_register, no_register, 3, 0},
                     {opcode::choose, {}, 3, 0, no_register, 0, 0}};
        plan.operands = {0, 0, 1, 2};
        std::array<interval, 4> numbers{};
        std::array<truth, 1> truths{};
        run(plan, {}, 0, numbers, truths);
        interval expected{INT64_MAX, INT64_MIN};
        for (const auto& [value, number] : {std::pair(yes, 5), std::pair(no, 1), std::pair(not_applicable, 3)}) {
            if ((by & value) == 0) { continue; }
            expected = {std::min<std::int64_t>(expected.least, number), std::max<std::int64_t>(expected.most, number)};
        }
        CHECK(numbers[3] == expected);
    }
}

} // namespace test_numbers
