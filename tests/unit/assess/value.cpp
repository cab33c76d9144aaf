// SPDX-License-Identifier: Apache-2.0
// What a value is made of, and what it is not.
#include "support/catch.hpp"
#include "support/rules.hpp"

#include <tieuchi/facts.hpp>
#include <tieuchi/value.hpp>

#include <chrono>
#include <cmath>
#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace test_value {

namespace {

using namespace std::chrono_literals;
using tieuchi::date;
using tieuchi::decimal;
using tieuchi::value;

template <class T>
concept settable = requires(tieuchi::facts facts, T given) {
    facts.set("x", given);
};
template <class T>
concept settable_by_slot = requires(tieuchi::facts facts, T given) {
    facts.set(1U, given);
};

static_assert(settable<bool> && settable<int> && settable<std::size_t> && settable<double> && settable<float> &&
              settable<decimal>);
static_assert(settable<date> && settable<std::chrono::year_month_day> && settable<const char*> && settable<std::string>);
static_assert(settable<std::string_view> && settable<std::optional<int>> && settable<std::optional<std::string>> &&
              settable<value>);
static_assert(settable_by_slot<bool> && settable_by_slot<int> && settable_by_slot<double> && settable_by_slot<date>);
static_assert(settable_by_slot<std::optional<double>> && settable_by_slot<const char*>);

// Nothing that would be taken for something else.
static_assert(!settable<std::nullptr_t> && !settable<char> && !settable<char8_t> && !settable<int*> && !settable<const void*>);
static_assert(!settable<std::optional<char>> && !settable_by_slot<std::nullptr_t>);

} // namespace

TEST_CASE("a value is made of what a host has") {
    const value number = 5;
    CHECK(number == value(*decimal::from_integer(5)));
    const value fraction = 0.1;
    CHECK(fraction == value(*decimal::parse("0.1")));
    const value truth = true;
    CHECK(std::get<bool>(truth));
    const value day = 2022y / 11 / 15;
    CHECK(std::get<date>(day) == date(2022, 11, 15));
    const value text = "yes";
    CHECK(std::get<std::string>(text) == "yes");
    CHECK(value(std::string_view("yes")) == text);
    CHECK(value(std::optional(5)) == number);
}

TEST_CASE("an empty optional is unknown") {
    CHECK_FALSE(value().known());
    CHECK_FALSE(value(std::optional<int>()).known());
    CHECK_FALSE(value(std::nullopt).known());
    CHECK_FALSE(value(std::optional<std::string>()).known());
    CHECK(value(0).known());
    CHECK(value(false).known());
}

TEST_CASE("a number that no decimal can hold stays as its text") {
    CHECK(std::get<std::string>(value(std::numeric_limits<std::uint64_t>::max())) == "18446744073709551615");
    CHECK(std::get<std::string>(value(std::nan(""))) == "NaN");
    CHECK(std::get<std::string>(value(-HUGE_VAL)) == "-Infinity");
    CHECK(std::get<std::string>(value(1e300)) == "1e+300");
}

TEST_CASE("facts are set by name and by slot with the same values, in a chain too") {
    const auto standard =
        tests::standard_of("facts { x yes_no staff count opened date } criterion 1 when x and staff > 2 and opened > 2020-01-01 "
                           "outcome met when every criterion is met outcome not_met otherwise");
    const tieuchi::facts named = tieuchi::facts(standard).set("x", true).set("staff", 5).set("opened", 2022y / 11 / 15);
    const tieuchi::facts slotted = tieuchi::facts(standard)
                                       .set(*standard.slot("x"), true)
                                       .set(*standard.slot("staff"), 5.0)
                                       .set(*standard.slot("opened"), std::optional(date(2022, 11, 15)));
    CHECK(named.problems().empty());
    CHECK(named.assess().outcomes() == slotted.assess().outcomes());
    CHECK(named.assess().outcome()->name == "met");
    const auto opened = named.assess().fact_as_read(*standard.slot("opened"));
    CHECK(opened.day() == date(2022, 11, 15));
    CHECK(opened.option() == nullptr);
}

TEST_CASE("of a fact that is not there nothing is known") {
    const tieuchi::fact_value none;
    CHECK_FALSE(none.known());
    CHECK(none.unknown());
    CHECK_FALSE(none.day());
    CHECK(none.option() == nullptr);
}

} // namespace test_value
