// SPDX-License-Identifier: Apache-2.0
// Texts that come with a length, as those of languages do that end none in NUL; and what is promised of those that go out.
#include "handles.hpp"

#include <string_view>

namespace test_texts {

namespace {

using namespace tests::c;

/// The texts of a whole that ends in no NUL: what stands behind them must not be read.
const std::string_view whole = "office_class|2022-11-15|branch|size|small|counted|present|";

std::string_view part(std::string_view text) { return whole.substr(whole.find(text), text.size()); }

struct text_with_length {
    explicit text_with_length(std::string_view text) : data(part(text).data()), length(text.size()) {}
    const char* data;
    size_t length;
};

} // namespace

TEST_CASE("texts go in with their lengths and need not end in NUL") {
    const auto book = parse(rules);
    const text_with_length name("office_class");
    const text_with_length day("2022-11-15");
    const text_with_length counted("counted");
    const text_with_length present("present");
    tieuchi_chosen_reading reading = TIEUCHI_CHOSEN_READING_INIT;
    reading.reading = counted.data;
    reading.reading_length = counted.length;
    reading.option = present.data;
    reading.option_length = present.length;
    tieuchi_selection how = TIEUCHI_SELECTION_INIT;
    how.on = day.data;
    how.on_length = day.length;
    how.jurisdiction = whole.data(); // nobody reads it
    how.readings = &reading;
    how.reading_count = 1;
    how.has_lengths = 1;
    const auto by = made<standard>([&](auto* out, auto* error) {
        return tieuchi_rulebook_standard_n(out, nullptr, book.get(), name.data, name.length, &how, error);
    });
    CHECK(filled<tieuchi_reading>([&](auto* out, auto* error) {
              return tieuchi_standard_reading(out, by.get(), 0, nullptr, error);
          }).chosen == 1);
    const text_with_length kind("branch");
    const auto all = made<standards>([&](auto* out, auto* error) {
        return tieuchi_rulebook_standards_for_n(out, nullptr, book.get(), kind.data, kind.length, &how, error);
    });
    CHECK(tieuchi_standards_count(all.get()) == 1);

    const auto known = facts_for(by);
    const text_with_length size("size");
    const text_with_length small("small");
    uint32_t slot = 0;
    tieuchi_error error;
    well(tieuchi_standard_slot_n(&slot, by.get(), size.data, size.length, &error), error);
    well(tieuchi_facts_set_text_at_n(known.get(), slot, small.data, small.length, &error), error);
    CHECK(tieuchi_facts_knows(known.get(), slot) == 1);
    well(tieuchi_facts_set_text_at_n(known.get(), slot, nullptr, 0, &error), error); // empty: unknown
    CHECK(tieuchi_facts_knows(known.get(), slot) == 0);

    const auto answer = assess(known);
    CHECK(text_of([&](auto* out, auto* length, auto* e) {
              return tieuchi_assessment_json_n(out, length, answer.get(), kind.data, kind.length, e);
          }).find("\"subject\":\"branch\"") != std::string::npos);
    CHECK(text_of([&](auto* out, auto* length, auto* e) {
              return tieuchi_assessment_explain_n(out, length, answer.get(), "en", kind.data, kind.length, e);
          }) == text_of([&](auto* out, auto* length, auto* e) {
              return tieuchi_assessment_explain(out, length, answer.get(), "en", "branch", e);
          }));
}

TEST_CASE("a subject and its facts have lengths, or all end in NUL") {
    const auto book = parse(rules);
    const tieuchi_selection how = on("2022-11-15");
    const auto all =
        made<population>([&](auto* out, auto* error) { return tieuchi_population_new(out, book.get(), &how, error); });
    const text_with_length size("size");
    const text_with_length small("small");
    const text_with_length kind("branch");
    tieuchi_named_text fact = TIEUCHI_NAMED_TEXT_INIT;
    fact.name = size.data;
    fact.name_length = size.length;
    fact.text = small.data;
    fact.text_length = small.length;
    tieuchi_subject subject = TIEUCHI_SUBJECT_INIT;
    subject.id = kind.data;
    subject.id_length = kind.length;
    subject.parent = whole.data(); // empty
    subject.kind = kind.data;
    subject.kind_length = kind.length;
    subject.facts = &fact;
    subject.fact_count = 1;
    subject.has_lengths = 1;
    tieuchi_error error;
    well(tieuchi_population_add(all.get(), &subject, &error), error);
    subject.has_lengths = 2;
    CHECK(tieuchi_population_add(all.get(), &subject, &error) == TIEUCHI_INVALID_ARGUMENT);
    CHECK(std::string(error.message) == "`has_lengths` is 2, neither 0 nor 1");
    subject.has_lengths = 1;
    subject.reserved = 7;
    CHECK(tieuchi_population_add(all.get(), &subject, &error) == TIEUCHI_INVALID_ARGUMENT);
    CHECK(std::string(error.message) == "`reserved` is 7, which means nothing to this version");
    subject.reserved = 0;
    fact.reserved = &fact;
    CHECK(tieuchi_population_add(all.get(), &subject, &error) == TIEUCHI_INVALID_ARGUMENT);
    CHECK(std::string(error.message) == "`reserved` is a pointer, which means nothing to this version");
    CHECK(std::string(error.help) == "set it to NULL");
    CHECK(tieuchi_population_count(all.get()) == 1);

    const auto told = made<results>(
        [&](auto* out, auto* e) { return tieuchi_population_assess(out, nullptr, all.get(), nullptr, nullptr, e); });
    REQUIRE(tieuchi_results_assessment_count(told.get(), 0) == 1);
    const tieuchi_assessment* const answer = tieuchi_results_assessment(told.get(), 0, 0);
    uint32_t slot = 0;
    REQUIRE(tieuchi_standard_slot(&slot, tieuchi_assessment_standard(answer), "size", nullptr) == TIEUCHI_OK);
    CHECK(text_of([&](auto* out, auto* length, auto* e) {
              return tieuchi_assessment_fact_text(out, length, answer, slot, "en", e);
          }) == "Small");

    const char* const ignored_columns[] = {kind.data};
    const size_t lengths[] = {kind.length};
    tieuchi_columns_options options = TIEUCHI_COLUMNS_OPTIONS_INIT;
    options.ignored_columns = ignored_columns;
    options.ignored_column_count = 1;
    options.ignored_column_lengths = lengths;
    CHECK(made<columns>([&](auto* out, auto* e) {
              return tieuchi_columns_new(out, tieuchi_assessment_standard(answer), &options, e);
          }) != nullptr);
}

TEST_CASE("a text with a zero byte in it is refused, so that none comes out") {
    const auto book = parse(rules);
    const auto by = pick(book, "office_class");
    const auto known = facts_for(by);
    tieuchi_error error;
    uint32_t slot = 0;
    const std::string_view zero("si\0ze", 5);
    CHECK(tieuchi_standard_slot_n(&slot, by.get(), zero.data(), zero.size(), &error) == TIEUCHI_INVALID_ARGUMENT);
    CHECK(slot == TIEUCHI_NONE);
    CHECK(std::string(error.message) == "`name` holds a zero byte at byte 2 of 5");
    CHECK(std::string(error.help) == "give the length up to it, or leave it out");
    CHECK(tieuchi_facts_set_text_at_n(known.get(), 1, zero.data(), zero.size(), &error) == TIEUCHI_INVALID_ARGUMENT);
    CHECK(tieuchi_facts_set_text_at_n(known.get(), 1, "\xC3\xA9", 1, &error) == TIEUCHI_INVALID_ARGUMENT);
    CHECK(std::string(error.message) == "`text` is not UTF-8 at byte 0");
    CHECK(tieuchi_standard_slot_n(&slot, by.get(), "", 0, &error) == TIEUCHI_NO_SUCH_FACT);

    // Rules that hold one are refused, and what is said of them holds none.
    const char bytes[] = "document \"1\" { title \"T\0\" }"; // its size counts what follows the zero
    const std::string text(bytes, sizeof bytes - 1);
    tieuchi_source source = TIEUCHI_SOURCE_INIT;
    source.name = "zero.tieuchi and more";
    source.name_length = 12;
    source.has_lengths = 1;
    source.text = text.data();
    source.length = text.size();
    tieuchi_rulebook* none = nullptr;
    tieuchi_diagnostics* list = nullptr;
    CHECK(tieuchi_rulebook_parse(&none, &list, &source, 1, nullptr, &error) == TIEUCHI_BAD_RULES);
    const diagnostics problems(list);
    CHECK(std::string(error.code) == "E102");
    CHECK(std::string(error.where).find("zero.tieuchi:1:") == 0);
    CHECK_FALSE(text_of([&](auto* out, auto* length, auto* e) {
                    return tieuchi_diagnostics_text(out, length, problems.get(), e);
                }).empty());
}

TEST_CASE("how long a text is that came out") {
    const auto by = pick(parse(rules), "office_class");
    const auto is = filled<tieuchi_standard_summary>(
        [&](auto* out, auto* error) { return tieuchi_standard_describe(out, by.get(), "vi", error); });
    CHECK(std::string(is.title) == "Phân loại");
    CHECK(tieuchi_text_length(is.title) == 12);
    CHECK(tieuchi_text_length("") == 0);
    CHECK(tieuchi_text_length(nullptr) == 0);
}

} // namespace test_texts
