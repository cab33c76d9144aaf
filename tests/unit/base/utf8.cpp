// SPDX-License-Identifier: Apache-2.0
// Bytes as code points.
#include "base/utf8.hpp"

#include "support/catch.hpp"

#include <string>

namespace test_utf8 {

namespace utf8 = tieuchi::impl::utf8;

TEST_CASE("UTF-8 is told from what is not") {
    for (const char* good :
         {"", "a", "đ", "€", "😀", "\xEF\xBF\xBF", "\xF4\x8F\xBF\xBF", "\x7F", "\xC2\x80", "\xE0\xA0\x80", "\xF0\x90\x80\x80"}) {
        CHECK(utf8::first_invalid(good) == std::string_view::npos);
    }
    const auto bad_at = [](const std::string& text) { return utf8::first_invalid(text); };
    CHECK(bad_at("a\x80") == 1);            // a continuation byte alone
    CHECK(bad_at("ab\xC4") == 2);           // cut
    CHECK(bad_at("\xE1\xBA") == 0);         // cut
    CHECK(bad_at("\xC0\xAF") == 0);         // overlong
    CHECK(bad_at("\xC1\xBF") == 0);         // overlong
    CHECK(bad_at("\xE0\x80\x80") == 0);     // overlong
    CHECK(bad_at("\xF0\x80\x80\x80") == 0); // overlong
    CHECK(bad_at("\xED\xA0\x80") == 0);     // a surrogate
    CHECK(bad_at("\xF4\x90\x80\x80") == 0); // over 0x10FFFF
    CHECK(bad_at("\xF5\x80\x80\x80") == 0);
    CHECK(bad_at("\xFF") == 0);
    CHECK(bad_at("đđ\xC4z") == 4);
    CHECK(bad_at("\xE1z\xBA") == 0);
    for (std::size_t before = 0; before < 40; ++before) { // eight plain letters at a time are passed over
        for (std::size_t after = 0; after < 12; ++after) {
            const std::string plain(before, 'a');
            REQUIRE(bad_at(plain + "\xC4" + std::string(after, 'b')) == before);
            REQUIRE(bad_at(plain + "đ" + std::string(after, 'b')) == std::string::npos);
        }
    }
}

TEST_CASE("every code point is decoded as it was encoded") {
    for (char32_t value = 0; value <= 0x10FFFF; ++value) {
        if (value >= 0xD800 && value <= 0xDFFF) { continue; }
        std::string bytes;
        utf8::append(bytes, value);
        const utf8::decoded one = utf8::decode(bytes, 0);
        if (!one.valid || one.value != value || one.bytes != bytes.size()) {
            FAIL_CHECK("U+" << std::hex << static_cast<unsigned>(value));
        }
    }
}

TEST_CASE("code points are counted") {
    CHECK(utf8::code_points("") == 0);
    CHECK(utf8::code_points("đạt 😀") == 5);
}

TEST_CASE("the room a character takes") {
    CHECK(utf8::display_width(U'a') == 1);
    CHECK(utf8::display_width(U'đ') == 1);
    CHECK(utf8::display_width(U'ạ') == 1);
    CHECK(utf8::display_width(0x0323) == 0); // combining dot below
    CHECK(utf8::display_width(0x0300) == 0);
    CHECK(utf8::display_width(0x200B) == 0);
    CHECK(utf8::display_width(U'漢') == 2);
    CHECK(utf8::display_width(U'한') == 2);
    CHECK(utf8::display_width(U'！') == 2);
    CHECK(utf8::display_width(0x1F600) == 2);
    CHECK(utf8::display_width(U'“') == 1);
    CHECK(utf8::display_width(U'…') == 1);
}

TEST_CASE("what is shown cannot move the cursor") {
    CHECK(utf8::printable("a\x1B[31mb\nc\td") == "a␛[31mb␊c␉d");
    CHECK(utf8::printable("\x7F") == "␡");
    CHECK(utf8::printable("\xC2\x9B") == "\xEF\xBF\xBD");
    CHECK(utf8::printable("\xE2\x80\xAE") == "\xEF\xBF\xBD");
    CHECK(utf8::printable("x\xFFy\xC4") == "x\xEF\xBF\xBDy\xEF\xBF\xBD");
    CHECK(utf8::printable("đạt “x”") == "đạt “x”");
}

TEST_CASE("long text is shortened by code points") {
    CHECK(utf8::shortened("đđđ", 3) == "đđđ");
    CHECK(utf8::shortened("đđđđ", 3) == "đđđ…");
    CHECK(utf8::shortened("", 0).empty());
}

TEST_CASE("code points have names") {
    CHECK(utf8::code_point_name(0) == "U+0000");
    CHECK(utf8::code_point_name(0xA0) == "U+00A0");
    CHECK(utf8::code_point_name(0x1F600) == "U+1F600");
}

} // namespace test_utf8
