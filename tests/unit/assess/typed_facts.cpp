// SPDX-License-Identifier: Apache-2.0
// Facts of which the type is known at compile time: nothing is taken for something else, and rules that changed are noticed.
#include "support/rules.hpp"

#include <tieuchi/typed_facts.hpp>

#include <array>
#include <chrono>
#include <cmath>
#include <limits>

namespace test_typed_facts {

namespace typed_facts_test {

enum class size : std::uint32_t { small, large };
constexpr std::string_view to_string(size option) noexcept { return option == size::small ? "small" : "large"; }

enum class other { small };

using tieuchi::fact_input;
using tieuchi::value;

template <class T, class... U>
inline constexpr bool takes = (std::is_convertible_v<U, fact_input<T>> && ...);
template <class T, class... U>
inline constexpr bool refuses = (!std::is_constructible_v<fact_input<T>, U> && ...);

static_assert(takes<bool, bool, std::optional<bool>, std::nullopt_t>);
static_assert(refuses<bool, int, double, const char*, std::string, std::int64_t, tieuchi::decimal, size, std::nullptr_t>);
static_assert(takes<std::int64_t, int, short, unsigned, std::size_t, std::int64_t, std::optional<int>, std::nullopt_t>);
static_assert(
    refuses<std::int64_t, bool, char, char8_t, wchar_t, double, const char*, std::optional<bool>, tieuchi::decimal, size>);
static_assert(
    takes<tieuchi::decimal, tieuchi::decimal, int, double, float, std::optional<tieuchi::decimal>, std::optional<double>>);
static_assert(refuses<tieuchi::decimal, bool, const char*, std::string, tieuchi::date>);
static_assert(takes<tieuchi::date, tieuchi::date, std::chrono::year_month_day, std::optional<std::chrono::year_month_day>>);
static_assert(refuses<tieuchi::date, int, const char*, bool>);
static_assert(takes<size, size, std::optional<size>, std::nullopt_t>);
static_assert(refuses<size, int, other, const char*, std::string>);

const std::string items = R"(
facts {
  staff count
  rate number scale 2 at least 0 at most 10
  day date
  size one of (small, large)
  armed yes_no
}
criterion 1 "all" when staff > 3 and rate > 1.25 and day >= 2022-01-01 and size is large and armed
outcome met when every criterion is met
outcome not_met otherwise
)";

constexpr std::array<std::string_view, 2> sizes{"small", "large"};
constexpr std::array<tieuchi::expected_fact, 2> expected{
    {{"staff", tieuchi::fact_type::count, {}}, {"size", tieuchi::fact_type::one_of, sizes}}};

} // namespace typed_facts_test

using namespace typed_facts_test;

TEST_CASE("what is set is the value that a fact takes, what is not is unknown") {
    using namespace std::chrono_literals;
    using tieuchi::decimal;
    CHECK(fact_input<bool>().value() == value{});
    CHECK(fact_input<bool>(std::nullopt).value() == value{});
    CHECK(fact_input<bool>(std::optional<bool>()).value() == value{});
    CHECK(fact_input<bool>(false).value() == value{false});
    CHECK(fact_input<bool>(std::optional(true)).value() == value{true});
    CHECK(fact_input<std::int64_t>(12).value() == value{*decimal::from_integer(12)});
    CHECK(fact_input<decimal>(0.1).value() == value{*decimal::parse("0.1")});
    CHECK(fact_input<decimal>(0.1F).value() == value{*decimal::parse("0.1")});
    CHECK(fact_input<decimal>(*decimal::parse("2.5")).value() == value{*decimal::parse("2.5")});
    CHECK(fact_input<tieuchi::date>(2022y / 11 / 15).value() == value{tieuchi::date(2022, 11, 15)});
    CHECK(fact_input<typed_facts_test::size>(size::large).value() == value{std::string("large")});
    CHECK(fact_input<std::int64_t>(12) == fact_input<std::int64_t>(std::optional(12)));
    CHECK_FALSE(fact_input<std::int64_t>(12) == fact_input<std::int64_t>());
}

TEST_CASE("a number that cannot be held is refused, not unknown in silence") {
    const auto by = tests::standard_of(items);
    const auto problem_of = [&](const char* fact, const value& given) {
        tieuchi::facts known(by);
        known.set(*by.slot(fact), given);
        CHECK_FALSE(known.knows(*by.slot(fact)));
        const auto problems = known.problems();
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].where == fact);
        return problems[0].code;
    };
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    CHECK(problem_of("staff", fact_input<std::int64_t>(most).value()) == "E403");
    CHECK(problem_of("staff", fact_input<std::int64_t>(std::numeric_limits<std::uint64_t>::max()).value()) == "E403");
    CHECK(problem_of("staff", fact_input<std::int64_t>(-1).value()) == "E403");
    CHECK(problem_of("rate", fact_input<tieuchi::decimal>(1e300).value()) == "E403");
    CHECK(problem_of("rate", fact_input<tieuchi::decimal>(std::nan("")).value()) == "E402");
    CHECK(problem_of("rate", fact_input<tieuchi::decimal>(0.125).value()) == "E406");
    CHECK(problem_of("rate", fact_input<tieuchi::decimal>(1.0 / 3).value()) == "E406");
}

TEST_CASE("the facts that a program was compiled for are found in the rules") {
    const auto by = tests::standard_of(items);
    const auto slots = tieuchi::slots_of(by, expected);
    REQUIRE(slots);
    REQUIRE(slots->size() == 2);
    CHECK(by.facts()[(*slots)[0]].name == "staff");
    CHECK(by.facts()[(*slots)[1]].name == "size");
    CHECK(tieuchi::slots_of(by, {}).value().empty());
}

TEST_CASE("rules that changed since are noticed: every difference, each with its fact") {
    const auto by = tests::standard_of(R"(
facts { staff_count count  size one of (small, medium) }
criterion 1 "all" when staff_count > 3 and size is small
outcome met when every criterion is met
outcome not_met otherwise
)");
    const auto slots = tieuchi::slots_of(by, expected);
    REQUIRE_FALSE(slots);
    REQUIRE(slots.error().size() == 2);
    CHECK(slots.error()[0].code == "E513");
    CHECK(slots.error()[0].where == "staff");
    CHECK(slots.error()[0].message == "standard `s` has no fact `staff`");
    CHECK(slots.error()[0].help ==
          "the rules are not those that the program was compiled for: make its header again with `tieuchi gen cpp`");
    CHECK(slots.error()[1].message == "standard `s` has no option `large` of the fact `size`");

    const auto retyped = tests::standard_of(R"(
facts { staff yes_no  size one of (large, small, tiny) }
criterion 1 "all" when staff and size is small
outcome met when every criterion is met
outcome not_met otherwise
)");
    const auto other = tieuchi::slots_of(retyped, expected);
    REQUIRE_FALSE(other);
    REQUIRE(other.error().size() == 1);
    CHECK(other.error()[0].message == "standard `s` has the fact `staff` as `yes_no`, not as `count`");
}

} // namespace test_typed_facts
