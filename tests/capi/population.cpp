// SPDX-License-Identifier: Apache-2.0
// A population through C: sub-units, refused subjects, quotas; the same as in C++.
#include "handles.hpp"

#include <tieuchi/tieuchi.hpp>

namespace test_population {

using namespace tests::c;

TEST_CASE("a population is assessed as in C++") {
    const auto book = parse(teams);
    const tieuchi_selection how = on("2022-11-15");
    const auto all =
        made<population>([&](auto* out, auto* error) { return tieuchi_population_new(out, book.get(), &how, error); });
    tieuchi::population known(*tieuchi::rulebook::parse({std::make_shared<const tieuchi::source>("test.tieuchi", teams)}),
                              {.on = tieuchi::date(2022, 11, 15)});
    struct row {
        const char* id;
        const char* parent;
        const char* kind;
        const char* drills;
    };
    const std::vector<row> rows{{"O", nullptr, "office", nullptr}, {"A", "O", "team", "0"}, {"B", "O", "team", "1"},
                                {"C", "O", "team", "5"},           {"D", "O", "team", ""},  {"E", "O", "team", "many"},
                                {"F", "", "planet", nullptr}};
    for (const row& one : rows) {
        const tieuchi_named_text drills{"drills", one.drills, 0, 0, nullptr};
        tieuchi_subject subject = TIEUCHI_SUBJECT_INIT;
        subject.id = one.id;
        subject.parent = one.parent;
        subject.kind = one.kind;
        subject.facts = &drills;
        subject.fact_count = one.drills == nullptr ? 0 : 1;
        tieuchi_error error;
        well(tieuchi_population_add(all.get(), &subject, &error), error);
        tieuchi::subject same;
        same.id = one.id;
        same.parent = one.parent == nullptr ? "" : one.parent;
        same.kind = one.kind;
        if (one.drills != nullptr) { same.values.emplace_back("drills", std::string(one.drills)); }
        known.add(same);
    }
    CHECK(tieuchi_population_count(all.get()) == rows.size());

    size_t done = 0;
    const auto told = made<results>(
        [&](auto* out, auto* error) { return tieuchi_population_assess(out, nullptr, all.get(), note, &done, error); });
    CHECK(done == rows.size());
    const auto expected = known.assess();
    REQUIRE(expected);
    REQUIRE(tieuchi_results_count(told.get()) == rows.size());
    size_t refused = 0;
    for (size_t i = 0; i < rows.size(); ++i) {
        CAPTURE(rows[i].id);
        const auto& one = (*expected)[i];
        REQUIRE(tieuchi_results_assessment_count(told.get(), i) == one.assessments.size());
        for (size_t j = 0; j < one.assessments.size(); ++j) {
            const tieuchi_assessment* const answer = tieuchi_results_assessment(told.get(), i, j);
            CHECK(text_of([&](auto* out, auto* length, auto* error) {
                      return tieuchi_assessment_json(out, length, answer, nullptr, error);
                  }) == to_json(one.assessments[j]));
            CHECK(tieuchi_results_outcomes(told.get(), i, j) == one.outcomes[j].bits());
            const char* const* clauses = nullptr;
            size_t count = 0;
            tieuchi_error error;
            well(tieuchi_results_because(&clauses, &count, told.get(), i, j, &error), error);
            CHECK(std::vector<std::string>(clauses, clauses + count) == one.because(j));
        }
        CHECK(tieuchi_results_assessment(told.get(), i, one.assessments.size()) == nullptr);
        const auto problems =
            made<diagnostics>([&](auto* out, auto* error) { return tieuchi_results_problems(out, told.get(), i, error); });
        CHECK(tieuchi_diagnostics_count(problems.get()) == one.problems.size());
        refused += one.refused();
    }
    CHECK(refused == 2);

    const auto quotas = known.quotas(*expected);
    REQUIRE(tieuchi_results_quota_count(told.get()) == quotas.size());
    REQUIRE(quotas.size() == 1);
    const auto quota =
        filled<tieuchi_quota_result>([&](auto* out, auto* error) { return tieuchi_results_quota(out, told.get(), 0, error); });
    const auto list = [](const size_t* of, size_t count) { return std::vector<size_t>(of, of + count); };
    CHECK(quota.counted_least == quotas[0].counted.least);
    CHECK(quota.counted_most == quotas[0].counted.most);
    CHECK(quota.seats_least == quotas[0].seats.least);
    CHECK(quota.seats_most == quotas[0].seats.most);
    CHECK(list(quota.kept, quota.kept_count) == quotas[0].kept);
    CHECK(list(quota.lost, quota.lost_count) == quotas[0].lost);
    CHECK(list(quota.open, quota.open_count) == quotas[0].open);
    CHECK(list(quota.tied, quota.tied_count) == quotas[0].tied);
    CHECK(std::string(quota.cite) == "7");
    const auto by = filled<tieuchi_standard_summary>(
        [&](auto* out, auto* error) { return tieuchi_standard_describe(out, quota.standard, "en", error); });
    CHECK(std::string(by.name) == "team");
}

TEST_CASE("a population whose selection is wrong says so") {
    const auto book = parse(teams);
    const tieuchi_selection how = on("1999-01-01");
    const auto all =
        made<population>([&](auto* out, auto* error) { return tieuchi_population_new(out, book.get(), &how, error); });
    tieuchi_subject subject = TIEUCHI_SUBJECT_INIT;
    subject.id = "A";
    subject.kind = "team";
    REQUIRE(tieuchi_population_add(all.get(), &subject, nullptr) == TIEUCHI_OK);
    subject.id = "\xFE";
    CHECK(tieuchi_population_add(all.get(), &subject, nullptr) == TIEUCHI_INVALID_ARGUMENT);
    CHECK(tieuchi_population_count(all.get()) == 1);
    tieuchi_results* out = nullptr;
    tieuchi_diagnostics* problems = nullptr;
    tieuchi_error error;
    CHECK(tieuchi_population_assess(&out, &problems, all.get(), nullptr, nullptr, &error) == TIEUCHI_BAD_SELECTION);
    CHECK(out == nullptr);
    CHECK(std::string(error.code) == "E502");
    tieuchi_diagnostics_free(problems);
}

TEST_CASE("names of subjects are compared in one normal form, and hold nothing that nobody sees") {
    const auto book = parse(teams);
    const tieuchi_selection how = on("2022-11-15");
    const auto all =
        made<population>([&](auto* out, auto* error) { return tieuchi_population_new(out, book.get(), &how, error); });
    struct row {
        const char* id;
        const char* kind;
        const char* parent;
    };
    for (const row& one : {row{"xa\u0303", "office", nullptr}, row{"A", "team", "x\u00E3"}, row{"x\u00E3", "office", nullptr},
                           row{"B\u200B", "team", "x\u00E3"}}) {
        tieuchi_subject subject = TIEUCHI_SUBJECT_INIT;
        subject.id = one.id;
        subject.parent = one.parent;
        subject.kind = one.kind;
        tieuchi_error error;
        well(tieuchi_population_add(all.get(), &subject, &error), error);
    }
    const auto told = made<results>(
        [&](auto* out, auto* error) { return tieuchi_population_assess(out, nullptr, all.get(), nullptr, nullptr, error); });
    const auto code = [&](size_t subject) {
        const auto problems =
            made<diagnostics>([&](auto* out, auto* error) { return tieuchi_results_problems(out, told.get(), subject, error); });
        if (tieuchi_diagnostics_count(problems.get()) == 0) { return std::string(); }
        const auto first = filled<tieuchi_diagnostic>(
            [&](auto* out, auto* error) { return tieuchi_diagnostics_describe(out, problems.get(), 0, error); });
        return std::string(first.code);
    };
    CHECK(code(0).empty());
    CHECK(code(1).empty());
    CHECK(code(2) == "E411");
    CHECK(code(3) == "E420");
}

TEST_CASE("a progress function stops the assessment of a population, which can be assessed again") {
    const auto book = parse(teams);
    const tieuchi_selection how = on("2022-11-15");
    const auto all =
        made<population>([&](auto* out, auto* error) { return tieuchi_population_new(out, book.get(), &how, error); });
    for (int i = 0; i < 600; ++i) {
        const std::string id = std::to_string(i);
        tieuchi_subject subject = TIEUCHI_SUBJECT_INIT;
        subject.id = id.c_str();
        subject.kind = "team";
        REQUIRE(tieuchi_population_add(all.get(), &subject, nullptr) == TIEUCHI_OK);
    }
    const auto stop = [](void* calls, size_t done) -> int32_t {
        ++*static_cast<int*>(calls);
        return done >= 500 ? -1 : 0;
    };
    int calls = 0;
    auto* out = reinterpret_cast<tieuchi_results*>(&calls); // must be overwritten
    tieuchi_error error;
    CHECK(tieuchi_population_assess(&out, nullptr, all.get(), stop, &calls, &error) == TIEUCHI_CANCELLED);
    CHECK(out == nullptr);
    CHECK(calls == 2);
    CHECK(error.status == TIEUCHI_CANCELLED);
    CHECK(std::string(error.message) == "stopped by the progress function when 512 subjects were done");
    CHECK(tieuchi_population_count(all.get()) == 600);
    const auto told =
        made<results>([&](auto* to, auto* e) { return tieuchi_population_assess(to, nullptr, all.get(), nullptr, nullptr, e); });
    CHECK(tieuchi_results_count(told.get()) == 600);
}

TEST_CASE("an answer that is retained outlives the results, and shares what was borrowed") {
    const auto book = parse(teams);
    const tieuchi_selection how = on("2022-11-15");
    const auto all =
        made<population>([&](auto* out, auto* error) { return tieuchi_population_new(out, book.get(), &how, error); });
    const tieuchi_named_text drills{"drills", "5", 0, 0, nullptr};
    tieuchi_subject subject = TIEUCHI_SUBJECT_INIT;
    subject.id = "A";
    subject.kind = "team";
    subject.facts = &drills;
    subject.fact_count = 1;
    REQUIRE(tieuchi_population_add(all.get(), &subject, nullptr) == TIEUCHI_OK);
    auto told = made<results>(
        [&](auto* out, auto* error) { return tieuchi_population_assess(out, nullptr, all.get(), nullptr, nullptr, error); });
    const tieuchi_assessment* const borrowed = tieuchi_results_assessment(told.get(), 0, 0);
    const auto json = [](const tieuchi_assessment* of) {
        return text_of(
            [&](auto* out, auto* length, auto* error) { return tieuchi_assessment_json(out, length, of, "A", error); });
    };
    const std::string before = json(borrowed);
    const char* const name = summary(borrowed).outcome_name;
    const char* const* clauses = nullptr;
    size_t count = 0;
    REQUIRE(tieuchi_assessment_because(&clauses, &count, borrowed, nullptr) == TIEUCHI_OK);
    const auto own = made<assessment>([&](auto* out, auto* error) { return tieuchi_assessment_retain(out, borrowed, error); });
    told.reset();
    CHECK(json(own.get()) == before);
    CHECK(summary(own.get()).outcome_name == name);
    CHECK(std::string(name) == "fair");
    const char* const* again = nullptr;
    REQUIRE(tieuchi_assessment_because(&again, &count, own.get(), nullptr) == TIEUCHI_OK);
    CHECK(again == clauses);
    REQUIRE(count == 1);
    CHECK(std::string(clauses[0]) == "1");

    const auto by = made<standard>(
        [&](auto* out, auto* error) { return tieuchi_standard_retain(out, tieuchi_assessment_standard(own.get()), error); });
    CHECK(by.get() != tieuchi_assessment_standard(own.get()));
}

} // namespace test_population
