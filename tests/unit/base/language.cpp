// SPDX-License-Identifier: Apache-2.0
// Which language is nearest to that asked for, and how numbers are written in it.
#include "base/language.hpp"

#include "support/catch.hpp"

#include <tieuchi/decimal.hpp>
#include <tieuchi/labels.hpp>

namespace test_language {

using tieuchi::labels;
using tieuchi::impl::serves;
using tieuchi::impl::wider_language;

TEST_CASE("a language that is not there widens, part by part") {
    CHECK(wider_language("zh-Hant-TW") == "zh-Hant");
    CHECK(wider_language("zh-Hant") == "zh");
    CHECK(wider_language("zh").empty());
    CHECK(wider_language("zh-Hant-CN-x-private1-private2") == "zh-Hant-CN-x-private1");
    CHECK(wider_language("zh-Hant-CN-x-private1") == "zh-Hant-CN"); // one letter stands with what follows it
    CHECK(wider_language("en-a-bbb-x-a-ccc") == "en-a-bbb");
    CHECK(wider_language("en-x-a") == "en");
    CHECK(wider_language("en_GB.UTF-8") == "en_GB.UTF");
    CHECK(wider_language("-").empty());
    CHECK(wider_language("").empty());
    CHECK(wider_language("a-") == "a");
}

TEST_CASE("a language serves itself and what is narrower, whatever the case") {
    CHECK(serves("en", "en"));
    CHECK(serves("en", "EN"));
    CHECK(serves("en", "en-GB"));
    CHECK(serves("EN", "en-gb"));
    CHECK(serves("vi", "vi_VN.UTF-8"));
    CHECK(!serves("en-GB", "en"));
    CHECK(!serves("en", "eng"));
    CHECK(!serves("en", "fr"));
    CHECK(!serves("en", ""));
    CHECK(!serves("", "en"));
}

TEST_CASE("the text in the language asked for, in the nearest, in none, or the first") {
    const labels both({{"vi", "Đạt"}, {"en", "Met"}});
    CHECK(both.in("en") == "Met");
    CHECK(both.in("EN") == "Met");
    CHECK(both.in("en-GB") == "Met");
    CHECK(both.in("VI-vn") == "Đạt");
    CHECK(both.in("fr") == "Đạt");
    CHECK(both.language_in("en-GB") == "en");
    CHECK(both.language_in("fr") == "vi");
    const labels of_none({{"vi", "Đạt"}, {"", "OK"}});
    CHECK(of_none.in("fr") == "OK");
    CHECK(of_none.in("vi-VN") == "Đạt");
    CHECK(labels({{"en", "Met"}, {"en-GB", "Met, old chap"}}).in("en-GB-oed") == "Met, old chap");
    CHECK(labels().in("en").empty());
}

TEST_CASE("numbers are written as the language writes them") {
    const auto number = [](const char* text) { return *tieuchi::decimal::parse(text); };
    const tieuchi::decimal_range known{number("87.5"), number("87.5")};
    CHECK(known.text() == "87.5");
    CHECK(known.text("vi") == "87,5");
    CHECK(known.text("vi-VN") == "87,5");
    CHECK(known.text("fr") == "87.5");
    const tieuchi::decimal_range open{number("-70"), number("80.25")};
    CHECK(open.text("en-GB") == "-70 to 80.25");
    CHECK(open.text("VI") == "-70 đến 80,25");
}

} // namespace test_language
