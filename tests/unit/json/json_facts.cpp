// SPDX-License-Identifier: Apache-2.0
// Facts from JSON and as JSON: exact, and the same both ways.
#include "support/rules.hpp"

#include <tieuchi/json.hpp>

#include <string>
#include <string_view>

namespace test_json_facts {

namespace {

tieuchi::standard rules() {
    return tests::rules_of(R"(
document "1" { title en "T" status illustrative in force from 2000-01-01 }
standard s for body, unit {
  facts {
    staff count
    height number scale 2
    share percent
    size one of (small, large)
    founded date
    clean yes_no
  }
  criterion 1 when staff >= 10 and height > 0.5 and share >= 50% and size is large and founded >= 2000-01-01 and clean
  outcome met when every criterion is met
  outcome not_met otherwise
})")
        .standard("s", {.on = tieuchi::date(2022, 11, 15)})
        .value();
}

tieuchi::result<tieuchi::facts> read(std::string_view json) { return tieuchi::facts::from_json(rules(), json); }

std::string again(std::string_view json) { return to_json(read(json).value()); }

std::string fault(std::string_view json) {
    const auto known = read(json);
    if (known) { return "none"; }
    REQUIRE(known.error().size() == 1);
    return known.error().front().code + " " + known.error().front().where;
}

std::string problem(std::string_view json) {
    const auto problems = read(json).value().problems();
    return problems.empty() ? "none" : problems.front().code + " " + problems.front().where;
}

} // namespace

TEST_CASE("facts are read from JSON and written as they were read") {
    CHECK(again("{}") == "{}");
    CHECK(again(R"({"staff": 12, "height": 1.25, "share": 87.5, "size": "small", "founded": "2001-02-03", "clean": true})") ==
          R"({"staff":12,"height":"1.25","share":"87.5","size":"small","founded":"2001-02-03","clean":true})");
    const std::string all = R"({"staff":12,"height":"1.25","share":"87.5","size":"large","founded":"2001-02-03","clean":false})";
    CHECK(again(all) == all);
    CHECK(read(R"({"staff":12,"height":"1.25","share":"87.5","size":"large","founded":"2001-02-03","clean":true})")
              .value()
              .assess()
              .outcome()
              ->name == "met");
}

TEST_CASE("what JSON does not know is unknown, and nothing that is absent is no") {
    CHECK(again(R"({"staff": null, "clean": null})") == "{}");
    CHECK_FALSE(read(R"({"staff": null})").value().assess().decided());
    CHECK(again(R"({"size": ""})") == "{}");
}

TEST_CASE("bounds of a number are read and written") {
    CHECK(again(R"({"staff": {"least": 3, "most": 5}})") == R"({"staff":{"least":3,"most":5}})");
    CHECK(again(R"({"staff": {"most": "5", "least": "5"}})") == R"({"staff":5})");
    CHECK(again(R"({"height": {"least": 0.123, "most": 1.5}})") == R"({"height":{"least":"0.13","most":"1.5"}})");
    CHECK(again(R"({"height":{"least":"0.13","most":"1.5"}})") == R"({"height":{"least":"0.13","most":"1.5"}})");
    CHECK(problem(R"({"staff": {"least": 5, "most": 3}})") == "E403 staff");
    CHECK(problem(R"({"clean": {"least": 0, "most": 1}})") == "E402 clean");
    CHECK(problem(R"({"size": {"least": 0, "most": 0}})") == "E402 size");
    CHECK(problem(R"({"founded": {"least": 1, "most": 2}})") == "E402 founded");
    CHECK(problem(R"({"rank": {"least": 1, "most": 2}})") == "E401 rank");
    for (const char* const bad :
         {R"({"staff": {}})", R"({"staff": {"least": 3}})", R"({"staff": {"least": 3, "least": 3}})",
          R"({"staff": {"least": 3, "most": null}})", R"({"staff": {"least": 3, "most": true}})",
          R"({"staff": {"least": 3, "most": "many"}})", R"({"staff": {"least": 3, "most": 4, "mean": 3}})",
          R"({"staff": {"least": {"least": 3, "most": 4}, "most": 4}})"}) {
        CHECK(fault(bad).starts_with("E441 line 1, column "));
    }
}

TEST_CASE("numbers of JSON are taken by their digits") {
    CHECK(again(R"({"height": 0.1e1})") == R"({"height":"1"})");
    CHECK(problem(R"({"height": 0.125})") == "E406 height");
    CHECK(fault(R"({"height": 0.1234567})") == "E443 line 1, column 21");
    CHECK(fault(R"({"staff": 1e400})").starts_with("E443"));
    CHECK(fault(R"({"staff": 9007199254740993})").starts_with("E443")); // never rounded
}

TEST_CASE("a wrong fact is a problem, and the rest is known") {
    const auto known = read(R"({"staf": 3, "clean": true, "size": "huge"})").value();
    CHECK(to_json(known) == R"({"clean":true})");
    const auto problems = known.problems();
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].code == "E401");
    CHECK(problems[0].help == "did you mean `staff`?");
    CHECK(problems[1].code == "E402");
}

TEST_CASE("what is no object of facts is refused with its place") {
    CHECK(fault("") == "E440 line 1, column 1");
    CHECK(fault("{\n  \"staff\": 1,\n}") == "E440 line 3, column 1");
    CHECK(fault("[1]").starts_with("E441"));
    CHECK(fault(R"({"staff": [1]})").starts_with("E441"));
    CHECK(fault("{\"staff\": 1,\n \"staff\": 1}") == "E442 line 2, column 8");
    CHECK(fault("{} {}") == "E440 line 1, column 4");
    CHECK(fault(R"({"staff": NaN})").starts_with("E440"));
}

TEST_CASE("a fact as it was read") {
    const auto known = read(R"({"staff": 3})").value();
    CHECK(known.as_read(*known.standard().slot("staff")).text() == "3");
    CHECK(known.as_read(*known.standard().slot("clean")).unknown());
    CHECK(known.as_read(99).fact == nullptr);
}

} // namespace test_json_facts
