// SPDX-License-Identifier: Apache-2.0
// Places in a text.
#include "support/catch.hpp"

#include <tieuchi/source.hpp>

#include <string>

namespace test_source {

using tieuchi::source;
using tieuchi::span;
using tieuchi::text_position;

TEST_CASE("lines and columns count from one, columns in code points") {
    const source text("x", "ab\nđạt z\n\ttab");
    CHECK(text.position_of(0) == text_position{1, 1});
    CHECK(text.position_of(2) == text_position{1, 3});
    CHECK(text.position_of(3) == text_position{2, 1});
    CHECK(text.position_of(5) == text_position{2, 2});  // after đ
    CHECK(text.position_of(8) == text_position{2, 3});  // after ạ
    CHECK(text.position_of(10) == text_position{2, 5}); // z
    CHECK(text.position_of(12) == text_position{3, 1});
    CHECK(text.position_of(13) == text_position{3, 2});
    CHECK(text.position_of(16) == text_position{3, 5});  // the end
    CHECK(text.position_of(999) == text_position{3, 5}); // past the end
}

TEST_CASE("a byte order mark is no column") {
    const source text("x", "\xEF\xBB\xBF"
                           "ab\ncd");
    CHECK(text.position_of(3) == text_position{1, 1});
    CHECK(text.position_of(4) == text_position{1, 2});
    CHECK(text.position_of(6) == text_position{2, 1});
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

} // namespace test_source
