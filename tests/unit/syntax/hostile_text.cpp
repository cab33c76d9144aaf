// SPDX-License-Identifier: Apache-2.0
// Any bytes whatever give a tree and diagnostics, in time linear in their number and with a bounded stack.
#include "support/catch.hpp"
#include "support/cpu_time.hpp"
#include "support/effort.hpp"
#include "unit/syntax/reading.hpp"

#include <array>
#include <cstdint>
#include <random>

namespace test_hostile_text {

using namespace tieuchi_tests;

namespace {

const std::string sample = R"(document "124/2021/TT-BCA" {
    title    vi "Tiêu chuẩn" en "Standard"
    issuer   vi "Bộ Công an"
    status   official            # đúng
    in force from 2022-02-10 to 2025-07-01
    replaces "23/2012/TT-BCA"
    source   "https://example.org/x"
    facts    { armed yes_no }
}
part of "124/2021/TT-BCA"
standard agency_safety for agency, enterprise {
    cite   1.2.b, 6
    window 11-16 .. 11-15 cite 8.2.b
    decide before 11-20 by vi "x" cite 9.1.c
    not subject when armed vi "v" cite 1.2.b
    reading share one of (pooled vi "P", each_kind) default pooled cite 5.4
    facts {
        informed count vi "A" at most staff ask vi "Bao nhiêu?" at least 1 by 03-31 only for agency
            from count of (agency, school) where registered and outcome is met
        size ordered one of (small, large) evidence "x"
        rate = informed * 2 - 70% of (previous staff + 1) cite 1
        money number scale 2
    }
    criterion 6.1 vi "T" all of {
        a "A" when informed = 100% of staff only where armed
        đ any of { i when size in (small, large) ii when not (size is small or date_x < 2022-01-01) }
        e at least 1 of { x when armed }
    } unless criterion 6.2 is not met
    criterion 6.2 needs judgement same as agency_safety 6.3.a, 6.3.đ note "n"
    outcome met vi "Đạt" when every criterion is met cite 6
    outcome not_met otherwise
}
)";

/// What every reading must keep to.
void check_sound(const reading& made) {
    const std::size_t size = made.tree.source->text().size();
    for (const auto& one : made.problems) {
        CHECK(one.code.size() == 4);
        CHECK_FALSE(one.message.empty());
        CHECK(one.message.find("boost") == std::string::npos);
        CHECK(one.at.begin <= one.at.end);
        CHECK(one.at.end <= size);
        CHECK(one.str().size() < 4000);
    }
    for (const auto& one : made.tree.expressions) { CHECK(one.at.end <= size); }
}

std::string repeated(const std::string& piece, std::size_t times) {
    std::string all;
    all.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i) { all += piece; }
    return all;
}

} // namespace

TEST_CASE("the sample is read without a problem") { CHECK(read(sample).messages().empty()); }

TEST_CASE("a file cut anywhere is read, or its end is what is wrong") {
    for (std::size_t size = 0; size < sample.size(); ++size) {
        const reading made = read(sample.substr(0, size));
        check_sound(made);
        CHECK(made.problems.size() <= 2); // the last word, and the brace that is open
    }
}

TEST_CASE("a file with any byte left out or doubled is read to its end") {
    for (std::size_t at = 0; at < sample.size(); ++at) {
        std::string without = sample;
        without.erase(at, 1);
        check_sound(read(without));
        std::string doubled = sample;
        doubled.insert(at, 1, sample[at]);
        check_sound(read(doubled));
    }
}

TEST_CASE("random bytes") {
    std::mt19937 random(1);
    for (unsigned round = 0; round < tests::tried(2000); ++round) {
        std::string text(random() % 200, '\0');
        for (char& one : text) { one = static_cast<char>(random() & (round % 2 == 0 ? 0xFFU : 0x7FU)); }
        check_sound(read(text));
    }
}

TEST_CASE("random tokens") {
    constexpr std::array<const char*, 64> tokens{
        "document",  "part", "of",    "standard", "s",    "for",       "k",        "{",     "}",       "{",     "}",
        "criterion", "6.1",  "all",   "any",      "none", "at",        "least",    "2",     "when",    "x",     "and",
        "or",        "not",  "(",     ")",        "=",    "==",        "<=",       "+",     "*",       "70",    "%",
        "is",        "in",   ",",     "outcome",  "met",  "otherwise", "facts",    "a",     "yes_no",  "count", "one",
        "\"t\"",     "\"u",  "vi",    "cite",     "same", "as",        "đ",        "ê",     "\n",      "\n",    "\n",
        "#",         "only", "where", "unless",   "note", "every",     "previous", "title", "subject",
    };
    std::mt19937 random(2);
    for (unsigned round = 0; round < tests::tried(4000); ++round) {
        std::string text;
        for (std::size_t count = random() % 120; count > 0; --count) {
            text += std::string(tokens[random() % tokens.size()]) + ' ';
        }
        check_sound(read(text));
    }
}

TEST_CASE("random tokens in place of those of a good file") {
    std::mt19937 random(3);
    for (unsigned round = 0; round < tests::tried(3000); ++round) {
        std::string text = sample;
        for (int change = 0; change < 3; ++change) {
            const std::size_t from = random() % text.size();
            const std::size_t to = random() % sample.size();
            text.replace(from, random() % 20, sample.substr(to, random() % 20));
        }
        check_sound(read(text));
    }
}

TEST_CASE("nesting to the limit and beyond") {
    const auto parentheses = [](std::size_t deep) {
        return "criterion 1 when " + repeated("(", deep) + "x" + repeated(")", deep);
    };
    const auto nots = [](std::size_t deep) { return "criterion 1 when " + repeated("not ", deep) + "x"; };
    const auto shares = [](std::size_t deep) { return "criterion 1 when x = " + repeated("1% of ", deep) + "x"; };
    const auto criteria = [](std::size_t deep) {
        return "criterion 1 " + repeated("all of { a ", deep) + "when x" + repeated(" }", deep);
    };
    for (const auto& nest : {+parentheses, +nots, +shares, +criteria}) {
        CHECK(read_items(nest(32)).messages().empty());
        for (const std::size_t deep : {std::size_t{33}, std::size_t{34}, std::size_t{100'000}}) {
            const reading made = read_items(nest(deep) + "\ncriterion 2 when y\n");
            REQUIRE(made.problems.size() == 1);
            CHECK(made.problems[0].code == "E114");
            CHECK(made.problems[0].message == "nested more than 32 deep");
            const auto& items = std::get<syntax::standard>(made.tree.items.at(0)).items;
            CHECK(std::get<syntax::criterion>(items.back()).clause.text == "2");
        }
    }
    CHECK(read("standard s for k { criterion 1 when (((x))) }", {.nesting = 3}).problems.empty());
    CHECK(read("standard s for k { criterion 1 when ((((x)))) }", {.nesting = 3}).problems.size() == 1);
    CHECK(read("standard s for k { criterion 1 all of { a all of { b when ((x)) } } }", {.nesting = 3}).problems.size() == 1);
}

TEST_CASE("the depth is given back after each statement") {
    std::string items;
    for (int i = 0; i < 50; ++i) {
        items += "criterion " + std::to_string(i) + " when " + repeated("(", 30) + "x" + repeated(")", 30) + "\n";
        items += "criterion " + std::to_string(i) + " when " + repeated("(", 30) + "x\n";
    }
    const reading made = read_items(items);
    CHECK(made.problems.size() == 50);
    CHECK(made.problems[0].code == "E110");
}

TEST_CASE("bad nests of every bracket") {
    for (const char* piece :
         {"(",    ")",     "{",     "}",       "criterion 1 all of {", "criterion 1 all {", "standard s for {", "facts {",
          "not ", "((a) ", "x = (", "a all {", "a all of\n",           "facts\na count\n",  "document {",       "}\n",
          "{\n",  "\"",    "\"\n",  "in (",    "standard s for k {\n"}) {
        check_sound(read(repeated(piece, 20'000)));
        check_sound(read_items(repeated(piece, 20'000)));
        check_sound(read_items("criterion 1 all of {\n" + repeated(piece, 20'000)));
        check_sound(read_items("facts {\n" + repeated(piece, 20'000)));
    }
}

TEST_CASE("reading takes time linear in the size") {
    const auto compare = [](const std::string& before, const std::string& piece, const std::string& after, std::size_t times,
                            std::uint32_t problems = 100) {
        const tieuchi::limits wide{.file_bytes = std::size_t{64} << 20U, .diagnostics = problems};
        CAPTURE(piece);
        CHECK(is_linear([&](std::size_t size) { read(before + repeated(piece, size) + after, wide); }, times));
    };
    compare("standard s for k {\n", "criterion 6.1 \"x\" all of { a when x >= 70% of y b when z }\n", "}", 2000);
    compare("standard s for k {\ncriterion 1 when x", " and x", "}", 20'000);
    compare("standard s for k {\ncriterion 1 when x", " + x", "}", 20'000);
    compare("standard s for k {\ncriterion 1 when x in (a", ", a", ")}", 20'000);
    compare("", "# comment\n", "part of \"x\"", 20'000);
    compare("part of", " ", "\"x\"", 100'000);
    compare("part of \"", "đ", "\"", 100'000);
    // What is wrong at one place must not be looked at again from others.
    compare("", "x ", "", 20'000);
    compare("", "x\n", "", 20'000);
    compare("", "{\n", "", 20'000);
    compare("standard s for {\n", "criterion 1 all of {\n", "", 20'000);
    compare("standard s for k {\ncriterion 1 all of {", " a b", "}", 2'000, 1'000'000);
    compare("standard s for k {\ncriterion 1 all of {\n", " a wen\n", "}", 2'000, 1'000'000);
    compare("standard s for k {\nfacts {\n", "a cuont\n", "}", 2'000, 1'000'000);
    compare("standard s for k {\n", "facts {", "", 20'000);
    compare("standard s for k {\nfacts {\n", "a integer,\n", "}", 2'000, 1'000'000);
    compare("standard s for k {\nfacts { a bool\n", "vi vi \"x\"\r", ",}", 20'000, 1'000'000);
    compare("standard s for k {\nfacts { a one of\n", "b vi \"x\",\n", "}", 20'000, 1'000'000);
    compare("standard s for k {\ncriterion 1 all of", "\na all of", "", 20'000, 1'000'000);
    compare("standard s for k {\ncriterion 1 when x = ", "1-", "1", 20'000);
    compare("standard s for k {\ncriterion 1 when x = 1", "/1", "", 20'000);
    compare("standard s for k {\ncriterion 1 when x = ", "1,", "1", 20'000, 1'000'000);
}

TEST_CASE("what is no text is refused before it is parsed") {
    using namespace std::string_literals;
    const auto only = [](const reading& made) {
        REQUIRE(made.problems.size() == 1);
        CHECK(made.tree.items.empty());
        return made.problems[0].code + ' ' + std::to_string(made.problems[0].at.begin) + ": " + made.problems[0].message;
    };
    CHECK(only(read("")) == "E105 0: the file holds no rules");
    CHECK(only(read(" \n\t# comment\n")) == "E105 0: the file holds no rules");
    CHECK(only(read("\xEF\xBB\xBF")) == "E105 3: the file holds no rules");
    CHECK(only(read("part\0of"s)) == "E102 4: this is not text: byte 4 is 0");
    CHECK(only(read("part of \"\xFF\"")) == "E103 9: byte 9 is not UTF-8");
    CHECK(only(read("part of \"\xC4")) == "E103 9: byte 9 is not UTF-8");
    CHECK(only(read("\xFF\xFEp\0a\0"s)) == "E103 0: the text is UTF-16, not UTF-8");
    CHECK(only(read("part of \"12345\"", {.file_bytes = 10})) == "E101 0: the file holds 15 bytes, more than the 10 allowed");
    CHECK(read("part of \"1\"", {.file_bytes = 11}).problems.empty());
}

TEST_CASE("a line of fifty megabytes") {
    const reading made = read(std::string(std::size_t{50} << 20U, 'x'));
    REQUIRE(made.problems.size() == 1);
    CHECK(made.problems[0].code == "E101");
    CHECK(made.messages().size() < 1000);
}

} // namespace test_hostile_text
