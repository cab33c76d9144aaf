// SPDX-License-Identifier: Apache-2.0
// Numbers with an exponent: exact, or refused.
#include "base/exponent.hpp"

#include "support/catch.hpp"
#include "support/cpu_time.hpp"

#include <string>

namespace test_exponent {

using tieuchi::decimal;
using tieuchi::impl::parse_with_exponent;
using tieuchi_tests::is_linear;

TEST_CASE("what an exponent says is worked out by the digits") {
    const std::pair<const char*, const char*> good[]{
        {"1e1", "10"},
        {"1E+1", "10"},
        {"12.5e-1", "1.25"},
        {"-1.25e2", "-125"},
        {"0e400", "0"},
        {"-0.000e-400", "0"},
        {"5e-6", "0.000005"},
        {"1.5e-5", "0.000015"},
        {"9.2e12", "9200000000000"},
        {"667578651271000000000000000000000000e-30", "667578.651271"},
        {"0.00000000000000000012e20", "12"},
        {"10e0", "10"},
        {"1e00000000000000000000000000001", "10"},
        {"0e99999999999999999999999999999999", "0"},
        {"12", "12"},
        {"-3.50", "-3.5"},
        {"120000e-4", "12"},
        {"0.5e1", "5"},
        {"1e-00", "1"},
    };
    for (const auto& [text, value] : good) {
        CAPTURE(text);
        const auto found = parse_with_exponent(text);
        REQUIRE(found);
        CHECK(found->str() == value);
    }
}

TEST_CASE("what cannot be held exactly is refused, however it is written") {
    for (const char* const text : {"1.2499999999999999999e1",
                                   "1e-324",
                                   "1e-7",
                                   "1.0000001e0",
                                   "1e13",
                                   "1e400",
                                   "1e99999999999999999999999999",
                                   "-1e-99999999999999999999",
                                   "92233720368547758.08e-4",
                                   "e1",
                                   "1e",
                                   "1e+",
                                   "1e1.5",
                                   "1e 1",
                                   "1.e1",
                                   ".5e1",
                                   "-e1",
                                   "1e1e1",
                                   "0x1e1",
                                   "",
                                   "1..2e1",
                                   "1-2e1"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_with_exponent(text));
    }
}

TEST_CASE("a large exponent and many digits take time in proportion to the text") {
    const auto parse = [](std::size_t digits) {
        CHECK_FALSE(parse_with_exponent(std::string(digits, '1') + "e-" + std::to_string(digits - 1)));
        const std::string zeros(digits, '0');
        CHECK(parse_with_exponent("1" + zeros + "e-" + std::to_string(digits)) == decimal::from_integer(1));
        CHECK(parse_with_exponent("0." + zeros + "1e" + std::to_string(digits + 1)) == decimal::from_integer(1));
        CHECK_FALSE(parse_with_exponent("1e2147483647")); // not that many digits
    };
    CHECK(is_linear(parse, 125'000));
}

} // namespace test_exponent
