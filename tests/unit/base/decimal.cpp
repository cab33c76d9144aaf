// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"

#include <tieuchi/decimal.hpp>

#include <cstdint>
#include <limits>
#include <random>

namespace test_decimal {

using tieuchi::decimal;

TEST_CASE("a decimal reads what a person writes, exactly") {
    CHECK(decimal::parse("12")->units() == 12'000'000);
    CHECK(decimal::parse("-3.50")->units() == -3'500'000);
    CHECK(decimal::parse("+0.000001")->units() == 1);
    CHECK(decimal::parse("0.1000000000")->units() == 100'000); // zeros say nothing
    CHECK(decimal::parse("9223372036854.775807")->units() == INT64_MAX);
}

TEST_CASE("a decimal refuses what it cannot hold or what is no number") {
    for (const char* text : {"", "-", ".", "1.", ".5", "1e3", " 1", "1 ", "1,5", "0x1", "nan", "inf", "--1", "1.2.3", "0.0000001",
                             "9223372036854.775808", "99999999999999999999999999",
                             "\xC2\xA0"
                             "1"}) {
        CAPTURE(text);
        CHECK(!decimal::parse(text));
    }
}

TEST_CASE("a double means its shortest decimal form") {
    CHECK(decimal::from_double(0.1)->str() == "0.1");
    CHECK(decimal::from_double(87.5)->str() == "87.5");
    CHECK(decimal::from_double(-2.0)->str() == "-2");
    CHECK(!decimal::from_double(0.1 + 0.2)); // 0.30000000000000004 is not 0.3
    CHECK(!decimal::from_double(std::numeric_limits<double>::quiet_NaN()));
    CHECK(!decimal::from_double(std::numeric_limits<double>::infinity()));
    CHECK(!decimal::from_double(1e300));
    CHECK(!decimal::from_double(1e-9));
}

TEST_CASE("whole numbers of every type are taken or refused by their size") {
    CHECK(decimal::from_integer(std::int8_t{-5})->str() == "-5");
    CHECK(decimal::from_integer(9'223'372'036'854)->str() == "9223372036854");
    CHECK(!decimal::from_integer(9'223'372'036'855));
    CHECK(!decimal::from_integer(INT64_MIN));
    CHECK(!decimal::from_integer(UINT64_MAX));
}

TEST_CASE("what a decimal writes it reads back") {
    std::mt19937_64 random(1);
    for (int i = 0; i < 10'000; ++i) {
        const auto one = decimal::from_units(static_cast<std::int64_t>(random() >> (random() % 63)) * (i % 2 == 0 ? 1 : -1));
        REQUIRE(decimal::parse(one.str()) == one);
    }
    CHECK(decimal::from_units(INT64_MIN).str() == "-9223372036854.775808");
}

} // namespace test_decimal
