// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"

#include <tieuchi/date.hpp>

#include <chrono>

using tieuchi::date;

TEST_CASE("a date is read in one form only, and only when there is such a day") {
    CHECK(tieuchi::parse_date("2022-02-10") == date(2022, 2, 10));
    CHECK(tieuchi::parse_date("2024-02-29"));
    for (const char* text : {"2023-02-29", "2022-13-01", "2022-00-10", "2022-02-00", "2022-2-10", "10/02/2022", "2022-02-10 ",
                             "20220210", "", "2022-02-1o"}) {
        CAPTURE(text);
        CHECK(!tieuchi::parse_date(text));
    }
}

TEST_CASE("dates go to days and back, and to text and back") {
    for (std::int64_t days = -200'000; days < 400'000; days += 97) {
        const date day = tieuchi::date_from_days(days);
        REQUIRE(tieuchi::days_since_epoch(day) == days);
        REQUIRE(tieuchi::parse_date(to_string(day)) == day);
    }
}

TEST_CASE("calendar types of the standard library convert") {
    using namespace std::chrono_literals;
    const date day = 2022y / 11 / 15;
    CHECK(day == date(2022, 11, 15));
}

TEST_CASE("29 February is the 28th where there is no 29th") {
    CHECK(tieuchi::month_day{2, 29}.in(2023) == date(2023, 2, 28));
    CHECK(tieuchi::month_day{2, 29}.in(2024) == date(2024, 2, 29));
    CHECK(tieuchi::month_day{11, 15}.in(2022) == date(2022, 11, 15));
}
