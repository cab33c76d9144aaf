// SPDX-License-Identifier: Apache-2.0
// One diagnostic for each mistake, no more and no fewer, and the rest of the file is read.
#include "support/catch.hpp"
#include "unit/syntax/reading.hpp"

namespace test_recovery {

using namespace tieuchi_tests;

namespace {

/// `3:5 E110` for each problem.
std::string places(const reading& made) {
    std::string all;
    for (const auto& one : made.problems) {
        const tieuchi::text_position at = made.tree.source->position_of(one.at.begin);
        all += (all.empty() ? "" : ", ") + std::to_string(at.line) + ':' + std::to_string(at.column) + ' ' + one.code;
    }
    return all;
}

} // namespace

TEST_CASE("each bad statement of a document is reported") {
    const reading made = read(R"(document "1" {
    title: vi "x"
    isuer vi "y"
    status oficial
    in force from 2022-2-10
    replaces 23
    source "x"
    note "ok";
}
)");
    CHECK(places(made) == "2:10 E110, 3:5 E110, 4:12 E110, 5:19 E110, 6:14 E110, 8:14 E110");
    CHECK(std::get<syntax::document>(made.tree.items.at(0)).items.size() == 2);
}

TEST_CASE("each bad fact is reported") {
    const reading made = read_items(R"(facts {
        staff cuont
        Staff count
        good count at most staff
        status yes_no
        số_người count
        x number scale 1.5
        y one of (a, b,)
        w count at mots 3
        q =
        z count ask x
        also_good yes_no vi "x"
    })");
    CHECK(places(made) == "3:15 E110, 4:9 E112, 6:9 E111, 7:9 E112, 8:24 E110, 9:24 E110, 10:20 E110, 12:11 E110");
    CHECK(item<syntax::facts>(made).items.size() == 3);
}

TEST_CASE("each fact of a type that is none is reported") {
    const reading made = read_items(R"(facts {
        staff   integer
        done    bool      at most 3
        founded dat       vi "x"
        share   percentage, # as if it were a list
        size    oneof (small, large)
        rate    numbr scale 2
        staff-informed count
        2nd_try logical
        Staff   int
        Ask "x"
        colour  one of (red, green
        models
        good    count
    })");
    CHECK(places(made) == "3:17 E110, 4:17 E110, 5:17 E110, 6:17 E110, 7:17 E110, 8:17 E110, 9:14 E110, 10:9 E112, 11:9 E112, "
                          "12:9 E110, 14:9 E110");
    CHECK(item<syntax::facts>(made).items.size() == 1);
}

TEST_CASE("what a bad fact says on further lines is no other mistake") {
    CHECK(places(read_items(R"(facts {
        staff integer
            vi  "x"
            en  "y"
            ask "z"
            at most
                models
            only for agency,
                school
            from count of (agency,
                school)
                where registered and
                    armed
                    or armed
                    + other > 3
                    and trained is yes
            by 03-31 cite 6.1,
                6.2
        size oneof (small,
            large
        )
        colour one of (red
            green, blue)
        degree one of low  vi "x" en "y",
            middle vi "x" en "y",
            high "z"
        )
        tally count from count of (school) whre
            registered and
            armed
        rate = models ==
            staff
            * 2
        other count evidence
            text
        good yes_no
    })")) == "3:15 E110, 20:14 E110, 24:13 E110, 25:23 E110, 29:44 E110, 32:23 E110, 36:13 E110");
}

TEST_CASE("a block without its opening brace is read as one") {
    const reading made = read(R"(document "1"
    title "x"
    isuer "y"
    facts
        staff bool
    }
}
standard s for k
    criterion 1 all of
        a when x
        b any of
            i when x ==
        }
        c whn x
    }
    facts
        staff count
    outcome met when
}
standard t for k { criterion 1 when x }
)");
    CHECK(places(made) == "2:5 E110, 3:5 E110, 5:9 E110, 5:15 E110, 9:5 E110, 10:9 E110, 12:13 E110, 12:22 E110, 14:11 E110, "
                          "17:9 E110, 19:1 E110");
    REQUIRE(made.tree.items.size() == 3);
    CHECK(std::get<syntax::document>(made.tree.items[0]).items.size() == 2);
    CHECK(std::get<syntax::standard>(made.tree.items[1]).items.size() == 2);
}

TEST_CASE("each bad criterion is reported, at its own level") {
    const reading made = read_items(R"(criterion 1 all of {
        a wen x
        b when x == y
        c "C" when (x
        d any of {
            i when
            ii when !x
            iii when z
        }
        6.3.ê when x
        e when y unles z
        f when y,
        g when z
    }
    criterion 2 whn x
    criterion 3 when good)");
    CHECK(places(made) == "3:11 E110, 4:18 E110, 6:9 E110, 8:16 E110, 11:9 E112, 12:18 E110, 13:17 E110, 16:17 E110");
    REQUIRE(std::get<syntax::standard>(made.tree.items.at(0)).items.size() == 2);
    const auto& first = item<syntax::criterion>(made, 0);
    CHECK(first.children.size() == 5); // b, e and f were whole before what is wrong
    CHECK(item<syntax::criterion>(made, 1).clause.text == "3");
}

TEST_CASE("what stands in the block of a bad statement is read too") {
    const reading made = read(R"(standard Agency for agency {
    criterion 1 when == x
    criterian 2 none of {
        a when
        b when &&
    }
    criterion 3 all {
        a wen x
    }
    fatcs {
        a cuont
    }
}
documnet "x" {
    titel "x"
}
}
standard good for agency { criterion 1 when x }
)");
    CHECK(places(made) == "1:10 E112, 2:22 E110, 3:5 E110, 5:11 E110, 7:21 E110, 8:11 E110, 10:5 E110, 11:11 E110, "
                          "14:1 E110, 15:5 E110, 17:1 E110");
    REQUIRE(made.tree.items.size() == 1);
    CHECK(std::get<syntax::standard>(made.tree.items[0]).name.text == "good");
}

TEST_CASE("a closing brace that is missing is noticed at the next statement further out") {
    const reading made = read(R"(document "1" {
    title "x"

standard a for b {
    criterion 1 all of {
        a when x
        b all of {
            c when y
    }
    criterion 2 any of {
        a when x
    facts {
        x count
    outcome met otherwise
}

standard c for d {
    outcome met otherwise
)");
    CHECK(places(made) == "4:1 E113, 10:5 E113, 12:5 E113, 14:5 E113, 17:18 E113");
    CHECK(made.tree.items.size() == 3);
    CHECK(std::get<syntax::standard>(made.tree.items.at(1)).items.size() == 4);
}

TEST_CASE("a closing brace too many is one mistake") {
    CHECK(places(read("standard s for k {\n criterion 1 when x\n }\n }\n criterion 2 when y\n criterion 3 when z\n}\n")) ==
          "4:2 E110");
    CHECK(places(read("}")) == "1:1 E110");
}

TEST_CASE("a condition that is missing does not swallow the next statement") {
    const reading made =
        read_items("criterion 1 when\ncriterion 2 when x\noutcome met when\noutcome bad when x and\noutcome not_met otherwise");
    CHECK(places(made) == "3:1 E110, 5:1 E110, 6:1 E110");
    CHECK(std::get<syntax::standard>(made.tree.items.at(0)).items.size() == 2);
}

TEST_CASE("a text that is not closed is one mistake on its line") {
    const reading made = read(R"(document "1 {
    title vi "x" en "y
    note "ok"
}
standard s for k {
    criterion 1 "one when x
    criterion 2 "two" whn x
    criterion 3 vi "a en "b" when x
}
)");
    CHECK(places(made) == "1:10 E107, 2:21 E107, 6:17 E107, 7:23 E110, 8:28 E107");
}

TEST_CASE("mistakes on one line without line ends") {
    CHECK(places(read("standard s for k { criterion 1 whn x criterion 2 when y }")) == "1:32 E110");
    CHECK(places(read("standard s for k { ; } standard t for k { outcome met otherwise }")) == "1:20 E110");
}

TEST_CASE("no more is said than the limit allows, and that is said") {
    std::string items;
    for (int i = 0; i < 300; ++i) { items += "criterion " + std::to_string(i) + " whn x\n"; }
    const reading by_default = read_items(items);
    REQUIRE(by_default.problems.size() == 101);
    CHECK(by_default.problems.back().code == "E106");
    CHECK(by_default.problems.back().message == "reading stopped after 100 problems");
    const tieuchi::limits few{.diagnostics = 3};
    CHECK(places(read_items(items)).size() > 100);
    CHECK(places(read("standard s for k {\n" + items + "}", few)) == "2:13 E110, 3:13 E110, 4:13 E110, 4:13 E106");
    CHECK(places(read("\"a\n\"b\n\"c\n\"d\n", few)) == "1:1 E107, 2:1 E107, 3:1 E107, 3:1 E106");
}

TEST_CASE("problems of files before are left alone") {
    tieuchi::diagnostics problems;
    for (int i = 0; i < 200; ++i) { problems.push_back({}); }
    const auto source = std::make_shared<const tieuchi::source>("x", "standrd");
    (void)syntax::parse(source, {}, problems);
    REQUIRE(problems.size() == 201);
    CHECK(problems.front().code.empty());
    CHECK(problems.back().code == "E110");
}

} // namespace test_recovery
