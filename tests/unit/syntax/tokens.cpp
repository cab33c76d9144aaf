// SPDX-License-Identifier: Apache-2.0
// A text is its tokens and what stands between them: nothing is lost, whatever the bytes are.
#include "support/catch.hpp"
#include "syntax/token.hpp"
#include "unit/format/corpus.hpp"

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace test_tokens {

namespace syntax = tieuchi::impl::syntax;
using syntax::lexeme;

namespace {

bool is_blank(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '#') { at = std::min(text.find_first_of("\r\n", at), text.size() - 1); }
        if (text[at] != '#' && static_cast<unsigned char>(text[at]) > 0x20U && at + 1 != text.size()) { return false; }
    }
    return true;
}

/// The tokens follow each other, with nothing but blanks and comments between them, and the last one is the end.
void check_lossless(std::string_view text) {
    const auto tokens = syntax::tokenize(text);
    REQUIRE_FALSE(tokens.empty());
    std::uint32_t past = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    std::string rebuilt(text.substr(0, past));
    for (const syntax::token& token : tokens) {
        REQUIRE(token.begin >= past);
        REQUIRE(token.end <= text.size());
        const std::string_view between = text.substr(past, token.begin - past);
        REQUIRE(is_blank(between));
        REQUIRE((token.kind == lexeme::end) == (&token == &tokens.back()));
        REQUIRE((token.end > token.begin) == (token.kind != lexeme::end));
        const bool ends_line = between.find_first_of("\r\n") != std::string_view::npos;
        REQUIRE(token.first_on_line == (ends_line || &token == &tokens.front()));
        rebuilt += between;
        rebuilt += text.substr(token.begin, token.end - token.begin);
        past = token.end;
    }
    REQUIRE(rebuilt == text);
}

/// The kinds of the tokens, the end not among them: one letter each, and for words and signs of the language themselves.
std::string kinds(std::string_view text) {
    std::string all;
    for (const syntax::token& token : syntax::tokenize(text)) {
        if (token.kind == lexeme::end) { break; }
        constexpr std::string_view letters = "-nwdcotus";
        const std::string_view spelled = syntax::spelling(token.kind);
        all += all.empty() ? "" : " ";
        all += spelled.empty() ? letters.substr(static_cast<std::size_t>(token.kind), 1) : spelled;
    }
    return all;
}

} // namespace

TEST_CASE("every file is its tokens and what stands between them") {
    for (const format_tests::rule_text& file : format_tests::files()) {
        INFO(file.name);
        check_lossless(file.text);
        for (std::size_t size = 0; size < file.text.size(); size += 1 + file.text.size() / 50) {
            check_lossless(std::string_view(file.text).substr(0, size));
        }
    }
}

TEST_CASE("so are any bytes") {
    std::mt19937 random(2);
    constexpr std::string_view likely = "ab9_.-/%\"\\#\n\r\t (){},:=<>!đ\xC2\xA0\xEF\xBB\xBF\xE2\x80\x8B\xFF\xC4";
    for (int round = 0; round < 20'000; ++round) {
        std::string text(random() % 40, '\0');
        for (char& byte : text) { byte = round % 2 == 0 ? static_cast<char>(random() % 256) : likely[random() % likely.size()]; }
        INFO(text);
        check_lossless(text);
    }
}

TEST_CASE("kinds of tokens") {
    CHECK(kinds("staff met when") == "n met when");
    CHECK(kinds("12 12.5 6.3.đ A 2a 1.2.3 a.b") == "w d c c c c c");
    CHECK(kinds("số_người Staff_x 12_000 when.a _ 6.3.ê") == "o o o o o o");
    CHECK(kinds("\"a # \\\" b\" \"open\n\"") == "t u u");
    CHECK(kinds("<=>= == ..") == "<= >= s ..");
    CHECK(kinds("2022-11-15 11-16 7.3/6.3.đ -2.5 12%") == "w - w - w w - w d / c - d w %");
    CHECK(kinds("a# b\nc") == "n n");
    CHECK(kinds("5. .5") == "w . . w");
    CHECK(kinds("“x” × ÷") == "s n s s s");
    CHECK(kinds("\xEF\xBB\xBFpart") == "part");
}

TEST_CASE("every word and sign of the language is its own kind") {
    for (std::size_t at = static_cast<std::size_t>(lexeme::first_sign); at < syntax::lexeme_count; ++at) {
        const std::string_view spelled = syntax::spelling(static_cast<lexeme>(at));
        INFO(spelled);
        const auto tokens = syntax::tokenize(spelled);
        REQUIRE(tokens.size() == 2);
        CHECK(tokens[0].kind == static_cast<lexeme>(at));
    }
}

} // namespace test_tokens
