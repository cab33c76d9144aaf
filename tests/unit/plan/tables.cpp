// SPDX-License-Identifier: Apache-2.0
// Tables long enough to be left at the line hit, against the first line that holds.
#include "plan/program.hpp"
#include "support/rules.hpp"

#include <array>
#include <random>

namespace test_tables {

namespace {

/// A standard whose quantity `needed` is a table of `lines` lines. Every other one asks for the flag, which not every kind has; all of
/// them read `reach`, which stands outside too.
std::string stepped(int lines) {
    std::string text = "facts { x count at most 100 y count at most 100 flag yes_no only for firm\n"
                       "reach = x + 1\nneeded = ";
    for (int i = 0; i < lines; ++i) {
        text += std::to_string(i) + " when reach > " + std::to_string(lines - i) + (i % 2 == 0 ? "" : " and flag") + ", ";
    }
    text += "otherwise 50 }\ncriterion 1 \"enough\" when y >= needed\ncriterion 2 \"exactly\" when y = needed or reach = 0\n";
    return text + "outcome just when criterion 2 is met outcome plenty when criterion 1 is met outcome little otherwise";
}

/// `needed` where all is known. An `and` in which the flag does not apply asks for the rest alone.
int needed_of(int lines, int x, bool flag) {
    for (int i = 0; i < lines; ++i) {
        if (x + 1 > lines - i && (i % 2 == 0 || flag)) { return i; }
    }
    return 50;
}

std::string outcome_of(int y, int needed) { return y == needed ? "just" : y > needed ? "plenty" : "little"; }

tieuchi::facts facts_of(const tieuchi::standard& s, int x, int y, bool flag) {
    return tieuchi::facts(s).set("kind", "firm").set("x", x).set("y", y).set("flag", flag);
}

} // namespace

TEST_CASE("a table has the value of its first line that holds, long or short, whatever ran before") {
    for (const int lines : {5, 40}) {
        const auto s = tests::standard_of(stepped(lines), "body, firm");
        tieuchi::scratch work;
        std::mt19937 random(31);
        for (int i = 0; i < 400; ++i) {
            const int x = static_cast<int>(random() % 60);
            const int y = static_cast<int>(random() % 60);
            const bool flag = random() % 2 == 0;
            const auto outcomes = s.outcomes(facts_of(s, x, y, flag), work);
            CAPTURE(lines, x, y, flag);
            REQUIRE(outcomes.decided());
            CHECK(s.outcomes()[static_cast<std::size_t>(__builtin_ctzll(outcomes.bits()))].name ==
                  outcome_of(y, needed_of(lines, x, flag)));
        }
        const auto body = s.assess(tieuchi::facts(s).set("kind", "body").set("x", 30).set("y", 12));
        CHECK(tests::possible(body) == tests::names{outcome_of(12, needed_of(lines, 30, true))});
    }
}

TEST_CASE("while a line is open, the value is any that can still be taken, and the line's facts are asked for") {
    const auto s = tests::standard_of(stepped(40), "body, firm");
    // x 20: the first line with a limit below 21 is line 20; flag or no flag, that one needs none. x 21: line 19, which asks for it.
    const auto no_matter = s.assess(tieuchi::facts(s).set("kind", "firm").set("x", 20).set("y", 20));
    CHECK(tests::possible(no_matter) == tests::names{"just"});
    const auto open = s.assess(tieuchi::facts(s).set("kind", "firm").set("x", 21).set("y", 20));
    CHECK(tests::possible(open) == tests::names{"just", "plenty"});
    CHECK(tests::asked(open) == tests::names{"flag"});
    CHECK(tests::asked(s.assess(tieuchi::facts(s).set("kind", "firm").set("y", 20).set("flag", true))) == tests::names{"x"});
}

TEST_CASE("the facts behind the outcome of a table give it again, the rest unknown") {
    const auto s = tests::standard_of(stepped(40), "body, firm");
    std::mt19937 random(32);
    for (int i = 0; i < 200; ++i) {
        const auto all =
            s.assess(facts_of(s, static_cast<int>(random() % 60), static_cast<int>(random() % 60), random() % 2 == 0));
        tieuchi::facts used(s);
        for (const auto& one : all.facts_used()) { used.set_between(*s.slot(one.fact->name), one.range.least, one.range.least); }
        CHECK(tests::possible(s.assess(used)) == tests::possible(all));
    }
}

TEST_CASE("what the day decides is not asked and not in the way") {
    const auto s = tests::standard_of(R"(
facts { x count y count
  needed = 10 when rules_date >= 2030-01-01, 5 when rules_date >= 2020-01-01, otherwise x }
criterion 1 "enough" when y >= needed and rules_date - 1 years >= 2001-01-01
outcome met when every criterion is met outcome not_met otherwise)");
    CHECK(tests::possible(s.assess(tieuchi::facts(s).set("y", 5))) == tests::names{"met"});
    CHECK(tests::possible(s.assess(tieuchi::facts(s).set("y", 4))) == tests::names{"not_met"});
    CHECK(tests::asked(s.assess(tieuchi::facts(s))) == tests::names{"y"});
}

TEST_CASE("no line after the one hit runs") {
    using namespace tieuchi::impl::plan;
    program plan; // 7 when slot 0 is not 0, 8 when slot 1 is not 0, otherwise 9
    plan.operands = {0, 0, no_register, 1, 3, no_register, no_register, 4, no_register};
    plan.code = {{opcode::load, {}, 1, 0, no_register, 0, 0},
                 {opcode::table_begin, {}, 2, no_register, no_register, 0, 0},
                 {opcode::constant, {}, 0, no_register, no_register, 7, 0},
                 {opcode::not_zero, {}, 0, 1, no_register, 0, 0},
                 {opcode::table_line, {}, 2, 0, no_register, 0, 0},
                 {opcode::load, {}, 5, 1, no_register, 0, 0},
                 {opcode::constant, {}, 3, no_register, no_register, 8, 0},
                 {opcode::not_zero, {}, 1, 5, no_register, 0, 0},
                 {opcode::table_line, {}, 2, 3, no_register, 0, 0},
                 {opcode::constant, {}, 4, no_register, no_register, 9, 0},
                 {opcode::table_line, {}, 2, 6, no_register, 0, 0}};
    plan.tables = {{{4, 8, 10}}};
    const auto run_with = [&](interval first, interval second) {
        const std::array<interval, 2> slots{first, second};
        std::array<interval, 6> numbers{};
        std::array<truth, 2> truths{};
        run(plan, slots, 0, numbers, truths);
        return numbers;
    };
    CHECK(run_with({1, 1}, {1, 1})[2] == interval{7, 7});
    CHECK(run_with({1, 1}, {1, 1})[5] == interval{0, 0}); // not read
    CHECK(run_with({0, 1}, {1, 1})[2] == interval{7, 8});
    CHECK(run_with({0, 1}, {1, 1})[4] == interval{0, 0});
    CHECK(run_with({0, 1}, {0, 1})[2] == interval{7, 9});
    CHECK(run_with({0, 0}, {0, 0})[2] == interval{9, 9});
}

} // namespace test_tables
