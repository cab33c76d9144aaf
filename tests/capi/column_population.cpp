// SPDX-License-Identifier: Apache-2.0
// A population taken from a table through C: the same answers as in C++, by columns and one by one, and everything released once.
#include "handles.hpp"
#include "support/arrow.hpp"

#include <tieuchi/tieuchi.hpp>

#include <memory>
#include <thread>

namespace test_column_population {

namespace {

using namespace tests::c;
using tests::arrow::numbers;
using tests::arrow::texts;

/// An office, five teams of it, of which the last is refused, and something of an unknown kind.
std::unique_ptr<tests::arrow::table> rows() {
    return std::make_unique<tests::arrow::table>(std::vector{
        texts("id", {"O", "A", "B", "C", "D", "E", "F"}),
        texts("kind", {"office", "team", "team", "team", "team", "team", "planet"}),
        texts("parent", {"", "O", "O", "O", "O", "O", ""}),
        numbers<std::int32_t>("drills", "i", {0, 0, 1, 5, 0, 99, 0}).nulls({false, true, true, true, false, true, false})});
}

column_population population_of(const rulebook& book, const tieuchi_columns_options* how = nullptr) {
    const tieuchi_selection day = on("2022-11-15");
    return made<column_population>(
        [&](auto* out, auto* error) { return tieuchi_column_population_new(out, nullptr, book.get(), &day, how, error); });
}

population_answers assessed(const column_population& all) {
    return made<population_answers>(
        [&](auto* out, auto* error) { return tieuchi_column_population_assess(out, all.get(), nullptr, nullptr, error); });
}

void add(const column_population& to, tests::arrow::table& table) {
    tieuchi_error error;
    well(tieuchi_column_population_add_array(to.get(), nullptr, &table.schema(), table.rows(), &error), error);
}

} // namespace

TEST_CASE("a table of subjects is assessed as in C++") {
    const auto table = rows();
    const auto all = population_of(parse(teams));
    add(all, *table);
    CHECK(tieuchi_column_population_count(all.get()) == 7);
    std::size_t done = 0;
    auto answers = made<population_answers>(
        [&](auto* out, auto* error) { return tieuchi_column_population_assess(out, all.get(), note, &done, error); });
    CHECK(done == 7);
    CHECK(tieuchi_column_population_count(all.get()) == 0);
    CHECK(table->releases == 0);

    const auto same = rows();
    auto known = *tieuchi::column_population::make(
        *tieuchi::rulebook::parse({std::make_shared<const tieuchi::source>("test.tieuchi", teams)}),
        {.on = tieuchi::date(2022, 11, 15)});
    REQUIRE(known.add(same->schema(), same->rows()).empty());
    const auto expected = std::move(known).assess();

    REQUIRE(tieuchi_population_answers_count(answers.get()) == expected.size());
    std::size_t refused_count = 0;
    const std::size_t* refused = nullptr;
    tieuchi_error error;
    well(tieuchi_population_answers_refused(&refused, &refused_count, answers.get(), &error), error);
    CHECK(std::vector(refused, refused + refused_count) == expected.refused());
    CHECK(expected.refused() == std::vector<std::size_t>{5, 6});
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CAPTURE(i);
        const auto one = expected.result_of(i);
        const auto told =
            made<results>([&](auto* out, auto* e) { return tieuchi_population_answers_subject(out, answers.get(), i, e); });
        REQUIRE(tieuchi_results_count(told.get()) == 1);
        REQUIRE(tieuchi_results_assessment_count(told.get(), 0) == one.assessments.size());
        for (std::size_t j = 0; j < one.assessments.size(); ++j) {
            const tieuchi_assessment* const answer = tieuchi_results_assessment(told.get(), 0, j);
            CHECK(text_of([&](auto* out, auto* length, auto* e) {
                      return tieuchi_assessment_json(out, length, answer, nullptr, e);
                  }) == to_json(one.assessments[j]));
            CHECK(tieuchi_results_outcomes(told.get(), 0, j) == one.outcomes[j].bits());
        }
        const auto problems =
            made<diagnostics>([&](auto* out, auto* e) { return tieuchi_results_problems(out, told.get(), 0, e); });
        CHECK(tieuchi_diagnostics_count(problems.get()) == one.problems.size());
    }

    REQUIRE(tieuchi_population_answers_quota_count(answers.get()) == 1);
    const auto quota = filled<tieuchi_quota_result>(
        [&](auto* out, auto* e) { return tieuchi_population_answers_quota(out, answers.get(), 0, e); });
    CHECK(std::vector(quota.kept, quota.kept + quota.kept_count) == expected.quotas()[0].kept);
    CHECK(std::vector(quota.open, quota.open + quota.open_count) == expected.quotas()[0].open);
    CHECK(std::string(quota.cite) == "7");
    const auto by = filled<tieuchi_standard_summary>(
        [&](auto* out, auto* e) { return tieuchi_standard_describe(out, quota.standard, "en", e); });
    CHECK(std::string(by.name) == "team");

    answers.reset();
    CHECK(table->releases == 1);
}

TEST_CASE("answers by columns, one stream for each standard, which outlive their handle") {
    const auto table = rows();
    ArrowArrayStream teams_told{};
    ArrowSchema schema{};
    tieuchi_error error;
    {
        tieuchi_columns_options how = TIEUCHI_COLUMNS_OPTIONS_INIT;
        how.answers = TIEUCHI_ANSWER_POSSIBLE;
        const auto all = population_of(parse(teams), &how);
        add(all, *table);
        const auto answers = assessed(all);
        REQUIRE(tieuchi_population_answers_standard_count(answers.get()) == 2);
        const auto name_of = [&](std::size_t index) {
            const tieuchi_standard* const one = tieuchi_population_answers_standard(answers.get(), index);
            return std::string(filled<tieuchi_standard_summary>([&](auto* out, auto* e) {
                                   return tieuchi_standard_describe(out, one, "en", e);
                               }).name);
        };
        CHECK(name_of(0) == "team");
        CHECK(name_of(1) == "office");
        CHECK(tieuchi_population_answers_standard(answers.get(), 2) == nullptr);
        CHECK(tieuchi_population_answers_stream(&teams_told, answers.get(), 2, nullptr) == TIEUCHI_INVALID_ARGUMENT);
        CHECK(tieuchi_population_answers_schema(&schema, answers.get(), 2, nullptr) == TIEUCHI_INVALID_ARGUMENT);
        well(tieuchi_population_answers_stream(&teams_told, answers.get(), 0, &error), error);
        well(tieuchi_population_answers_schema(&schema, answers.get(), 0, &error), error);
    }
    CHECK(table->releases == 0);
    ArrowArray batch{};
    REQUIRE(teams_told.get_next(&teams_told, &batch) == 0);
    const tests::arrow::answers read(schema, batch);
    CHECK(read.names() == std::vector<std::string>{"row", "outcome", "decided", "possible", "before_quotas"});
    REQUIRE(read.rows() == 4);
    const auto* const row = static_cast<const std::int64_t*>(read["row"].buffers[1]);
    CHECK(std::vector(row, row + 4) == std::vector<std::int64_t>{1, 2, 3, 4});
    CHECK(read.text("outcome", 2) == "fair");
    CHECK(read.list("possible", 3) == std::vector<std::string>{"best", "fair"});
    teams_told.release(&teams_told);
}

TEST_CASE("what is wrong with a table of subjects is told, and nothing of it is added") {
    const auto book = parse(teams);
    const auto all = population_of(book);
    tests::arrow::table without({texts("id", {"A"}), numbers<std::int32_t>("stuff", "i", {1})});
    tieuchi_error error;
    tieuchi_diagnostics* list = nullptr;
    CHECK(tieuchi_column_population_add_array(all.get(), &list, &without.schema(), without.rows(), &error) == TIEUCHI_BAD_DATA);
    const diagnostics problems(list);
    CHECK(tieuchi_diagnostics_count(problems.get()) == 2);
    CHECK(std::string(error.code) == "E606");
    CHECK(without.releases == 1);
    CHECK(tieuchi_column_population_count(all.get()) == 0);

    const auto answers = assessed(all);
    CHECK(tieuchi_population_answers_count(answers.get()) == 0);
    CHECK(tieuchi_population_answers_standard_count(answers.get()) == 0);
    const auto late = rows();
    CHECK(tieuchi_column_population_add_array(all.get(), nullptr, &late->schema(), late->rows(), &error) ==
          TIEUCHI_INVALID_ARGUMENT);
    CHECK(std::string(error.message) == "`population` was assessed already");
    CHECK(late->releases == 1);
    tieuchi_population_answers* again = nullptr;
    CHECK(tieuchi_column_population_assess(&again, all.get(), nullptr, nullptr, &error) == TIEUCHI_INVALID_ARGUMENT);
    CHECK(again == nullptr);
    tieuchi_results* none = nullptr;
    CHECK(tieuchi_population_answers_subject(&none, answers.get(), 0, &error) == TIEUCHI_INVALID_ARGUMENT);

    const tieuchi_selection long_ago = on("1999-01-01");
    tieuchi_column_population* out = nullptr;
    CHECK(tieuchi_column_population_new(&out, &list, book.get(), &long_ago, nullptr, &error) == TIEUCHI_BAD_SELECTION);
    CHECK(std::string(error.code) == "E502");
    CHECK(out == nullptr);
    tieuchi_diagnostics_free(list);
}

TEST_CASE("refused subjects are told, and answers may be read by many threads at once") {
    std::vector<std::string> told;
    tieuchi_columns_options how = TIEUCHI_COLUMNS_OPTIONS_INIT;
    how.on_problem = [](void* to, const tieuchi_diagnostic* one) {
        static_cast<std::vector<std::string>*>(to)->emplace_back(one->where);
    };
    how.on_problem_context = &told;
    const auto table = rows();
    const auto all = population_of(parse(teams), &how);
    add(all, *table);
    const auto answers = assessed(all);
    CHECK(told == std::vector<std::string>{"row 5: drills", "row 6: kind"});
    std::vector<std::thread> readers;
    std::vector<std::size_t> counted(8);
    for (std::size_t i = 0; i < counted.size(); ++i) {
        readers.emplace_back([&, i] {
            for (std::size_t subject = 0; subject < 7; ++subject) {
                tieuchi_results* one = nullptr;
                if (tieuchi_population_answers_subject(&one, answers.get(), subject, nullptr) == TIEUCHI_OK) {
                    counted[i] += tieuchi_results_assessment_count(one, 0);
                }
                tieuchi_results_free(one);
            }
        });
    }
    for (auto& one : readers) { one.join(); }
    CHECK(counted == std::vector<std::size_t>(8, 5));
}

TEST_CASE("a progress function stops the assessment of tables, which are then released") {
    const auto table = rows();
    const auto all = population_of(parse(teams));
    add(all, *table);
    auto* out = reinterpret_cast<tieuchi_population_answers*>(all.get()); // must be overwritten
    tieuchi_error error;
    const auto stop = [](void*, size_t) -> int32_t { return 1; };
    CHECK(tieuchi_column_population_assess(&out, all.get(), stop, nullptr, &error) == TIEUCHI_CANCELLED);
    CHECK(out == nullptr);
    CHECK(std::string(error.message) == "stopped by the progress function when 7 subjects were done");
    CHECK(table->releases == 1);
    CHECK(tieuchi_column_population_count(all.get()) == 0);
    CHECK(tieuchi_column_population_assess(&out, all.get(), nullptr, nullptr, &error) == TIEUCHI_INVALID_ARGUMENT);
}

TEST_CASE("a zero byte in a table does not come out") {
    const std::string zero("te\0am", 5);
    tests::arrow::table table(
        {texts("id", {zero, "B", "C"}), texts("kind", {"team", zero, "team"}), texts("drills", {"1", "2", zero})});
    const auto all = population_of(parse(teams));
    add(all, table);
    const auto answers = assessed(all);
    const std::size_t* refused = nullptr;
    std::size_t count = 0;
    tieuchi_error error;
    well(tieuchi_population_answers_refused(&refused, &count, answers.get(), &error), error);
    CHECK(count == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        const auto told =
            made<results>([&](auto* out, auto* e) { return tieuchi_population_answers_subject(out, answers.get(), i, e); });
        const auto problems =
            made<diagnostics>([&](auto* out, auto* e) { return tieuchi_results_problems(out, told.get(), 0, e); });
        REQUIRE(tieuchi_diagnostics_count(problems.get()) == 1);
        // Its length is where it ends.
        CHECK_FALSE(text_of([&](auto* out, auto* length, auto* e) {
                        return tieuchi_diagnostics_text(out, length, problems.get(), e);
                    }).empty());
    }
}

} // namespace test_column_population
