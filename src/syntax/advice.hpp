// SPDX-License-Identifier: Apache-2.0
/// \file
/// What the help lines of syntax errors say.
#pragma once

#include "syntax/state.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::syntax {

/// A help line, and what it is for.
struct advice {
    std::string_view on;
    std::string_view help;
};

/// The help line for `on`; empty when there is none.
template <std::size_t N>
[[nodiscard]] std::string find_advice(const std::array<advice, N>& among, std::string_view on) {
    const auto found = std::find_if(among.begin(), among.end(), [&](const advice& one) { return one.on == on; });
    return found == among.end() ? std::string() : std::string(found->help);
}

/// What people write out of other languages, and what they paste.
inline constexpr std::array<advice, 27> foreign_tokens{{
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
    {"'", "a text stands between straight double quotation marks"},
    {"“", "a text stands between straight double quotation marks"},
    {"”", "a text stands between straight double quotation marks"},
    {"«", "a text stands between straight double quotation marks"},
    {"\xC2\xA0", "this is a no-break space; write an ordinary one"},
    {"\xE2\x80\x8B", "this is a character that shows nothing; delete it"},
    {"\xEF\xBB\xBF", "this is a byte order mark, which may stand at the start of the file only; delete it"},
}};

inline constexpr std::string_view date_help = "a date is year-month-day, such as `2022-11-20`";
inline constexpr std::string_view sign_help = "numbers are not negative here and have no sign";
inline constexpr std::string_view point_help = "a number has digits before and after its point, as in `0.5`";
inline constexpr std::string_view exponent_help = "numbers have no exponent; write all digits, as in `1000`";
inline constexpr std::string_view separator_help = "numbers have no separators and use a decimal point, as in `1000` and `1.5`";
inline constexpr std::string_view letters_help = "a name starts with a letter, and a number has digits only";

/// How that which was expected is written. Keys are the names of the grammar's rules and tokens.
inline constexpr std::array<advice, 9> ways_to_write{{
    {"a type", "a type is `yes_no`, `count`, `number`, `percent`, `date` or `one of (…)`"},
    {"a type or `=`", "a type is `yes_no`, `count`, `number`, `percent`, `date` or `one of (…)`"},
    {"a status", "a document is `official`, `local`, `draft` or `illustrative`"},
    {"a date", date_help},
    {"a month and day", "a day of the year is written month-day, as in `11-16`"},
    {"a text", "a text stands between quotation marks"},
    {"a clause", "a clause is written as in the text of the law, such as `6.3.đ`"},
    {"a whole number", "a whole number is written in digits only"},
    {"`points`", "a number of points is written as in `5 points when …`"},
}};

/// What a level may hold, in the words of grammar.ebnf.
struct level_words {
    std::string_view expected;
    std::string_view help;
    std::string_view nearby; ///< words that may be meant: those that start a statement, and those that continue the one before
    std::string_view opens;  ///< what the `{` before them opens
};

[[nodiscard]] inline const level_words& words_of(level of) {
    static constexpr std::string_view continued =
        " and or not is in of per where when unless only rounded needs note cite otherwise ";
    static constexpr level_words file{"`document`, `part`, `standard`, `amend` or `example`", "",
                                      "document part standard amend example", ""};
    static constexpr level_words document{
        "a document item or `}`",
        "a document holds `title`, `issuer`, `status`, `in force`, `replaces`, `amends`, `place`, `source`, `note` and `facts`",
        "title issuer status in replaces amends place source note facts to", "a `{` opens what the document holds"};
    static constexpr level_words standard{
        "a standard item or `}`",
        "a standard holds `title`, `cite`, `note`, `window`, `decide`, `not subject`, `reading`, `facts`, "
        "`criterion`, `outcome`, `classes`, `points`, `total`, adjustments and `quota`",
        "title cite note window decide not refer points total places reading facts criterion outcome "
        "classes exactly quota otherwise default by and or is in of per where when unless only "
        "rounded needs",
        "a `{` opens what the standard holds"};
    static constexpr level_words facts{
        "a fact or `}`", "",
        "ask evidence at by only from cite scale over rounded when otherwise per where and or not is in of previous",
        "a `{` opens the facts"};
    static constexpr level_words criteria{"a clause or `}`", "", continued, "a `{` opens the criteria that are combined"};
    static constexpr level_words amendment{"`add`, `replace`, `repeal`, `note`, `facts` or `}`", "",
                                           "add replace repeal note facts", "a `{` opens what the amendment changes"};
    static constexpr level_words example{"an item of an example or `}`",
                                         "an example holds `on`, `place`, `reading`, `given` and `expect`",
                                         "place reading given expect", "a `{` opens what the example gives and expects"};
    switch (of) {
    case level::amendment: return amendment;
    case level::example: return example;
    case level::file: return file;
    case level::document: return document;
    case level::standard: return standard;
    case level::facts: return facts;
    case level::criteria: break;
    }
    return criteria;
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax
