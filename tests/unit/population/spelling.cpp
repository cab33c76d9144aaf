// SPDX-License-Identifier: Apache-2.0
// Names of subjects in more than one normal form, and names that hold what nobody sees: by rows and by columns.
#include "population.hpp"
#include "support/arrow.hpp"

namespace test_spelling {

namespace {

const tieuchi::rulebook& rules() {
    static const auto one = tests::rules_of(tests::head + R"(
standard area_safety for area {
  facts { quiet yes_no }
  criterion 1 "quiet" when quiet
  outcome met when every criterion is met
  outcome not_met otherwise
}
standard town_safety for town {
  facts { met count from count of (area) where outcome is met }
  criterion 5 "met" when met >= 2
  outcome met when every criterion is met
  outcome not_met otherwise
}
)");
    return one;
}

struct row {
    std::string id;
    std::string parent;
    std::string kind;
    std::string quiet{};
    std::string rater{};
};

/// Of each subject the outcomes, or the codes and messages of its problems.
using told = std::vector<std::string>;

std::string text_of(const tieuchi::subject_result& result) {
    std::string text;
    for (const auto& one : result.problems) {
        text += (text.empty() ? "" : "; ") + one.where + ": " + one.code + " " + one.message;
    }
    if (result.refused()) { return text; }
    for (const auto& name : tests::names_in(result.outcomes[0], result.assessments[0].standard())) {
        text += (text.empty() ? "" : " ") + name;
    }
    return text;
}

told by_rows(const std::vector<row>& rows) {
    tieuchi::population all(rules(), {.on = tieuchi::date(2022, 11, 15)});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto one = tests::subject(rows[i].id, rows[i].parent, rows[i].kind);
        if (!rows[i].quiet.empty()) { one.values.emplace_back("quiet", rows[i].quiet); }
        one.rater = rows[i].rater;
        one.where = "row " + std::to_string(i);
        all.add(one);
    }
    told made;
    for (const auto& one : tests::results_of(all)) { made.push_back(text_of(one)); }
    return made;
}

tests::arrow::table table_of(const std::vector<row>& rows) {
    const auto column = [&](const char* name, std::string row::*of) {
        std::vector<std::string> texts;
        std::vector<bool> known;
        for (const row& one : rows) {
            texts.push_back(one.*of);
            known.push_back(!(one.*of).empty());
        }
        return tests::arrow::texts(name, texts).nulls(known);
    };
    return tests::arrow::table({column("id", &row::id), column("parent", &row::parent), column("kind", &row::kind),
                                column("quiet", &row::quiet), column("rater", &row::rater)});
}

/// By rows, and the same by columns.
told assess(const std::vector<row>& rows) {
    told made = by_rows(rows);
    tests::arrow::table table = table_of(rows); // which the answers hold on to
    auto all = tieuchi::column_population::make(rules(), {.on = tieuchi::date(2022, 11, 15)});
    REQUIRE(all);
    REQUIRE(all->add(table.schema(), table.rows()).empty());
    const auto answers = std::move(*all).assess();
    told same;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        same.push_back(text_of(answers.result_of(i)));
        CHECK(answers.keys(i).id == rows[i].id); // told back as it was told
        CHECK(answers.keys(i).parent == rows[i].parent);
        CHECK(answers.keys(i).rater == rows[i].rater);
    }
    CHECK(made == same);
    return made;
}

const std::string composed = "B\u1EAFc";          // Bắc
const std::string decomposed = "Ba\u0306\u0301c"; // the same to everybody who reads it
const std::string half = "B\u0103\u0301c";

} // namespace

TEST_CASE("an id in two normal forms is one id: a body is not counted twice") {
    const told answers = assess({{"T", "", "town"}, {composed, "T", "area", "yes"}, {decomposed, "T", "area", "yes"}});
    CHECK(answers[0] == "met not_met"); // one surely, and one of which nobody knows who it is
    CHECK(answers[1] == "met");
    CHECK(answers[2] == "row 2: id: E411 duplicate subject `" + composed + "`, the first is at row 1");
}

TEST_CASE("a parent is found in whatever form it is written") {
    const told answers = assess(
        {{decomposed, "", "town"}, {"1", composed, "area", "yes"}, {"2", half, "area", "có"}, {"3", decomposed, "area", "no"}});
    CHECK(answers == told{"met", "met", "met", "not_met"});
}

TEST_CASE("a rater in two forms is one rater") {
    const told answers = assess({{"T", "", "town", "", composed},
                                 {"1", "T", "area", "yes", decomposed},
                                 {"2", "T", "area", "yes", half},
                                 {"2", "T", "area", "yes", composed}});
    CHECK(answers[0] == "met");
    CHECK(answers[3].find("E411") != std::string::npos);
}

TEST_CASE("a name that holds what nobody sees is refused, and the body does not know of it") {
    const told answers = assess({{"T", "", "town"}, {"A-1", "T", "area", "yes"}, {"A-\u200B1", "T", "area", "yes"}});
    CHECK(answers[0] == "met not_met");
    CHECK(answers[2] == "row 2: id: E420 the id holds the hidden character U+200B");
}

TEST_CASE("a zero byte, a blank that is none, blanks at the ends: each is told") {
    using namespace std::string_literals;
    const told answers = assess({{"A\0001"s, "", "area", "yes"},
                                 {"A\u00A01", "", "area", "yes"},
                                 {"A1 ", "", "area", "yes"},
                                 {"A1", "", "area", "yes"},
                                 {"\u202EA1", "", "area", "yes"}});
    CHECK(answers == told{"row 0: id: E420 the id holds the hidden character U+0000",
                          "row 1: id: E420 the id holds the blank U+00A0", "row 2: id: E420 the id holds a blank at its end",
                          "met", "row 4: id: E420 the id holds the hidden character U+202E"});
}

TEST_CASE("who is below a parent, or told by a rater, that is no name may be below any body") {
    for (const row& lost : {row{"2", "T\u200B", "area", "yes"}, row{"2", "T", "area", "yes", "\u200B"}}) {
        const told answers =
            assess({{"T", "", "town"}, {"1", "T", "area", "yes"}, lost, {"U", "", "town"}, {"3", "U", "area", "no"}});
        CHECK(answers[0] == "met not_met");
        CHECK(answers[2].find("E420") != std::string::npos);
        CHECK(answers[3] == "not_met"); // one more would not be enough
    }
}

TEST_CASE("a kind that holds what nobody sees is no kind, and the help says why") {
    const auto result = tests::results_of(rules(), {tests::subject("1", "", "area\u200B")}).front();
    REQUIRE(result.refused());
    CHECK(result.problems[0].code == "E410");
    CHECK(result.problems[0].help == "it holds the hidden character U+200B: delete it");
}

} // namespace test_spelling
