// SPDX-License-Identifier: Apache-2.0
// Places in a text.
#include "support/catch.hpp"

#include <tieuchi/source.hpp>

#include <string>

using tieuchi::place;
using tieuchi::source;
using tieuchi::span;

TEST_CASE("lines and columns count from one, columns in code points") {
    const source text("x", "ab\nđạt z\n\ttab");
    CHECK(text.place_of(0) == place{1, 1});
    CHECK(text.place_of(2) == place{1, 3});
    CHECK(text.place_of(3) == place{2, 1});
    CHECK(text.place_of(5) == place{2, 2});  // after đ
    CHECK(text.place_of(8) == place{2, 3});  // after ạ
    CHECK(text.place_of(10) == place{2, 5}); // z
    CHECK(text.place_of(12) == place{3, 1});
    CHECK(text.place_of(13) == place{3, 2});
    CHECK(text.place_of(16) == place{3, 5});  // the end
    CHECK(text.place_of(999) == place{3, 5}); // past the end
}

TEST_CASE("a byte order mark is no column") {
    const source text("x", "\xEF\xBB\xBF"
                           "ab\ncd");
    CHECK(text.place_of(3) == place{1, 1});
    CHECK(text.place_of(4) == place{1, 2});
    CHECK(text.place_of(6) == place{2, 1});
}

TEST_CASE("the line a byte stands on, without its end") {
    const source text("x", "ab\r\n\ncd\n");
    const auto line = [&](std::uint32_t offset) { return std::string(text.text(text.line_of(offset))); };
    CHECK(line(0) == "ab");
    CHECK(line(2) == "ab"); // the carriage return
    CHECK(line(3) == "ab"); // the line feed
    CHECK(line(4).empty());
    CHECK(line(5) == "cd");
    CHECK(line(7) == "cd");
    CHECK(line(8).empty());
    CHECK(line(999).empty());
    CHECK(text.line_of(5) == span{5, 7});
    CHECK(source("x", "").line_of(0) == span{0, 0});
    CHECK(source("x", "\n").line_of(0) == span{0, 0});
    CHECK(source("x", "\n").line_of(1) == span{1, 1});
    CHECK(source("x", "a\r").line_of(0) == span{0, 2}); // a carriage return alone ends no line
}
