// SPDX-License-Identifier: Apache-2.0
// How problems are shown, to the character.
#include "base/diagnostic_catalogue.hpp"
#include "support/catch.hpp"

#include <tieuchi/diagnostic.hpp>

#include <memory>
#include <string>

namespace test_diagnostic {

using tieuchi::diagnostic;

namespace {

/// Of a code, which need not be in the catalogue.
diagnostic problem(std::string_view code, tieuchi::source_ptr origin, tieuchi::span at, std::string message,
                   std::string help = {}) {
    return tieuchi::impl::problem({code, std::move(message), std::move(help)}, std::move(origin), at);
}

tieuchi::source_ptr text(std::string content, std::string name = "agency.tieuchi") {
    return std::make_shared<const tieuchi::source>(std::move(name), std::move(content));
}

/// The problem at the first place where `marked` stands in `content`.
std::string shown(const std::string& content, const std::string& marked) {
    const auto at = static_cast<std::uint32_t>(content.find(marked));
    return problem("E1", text(content), {at, at + static_cast<std::uint32_t>(marked.size())}, "m").str();
}

/// The same without the lines before the excerpt.
std::string excerpt(const std::string& content, const std::string& marked) {
    const std::string all = shown(content, marked);
    return all.substr(all.find("|\n") + 2);
}

} // namespace

TEST_CASE("a problem with its place, excerpt, mark and help") {
    const std::string content = std::string(11, '\n') + "  when staf >= 1\n";
    const auto at = static_cast<std::uint32_t>(content.find("staf"));
    CHECK(problem("E203", text(content), {at, at + 4}, "unknown fact `staf`", "did you mean `staff`?").str() ==
          "error[E203]: unknown fact `staf`\n"
          "  --> agency.tieuchi:12:8\n"
          "   |\n"
          "12 |   when staf >= 1\n"
          "   |        ^^^^\n"
          "   = help: did you mean `staff`?\n");
}

TEST_CASE("the gutter is as wide as the line number") {
    CHECK(problem("E1", text("ab"), {1, 2}, "m", "h").str() == "error[E1]: m\n"
                                                               " --> agency.tieuchi:1:2\n"
                                                               "  |\n"
                                                               "1 | ab\n"
                                                               "  |  ^\n"
                                                               "  = help: h\n");
    const std::string content = std::string(999, '\n') + "ab";
    CHECK(problem("E1", text(content), {999, 1000}, "m", "h").str() == "error[E1]: m\n"
                                                                       "    --> agency.tieuchi:1000:1\n"
                                                                       "     |\n"
                                                                       "1000 | ab\n"
                                                                       "     | ^\n"
                                                                       "     = help: h\n");
}

TEST_CASE("a warning, and a problem without help") {
    const diagnostic one = problem("W301", text("ab"), {0, 2}, "never used");
    CHECK_FALSE(one.is_error());
    CHECK(one.str() == "warning[W301]: never used\n --> agency.tieuchi:1:1\n  |\n1 | ab\n  | ^^\n");
}

TEST_CASE("a problem in data says where in words") {
    diagnostic one;
    one.code = "E401";
    one.message = "`abc` is no count";
    one.where = "subjects.csv:12: staff";
    one.help = "write digits";
    CHECK(one.str() == "error[E401]: `abc` is no count\n  --> subjects.csv:12: staff\n   = help: write digits\n");
    one.help.clear();
    one.where.clear();
    CHECK(one.str() == "error[E401]: `abc` is no count\n");
}

TEST_CASE("marks line up under Vietnamese, wide and combining characters and tabs") {
    CHECK(excerpt("vi \"Đạt\" staf", "staf") == "1 | vi \"Đạt\" staf\n  |          ^^^^\n");
    CHECK(excerpt("vi \"Đạt\" staf", "Đạt") == "1 | vi \"Đạt\" staf\n  |     ^^^\n");
    CHECK(excerpt("\"D\xCC\xA3\" x", "x") == "1 | \"D\xCC\xA3\" x\n  |     ^\n");
    CHECK(excerpt("漢字 x", "x") == "1 | 漢字 x\n  |      ^\n");
    CHECK(excerpt("漢字 x", "字") == "1 | 漢字 x\n  |   ^^\n");
    CHECK(excerpt("\ta\tstaf x", "staf") == "1 | \ta\tstaf x\n  | \t \t^^^^\n");
    CHECK(excerpt("a\tb", "a\tb") == "1 | a\tb\n  | ^\t^\n");
    CHECK(excerpt("a\tb", "\t") == "1 | a\tb\n  |  ^\n");
}

TEST_CASE("an empty span, the end of a line and the end of the file are one mark") {
    const auto at = [](const std::string& content, std::uint32_t offset) {
        const std::string all = problem("E1", text(content), {offset, offset}, "m").str();
        return all.substr(all.find("-->"));
    };
    CHECK(at("abc", 1) == "--> agency.tieuchi:1:2\n  |\n1 | abc\n  |  ^\n");
    CHECK(at("abc", 3) == "--> agency.tieuchi:1:4\n  |\n1 | abc\n  |    ^\n");
    CHECK(at("abc\n", 3) == "--> agency.tieuchi:1:4\n  |\n1 | abc\n  |    ^\n");
    CHECK(at("abc\r\n", 4) == "--> agency.tieuchi:1:5\n  |\n1 | abc\n  |    ^\n");
    CHECK(at("abc\n", 4) == "--> agency.tieuchi:2:1\n  |\n2 |\n  | ^\n");
    CHECK(at("", 0) == "--> agency.tieuchi:1:1\n  |\n1 |\n  | ^\n");
    CHECK(at("abc", 99) == "--> agency.tieuchi:1:4\n  |\n1 | abc\n  |    ^\n");
    CHECK(at("\xEF\xBB\xBF", 3) == "--> agency.tieuchi:1:1\n  |\n1 |\n  | ^\n");
    CHECK(at("\xEF\xBB\xBF", 0) == "--> agency.tieuchi:1:1\n  |\n1 |\n  | ^\n");
}

TEST_CASE("a span over several lines marks the first to its end") {
    CHECK(excerpt("one of (a,  \n b)", "of (a,  \n b)") == "1 | one of (a,  \n  |     ^^^^^^\n");
    CHECK(excerpt("x {\r\n}\r\n", "{\r\n}") == "1 | x {\n  |   ^\n");
}

TEST_CASE("a line too long is cut around the place") {
    const std::string before(50'000, 'a');
    const std::string after(50'000, 'b');
    CHECK(excerpt(before + "staf" + after, "staf") ==
          "1 | …" + std::string(50, 'a') + "staf" + std::string(86, 'b') + "…\n  |  " + std::string(50, ' ') + "^^^^\n");
    CHECK(excerpt("staf" + after, "staf") == "1 | staf" + std::string(136, 'b') + "…\n  | ^^^^\n");
    CHECK(excerpt(before + "staf", "staf") == "1 | …" + std::string(50, 'a') + "staf\n  |  " + std::string(50, ' ') + "^^^^\n");
    CHECK(excerpt(std::string(136, 'a') + "staf", "staf") ==
          "1 | " + std::string(136, 'a') + "staf\n  | " + std::string(136, ' ') + "^^^^\n");
    std::string stacked = "a";
    for (int i = 0; i < 100'000; ++i) { stacked += "\xCC\xA3"; }
    CHECK(excerpt(stacked + "staf" + stacked, "staf").size() < 4000);
    CHECK(excerpt(stacked + "staf" + stacked, "staf").find("staf") != std::string::npos);
    std::string wide;
    for (int i = 0; i < 100; ++i) { wide += "漢"; }
    const std::string cut = excerpt(wide + "staf", "staf");
    CHECK(cut.find("staf\n") != std::string::npos);
    CHECK(cut.find("^^^^\n") != std::string::npos);
}

TEST_CASE("a mark that is cut ends with the excerpt") {
    const std::string cut = excerpt(std::string(1000, 'a'), std::string(1000, 'a'));
    CHECK(cut == "1 | " + std::string(140, 'a') + "…\n  | " + std::string(140, '^') + "\n");
}

TEST_CASE("nothing shown can move the cursor or turn the text round") {
    CHECK(excerpt("a\x1B[2Jb", "b") == "1 | a␛[2Jb\n  |      ^\n");
    CHECK(excerpt("a\xE2\x80\xAE"
                  "b",
                  "b") == "1 | a\xEF\xBF\xBD"
                          "b\n  |   ^\n");
    CHECK(excerpt("a\xFF"
                  "b",
                  "b") == "1 | a\xEF\xBF\xBD"
                          "b\n  |   ^\n");
    CHECK(excerpt("a\xE2\x80\x8B"
                  "b",
                  "\xE2\x80\x8B") == "1 | a\xE2\x80\x8B"
                                     "b\n  |  ^\n");
    const diagnostic one = problem("E1", text("x", "a\nb"), {0, 1}, "two\nlines", "\x1B[31m");
    CHECK(one.str() == "error[E1]: two␊lines\n --> a␊b:1:1\n  |\n1 | x\n  | ^\n  = help: ␛[31m\n");
}

TEST_CASE("several problems") {
    CHECK_FALSE(tieuchi::has_errors({}));
    CHECK(tieuchi::to_string(tieuchi::diagnostics{}).empty());
    const diagnostic error = problem("E1", nullptr, {}, "a");
    const diagnostic other = problem("W1", nullptr, {}, "b");
    CHECK_FALSE(tieuchi::has_errors({other, other}));
    CHECK(tieuchi::has_errors({other, error}));
    CHECK(tieuchi::to_string({other, error}) == "warning[W1]: b\nerror[E1]: a\n");
}

} // namespace test_diagnostic
