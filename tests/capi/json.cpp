// SPDX-License-Identifier: Apache-2.0
// What comes and goes as JSON, and what the C interface has that is only of rules: formatting, examples, differences.
#include "handles.hpp"

#include <cstring>
#include <string>
#include <string_view>

namespace test_json {

namespace {

using namespace tests::c;

struct read_facts {
    tieuchi_status status;
    tieuchi_error error;
    facts known;
    diagnostics problems;
};

read_facts read(const standard& by, std::string_view json) {
    tieuchi_facts* known = nullptr;
    tieuchi_diagnostics* problems = nullptr;
    read_facts read{};
    read.status = tieuchi_facts_from_json(&known, &problems, by.get(), json.data(), json.size(), &read.error);
    read.known.reset(known);
    read.problems.reset(problems);
    return read;
}

std::string again(const facts& known) {
    return text_of([&](auto* out, auto* length, auto* error) { return tieuchi_facts_json(out, length, known.get(), error); });
}

tieuchi_source source(const std::string& text) {
    tieuchi_source source = TIEUCHI_SOURCE_INIT;
    source.name = "r.tieuchi";
    source.text = text.data();
    source.length = text.size();
    return source;
}

} // namespace

TEST_CASE("facts from JSON, and back") {
    const auto by = pick(parse(rules), "office_class");
    const std::string_view text = R"({"kind": "branch", "staff": {"least": 3, "most": 5}, "size": "small"}|)"; // ends in no NUL
    const auto good = read(by, text.substr(0, text.size() - 1));
    REQUIRE(good.status == TIEUCHI_OK);
    CHECK(tieuchi_diagnostics_count(good.problems.get()) == 0);
    CHECK(again(good.known) == R"({"kind":"branch","staff":{"least":3,"most":5},"size":"small"})");

    const auto wrong = read(by, R"({"size": "huge", "staff": 4})");
    REQUIRE(wrong.status == TIEUCHI_OK);
    CHECK(tieuchi_diagnostics_count(wrong.problems.get()) == 1);
    CHECK(again(wrong.known).find("huge") == std::string::npos);

    const auto broken = read(by, R"({"size": )");
    CHECK(broken.status == TIEUCHI_BAD_DATA);
    CHECK(broken.known == nullptr);
    CHECK(std::string(broken.error.code) == "E440");
    CHECK(std::string(broken.error.where) == "line 1, column 10");
    CHECK(tieuchi_diagnostics_count(broken.problems.get()) == 1);
    CHECK(read(by, "").status == TIEUCHI_BAD_DATA);
}

TEST_CASE("a part of the report that there is none of is refused") {
    const auto answer = assess(facts_for(pick(parse(rules), "office_class")));
    for (const std::int32_t part : {-1, 5, INT32_MAX}) {
        tieuchi_error error;
        const std::uint32_t* findings = nullptr;
        size_t count = 0;
        CHECK(tieuchi_assessment_report(&findings, &count, answer.get(), part, &error) == TIEUCHI_INVALID_ARGUMENT);
        CHECK(findings == nullptr);
    }
}

TEST_CASE("two answers as JSON") {
    const auto by = pick(parse(rules), "office_class");
    const auto one = assess(read(by, R"({"size": "small"})").known);
    const auto other = assess(read(by, R"({"size": "large"})").known);
    const std::string json = text_of([&](auto* out, auto* length, auto* error) {
        return tieuchi_assessment_compare_json(out, length, one.get(), "self", other.get(), "appraisal", error);
    });
    CHECK(json.find(R"("first":{"name":"self",)") != std::string::npos);
    CHECK(json.find(R"("facts":[{"fact":"size",)") != std::string::npos);
}

TEST_CASE("rules formatted, their examples run, their versions compared") {
    const std::string untidy = "document   \"1\" { title en \"T\" status illustrative in force from 2000-01-01 }\n";
    const tieuchi_source untidy_source = source(untidy);
    CHECK(text_of([&](auto* out, auto* length, auto* error) {
              return tieuchi_source_format(out, length, nullptr, &untidy_source, nullptr, error);
          }).starts_with("document \"1\" {\n"));

    const std::string bad = "document {";
    const tieuchi_source bad_source = source(bad);
    char* text = nullptr;
    tieuchi_diagnostics* problems = nullptr;
    tieuchi_error error;
    CHECK(tieuchi_source_format(&text, nullptr, &problems, &bad_source, nullptr, &error) == TIEUCHI_BAD_RULES);
    const diagnostics list(problems);
    CHECK(text == nullptr);
    CHECK(tieuchi_diagnostics_count(list.get()) > 0);

    const auto book = parse(rules);
    CHECK(text_of([&](auto* out, auto* length, auto* wrong) {
              return tieuchi_rulebook_test_json(out, length, book.get(), wrong);
          }).starts_with(R"({"passed":)"));
    const auto by = pick(book, "office_class");
    CHECK(text_of([&](auto* out, auto* length, auto* wrong) {
              return tieuchi_standard_differences_json(out, length, by.get(), by.get(), wrong);
          }).ends_with(R"("differences":[]})"));
}

} // namespace test_json
