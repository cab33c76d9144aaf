// SPDX-License-Identifier: Apache-2.0
// What is said of every mistake the grammar can meet: code, place, the text marked, message and help. The wording is reviewed here.
#include "support/catch.hpp"
#include "unit/syntax/reading.hpp"

#include <string>
#include <vector>

namespace test_messages {

using namespace tieuchi_tests;

namespace {

struct example {
    std::string text;
    std::string says;
};

/// `E110 2:5 [staf] message | help`, a line for each problem.
std::string said(const reading& made) {
    std::string all;
    for (const auto& one : made.problems) {
        const tieuchi::text_position at = made.tree.source->position_of(one.at.begin);
        all += all.empty() ? "" : "\n";
        all += one.code + ' ' + std::to_string(at.line) + ':' + std::to_string(at.column) + " [" +
               std::string(made.text(one.at)) + "] ";
        all += one.message + (one.help.empty() ? "" : " | " + one.help);
    }
    return all;
}

} // namespace

TEST_CASE("messages: what a file may hold") {
    const std::vector<example> examples{
        {"standrd s for k { }", "E110 1:1 [standrd] expected `document`, `part`, `standard`, `amend` or `example`, found "
                                "`standrd` | did you mean `standard`?"},
        {"title \"x\"", "E110 1:1 [title] expected `document`, `part`, `standard`, `amend` or `example`, found `title` | "
                        "a `}` above closes its block too early, or this stands outside of one"},
        {"}", "E110 1:1 [}] expected `document`, `part`, `standard`, `amend` or `example`, found `}` | no `{` is open here"},
        {"{", "E110 1:1 [{] expected `document`, `part`, `standard`, `amend` or `example`, found `{`"},
        {"\"x\"", "E110 1:1 [\"x\"] expected `document`, `part`, `standard`, `amend` or `example`, found `\"x\"`"},
        {"document { }", "E110 1:10 [{] expected a text, found `{` | put text in quotation marks"},
        {"document 1 { }", "E110 1:10 [1] expected a text, found `1` | put text in quotation marks"},
        {"document \"1\" title \"x\"", "E110 1:14 [title] expected `{`, found `title` | a `{` opens what the document holds"},
        {"part \"1\"", "E110 1:6 [\"1\"] expected `of`, found `\"1\"`"},
        {"part of 1", "E110 1:9 [1] expected a text, found `1` | put text in quotation marks"},
        {"part", "E110 1:5 [] expected `of`, found the end of the file"},
        {"standard", "E110 1:9 [] expected a name, found the end of the file"},
        {"standard { }", "E110 1:10 [{] expected a name, found `{`"},
        {"standard S for k { }",
         "E112 1:10 [S] `S` is not a name | a name has small letters a to z, digits and `_`, and starts with a letter"},
        {"standard 1a for k { }",
         "E112 1:10 [1a] `1a` is not a name | a name has small letters a to z, digits and `_`, and starts with a letter"},
        {"standard số for k { }",
         "E112 1:10 [số] `số` is not a name | a name has small letters a to z, digits and `_`, and starts with a letter"},
        {"standard when for k { }",
         "E111 1:10 [when] `when` is a keyword, not a name | a longer name may hold the word, as in `when_1`"},
        {"standard s", "E110 1:11 [] expected `for`, found the end of the file"},
        {"standard s k { }", "E110 1:12 [k] expected `for`, found `k`"},
        {"standard s for { }", "E110 1:16 [{] expected a name, found `{`"},
        {"standard s for a, { }", "E110 1:19 [{] expected a name, found `{` | a list has no comma after its last element"},
        {"standard s for k", "E110 1:17 [] expected `{`, found the end of the file | a `{` opens what the standard holds"},
        {"standard s for k title \"x\"", "E110 1:18 [title] expected `{`, found `title` | a `{` opens what the standard holds"},
        {"standard s for k {", "E113 1:18 [{] this `{` is not closed | write `}` where its block ends"},
        {"Standard s for k { }", "E110 1:1 [Standard] expected `document`, `part`, `standard`, `amend` or `example`, found "
                                 "`Standard` | did you mean `standard`?"},
        {"standard s-t for k { }", "E110 1:11 [-] expected `for`, found `-` | a name is written with `_`, as in `s_t`"},
    };
    for (const auto& [text, says] : examples) {
        INFO(text);
        CHECK(said(read(text)) == says);
    }
}

TEST_CASE("messages: what a document may hold") {
    const std::vector<example> examples{
        {"title", "E110 3:1 [}] expected a text, found `}` | put text in quotation marks"},
        {"title x", "E110 2:7 [x] expected a text, found `x` | put text in quotation marks"},
        {"title: \"x\"", "E110 2:6 [:] expected a text, found `:` | remove the `:`"},
        {"title vn-vi \"x\"", "E110 2:7 [vn] expected a text, found `vn` | put text in quotation marks"},
        {"title VI \"x\"", "E110 2:7 [VI] expected a text, found `VI` | a language before a text is two or three small letters"},
        {"title viet \"x\"",
         "E110 2:7 [viet] expected a text, found `viet` | a language before a text is two or three small letters"},
        {"title “x”", "E110 2:7 [“] expected a text, found `“` | put text in straight double quotation marks"},
        {"title 'x'", "E110 2:7 ['] expected a text, found `'` | put text in straight double quotation marks"},
        {"issuer", "E110 3:1 [}] expected a text, found `}` | put text in quotation marks"},
        {"status", "E110 3:1 [}] expected a status, found `}` | a document is `official`, `local`, `draft` or `illustrative`"},
        {"status oficial", "E110 2:8 [oficial] expected a status, found `oficial` | did you mean `official`?"},
        {"status \"official\"", "E110 2:8 [\"official\"] expected a status, found `\"official\"` | "
                                "a document is `official`, `local`, `draft` or `illustrative`"},
        {"in from 2022-02-10", "E110 2:4 [from] expected `force`, found `from`"},
        {"in force 2022-02-10", "E110 2:10 [2022-02-10] expected `from`, found `2022-02-10`"},
        {"in force from", "E110 3:1 [}] expected a date, found `}` | a date is year-month-day, such as `2022-11-20`"},
        {"in force from 2022-2-10",
         "E110 2:15 [2022-2-10] expected a date, found `2022-2-10` | a date is year-month-day, such as `2022-11-20`"},
        {"in force from 10/02/2022",
         "E110 2:15 [10/02/2022] expected a date, found `10/02/2022` | a date is year-month-day, such as `2022-11-20`"},
        {"in force from 20-11-2022",
         "E110 2:15 [20-11-2022] expected a date, found `20-11-2022` | a date is year-month-day, such as `2022-11-20`"},
        {"in force from 2022/11/20",
         "E110 2:15 [2022/11/20] expected a date, found `2022/11/20` | a date is year-month-day, such as `2022-11-20`"},
        {"in force from 2022-02-10 to",
         "E110 3:1 [}] expected a date, found `}` | a date is year-month-day, such as `2022-11-20`"},
        {"in force from 2022-02-10 until 2023-01-01",
         "E110 2:26 [until] expected a document item or `}`, found `until` | "
         "a document holds `amends`, `facts`, `in force`, `issuer`, `note`, `place`, `replaces`, `source`, `status` and `title`"},
        {"replaces 23", "E110 2:10 [23] expected a text, found `23` | put text in quotation marks"},
        {"source x", "E110 2:8 [x] expected a text, found `x` | put text in quotation marks"},
        {"note", "E110 3:1 [}] expected a text, found `}` | put text in quotation marks"},
        {"note \"x\";", "E110 2:9 [;] expected a document item or `}`, found `;` | statements are not separated by anything"},
        {"note \"x\", note \"y\"",
         "E110 2:9 [,] expected a document item or `}`, found `,` | statements are not separated by anything"},
        {"isuer \"x\"", "E110 2:1 [isuer] expected a document item or `}`, found `isuer` | did you mean `issuer`?"},
        {"criterion 1 when x",
         "E110 2:1 [criterion] expected a document item or `}`, found `criterion` | "
         "a document holds `amends`, `facts`, `in force`, `issuer`, `note`, `place`, `replaces`, `source`, `status` and `title`"},
        {"name \"x\"", "E110 2:1 [name] expected a document item or `}`, found `name` | "
                       "a language before a text is two or three small letters"},
    };
    for (const auto& [text, says] : examples) {
        INFO(text);
        CHECK(said(read("document \"1\" {\n" + text + "\n}")) == says);
    }
}

TEST_CASE("messages: what a standard may hold") {
    const std::vector<example> examples{
        {"window", "E110 3:1 [}] expected a month and day, found `}` | a day of the year is written month-day, as in `11-16`"},
        {"window 11-16", "E110 3:1 [}] expected `..`, found `}`"},
        {"window 11-16 - 11-15", "E110 2:14 [-] expected `..`, found `-`"},
        {"window 11-16 to 11-15", "E110 2:14 [to] expected `..`, found `to`"},
        {"window 11-16 ..",
         "E110 3:1 [}] expected a month and day, found `}` | a day of the year is written month-day, as in `11-16`"},
        {"window 16.11 .. 15.11",
         "E110 2:8 [16.11] expected a month and day, found `16.11` | a day of the year is written month-day, as in `11-16`"},
        {"decide", "E110 3:1 [}] expected `before`, found `}`"},
        {"decide by \"x\"", "E110 2:8 [by] expected `before`, found `by`"},
        {"decide before",
         "E110 3:1 [}] expected a month and day, found `}` | a day of the year is written month-day, as in `11-16`"},
        {"decide before 2022-11-20", "E110 2:15 [2022-11-20] expected a month and day, found `2022-11-20` | "
                                     "a day of the year is written month-day, as in `11-16`"},
        {"decide before 20-11-2022", "E110 2:15 [20-11-2022] expected a month and day, found `20-11-2022` | "
                                     "a day of the year is written month-day, as in `11-16`"},
        {"decide before 11-20 by", "E110 3:1 [}] expected a text, found `}` | put text in quotation marks"},
        {"not", "E110 2:1 [not] expected a standard item or `}`, found `not` | "
                "`not` stands before what it denies, or in `is not` and `not in`"},
        {"not x", "E110 2:1 [not] expected a standard item or `}`, found `not` | "
                  "`not` stands before what it denies, or in `is not` and `not in`"},
        {"not subject", "E110 3:1 [}] expected `when`, found `}`"},
        {"not subject x", "E110 2:13 [x] expected `when`, found `x`"},
        {"not subject when", "E110 3:1 [}] expected a condition, found `}`"},
        {"reading", "E110 3:1 [}] expected a name, found `}`"},
        {"reading one of (a) default a",
         "E111 2:9 [one] `one` is a keyword, not a name | a longer name may hold the word, as in `one_1`"},
        {"reading r", "E110 3:1 [}] expected `one`, found `}`"},
        {"reading r one", "E110 3:1 [}] expected `of`, found `}`"},
        {"reading r one of", "E110 3:1 [}] expected `(`, found `}`"},
        {"reading r one of ()", "E110 2:19 [)] expected a name, found `)`"},
        {"reading r one of (a", "E110 3:1 [}] expected `)`, found `}` | the `(` of line 2, column 18 is still open"},
        {"reading r one of (a b) default a",
         "E110 2:21 [b] expected `)`, found `b` | the `(` of line 2, column 18 is still open"},
        {"reading r one of (a,) default a",
         "E110 2:21 [)] expected a name, found `)` | a list has no comma after its last element"},
        {"reading r one of (a)", "E110 3:1 [}] expected `default`, found `}`"},
        {"reading r one of (a) default", "E110 3:1 [}] expected a name, found `}`"},
        {"outcome", "E110 3:1 [}] expected a name, found `}`"},
        {"outcome when x", "E111 2:9 [when] `when` is a keyword, not a name | a longer name may hold the word, as in `when_1`"},
        {"outcome Met when x",
         "E112 2:9 [Met] `Met` is not a name | a name has small letters a to z, digits and `_`, and starts with a letter"},
        {"outcome x", "E110 3:1 [}] expected `when` or `otherwise`, found `}`"},
        {"outcome x whn y", "E110 2:11 [whn] expected `when` or `otherwise`, found `whn` | did you mean `when`?"},
        {"outcome x when", "E110 3:1 [}] expected a condition, found `}`"},
        {"outcome x otherwise when y", "E110 2:21 [when] expected a standard item or `}`, found `when` | "
                                       "a standard holds `at least`, `at most`, `cite`, `classes by`, `criterion`, `decide "
                                       "before`, `exactly`, `facts`, `not applicable`, `not assessed`, "
                                       "`not subject`, `note`, `outcome`, `places`, `points`, `quota`, `reading`, `refer to`, "
                                       "`title`, `total rounded` and `window`"},
        {"cite", "E110 3:1 [}] expected a clause, found `}` | a clause is written as in the text of the law, such as `6.3.đ`"},
        {"cite \"1\"",
         "E110 3:1 [}] expected a clause, found `}` | a clause is written as in the text of the law, such as `6.3.đ`"},
        {"cite ,", "E110 2:6 [,] expected a clause, found `,` | a clause is written as in the text of the law, such as `6.3.đ`"},
        {"cite 6.1,", "E110 3:1 [}] expected a clause, found `}` | a list has no comma after its last element"},
        {"cite 6.1;", "E110 2:9 [;] expected a standard item or `}`, found `;` | statements are not separated by anything"},
        {"cite Điều",
         "E112 2:6 [Điều] `Điều` is not a clause | a clause has letters a to z, `đ` and digits, in parts joined by `.`"},
        {"cite 6.3.ê",
         "E112 2:6 [6.3.ê] `6.3.ê` is not a clause | a clause has letters a to z, `đ` and digits, in parts joined by `.`"},
        {"cite 6.3.d\xCC\xB5", "E112 2:6 [6.3.d\xCC\xB5"
                               "] `6.3.d\xCC\xB5"
                               "` is not a clause | "
                               "write `đ` as the one character U+0111, not as a letter with a mark on it"},
        {"cite 6_3",
         "E112 2:6 [6_3] `6_3` is not a clause | a clause has letters a to z, `đ` and digits, in parts joined by `.`"},
        {"cite 6.", "E110 2:7 [.] expected a standard item or `}`, found `.` | "
                    "a standard holds `at least`, `at most`, `cite`, `classes by`, `criterion`, `decide before`, `exactly`, "
                    "`facts`, `not applicable`, `not assessed`, "
                    "`not subject`, `note`, `outcome`, `places`, `points`, `quota`, `reading`, `refer to`, `title`, `total "
                    "rounded` and `window`"},
        {"criterian 1 when x",
         "E110 2:1 [criterian] expected a standard item or `}`, found `criterian` | did you mean `criterion`?"},
        {"classes by total", "E110 3:1 [}] expected `{`, found `}`"},
        {"foo", "E110 2:1 [foo] expected a standard item or `}`, found `foo` | "
                "a standard holds `at least`, `at most`, `cite`, `classes by`, `criterion`, `decide before`, `exactly`, `facts`, "
                "`not applicable`, `not assessed`, "
                "`not subject`, `note`, `outcome`, `places`, `points`, `quota`, `reading`, `refer to`, `title`, `total rounded` "
                "and `window`"},
        {"When x", "E110 2:1 [When] expected a standard item or `}`, found `When` | did you mean `when`?"},
        {"5", "E110 2:1 [5] expected a standard item or `}`, found `5` | "
              "a standard holds `at least`, `at most`, `cite`, `classes by`, `criterion`, `decide before`, `exactly`, `facts`, "
              "`not applicable`, `not assessed`, "
              "`not subject`, `note`, `outcome`, `places`, `points`, `quota`, `reading`, `refer to`, `title`, `total rounded` "
              "and `window`"},
    };
    for (const auto& [text, says] : examples) {
        INFO(text);
        CHECK(said(read("standard s for k {\n" + text + "\n}")) == says);
    }
}

TEST_CASE("messages: what `facts` may hold") {
    const std::vector<example> examples{
        {"1 count", "E110 2:1 [1] expected a fact or `}`, found `1`"},
        {"Staff count", "E112 2:1 [Staff] `Staff` is not a name | "
                        "a name has small letters a to z, digits and `_`, and starts with a letter"},
        {"số count",
         "E112 2:1 [số] `số` is not a name | a name has small letters a to z, digits and `_`, and starts with a letter"},
        {"2nd_try yes_no", "E112 2:1 [2nd_try] `2nd_try` is not a name | a name has small letters a to z, digits and `_`, and "
                           "starts with a letter"},
        {"2nd_try = 1", "E112 2:1 [2nd_try] `2nd_try` is not a name | a name has small letters a to z, digits and `_`, and "
                        "starts with a letter"},
        {"2nd_try logical", "E112 2:1 [2nd_try] `2nd_try` is not a name | a name has small letters a to z, digits and `_`, and "
                            "starts with a letter"},
        {"staff-informed count", "E110 2:6 [-] expected a type or `=`, found `-` | "
                                 "a name is written with `_`, as in `staff_informed`"},
        {"rate = 1,5", "E110 2:9 [,] expected a fact or `}`, found `,` | "
                       "numbers have no separators and use a decimal point, as in `1000` and `1.5`"},
        {"staff count at least 1,000", "E110 2:23 [,] expected a fact or `}`, found `,` | "
                                       "numbers have no separators and use a decimal point, as in `1000` and `1.5`"},
        {"staff count at least -1",
         "E110 2:22 [-] expected a number, found `-` | numbers are not negative here and have no sign"},
        {"staff count at most 1e3", "E110 2:21 [1e3] expected a number or a name, found `1e3` | "
                                    "numbers have no exponent; write all digits, as in `1000`"},
        {"done yes_no by 31-03-2022", "E110 2:16 [31-03-2022] expected a month and day, found `31-03-2022` | "
                                      "a day of the year is written month-day, as in `11-16`"},
        {"_x count",
         "E112 2:1 [_x] `_x` is not a name | a name has small letters a to z, digits and `_`, and starts with a letter"},
        {"count count", "E111 2:1 [count] `count` is a keyword, not a name | a longer name may hold the word, as in `count_1`"},
        {"count = 1", "E111 2:1 [count] `count` is a keyword, not a name | a longer name may hold the word, as in `count_1`"},
        {"staff", "E110 3:1 [}] expected a type or `=`, found `}` | "
                  "a type is `yes_no`, `count`, `number`, `percent`, `date` or `one of (…)`"},
        {"staff cuont", "E110 2:7 [cuont] expected a type or `=`, found `cuont` | did you mean `count`?"},
        {"staff Count", "E110 2:7 [Count] expected a type or `=`, found `Count` | did you mean `count`?"},
        {"staff int", "E110 2:7 [int] expected a type or `=`, found `int` | "
                      "a type is `yes_no`, `count`, `number`, `percent`, `date` or `one of (…)`"},
        {"staff number scale", "E110 3:1 [}] expected a whole number, found `}` | a whole number is written in digits only"},
        {"staff number scale 1.5",
         "E110 2:20 [1.5] expected a whole number, found `1.5` | a whole number is written in digits only"},
        {"staff number scale two",
         "E110 2:20 [two] expected a whole number, found `two` | a whole number is written in digits only"},
        {"size ordered", "E110 3:1 [}] expected `one`, found `}`"},
        {"size ordered (a)", "E110 2:14 [(] expected `one`, found `(`"},
        {"size one", "E110 3:1 [}] expected `of`, found `}`"},
        {"size one (a)", "E110 2:10 [(] expected `of`, found `(` | write `one of (`"},
        {"size one of", "E110 3:1 [}] expected `(`, found `}`"},
        {"size one of small", "E110 2:13 [small] expected `(`, found `small`"},
        {"size one of ()", "E110 2:14 [)] expected a name, found `)`"},
        {"size one of (a, B)",
         "E112 2:17 [B] `B` is not a name | a name has small letters a to z, digits and `_`, and starts with a letter"},
        {"size one of (a", "E110 3:1 [}] expected `)`, found `}` | the `(` of line 2, column 13 is still open"},
        {"staff count ask", "E110 3:1 [}] expected a text, found `}` | put text in quotation marks"},
        {"staff count ask x", "E110 2:17 [x] expected a text, found `x` | put text in quotation marks"},
        {"staff count evidence", "E110 3:1 [}] expected a text, found `}` | put text in quotation marks"},
        {"staff count at", "E110 3:1 [}] expected `least` or `most`, found `}`"},
        {"staff count at 5", "E110 2:16 [5] expected `least` or `most`, found `5`"},
        {"staff count at least", "E110 3:1 [}] expected a number, found `}`"},
        {"staff count at least many", "E110 2:22 [many] expected a number, found `many`"},
        {"staff count at most", "E110 3:1 [}] expected a number or a name, found `}`"},
        {"staff count at most Staff", "E112 2:21 [Staff] `Staff` is not a name | "
                                      "a name has small letters a to z, digits and `_`, and starts with a letter"},
        {"staff count by",
         "E110 3:1 [}] expected a month and day, found `}` | a day of the year is written month-day, as in `11-16`"},
        {"staff count by 3-31",
         "E110 2:16 [3-31] expected a month and day, found `3-31` | a day of the year is written month-day, as in `11-16`"},
        {"staff count only", "E110 3:1 [}] expected `for`, found `}`"},
        {"staff count only agency", "E110 2:18 [agency] expected `for`, found `agency`"},
        {"staff count only for", "E110 3:1 [}] expected a name, found `}`"},
        {"staff count only for a,", "E110 3:1 [}] expected a name, found `}` | a list has no comma after its last element"},
        {"staff count from", "E110 3:1 [}] expected `count`, `sum`, `mean`, `least` or `greatest`, found `}`"},
        {"staff count from 5", "E110 2:18 [5] expected `count`, `sum`, `mean`, `least` or `greatest`, found `5`"},
        {"staff count from count", "E110 3:1 [}] expected `of`, found `}`"},
        {"staff count from count of", "E110 3:1 [}] expected `(`, found `}`"},
        {"staff count from count of school", "E110 2:27 [school] expected `(`, found `school`"},
        {"staff count from count of (", "E110 3:1 [}] expected a name, found `}`"},
        {"staff count from count of (a", "E110 3:1 [}] expected `)`, found `}` | the `(` of line 2, column 27 is still open"},
        {"staff count from count of (a) where", "E110 3:1 [}] expected a condition, found `}`"},
        {"rate =", "E110 3:1 [}] expected an expression, found `}`"},
        {"rate = = 2", "E110 2:8 [=] expected an expression, found `=`"},
        {"rate = 2 +", "E110 3:1 [}] expected a value, found `}`"},
        {"rate == 2", "E110 2:6 [==] expected a type or `=`, found `==` | write `=`"},
        {"staff count at least 1 at least 2", "E115 2:33 [2] duplicate `at least` | keep one of them"},
        {"staff count at most 1 at most x", ""}, // a number and another fact bound it together
        {"staff count at most 1 at most 2", "E115 2:31 [2] duplicate `at most` | keep one of them"},
        {"staff count at most x at most y", "E115 2:31 [y] duplicate `at most` | keep one of them"},
        {"staff count by 01-31 by 02-28", "E115 2:25 [02-28] duplicate `by` | keep one of them"},
        {"staff count only for a only for b", "E115 2:33 [b] duplicate `only for` | keep one of them"},
        {"staff count from count of (a) from count of (b)", "E115 2:31 [from count of (b)] duplicate `from` | keep one of them"},
        {"staff count unles x", "E110 2:19 [x] expected a type or `=`, found `x` | "
                                "a type is `yes_no`, `count`, `number`, `percent`, `date` or `one of (…)`"},
        {"staff count;", "E110 2:12 [;] expected a fact or `}`, found `;` | statements are not separated by anything"},
        {"staff: count", "E110 2:6 [:] expected a type or `=`, found `:` | remove the `:`"},
        {"criterion 1 when x",
         "E113 2:1 [criterion] expected `}` before `criterion` | the `{` of line 1, column 26 is still open\n"
         "E110 3:3 [}] expected `document`, `part`, `standard`, `amend` or `example`, found `}` | no `{` is open here"},
    };
    for (const auto& [text, says] : examples) {
        INFO(text);
        CHECK(said(read("standard s for k { facts {\n" + text + "\n} }")) == says);
    }
}

TEST_CASE("messages: what criteria are") {
    const std::vector<example> examples{
        {"criterion",
         "E110 3:1 [}] expected a clause, found `}` | a clause is written as in the text of the law, such as `6.3.đ`"},
        {"criterion when x", "E110 2:11 [when] expected a clause, found `when` | "
                             "a clause is written as in the text of the law, such as `6.3.đ`"},
        {"criterion \"x\" when x",
         "E110 2:11 [\"x\"] expected a clause, found `\"x\"` | a clause is written as in the text of the law, such as `6.3.đ`"},
        {"criterion 6.ê when x",
         "E112 2:11 [6.ê] `6.ê` is not a clause | a clause has letters a to z, `đ` and digits, in parts joined by `.`"},
        {"criterion 1",
         "E110 3:1 [}] expected `when`, `all of`, `any of`, `none of`, `at least`, `same as` or points, found `}`"},
        {"criterion 1 \"x\"",
         "E110 3:1 [}] expected `when`, `all of`, `any of`, `none of`, `at least`, `same as` or points, found `}`"},
        {"criterion 1 x",
         "E110 2:13 [x] expected `when`, `all of`, `any of`, `none of`, `at least`, `same as` or points, found `x`"},
        {"criterion 1 whn x",
         "E110 2:13 [whn] expected `when`, `all of`, `any of`, `none of`, `at least`, `same as` or points, found `whn` | "
         "did you mean `when`?"},
        {"criterion 1 When x",
         "E110 2:13 [When] expected `when`, `all of`, `any of`, `none of`, `at least`, `same as` or points, found `When` | "
         "did you mean `when`?"},
        {"criterion 1 all", "E110 3:1 [}] expected `of`, found `}`"},
        {"criterion 1 all { }", "E110 2:17 [{] expected `of`, found `{` | write `all of {`"},
        {"criterion 1 all of", "E110 3:1 [}] expected `{`, found `}` | a `{` opens the criteria that are combined"},
        {"criterion 1 all of a", "E110 2:20 [a] expected `{`, found `a` | a `{` opens the criteria that are combined"},
        {"criterion 1 all of\n  a when x\n  b when y\n}\ncriterion 2 when z",
         "E110 3:3 [a] expected `{`, found `a` | a `{` opens the criteria that are combined"},
        {"facts\n  staff count\n  models bool\n}\ncriterion 2 when z",
         "E110 3:3 [staff] expected `{`, found `staff` | a `{` opens the facts\n"
         "E110 4:10 [bool] expected a type or `=`, found `bool` | "
         "a type is `yes_no`, `count`, `number`, `percent`, `date` or `one of (…)`"},
        {"facts\ncriterion 2 when z", "E110 3:1 [criterion] expected `{`, found `criterion` | a `{` opens the facts"},
        {"criterion 1,2 when x",
         "E110 2:12 [,] expected `when`, `all of`, `any of`, `none of`, `at least`, `same as` or points, found `,`"},
        {"criterion 1 any { }", "E110 2:17 [{] expected `of`, found `{` | write `any of {`"},
        {"criterion 1 none { }", "E110 2:18 [{] expected `of`, found `{` | write `none of {`"},
        {"criterion 1 at least 2 { }", "E110 2:24 [{] expected `of`, found `{` | write `at least 2 of {`"},
        {"criterion 1 at", "E110 3:1 [}] expected `least`, found `}`"},
        {"criterion 1 at most 2 of { }", "E110 2:16 [most] expected `least`, found `most`"},
        {"criterion 1 at least", "E110 3:1 [}] expected a whole number, found `}` | a whole number is written in digits only"},
        {"criterion 1 at least two of { }",
         "E110 2:22 [two] expected a whole number, found `two` | a whole number is written in digits only"},
        {"criterion 1 at least 2", "E110 3:1 [}] expected `of`, found `}`"},
        {"criterion 1 at least 2.5 of { }",
         "E110 2:22 [2.5] expected a whole number, found `2.5` | a whole number is written in digits only"},
        {"criterion 1 same", "E110 3:1 [}] expected `as`, found `}`"},
        {"criterion 1 same as",
         "E110 3:1 [}] expected a clause, found `}` | a clause is written as in the text of the law, such as `6.3.đ`"},
        {"criterion 1 same as s 1, ", "E110 3:1 [}] expected a clause, found `}` | a list has no comma after its last element"},
        {"criterion 1 when x only", "E110 3:1 [}] expected `where`, found `}`"},
        {"criterion 1 when x only x", "E110 2:25 [x] expected `where`, found `x`"},
        {"criterion 1 when x only where", "E110 3:1 [}] expected a condition, found `}`"},
        {"criterion 1 when x unless", "E110 3:1 [}] expected a condition, found `}`"},
        {"criterion 1 when x needs", "E110 3:1 [}] expected `judgement`, found `}`"},
        {"criterion 1 when x needs judgment",
         "E110 2:26 [judgment] expected `judgement`, found `judgment` | did you mean `judgement`?"},
        {"criterion 1 when x note", "E110 3:1 [}] expected a text, found `}` | put text in quotation marks"},
        {"criterion 1 when x unles y",
         "E110 2:20 [unles] expected a standard item or `}`, found `unles` | did you mean `unless`?"},
        {"criterion 1 when x y", "E110 2:20 [y] expected a standard item or `}`, found `y` | "
                                 "a standard holds `at least`, `at most`, `cite`, `classes by`, `criterion`, `decide before`, "
                                 "`exactly`, `facts`, `not applicable`, `not assessed`, "
                                 "`not subject`, `note`, `outcome`, `places`, `points`, `quota`, `reading`, `refer to`, `title`, "
                                 "`total rounded` and `window`"},
        {"criterion 1 all of { x }",
         "E110 2:24 [}] expected `when`, `all of`, `any of`, `none of`, `at least`, `same as` or points, found `}`"},
        {"criterion 1 all of { a whn x }",
         "E110 2:24 [whn] expected `when`, `all of`, `any of`, `none of`, `at least`, `same as` or points, found `whn` | "
         "did you mean `when`?"},
        {"criterion 1 all of { a when x unles y }",
         "E110 2:31 [unles] expected a clause or `}`, found `unles` | did you mean `unless`?"},
        {"criterion 1 all of { a when x adn y }", "E110 2:31 [adn] expected a clause or `}`, found `adn` | did you mean `and`?"},
        {"criterion 1 all of { a when x, b when y }",
         "E110 2:30 [,] expected a clause or `}`, found `,` | statements are not separated by anything"},
        {"criterion 1 all of { a when x; b when y }",
         "E110 2:30 [;] expected a clause or `}`, found `;` | statements are not separated by anything"},
        {"criterion 1 all of { criterion 2 when x }",
         "E113 2:22 [criterion] expected `}` before `criterion` | the `{` of line 2, column 20 is still open\n"
         "E110 3:1 [}] expected `document`, `part`, `standard`, `amend` or `example`, found `}` | no `{` is open here"},
        {"criterion 1 all of { ê when x }",
         "E112 2:22 [ê] `ê` is not a clause | a clause has letters a to z, `đ` and digits, in parts joined by `.`"},
        {"criterion 1 all of { d\xCC\xB6"
         " when x }",
         "E112 2:22 [d\xCC\xB6"
         "] `d\xCC\xB6"
         "` is not a clause | write `đ` as the one character U+0111, not as a letter with a mark on it"},
        {"criterion 1 all of { when x }", "E110 2:22 [when] expected a clause or `}`, found `when`"},
        {"criterion 1 all of { a when x", "E113 1:18 [{] this `{` is not closed | write `}` where its block ends"},
        {"criterion 1 all of { \"a\" when x }", "E110 2:22 [\"a\"] expected a clause or `}`, found `\"a\"`"},
    };
    for (const auto& [text, says] : examples) {
        INFO(text);
        CHECK(said(read("standard s for k {\n" + text + "\n}")) == says);
    }
}

TEST_CASE("messages: what a condition is") {
    const std::vector<example> examples{
        {"", "E110 3:1 [}] expected a condition, found `}`"},
        {"and x", "E110 2:18 [and] expected a condition, found `and`"},
        {"x and", "E110 3:1 [}] expected a condition, found `}`"},
        {"x or", "E110 3:1 [}] expected a condition, found `}`"},
        {"not", "E110 3:1 [}] expected a condition, found `}`"},
        {"x =", "E110 3:1 [}] expected a value, found `}`"},
        {"x = and", "E110 2:22 [and] expected a value, found `and`"},
        {"x == 1", "E110 2:20 [==] expected a standard item or `}`, found `==` | write `=`"},
        {"x != ", "E110 3:1 [}] expected a value, found `}`"},
        {"x <> 1", "E110 2:20 [<>] expected a standard item or `}`, found `<>` | write `!=`"},
        {"x ≠ 1", "E110 2:20 [≠] expected a standard item or `}`, found `≠` | write `!=`"},
        {"x =< 1", "E110 2:20 [=<] expected a standard item or `}`, found `=<` | write `<=`"},
        {"x => 1", "E110 2:20 [=>] expected a standard item or `}`, found `=>` | write `>=`"},
        {"x ≤ 1", "E110 2:20 [≤] expected a standard item or `}`, found `≤` | write `<=`"},
        {"x ≥ 1", "E110 2:20 [≥] expected a standard item or `}`, found `≥` | write `>=`"},
        {"x < = 1", "E110 2:22 [=] expected a value, found `=` | write `<=`"},
        {"x >= = 1", "E110 2:23 [=] expected a value, found `=`"},
        {"x >> 1", "E110 2:20 [>>] expected a standard item or `}`, found `>>` | write `>`"},
        {"x << 1", "E110 2:20 [<<] expected a standard item or `}`, found `<<` | write `<`"},
        {"x && y", "E110 2:20 [&&] expected a standard item or `}`, found `&&` | write `and`"},
        {"x & y", "E110 2:20 [&] expected a standard item or `}`, found `&` | write `and`"},
        {"x || y", "E110 2:20 [||] expected a standard item or `}`, found `||` | write `or`"},
        {"x | y", "E110 2:20 [|] expected a standard item or `}`, found `|` | write `or`"},
        {"!x", "E110 2:18 [!] expected a condition, found `!` | write `not`"},
        {"x not y", "E110 2:20 [not] expected a standard item or `}`, found `not` | "
                    "`not` stands before what it denies, or in `is not` and `not in`"},
        {"x not in", "E110 3:1 [}] expected `(`, found `}`"},
        {"x in", "E110 3:1 [}] expected `(`, found `}`"},
        {"x in y", "E110 2:23 [y] expected `(`, found `y`"},
        {"x in ()", "E110 2:24 [)] expected a name, found `)`"},
        {"x in (a", "E110 3:1 [}] expected `)`, found `}` | the `(` of line 2, column 23 is still open"},
        {"x in (a b)", "E110 2:26 [b] expected `)`, found `b` | the `(` of line 2, column 23 is still open"},
        {"x in (a,)", "E110 2:26 [)] expected a name, found `)` | a list has no comma after its last element"},
        {"x in (A)",
         "E112 2:24 [A] `A` is not a name | a name has small letters a to z, digits and `_`, and starts with a letter"},
        {"x is", "E110 3:1 [}] expected a name, found `}`"},
        {"x is not", "E110 3:1 [}] expected a name, found `}`"},
        {"x is 5", "E112 2:23 [5] `5` is not a name | `is` asks for an option; of a number write `= 5`"},
        {"x is X", "E112 2:23 [X] `X` is not a name | a name has small letters a to z, digits and `_`, and starts with a letter"},
        {"x is \"x\"", "E110 2:23 [\"x\"] expected a name, found `\"x\"`"},
        {"x +", "E110 3:1 [}] expected a value, found `}`"},
        {"x *", "E110 3:1 [}] expected a value, found `}`"},
        {"x / 2", "E110 2:20 [/] expected a standard item or `}`, found `/` | "
                  "there is no division; for `a / b >= 3` write `a >= 3 * b`; a share is compared as `part >= 70% of whole`"},
        {"x × 2", "E110 2:20 [×] expected a standard item or `}`, found `×` | write `*`"},
        {"x ÷ 2", "E110 2:20 [÷] expected a standard item or `}`, found `÷` | "
                  "there is no division; for `a / b >= 3` write `a >= 3 * b`; a share is compared as `part >= 70% of whole`"},
        {"-1", "E110 2:18 [-] expected a condition, found `-` | numbers are not negative here and have no sign"},
        {"x > -1", "E110 2:22 [-] expected a value, found `-` | numbers are not negative here and have no sign"},
        {"x > +1", "E110 2:22 [+] expected a value, found `+` | numbers are not negative here and have no sign"},
        {"x > -y", "E110 2:22 [-] expected a value, found `-`"},
        {"x - ", "E110 3:1 [}] expected a value, found `}`"},
        {"(x", "E110 3:1 [}] expected `)`, found `}` | the `(` of line 2, column 18 is still open"},
        {"(x y)", "E110 2:21 [y] expected `)`, found `y` | the `(` of line 2, column 18 is still open"},
        {"((x)", "E110 3:1 [}] expected `)`, found `}` | the `(` of line 2, column 18 is still open"},
        {"()", "E110 2:19 [)] expected a condition, found `)`"},
        {"x)", "E110 2:19 [)] expected a standard item or `}`, found `)` | "
               "a standard holds `at least`, `at most`, `cite`, `classes by`, `criterion`, `decide before`, `exactly`, `facts`, "
               "`not applicable`, `not assessed`, "
               "`not subject`, `note`, `outcome`, `places`, `points`, `quota`, `reading`, `refer to`, `title`, `total rounded` "
               "and `window`"},
        {"70% of", "E110 3:1 [}] expected a value, found `}`"},
        {"% of x", "E110 2:18 [%] expected a condition, found `%`"},
        {"70 %%", "E110 2:22 [%] expected a standard item or `}`, found `%` | "
                  "a standard holds `at least`, `at most`, `cite`, `classes by`, `criterion`, `decide before`, `exactly`, "
                  "`facts`, `not applicable`, `not assessed`, "
                  "`not subject`, `note`, `outcome`, `places`, `points`, `quota`, `reading`, `refer to`, `title`, `total "
                  "rounded` and `window`"},
        {"1.5.2", "E110 2:18 [1.5.2] expected a condition, found `1.5.2`"},
        {"1.", "E110 2:19 [.] expected a standard item or `}`, found `.` | "
               "a number has digits before and after its point, as in `0.5`"},
        {".5", "E110 2:18 [.] expected a condition, found `.` | a number has digits before and after its point, as in `0.5`"},
        {"12abc",
         "E110 2:18 [12abc] expected a condition, found `12abc` | a name starts with a letter, and a number has digits only"},
        {"1e3", "E110 2:18 [1e3] expected a condition, found `1e3` | numbers have no exponent; write all digits, as in `1000`"},
        {"x > 1.5E-3",
         "E110 2:22 [1.5E-3] expected a value, found `1.5E-3` | numbers have no exponent; write all digits, as in `1000`"},
        {"x > 1,000", "E110 2:23 [,] expected a standard item or `}`, found `,` | "
                      "numbers have no separators and use a decimal point, as in `1000` and `1.5`"},
        {"x >= 70,5% of y", "E110 2:25 [,] expected a standard item or `}`, found `,` | "
                            "numbers have no separators and use a decimal point, as in `1000` and `1.5`"},
        {"(x > 1,5)", "E110 2:24 [,] expected `)`, found `,` | "
                      "numbers have no separators and use a decimal point, as in `1000` and `1.5`"},
        {"x > 1.000.000", "E110 2:22 [1.000.000] expected a value, found `1.000.000` | "
                          "numbers have no separators and use a decimal point, as in `1000` and `1.5`"},
        {"5_000", "E110 2:18 [5_000] expected a condition, found `5_000` | "
                  "numbers have no separators and use a decimal point, as in `1000` and `1.5`"},
        {"d < 20-11-2022", ""}, // a difference; that no date is compared with one is said when types are checked
        {"d < 01/02/2022",
         "E110 2:22 [01/02/2022] expected a value, found `01/02/2022` | a date is year-month-day, such as `2022-11-20`"},
        {"d < 2022/11/20",
         "E110 2:22 [2022/11/20] expected a value, found `2022/11/20` | a date is year-month-day, such as `2022-11-20`"},
        {"d < 1.2.2022",
         "E110 2:22 [1.2.2022] expected a value, found `1.2.2022` | a date is year-month-day, such as `2022-11-20`"},
        {"x = 6/2", "E110 2:23 [/] expected a standard item or `}`, found `/` | "
                    "there is no division; for `a / b >= 3` write `a >= 3 * b`; a share is compared as `part >= 70% of whole`"},
        {"Staff > 1", "E112 2:18 [Staff] `Staff` is not a name | "
                      "a name has small letters a to z, digits and `_`, and starts with a letter"},
        {"nhân_viên > 1", "E112 2:18 [nhân_viên] `nhân_viên` is not a name | "
                          "a name has small letters a to z, digits and `_`, and starts with a letter"},
        {"count > 1", "E111 2:18 [count] `count` is a keyword, not a name | a longer name may hold the word, as in `count_1`"},
        {"(count)", "E111 2:19 [count] `count` is a keyword, not a name | a longer name may hold the word, as in `count_1`"},
        {"date", "E111 2:18 [date] `date` is a keyword, not a name | a longer name may hold the word, as in `date_1`"},
        {"x and part", "E111 2:24 [part] `part` is a keyword, not a name | a longer name may hold the word, as in `part_1`"},
        {"part and x", "E111 2:18 [part] `part` is a keyword, not a name | a longer name may hold the word, as in `part_1`"},
        {"x or not source # why\nunless y",
         "E111 2:27 [source] `source` is a keyword, not a name | a longer name may hold the word, as in `source_1`"},
        {"x and and", "E110 2:24 [and] expected a condition, found `and`"},
        {"x and unless\ny", "E110 2:24 [unless] expected a condition, found `unless`"},
        {"previous", "E110 3:1 [}] expected a name, found `}`"},
        {"previous count",
         "E111 2:27 [count] `count` is a keyword, not a name | a longer name may hold the word, as in `count_1`"},
        {"previous 5",
         "E112 2:27 [5] `5` is not a name | a name has small letters a to z, digits and `_`, and starts with a letter"},
        {"every", "E110 3:1 [}] expected `criterion`, found `}`"},
        {"every criteria is met", "E110 2:24 [criteria] expected `criterion`, found `criteria` | did you mean `criterion`?"},
        {"every criterion", "E110 3:1 [}] expected `is met` or `at least`, found `}`"},
        {"every criterion is", "E110 3:1 [}] expected `met`, found `}`"},
        {"every criterion is not met", "E110 2:37 [not] expected `met`, found `not`"},
        {"criterion 1", "E110 2:18 [criterion] expected a condition, found `criterion` | "
                        "a criterion is asked for as in `criterion 6.1 is met`"},
        {"criterion 1 met", "E110 2:18 [criterion] expected a condition, found `criterion` | "
                            "a criterion is asked for as in `criterion 6.1 is met`"},
        {"criterion 1 is", "E110 3:1 [}] expected `met`, found `}`"},
        {"criterion 1 is not", "E110 3:1 [}] expected `met`, found `}`"},
        {"criterion 1 is meet", "E110 2:33 [meet] expected `met`, found `meet` | did you mean `met`?"},
        {"criterion is met", "E110 2:18 [criterion] expected a condition, found `criterion` | "
                             "a criterion is asked for as in `criterion 6.1 is met`"},
        {"outcome met",
         "E110 2:18 [outcome] expected a condition, found `outcome` | the outcome is asked for as in `outcome is met`"},
        {"outcome is", "E110 3:1 [}] expected a name, found `}`"},
        {"x := 1", "E110 2:20 [:=] expected a standard item or `}`, found `:=` | write `=`"},
        {"x\xC2\xA0"
         "> 1",
         "E110 2:19 [\xC2\xA0"
         "] expected a standard item or `}`, found U+00A0 | this is a no-break space; write an ordinary one"},
        {"x > \xC2\xA0"
         "1",
         "E110 2:22 [\xC2\xA0"
         "] expected a value, found U+00A0 | this is a no-break space; write an ordinary one"},
        {"x \xE2\x80\x8B"
         "and y",
         "E110 2:20 [\xE2\x80\x8B"
         "] expected a standard item or `}`, found U+200B | this is a character that shows nothing; delete it"},
        {"x ? y : z", "E110 2:20 [?] expected a standard item or `}`, found `?` | "
                      "a standard holds `at least`, `at most`, `cite`, `classes by`, `criterion`, `decide before`, `exactly`, "
                      "`facts`, `not applicable`, `not assessed`, "
                      "`not subject`, `note`, `outcome`, `places`, `points`, `quota`, `reading`, `refer to`, `title`, `total "
                      "rounded` and `window`"},
        {"x; y", "E110 2:19 [;] expected a standard item or `}`, found `;` | statements are not separated by anything"},
        {"x = “a”", "E110 2:22 [“] expected a value, found `“` | put text in straight double quotation marks"},
        {"\"x\"", "E110 2:18 [\"x\"] expected a condition, found `\"x\"`"},
        {"x // y", "E110 2:20 [//] expected a standard item or `}`, found `//` | a comment starts with `#`"},
        {"x /* y */",
         "E110 2:20 [/*] expected a standard item or `}`, found `/*` | a comment starts with `#` and ends with its line"},
        {"True", "E112 2:18 [True] `True` is not a name | "
                 "a name has small letters a to z, digits and `_`, and starts with a letter"},
        {"x and and y", "E110 2:24 [and] expected a condition, found `and`"},
        {"AND x", "E110 2:18 [AND] expected a condition, found `AND` | did you mean `and`?"},
    };
    for (const auto& [text, says] : examples) {
        INFO(text);
        CHECK(said(read("standard s for k {\ncriterion 1 when " + text + "\n}")) == says);
    }
}

TEST_CASE("messages: texts and characters") {
    const std::vector<example> examples{
        {"part of \"x", "E107 1:9 [\"] this text is not closed on its line | write `\"` where it ends"},
        {"part of \"x # no comment", "E107 1:9 [\"] this text is not closed on its line | write `\"` where it ends"},
        {"part of \"\\n\"",
         "E108 1:10 [\\n] `\\n` is not an escape | write `\\\"` for a quotation mark and `\\\\` for a backslash"},
        {"part of \"a\\", "E107 1:9 [\"] this text is not closed on its line | write `\"` where it ends\n"
                          "E108 1:11 [\\] `\\` is not an escape | write `\\\"` for a quotation mark and `\\\\` for a backslash"},
        {"part of \"a\\\"", "E107 1:9 [\"] this text is not closed on its line | write `\"` where it ends"},
        {"part of \"\x07"
         "\"",
         "E104 1:10 [\x07"
         "] control character U+0007 | delete it"},
        {"part of \"x\" # \x1B"
         "[31m",
         "E104 1:15 [\x1B"
         "] control character U+001B | delete it"},
        {"part of \"\xE2\x80\xAE"
         "x\"",
         "E104 1:10 [\xE2\x80\xAE"
         "] hidden direction mark U+202E | delete it: it makes the text look different from what it says"},
        {"part \xE2\x81\xA6"
         "of \"x\"",
         "E104 1:6 [\xE2\x81\xA6"
         "] hidden direction mark U+2066 | delete it: it makes the text look different from what it says"},
        {"part of\r\"x\"\rpart of \"y\"", "E104 1:8 [\r] a carriage return without a line feed | "
                                          "end lines with a line feed, alone or after a carriage return"},
        {"part of \"x\"\x0C", "E104 1:12 [\x0C"
                              "] control character U+000C | delete it"},
        {"part of \"\xC2\x85"
         "\"",
         "E104 1:10 [\xC2\x85"
         "] control character U+0085 | delete it"},
    };
    for (const auto& [text, says] : examples) {
        INFO(text);
        CHECK(said(read(text)) == says);
    }
}

TEST_CASE("messages: braces that do not match") {
    const std::vector<example> examples{
        {"standard s for k {\n    criterion 1 all of {\n        a when x\n    criterion 2 when y\n}",
         "E113 4:5 [criterion] expected `}` before `criterion` | the `{` of line 2, column 24 is still open"},
        {"standard s for k {\n    facts {\n        x count\n    outcome met otherwise\n}",
         "E113 4:5 [outcome] expected `}` before `outcome` | the `{` of line 2, column 11 is still open"},
        {"document \"1\" {\nstandard s for k { }",
         "E113 2:1 [standard] expected `}` before `standard` | the `{` of line 1, column 14 is still open"},
        {"standard s for k {\n    criterion 1 all of {\n        a when x\n",
         "E113 2:24 [{] this `{` is not closed | write `}` where its block ends"},
        {"standard s for k {\n}\n}\n",
         "E110 3:1 [}] expected `document`, `part`, `standard`, `amend` or `example`, found `}` | no `{` is open here"},
        {"standard s for k {\n    }\n    criterion 1 when x\n    criterion 2 when y\n}",
         "E110 3:5 [criterion] expected `document`, `part`, `standard`, `amend` or `example`, found `criterion` | "
         "a `}` above closes its block too early, or this stands outside of one"},
        {"standard s for k { criterion 1 all of { criterion a when x } }",
         "E110 1:41 [criterion] expected a clause or `}`, found `criterion` | "
         "a criterion inside another is written without the word `criterion`"},
    };
    for (const auto& [text, says] : examples) {
        INFO(text);
        CHECK(said(read(text)) == says);
    }
}

} // namespace test_messages
