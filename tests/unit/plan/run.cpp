// SPDX-License-Identifier: Apache-2.0
// Every truth instruction against its plain definition on single values, lifted to sets: the result is exactly the set of what can come out.
#include "plan/program.hpp"
#include "support/catch.hpp"

#include <array>
#include <functional>

namespace test_run {

namespace {

using namespace tieuchi::impl::plan;
namespace model = tieuchi::impl::model;

constexpr std::array<truth, 3> values{no, yes, not_applicable};

/// Runs one instruction on two constant truths.
truth run_on(opcode code, truth a, truth b) {
    program plan;
    plan.code = {{opcode::truth, {}, 0, no_register, no_register, 0, a},
                 {opcode::truth, {}, 1, no_register, no_register, 0, b},
                 {code, {}, 2, 0, 1, 0, 0}};
    plan.truths = 3;
    std::array<truth, 3> truths{};
    run(plan, {}, 0, {}, truths);
    return truths[2];
}

truth lifted(const std::function<truth(truth, truth)>& plain, truth a, truth b) {
    truth all = 0;
    for (const truth x : values) {
        for (const truth y : values) {
            if ((a & x) != 0 && (b & y) != 0) { all = static_cast<truth>(all | plain(x, y)); }
        }
    }
    return all;
}

void check_lifting(opcode code, const std::function<truth(truth, truth)>& plain) {
    for (truth a = 1; a < 8; ++a) {
        for (truth b = 1; b < 8; ++b) {
            CAPTURE(static_cast<int>(code), static_cast<int>(a), static_cast<int>(b));
            CHECK(run_on(code, a, b) == lifted(plain, a, b));
        }
    }
}

truth and_of(truth a, truth b) {
    if (a == not_applicable) { return b; }
    if (b == not_applicable) { return a; }
    return a == yes && b == yes ? yes : no;
}

truth or_of(truth a, truth b) {
    if (a == not_applicable) { return b; }
    if (b == not_applicable) { return a; }
    return a == yes || b == yes ? yes : no;
}

truth compared(model::relation relation, interval a, interval b) {
    program plan;
    plan.code = {{opcode::load, {}, 0, 0, no_register, 0, 0},
                 {opcode::load, {}, 1, 1, no_register, 0, 0},
                 {opcode::compare, relation, 0, 0, 1, 0, 0}};
    plan.numbers = 2;
    plan.truths = 1;
    const std::array<interval, 2> slots{a, b};
    std::array<interval, 2> numbers{};
    std::array<truth, 1> truths{};
    run(plan, slots, 0, numbers, truths);
    return truths[0];
}

bool holds(model::relation relation, std::int64_t a, std::int64_t b) {
    switch (relation) {
    case model::relation::equal: return a == b;
    case model::relation::not_equal: return a != b;
    case model::relation::less: return a < b;
    case model::relation::less_equal: return a <= b;
    case model::relation::greater: return a > b;
    case model::relation::greater_equal: break;
    }
    return a >= b;
}

} // namespace

TEST_CASE("and, or, not, only where, unless and accepted are exact on sets of values") {
    check_lifting(opcode::both, and_of);
    check_lifting(opcode::either, or_of);
    check_lifting(opcode::negate, [](truth a, truth) { return a == yes ? no : a == no ? yes : a; });
    check_lifting(opcode::only_where, [](truth condition, truth a) { return condition == yes ? a : not_applicable; });
    check_lifting(opcode::unless, [](truth a, truth exception) { return a == no && exception == yes ? yes : a; });
    check_lifting(opcode::accepted, [](truth a, truth) { return a == not_applicable ? yes : a; });
}

TEST_CASE("comparisons of intervals are exact") {
    for (int r = 0; r < 6; ++r) {
        const auto relation = static_cast<model::relation>(r);
        for (std::int64_t a = 0; a < 4; ++a) {
            for (std::int64_t a_most = a; a_most < 4; ++a_most) {
                for (std::int64_t b = 0; b < 4; ++b) {
                    for (std::int64_t b_most = b; b_most < 4; ++b_most) {
                        truth expected = 0;
                        for (std::int64_t x = a; x <= a_most; ++x) {
                            for (std::int64_t y = b; y <= b_most; ++y) {
                                expected = static_cast<truth>(expected | (holds(relation, x, y) ? yes : no));
                            }
                        }
                        CAPTURE(r, a, a_most, b, b_most);
                        CHECK(compared(relation, {a, a_most}, {b, b_most}) == expected);
                    }
                }
            }
        }
    }
}

TEST_CASE("at least n of counts what is sure and what is possible") {
    for (truth a = 1; a < 8; ++a) {
        for (truth b = 1; b < 8; ++b) {
            for (std::int64_t needed = 1; needed <= 2; ++needed) {
                program plan;
                plan.code = {{opcode::truth, {}, 0, no_register, no_register, 0, a},
                             {opcode::truth, {}, 1, no_register, no_register, 0, b},
                             {opcode::at_least_of, {}, 2, 0, 2, needed, 0}};
                plan.operands = {0, 1};
                plan.truths = 3;
                std::array<truth, 3> truths{};
                run(plan, {}, 0, {}, truths);
                const auto plain = [&](truth x, truth y) { return (x == yes ? 1 : 0) + (y == yes ? 1 : 0) >= needed ? yes : no; };
                CHECK(truths[2] == lifted(plain, a, b));
            }
        }
    }
}

} // namespace test_run
