// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"

#include <tieuchi/date.hpp>

#include <chrono>

namespace test_date {

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

TEST_CASE("numbers that no day can have are no day, and never cut down to those of another") {
    CHECK_FALSE(date(65536 + 2022, 11, 15).ok());
    CHECK_FALSE(date(2022, 11, 271).ok());
    CHECK_FALSE(date(2022, 267, 15).ok());
    CHECK_FALSE(date(65536 + 2022, 11, 271).ok());
    CHECK_FALSE(date((std::int64_t{1} << 32) + 2022, 11, 15).ok());
    CHECK_FALSE(date(2022, 11, (std::uint64_t{1} << 32) + 15).ok());
    CHECK_FALSE(date(2022, -245, 15).ok());
    CHECK_FALSE(date(-1, 11, 15).ok());
    CHECK_FALSE(date(10000, 1, 1).ok());
    CHECK(date(65536 + 2022, 11, 271) == date::no_day());
    CHECK(to_string(date::no_day()) == "0000-00-00");
    CHECK(date(0, 1, 1).ok());
    CHECK(date(9999, 12, 31).ok());
    CHECK(date(short{2022}, static_cast<unsigned char>(11), 15L) == date(2022, 11, 15));
    static_assert(date(65536 + 2022, 11, 271) == date::no_day());
}

TEST_CASE("calendar types of the standard library that are no day, or of other years, are no day") {
    using namespace std::chrono;
    CHECK_FALSE(date(year{2022} / 13 / 15).ok());
    CHECK_FALSE(date(year{2022} / 2 / 30).ok());
    CHECK_FALSE(date(year{12022} / 11 / 15).ok());
    CHECK_FALSE(date(year{-5} / 11 / 15).ok());
}

TEST_CASE("days and months that lead out of the calendar are no day") {
    for (const std::int64_t days :
         {std::int64_t{-719'529}, std::int64_t{2'932'897}, INT64_MIN, INT64_MAX, (std::int64_t{1} << 32) + 19'311}) {
        CAPTURE(days);
        CHECK_FALSE(tieuchi::date_from_days(days).ok());
    }
    CHECK(tieuchi::date_from_days(-719'528) == date(0, 1, 1));
    CHECK(tieuchi::date_from_days(2'932'896) == date(9999, 12, 31));
    for (const std::int64_t months :
         {std::int64_t{96'000}, std::int64_t{-96'000}, INT64_MIN, INT64_MAX, std::int64_t{65'536} * 12}) {
        CAPTURE(months);
        CHECK_FALSE(tieuchi::add_months(date(2022, 11, 15), months).ok());
    }
    CHECK(tieuchi::add_months(date(9999, 11, 30), 1) == date(9999, 12, 30));
    CHECK_FALSE(tieuchi::add_months(date(9999, 12, 31), 1).ok());
    CHECK_FALSE(tieuchi::month_day{11, 15}.in(65536 + 2022).ok());
}

} // namespace test_date
