// SPDX-License-Identifier: Apache-2.0
// A result, and what outlives it.
#include "support/catch.hpp"
#include "support/rules.hpp"

#include <tieuchi/result.hpp>
#include <tieuchi/rulebook.hpp>

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace test_result {

namespace {

using tieuchi::result;
using strings = result<std::vector<std::string>>;

tieuchi::diagnostics problem(std::string message, std::string where) {
    tieuchi::diagnostic made;
    made.code = "E999";
    made.message = std::move(message);
    made.where = std::move(where);
    return {made};
}

template <class T>
concept pointing = requires(T it) {
    std::forward<T>(it).operator->();
};

// A result that is not kept gives what it holds by value.
static_assert(std::is_same_v<decltype(*std::declval<strings>()), std::vector<std::string>>);
static_assert(std::is_same_v<decltype(std::declval<strings>().value()), std::vector<std::string>>);
static_assert(std::is_same_v<decltype(std::declval<strings>().error()), tieuchi::diagnostics>);
static_assert(pointing<strings&> && pointing<const strings&> && !pointing<strings>);

// So do the nouns.
static_assert(std::is_same_v<decltype(std::declval<tieuchi::assessment>().findings()), std::vector<tieuchi::finding>>);
static_assert(std::is_same_v<decltype(std::declval<tieuchi::standard>().criteria()), std::vector<tieuchi::criterion>>);
static_assert(
    std::is_same_v<decltype(std::declval<const tieuchi::standard&>().criteria()), const std::vector<tieuchi::criterion>&>);
static_assert(std::is_same_v<decltype(std::declval<tieuchi::rulebook>().warnings()), tieuchi::diagnostics>);

} // namespace

TEST_CASE("`value` throws where there is none, and says why there is none") {
    const result<int> none(problem("unknown fact `x`", "a.json:3"));
    CHECK_FALSE(none.has_value());
    try {
        (void)none.value();
        FAIL("it did not throw");
    } catch (const tieuchi::bad_result_access& why) {
        CHECK(std::string(why.what()) == "there is no value:\n" + tieuchi::to_string(none.error()));
        REQUIRE(why.error().size() == 1);
        CHECK(why.error()[0].code == "E999");
    }
    CHECK_THROWS_AS(tieuchi::rulebook::load("nowhere").value(), tieuchi::bad_result_access);
    CHECK(result<int>(5).value() == 5);
    try {
        (void)tieuchi::rulebook::parse({std::make_shared<const tieuchi::source>("a.tieuchi", "nonsense")}).value();
        FAIL("it did not throw");
    } catch (const tieuchi::bad_result_access& why) { CHECK(std::string(why.what()).find("a.tieuchi:1:1") != std::string::npos); }
}

TEST_CASE("what is walked through outlives the result that gave it") {
    std::string all;
    for (const std::string& each : *strings(std::vector<std::string>{"one, which is too long to be kept in place", "two"})) {
        all += each;
    }
    CHECK(all == "one, which is too long to be kept in placetwo");
    all.clear();
    for (const auto& each : result<int>(problem("why", "")).error()) { all += each.message; }
    CHECK(all == "why");
}

} // namespace test_result
