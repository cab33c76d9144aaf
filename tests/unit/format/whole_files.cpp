// SPDX-License-Identifier: Apache-2.0
// What holds of every file: the formatter changes nothing but blanks, once, and it does not matter how the file was laid out before.
#include "base/utf8.hpp"
#include "support/catch.hpp"
#include "syntax/keywords.hpp"
#include "unit/format/corpus.hpp"
#include "unit/format/everything.hpp"
#include "unit/format/formatting.hpp"
#include "unit/format/trees.hpp"

#include <array>
#include <random>

namespace test_whole_files {

using namespace format_tests;

namespace {

/// Whether a blank between the two would matter: `-12.5` and `12.5%` are values in one piece where they are given, `2022-11-20` is a date,
/// and `7.3/6.3` a clause.
bool is_one_value(const mark& before, const mark& after) {
    const bool adjoin = before.text.data() + before.text.size() == after.text.data();
    const auto joins = [](std::string_view text) { return text == "-" || text == "/"; };
    return adjoin && (joins(before.text) || joins(after.text) || after.text == "%");
}

/// The same tokens and comments with other blanks between them.
std::string with_other_blanks(std::string_view text, std::mt19937& random) {
    constexpr std::array<const char*, 8> blanks{" ", "  ", "\t", "\n", "\r\n", "\n\n\n", " \n         ", "\n  \n"};
    const auto blank = [&] { return blanks[random() % blanks.size()]; };
    std::string made;
    mark before;
    for (const mark& one : marks(text)) {
        switch (one.what) {
        case mark::kind::token: made += is_one_value(before, one) ? "" : blank(); break;
        case mark::kind::comment: made += std::string("\n") + blank(); break;
        case mark::kind::comment_beside: made += random() % 2 == 0 ? "" : "   "; break;
        }
        made += one.text;
        if (one.what != mark::kind::token) { made += " \n"; }
        before = one;
    }
    return made;
}

/// The same tokens with comments, some beside and some below, and other blanks between them.
std::string with_comments(std::string_view text, std::mt19937& random) {
    std::string made;
    mark before;
    for (const mark& one : marks(text)) {
        const bool free = !made.empty() && !is_one_value(before, one);
        if (free && random() % 4 == 0) { made += " # beside " + std::to_string(random() % 100) + '\n'; }
        if (free && random() % 4 == 0) { made += "\n# below " + std::to_string(random() % 100) + '\n'; }
        made += free ? " " : "";
        made += one.text;
        if (one.what != mark::kind::token) { made += '\n'; }
        before = one;
    }
    return made;
}

std::string without_empty_lines(const std::string& text) {
    std::string made;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\n' || (at > 0 && text[at - 1] != '\n')) { made += text[at]; }
    }
    return made;
}

/// Problems of blanks that a canonical text must not have.
std::string flaws(const std::string& text) {
    if (!text.ends_with('\n') || text.ends_with("\n\n") || text.starts_with('\n')) { return "the first or last line"; }
    for (const char* piece : {" \n", "\n\n\n", "{\n\n", "\t", "\r"}) {
        if (text.find(piece) != std::string::npos) { return std::string("`") + piece + "`"; }
    }
    for (std::size_t at = text.find("\n\n"); at != std::string::npos; at = text.find("\n\n", at + 1)) {
        if (text[text.find_first_not_of(" \n", at)] == '}') { return "an empty line before `}`"; }
    }
    return {};
}

/// Nothing but blanks differs from `before`, and nothing is left to do.
void check_same(const std::string& before, const std::string& after) {
    REQUIRE(marks(after) == marks(before));
    CHECK(tree_of(after) == tree_of(before));
    CHECK(canonical(after) == after);
    CHECK(flaws(after).empty());
}

void check_layout(const std::string& before, std::mt19937& random) {
    const std::string after = canonical(before);
    check_same(before, after);
    for (int round = 0; round < 5; ++round) {
        const std::string shaken = with_other_blanks(before, random);
        REQUIRE(marks(shaken) == marks(before));
        CHECK(without_empty_lines(canonical(shaken)) == without_empty_lines(after));
        const std::string commented = with_comments(before, random);
        check_same(commented, canonical(commented));
    }
}

} // namespace

TEST_CASE("only blanks change, once, and whatever they were") {
    std::mt19937 random(4);
    std::size_t formatted_files = 0;
    for (const rule_text& one : files()) {
        INFO(one.name);
        if (!formatted(one.text)) {
            CHECK(one.name.find("/bad/") != std::string::npos);
            continue;
        }
        check_layout(one.text, random);
        ++formatted_files;
    }
    CHECK(formatted_files > 60); // most of the bad rules are well written
}

TEST_CASE("so it is with the examples of the reference") {
    std::mt19937 random(5);
    const auto all = examples();
    CHECK(all.size() >= 20);
    for (const rule_text& one : all) {
        INFO(one.name);
        check_layout(one.text, random);
    }
}

TEST_CASE("the example of the canonical form has it") {
    const auto all = examples();
    const auto one = std::find_if(all.begin(), all.end(), [](const rule_text& each) { return each.section == "Canonical form"; });
    REQUIRE(one != all.end());
    CHECK(canonical(one->text) == one->text);
}

TEST_CASE("every construct of the language has its layout") {
    CHECK(canonical(everything) == everything);
    const auto all = marks(everything);
    for (const std::string_view word : tieuchi::impl::syntax::keywords) {
        INFO(word);
        CHECK(std::any_of(all.begin(), all.end(), [&](const mark& one) { return one.text == word; }));
    }
    std::mt19937 random(7);
    for (int round = 0; round < 40; ++round) { check_layout(everything, random); }
}

TEST_CASE("files that are not rules are refused with what is wrong with them") {
    for (const rule_text& one : files()) {
        const auto made = formatted(one.text);
        if (made) { continue; }
        INFO(one.name);
        CHECK(tieuchi::has_errors(made.error()));
        CHECK(made.error().front().origin != nullptr);
    }
    CHECK(formatted("standard s for k {\n    criterion 1 wen x\n}\n").error().at(0).code == "E110");
    CHECK(formatted("part of \"12345\"", {.file_bytes = 10}).error().at(0).code == "E101");
}

TEST_CASE("of any text, no token and no comment is lost") {
    constexpr std::array<const char*, 72> tokens{
        "document",  "part",      "of",      "standard", "s",       "for",     "k",     "{",     "}",      "{",     "}",
        "criterion", "6.1",       "all",     "any",      "none",    "at",      "least", "2",     "when",   "x",     "and",
        "or",        "not",       "(",       ")",        "=",       "<=",      "+",     "*",     "-",      "70",    "%",
        "is",        "in",        ",",       "outcome",  "met",     "points",  "facts", "a",     "yes_no", "count", "one",
        "\"t\"",     "vi",        "cite",    "same",     "as",      "đ",       "up",    "to",    "scale",  ":",     ">=",
        "amend",     "add",       "example", "given",    "expect",  "classes", "quota", "total", "per",    "every", "previous",
        "# one\n",   "\n# two\n", "\n",      "\n\n",     "rounded", "half",
    };
    std::mt19937 random(6);
    for (int round = 0; round < 4000; ++round) {
        std::string text = round % 2 == 0 ? "" : "standard s for k {\n";
        for (std::size_t count = random() % 100; count > 0; --count) {
            text += std::string(tokens[random() % tokens.size()]) + ' ';
        }
        const std::string after = laid_out(text);
        INFO(text);
        REQUIRE(marks(after) == marks(text));
        REQUIRE((!formatted(text) || laid_out(after) == after));
    }
}

TEST_CASE("no line is too long that could be shorter") {
    for (const rule_text& one : files()) {
        const auto made = formatted(one.text);
        if (!made || one.name.find("/dsl/") == std::string::npos) { continue; }
        for (std::size_t at = 0; at < made->size();) {
            const std::size_t end = made->find('\n', at);
            const std::string_view line = std::string_view(*made).substr(at, end - at);
            const auto there = marks(line);
            const auto texts =
                std::count_if(there.begin(), there.end(), [](const mark& each) { return each.text.starts_with('"'); });
            INFO(line);
            const bool comment =
                line.find_first_not_of(' ') != std::string_view::npos && line[line.find_first_not_of(' ')] == '#';
            CHECK((tieuchi::impl::utf8::code_points(line) <= 130 || texts == 1 || comment));
            at = end + 1;
        }
    }
}

} // namespace test_whole_files
