// SPDX-License-Identifier: Apache-2.0
// Definitions of hints.hpp: numbers, signs and levels.
#include "syntax/hints.hpp"

#include "base/utf8.hpp"
#include "syntax/recovery.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::syntax {

using namespace literals;

namespace {

struct foreign_token {
    std::string_view text;
    std::string_view help;
};

constexpr std::array<foreign_token, 27> foreign_tokens{{
    {"==", "write `=`"},
    {"!", "write `not`"},
    {"&&", "write `and`"},
    {"&", "write `and`"},
    {"||", "write `or`"},
    {"|", "write `or`"},
    {"<>", "write `!=`"},
    {"≠", "write `!=`"},
    {"=<", "write `<=`"},
    {"≤", "write `<=`"},
    {"=>", "write `>=`"},
    {">>", "write `>`"},
    {"<<", "write `<`"},
    {"≥", "write `>=`"},
    {":=", "write `=`"},
    {"×", "write `*`"},
    {";", "statements are not separated by anything"},
    {":", "remove the `:`"},
    {"//", "a comment starts with `#`"},
    {"/*", "a comment starts with `#` and ends with its line"},
    {"'", "put text in straight double quotation marks"},
    {"“", "put text in straight double quotation marks"},
    {"”", "put text in straight double quotation marks"},
    {"«", "put text in straight double quotation marks"},
    {"\xC2\xA0", "this is a no-break space; write an ordinary one"},
    {"\xE2\x80\x8B", "this is a character that shows nothing; delete it"},
    {"\xEF\xBB\xBF", "this is a byte order mark, which may stand at the start of the file only; delete it"},
}};

constexpr std::string_view date_help = "a date is year-month-day, such as `2022-11-20`";
constexpr std::string_view sign_help = "numbers are not negative here and have no sign";
constexpr std::string_view point_help = "a number has digits before and after its point, as in `0.5`";
constexpr std::string_view exponent_help = "numbers have no exponent; write all digits, as in `1000`";
constexpr std::string_view separator_help = "numbers have no separators and use a decimal point, as in `1000` and `1.5`";
constexpr std::string_view letters_help = "a name starts with a letter, and a number has digits only";

/// What statements of a level start with, as the grammar has them: "`facts`, `in force` and `title`".
[[nodiscard]] std::string list_statements(level where) {
    const lexeme_set first = expected_after(where, {});
    std::vector<std::string> starts;
    for (std::size_t at = 0; at < lexeme_count; ++at) {
        const auto kind = static_cast<lexeme>(at);
        if (!is_keyword(kind) || !first.has(kind)) { continue; }
        const std::string word(spelling(kind));
        const lexeme_set next = expected_after(where, {kind});
        if (!next.has_only_keywords()) {
            starts.push_back(word);
            continue;
        }
        for (const std::string_view second : next.words()) { starts.push_back(word + ' ' + std::string(second)); }
    }
    std::string all;
    for (const std::string& start : starts) {
        all += all.empty() ? "`" : &start == &starts.back() ? " and `" : ", `";
        all += start + '`';
    }
    return all;
}

[[nodiscard]] bool starts_with_letter(std::string_view text) { return !text.empty() && text[0] >= 'a' && text[0] <= 'z'; }

/// Whether a number ends right before what was found that is a value, not a clause: it follows an operator or a word that a value
/// follows.
[[nodiscard]] bool follows_number(const surroundings& here) {
    constexpr lexeme_set before_value{"when"_word,  "where"_word, "unless"_word, "and"_word, "or"_word, "not"_word, "of"_word,
                                      "least"_word, "most"_word,  "="_sign,      "!="_sign,  "<"_sign,  "<="_sign,  ">"_sign,
                                      ">="_sign,    "+"_sign,     "-"_sign,      "*"_sign,   "("_sign};
    return starts_with_digit(here.text_before()) && here.reading.is_adjacent(here.found.at) &&
           before_value.has(here.kind_before(2));
}

/// What is wrong with a word that starts with a digit, where a value is expected.
[[nodiscard]] std::string_view hint_on_digits(const surroundings& here) {
    const std::string_view found = here.found.text;
    const std::size_t date = date_length(found);
    const bool is_ours = date == longest_date && found[4] == '-';
    if (date == found.size() && !is_ours) { return date_help; }
    if (here.expected.is(wanted::date)) { return {}; }
    if (has_exponent(found)) { return exponent_help; }
    if (has_separators(found)) { return separator_help; }
    const bool has_letters = std::any_of(found.begin(), found.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return has_letters ? letters_help : std::string_view{};
}

} // namespace

std::string_view hint_on_foreign(std::string_view found) {
    const auto known = std::find_if(foreign_tokens.begin(), foreign_tokens.end(),
                                    [&](const foreign_token& token) { return token.text == found; });
    return known == foreign_tokens.end() ? std::string_view{} : known->help;
}

std::string_view hint_on_number(const surroundings& here) {
    const bool before_digit = starts_with_digit(here.next.text) && here.reading.is_adjacent(here.next.at);
    if (is_value(here.expected)) {
        const bool is_sign = here.found.kind == "-"_sign || here.found.kind == "+"_sign;
        if (is_sign && starts_with_digit(here.next.text)) { return sign_help; }
        if (here.found.kind == "."_sign && before_digit) { return point_help; }
        if (starts_with_digit(here.found.text)) { return hint_on_digits(here); }
    }
    const bool may_be_separator = here.found.kind == ","_sign && before_digit;
    if (may_be_separator && (here.expected.is("points"_word) || follows_number(here))) { return separator_help; }
    if (here.found.kind == "."_sign && !before_digit && follows_number(here)) { return point_help; }
    return {};
}

std::string hint_on_pair(const surroundings& here) {
    const std::string before(here.text_before());
    if (here.expected.is("of"_word)) {
        constexpr lexeme_set combining{"all"_word, "any"_word, "none"_word, "one"_word};
        const lexeme opening = here.kind_before() == "one"_word ? "("_sign : "{"_sign;
        if (here.found.kind == opening && combining.has(here.kind_before())) {
            return "write `" + before + " of " + std::string(here.found.text) + '`';
        }
        if (here.found.kind == "{"_sign && starts_with_digit(before)) {
            return "write `at least " + utf8::shortened(before) + " of {`";
        }
    }
    const bool adjacent = here.reading.is_adjacent(here.found.at);
    const bool compares = here.kind_before() == "<"_sign || here.kind_before() == ">"_sign;
    if (is_value(here.expected) && here.found.kind == "="_sign && compares) { return "write `" + before + "=`"; }
    const bool dashed = here.found.kind == "-"_sign && adjacent && here.reading.is_adjacent(here.next.at);
    if (!is_value(here.expected) && dashed && is_word(here.kind_before()) && !starts_with_digit(before) &&
        is_word(here.next.kind)) {
        return "a name is written with `_`, as in `" + utf8::shortened(before + '_' + std::string(here.next.text)) + '`';
    }
    return {};
}

std::string hint_on_condition(const surroundings& here) {
    const std::string_view found = here.found.text;
    if (found == "if") { return "write `when`"; }
    if (found == "exceeds" || (found == "more" && here.next.kind == "than"_word)) { return "write `>`"; }
    if (here.found.kind == "less"_word && here.next.kind == "than"_word) { return "write `<`"; }
    if (here.kind_before() == "%"_sign && starts_with_letter(found) && here.expected.is(level::standard)) {
        return "a share is `of` something: write `of " + std::string(found) + '`';
    }
    if (!here.expected.is(wanted::name) || !starts_with_digit(found)) { return {}; }
    const std::string number(found);
    if (here.kind_before() == "is"_word) { return "`is` asks for an option; of a number write `= " + number + '`'; }
    if (here.kind_before(2) == "at"_word && here.kind_before() == "least"_word) {
        return "in a condition write `>= " + number + '`';
    }
    if (here.kind_before(2) == "at"_word && here.kind_before() == "most"_word) {
        return "in a condition write `<= " + number + '`';
    }
    return {};
}

std::string hint_on_level(level where) {
    switch (where) {
    case level::document: return "a document holds " + list_statements(where);
    case level::standard: return "a standard holds " + list_statements(where);
    case level::example: return "an example holds " + list_statements(where);
    case level::file:
    case level::facts:
    case level::criteria:
    case level::amendment: break;
    }
    return {};
}

std::string_view hint_on_brace(level where) {
    switch (where) {
    case level::document: return "a `{` opens what the document holds";
    case level::standard: return "a `{` opens what the standard holds";
    case level::facts: return "a `{` opens the facts";
    case level::criteria: return "a `{` opens the criteria that are combined";
    case level::amendment: return "a `{` opens what the amendment changes";
    case level::example: return "a `{` opens what the example gives and expects";
    case level::file: break;
    }
    return {};
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax
