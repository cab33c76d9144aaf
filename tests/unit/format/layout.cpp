// SPDX-License-Identifier: Apache-2.0
// How each construct is laid out.
#include "support/catch.hpp"
#include "support/cpu_time.hpp"
#include "unit/format/formatting.hpp"
#include "unit/format/trees.hpp"

namespace test_layout {

using namespace format_tests;
using tieuchi_tests::is_linear;

namespace {

/// The layout of these rules, which are still the same ones.
std::string formatted_rules(const std::string& text) {
    std::string made = canonical(text);
    CHECK(tree_of(made) == tree_of(text));
    return made;
}

/// These items in a standard, laid out, without the standard and one level further out.
std::string items(const std::string& text) {
    const std::string made = formatted_rules("standard s for k {\n" + text + "\n}\n");
    const std::string head = "standard s for k {\n";
    const std::string tail = "}\n";
    REQUIRE(made.starts_with(head));
    REQUIRE(made.ends_with(tail));
    std::string inner;
    for (std::size_t at = head.size(); at < made.size() - tail.size();) {
        const std::size_t end = made.find('\n', at) + 1;
        const std::size_t margin = made[at] == '\n' ? 0 : 4;
        inner += made.substr(at + margin, end - at - margin);
        at = end;
    }
    return inner;
}

std::string facts(const std::string& text) {
    const std::string made = items("facts { " + text + " }");
    const std::string head = "facts {\n";
    REQUIRE(made.starts_with(head));
    return made.substr(head.size(), made.size() - head.size() - 2);
}

const std::string fifty(50, 'x');

} // namespace

TEST_CASE("a class cites clauses one by one, and what follows the comma is the next class") {
    const std::string classes = R"(classes by total {
    excellent en "Excellent" >= 90 cite 8.1,
    good >= 70 cite "2/2020" 8.2 cite 8.5,
    fair >= 50 cite 8.3,
    weak otherwise cite 8.4
} cite 8 cite "2/2020" 8
)";
    CHECK(items(classes) == classes);
    CHECK(
        items(
            "classes by total{excellent en \"Excellent\">=90 cite 8.1,good>=70 cite\"2/2020\"8.2 cite 8.5,fair>=50 cite 8.3,weak "
            "otherwise "
            "cite 8.4}cite 8 cite\"2/2020\"8") == classes);
}

TEST_CASE("one statement a line, four columns a level") {
    CHECK(formatted_rules(
              "document \"1\"{title \"T\" status draft in force from 2020-01-01 to 2021-01-01 replaces \"0\"\n\nfacts{a "
              "count}}part of \"1\" "
              "standard s for k,l{}") == R"(document "1" {
    title "T"
    status draft
    in force from 2020-01-01 to 2021-01-01
    replaces "0"

    facts {
        a count
    }
}

part of "1"

standard s for k, l {}
)");
    CHECK(items("criterion 1 all of{a when x b any of{i when y ii when z}cite 3}criterion 2 when x") == R"(criterion 1 all of {
    a when x
    b any of {
        i when y
        ii when z
    } cite 3
}
criterion 2 when x
)");
}

TEST_CASE("blanks between tokens") {
    CHECK(items("criterion 1 when ( a>=70 %of(b+2*c) )and not(d in(e ,f))") ==
          "criterion 1 when (a >= 70% of (b + 2 * c)) and not (d in (e, f))\n");
    CHECK(items("window 11-16..11-15 cite 8.2.b ,6") == "window 11-16 .. 11-15 cite 8.2.b, 6\n");
    CHECK(items("criterion 1 when a = 10-3 and b - 2022-01-01-c > 20-11-2022") ==
          "criterion 1 when a = 10 - 3 and b - 2022-01-01 - c > 20 - 11 - 2022\n");
    CHECK(facts("a yes_no by 03-31 b number scale 2 at least 0 at most 9.5") ==
          "    a yes_no by 03-31\n    b number scale 2 at least 0 at most 9.5\n");
}

TEST_CASE("a criterion that is too long has its parts on lines of their own") {
    CHECK(items("criterion 6.1 vi \"" + fifty + "\" en \"" + fifty + "\" when x unless y needs judgement cite 1") ==
          "criterion 6.1 vi \"" + fifty + "\" en \"" + fifty + R"("
    when x
    unless y
    needs judgement
    cite 1
)");
    CHECK(items("criterion 6.1 vi \"" + fifty + fifty + "\" en \"yyyyyyyyyy\" all of { a when x } unless y") ==
          "criterion 6.1 vi \"" + fifty + fifty + R"("
              en "yyyyyyyyyy"
all of {
    a when x
} unless y
)");
}

TEST_CASE("conditions end their lines at the outermost `or` or `and`") {
    CHECK(items("criterion 1 when (" + fifty + " and a) or (b and (" + fifty + " or c > 1 or d) and " + fifty +
                ")") == "criterion 1\n    when (" + fifty + R"( and a)
        or (b
            and ()" + fifty +
                            R"( or c > 1 or d)
            and )" + fifty + ")\n");
}

TEST_CASE("facts") {
    CHECK(facts("a yes_no by 03-31 vi \"" + fifty + "\" en \"e\" ask vi \"" + fifty + "\" en \"more " + fifty +
                " and more\" evidence \"p\" cite 1, 2") ==
          "    a yes_no by 03-31\n        vi \"" + fifty + "\" en \"e\"\n        ask vi \"" + fifty +
              "\"\n            en \"more " + fifty + " and more\"\n        evidence \"p\"\n        cite 1, 2\n");
    CHECK(facts("size one of(small vi \"" + fifty + "\",large vi \"" + fifty + "\")only for k vi \"v\"") ==
          "    size one of (\n            small vi \"" + fifty + "\",\n            large vi \"" + fifty +
              "\")\n        only for k\n        vi \"v\"\n");
    CHECK(facts("a count from count of(x,y)where outcome is met at most b "
                "c number from mean of total over (x) where e rounded to 0.1 half up d count") ==
          R"(    a count from count of (x, y) where outcome is met at most b
    c number from mean of total over (x) where e rounded to 0.1 half up
    d count
)");
    CHECK(facts("rate=crimes per 1000 staff rounded to 0.01 half up risk = low when i = 0, high when i>3,otherwise middle then = "
                "a + 6 months") ==
          R"(    rate = crimes per 1000 staff rounded to 0.01 half up
    risk = low when i = 0, high when i > 3, otherwise middle
    then = a + 6 months
)");
    CHECK(facts("needed = 90 when " + fifty + " is a, 60 when " + fifty + " is b, otherwise 80 cite 1") ==
          "    needed = 90 when " + fifty + " is a,\n             60 when " + fifty +
              " is b,\n             otherwise 80\n        cite 1\n");
}

TEST_CASE("what stands in a standard besides") {
    CHECK(
        items(
            R"(title vi "v" en "e" note "n" decide before 11-20 by "who" cite 9 not subject when a "why" cite 1 not assessed when b
        refer to "them" when total<50 points 100 up to 110 cite 3 total rounded to 0.5 half even not applicable counts as full
        not applicable is left out not applicable is rescaled cite 2 places may only add cite 8 reading r one of(a,b)default a cite 5
        criterion 1 same as other 2.đ,3 criterion 2 same as 1 outcome good vi "g" when every criterion at least 50% outcome bad otherwise
        classes by total{good "G">=70,weak otherwise}cite 4 at most good when x cite 9 at least weak when y exactly weak when z
        quota good at most 20%of good or better highest total first fewer than 5 at most 1 cite 4)") == R"(title vi "v" en "e"
note "n"
decide before 11-20 by "who" cite 9
not subject when a "why" cite 1
not assessed when b
refer to "them" when total < 50
points 100 up to 110 cite 3
total rounded to 0.5 half even
not applicable counts as full
not applicable is left out
not applicable is rescaled cite 2
places may only add cite 8
reading r one of (a, b) default a cite 5
criterion 1 same as other 2.đ, 3
criterion 2 same as 1
outcome good vi "g" when every criterion at least 50%
outcome bad otherwise
classes by total {
    good "G" >= 70,
    weak otherwise
} cite 4
at most good when x cite 9
at least weak when y
exactly weak when z
quota good at most 20% of good or better highest total first fewer than 5 at most 1 cite 4
)");
}

TEST_CASE("points") {
    CHECK(items(R"(criterion 1 5 points when a and b, 3 points when c,otherwise 0 criterion 2 up to 15 points judged step 0.5
        criterion 3 10 points in proportion to a of b rounded to 0.1 half up criterion 4 10 points all of{a when x 2 when y}
        criterion 5 20 points less 4 per a+b down to 2 criterion 6 30 points{a 10 points when x b scale m{>=3:20 points,otherwise 0}}
        criterion 7 plus 1 per m up to 3 criterion 8 minus 2 points when not r criterion 9 least of{a up to 5 points{i plus 1 when x}}
        criterion 10{a scale a of b{>=50%:1 point,otherwise 0}})") ==
          R"(criterion 1 5 points when a and b, 3 points when c, otherwise 0
criterion 2 up to 15 points judged step 0.5
criterion 3 10 points in proportion to a of b rounded to 0.1 half up
criterion 4 10 points all of {
    a when x
    2 when y
}
criterion 5 20 points less 4 per a + b down to 2
criterion 6 30 points {
    a 10 points when x
    b scale m { >= 3: 20 points, otherwise 0 }
}
criterion 7 plus 1 per m up to 3
criterion 8 minus 2 points when not r
criterion 9 least of {
    a up to 5 points {
        i plus 1 when x
    }
}
criterion 10 {
    a scale a of b { >= 50%: 1 point, otherwise 0 }
}
)");
    const std::string rows = "9 points when " + fifty + ", 8 points when z";
    CHECK(items("criterion 1 \"" + fifty + "\" " + rows + " cite 1") ==
          "criterion 1 \"" + fifty + "\"\n    " + rows + "\n    cite 1\n");
    CHECK(items("criterion 1 9 points when " + fifty + ", 8 points when " + fifty + ", otherwise 0 points note \"n\"") ==
          "criterion 1\n    9 points when " + fifty + ",\n    8 points when " + fifty +
              ",\n    otherwise 0 points\n    note \"n\"\n");
    CHECK(items("criterion 1 scale " + fifty + " { >= 3: 20 points, >= 2: 10 points, otherwise 0 } note \"" + fifty + "\"") ==
          "criterion 1\n    scale " + fifty + " { >= 3: 20 points, >= 2: 10 points, otherwise 0 }\n    note \"" + fifty + "\"\n");
    CHECK(items("criterion 1 scale " + fifty + fifty + " { >= 30: 20 points, >= 20: 10 points, otherwise 0 }") ==
          "criterion 1\n    scale " + fifty + fifty + R"( {
        >= 30: 20 points,
        >= 20: 10 points,
        otherwise 0
    }
)");
}

TEST_CASE("amendments and examples") {
    CHECK(
        formatted_rules(
            R"(amend s{add criterion 4 when c add not subject when d replace points 90 cite 1 replace criterion 3 any of{a when x}
        repeal criterion 1,2 note "n" facts{a count} add at most good when x}example "one"for s{on 2022-11-15 place "Bắc Ninh" reading r is a
        given{kind agency,plan yes,previous cash -12.5,share 5%}expect outcome met expect outcome in(met,not_met)expect total 70 to 80
        expect because 2,3 expect criterion 1 is not met expect criterion 2 is unknown expect criterion 3 is not applicable
        expect points of 7.3 is -1 to 4}example "none" for s{given{}})") == R"(amend s {
    add criterion 4 when c
    add not subject when d
    replace points 90 cite 1
    replace criterion 3 any of {
        a when x
    }
    repeal criterion 1, 2
    note "n"
    facts {
        a count
    }
    add at most good when x
}

example "one" for s {
    on 2022-11-15
    place "Bắc Ninh"
    reading r is a
    given { kind agency, plan yes, previous cash -12.5, share 5% }
    expect outcome met
    expect outcome in (met, not_met)
    expect total 70 to 80
    expect because 2, 3
    expect criterion 1 is not met
    expect criterion 2 is unknown
    expect criterion 3 is not applicable
    expect points of 7.3 is -1 to 4
}

example "none" for s {
    given {}
}
)");
}

TEST_CASE("comments and empty lines stay") {
    CHECK(formatted_rules(
              "\n# head\n\n\n# of the file  \nstandard s for k {   # opens\n\n# first\n\n\n\ncriterion 1 # one\n   # why\n "
              "when x\n\n"
              "criterion 2 when y# two\n\n# last\n\n} # closed\n# below\npart of \"1\"\n\n# end\n\n") == R"(# head

# of the file
standard s for k {  # opens
    # first

    criterion 1  # one
        # why
        when x

    criterion 2 when y  # two

    # last
}  # closed

# below
part of "1"

# end
)");
    CHECK(items("facts {\n# none yet\n}") == "facts {\n    # none yet\n}\n");
    CHECK(items("criterion 1 when x is # odd\n y and z") == "criterion 1\n    when x is  # odd\n            y\n        and z\n");
    CHECK(facts("size one of (small, # the least\n# and\nlarge)") ==
          "    size one of (\n            small,  # the least\n            # and\n            large)\n");
}

TEST_CASE("a byte order mark and carriage returns go") {
    CHECK(canonical("\xEF\xBB\xBF# one\r\n\r\n\r\npart of \"1\"  # two\r\n") == "# one\n\npart of \"1\"  # two\n");
}

TEST_CASE("width is that of the screen, not of the bytes") {
    std::string wide;
    for (int i = 0; i < 60; ++i) { wide += "đ"; }
    const std::string fits =
        "criterion 1 vi \"" + wide + "\" en \"" + std::string(31, 'x') + "\" when y"; // 122 columns and the margin of 4
    CHECK(items(fits) == fits + "\n");
}

TEST_CASE("layout takes time linear in the size") {
    const auto lay_out = [](std::size_t times) {
        std::string text = "standard s for k {\ncriterion 1 when x";
        for (std::size_t i = 0; i < times; ++i) { text += " and (y or z)"; }
        for (std::size_t i = 0; i < times; ++i) { text += "\n# c\ncriterion 2 \"x\" all of { a when x >= 70% of y b when z }"; }
        CHECK(formatted_rules(text + "}").size() > text.size());
    };
    CHECK(is_linear(lay_out, 3000));
}

} // namespace test_layout
