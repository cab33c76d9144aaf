// SPDX-License-Identifier: Apache-2.0
// Picking rules by name, kind, date and reading; versions; files that cannot be read.
#include "source_dir.hpp"
#include "support/rules.hpp"

namespace test_rulebook {

namespace {

tieuchi::source_ptr file(std::string name, std::string text) {
    return std::make_shared<const tieuchi::source>(std::move(name), std::move(text));
}

const std::string body = R"( {
  reading share one of (pooled, each_kind) default pooled
  facts { a yes_no b yes_no }
  criterion 1 "a" when (share is pooled and a) or (share is each_kind and b)
  outcome met when every criterion is met
  outcome not_met otherwise
}
)";

tieuchi::rulebook two_versions() {
    auto rules = tieuchi::rulebook::parse(
        {file("old.tieuchi",
              "document \"1/2012\" { title \"old\" status draft in force from 2012-06-10 }\nstandard s for body" + body),
         file("new.tieuchi", "document \"1/2021\" { title \"new\" status illustrative in force from 2022-02-10 replaces "
                             "\"1/2012\" }\nstandard s for body" +
                                 body)});
    if (!rules) { FAIL(to_string(rules.error())); }
    return *rules;
}

} // namespace

TEST_CASE("the version in force on the day decides; the day before the new one the old one still does") {
    const auto rules = two_versions();
    CHECK(rules.standard("s", {.on = tieuchi::date(2022, 2, 9)}).value().document().number == "1/2012");
    CHECK(rules.standard("s", {.on = tieuchi::date(2022, 2, 10)}).value().document().number == "1/2021");
    const auto before = rules.standard("s", {.on = tieuchi::date(2012, 6, 9)});
    REQUIRE(!before);
    CHECK(before.error()[0].code == "E502");
    CHECK(before.error()[0].message == "no version of `s` is in force on 2012-06-09");
    CHECK(rules.standards_for("body", {.on = tieuchi::date(2022, 2, 10)}).value().size() == 1);
    CHECK(rules.standard_names() == std::vector<std::string>{"s"});
}

TEST_CASE("a reading is chosen by name and takes the other rule out of the plan") {
    const auto rules = two_versions();
    const auto pooled = rules.standard("s", {.on = tieuchi::date(2023, 1, 1)});
    const auto each = rules.standard("s", {.on = tieuchi::date(2023, 1, 1), .readings = {{"share", "each_kind"}}});
    REQUIRE((pooled && each));
    CHECK(tests::asked(pooled->assess(tieuchi::facts(*pooled))) == tests::names{"a"});
    CHECK(tests::asked(each->assess(tieuchi::facts(*each))) == tests::names{"b"});
    CHECK(each->readings()[0].chosen == 1);
    CHECK(each->readings()[0].default_option == 0);
    const auto wrong =
        rules.standard("s", {.on = tieuchi::date(2023, 1, 1), .readings = {{"share", "poled"}, {"shar", "pooled"}}});
    REQUIRE(!wrong);
    CHECK(wrong.error()[0].code == "E504");
    CHECK(wrong.error()[0].help == "did you mean `pooled`?");
    CHECK(wrong.error().back().code == "E503");
    CHECK(wrong.error().back().help == "did you mean `share`?");
}

TEST_CASE("windows and deadlines fall in the year asked for") {
    const auto rules = tests::rules_of(
        tests::head + "standard s for body { window 11-16 .. 11-15 cite 8.2 decide before 11-20 cite 9.1\n" + body.substr(2));
    const auto year = rules.standard("s", {.on = tieuchi::date(2022, 11, 18)});
    CHECK(year->period() == tieuchi::period{tieuchi::date(2021, 11, 16), tieuchi::date(2022, 11, 15)});
    CHECK(year->decide_before() == tieuchi::date(2022, 11, 20));
    const auto other = rules.standard("s", {.on = tieuchi::date(2023, 1, 5), .year = 2022});
    CHECK(other->period() == year->period());
    CHECK(other->on() == tieuchi::date(2023, 1, 5));
}

TEST_CASE("names that are not there are answered with the nearest") {
    const auto rules = two_versions();
    CHECK(rules.standards_for("bodi", {.on = tieuchi::date(2023, 1, 1)}).error()[0].help == "did you mean `body`?");
    CHECK(rules.standard("t", {.on = tieuchi::date(2023, 1, 1)}).error()[0].code == "E501");
}

TEST_CASE("files that are missing, empty folders and limits are diagnostics") {
    CHECK(tieuchi::rulebook::load("no/such/file.tieuchi").error()[0].code == "E505");
    CHECK(tieuchi::rulebook::load(TIEUCHI_SOURCE_DIR "/cmake").error()[0].code == "E506");
    const auto small = tieuchi::rulebook::load(TIEUCHI_SOURCE_DIR "/dsl/vn/bca/circular-124-2021", {.file_bytes = 1000});
    REQUIRE(!small);
    CHECK(small.error()[0].code == "E101");
    const auto few = tieuchi::rulebook::load(TIEUCHI_SOURCE_DIR "/dsl/vn/bca/circular-124-2021", {.criteria = 10});
    REQUIRE(!few);
    CHECK(few.error()[0].code == "E312");
}

TEST_CASE("equal rules have equal digests, in whatever order the files come") {
    const auto a = file("a", tests::head);
    const auto b = file("b", "part of \"1\" standard s for body" + body);
    const auto one = tieuchi::rulebook::parse({a, b});
    const auto other = tieuchi::rulebook::parse({b, a});
    REQUIRE((one && other));
    CHECK(one->digest() == other->digest());
    CHECK(one->digest() != two_versions().digest());
}

TEST_CASE("same as brings clauses, facts and readings along, under the names of both clauses") {
    const auto rules = tests::rules_of(tests::head + "standard first for body" + body + R"(
standard second for school {
  facts { c yes_no }
  criterion 7.3 "as there" same as first 1
  criterion 7.4 "own" when c
  outcome met when every criterion is met
  outcome not_met otherwise
}
)");
    const auto second = rules.standard("second", {.on = tieuchi::date(2022, 1, 1)});
    REQUIRE(second);
    REQUIRE(second->criteria().size() == 3);
    CHECK(second->criteria()[1].clause == "7.3/1");
    CHECK(second->criteria()[1].parent == 0U);
    CHECK(second->readings().size() == 1);
    CHECK(second->assess(tieuchi::facts(*second).set("a", false)).because() == tests::names{"7.3/1"});
}

TEST_CASE("a decision that falls due after a whole year is due in the next") {
    const auto rules =
        tests::rules_of(tests::head + "standard s for body { window 01-01 .. 12-31 decide before 01-20\n" + body.substr(2));
    CHECK(rules.standard("s", {.on = tieuchi::date(2022, 11, 18)}).value().decide_before() == tieuchi::date(2023, 1, 20));
}

TEST_CASE("facts of one name from two declarations never become one") {
    const auto rules = tieuchi::rulebook::parse({file("x.tieuchi", tests::head + R"(
standard a for body { facts { n count } criterion 1 "n" when n > 0 outcome met when every criterion is met outcome not_met otherwise }
standard b for other { facts { n count } criterion 2 "n" same as a 1 criterion 3 "m" when n > 1 outcome met when every criterion is met outcome not_met otherwise }
)")});
    REQUIRE(!rules);
    CHECK(rules.error()[0].code == "E211");
}

TEST_CASE("a count that another standard's count needs is counted as well") {
    const auto rules = tests::rules_of(
        R"(document "1" { title "T" status illustrative in force from 2000-01-01 facts { n count from count of (area) } }
standard d for district { facts { m count from count of (commune) where n >= 1 } criterion 1 "x" when m >= 1 outcome met when every criterion is met outcome not_met otherwise }
standard c for commune { facts { ok yes_no } criterion 1 "x" when ok outcome met when every criterion is met outcome not_met otherwise }
standard a for area { facts { q yes_no } criterion 1 "x" when q outcome met when every criterion is met outcome not_met otherwise }
)");
    tieuchi::population all(rules, {.on = tieuchi::date(2022, 1, 1)});
    all.add({"D", "", "district", {}, {}});
    all.add({"C", "D", "commune", {}, {}});
    all.add({"A", "C", "area", {}, {}});
    const auto results = all.assess();
    REQUIRE(results);
    CHECK(tests::possible(results->front().assessments.front()) == tests::names{"met"});
}

TEST_CASE("an outcome that facts alone decide cites its own clause and shows those facts") {
    const auto s = tests::standard_of(R"(
facts { vet yes_no a yes_no }
criterion 1 "a" when a
outcome grave when vet cite 9.3
outcome met when every criterion is met
outcome not_met otherwise
)");
    const auto grave = s.assess(tieuchi::facts(s).set("vet", true));
    CHECK(grave.because() == tests::names{"9.3"});
    CHECK(tieuchi::explain(grave).find("vet") != std::string::npos);
    const auto no_cite = tests::standard_of("facts { x yes_no } not subject when x \"Too small\" criterion 1 \"x\" when not x "
                                            "outcome met when every criterion is met outcome not_met otherwise");
    const auto excluded = no_cite.assess(tieuchi::facts(no_cite).set("x", true));
    CHECK(excluded.because() == tests::names{"1"}); // nothing else is cited
    CHECK(tieuchi::explain(excluded).find("Too small") != std::string::npos);
}

TEST_CASE("a clause that only an exception can save is no strength") {
    const auto s = tests::standard_of(
        "facts { crimes count fm yes_no } criterion 1 \"none\" none of { a \"crime\" when crimes > 0 unless fm } "
        "outcome met when every criterion is met outcome not_met otherwise");
    const auto answer = s.assess(tieuchi::facts(s).set("fm", true));
    CHECK(answer.findings()[1].status == tieuchi::finding_status::met);
    CHECK(answer.findings()[1].excepted);
    CHECK(answer.findings()[1].without_exception == tieuchi::finding_status::unknown);
    CHECK(tieuchi::explain(answer).find("did not happen") == std::string::npos);
}

} // namespace test_rulebook
