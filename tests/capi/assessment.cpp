// SPDX-License-Identifier: Apache-2.0
// Answers through C are those of C++: every case of the conformance suites, and the regulations that are shipped.
#include "handles.hpp"
#include "source_dir.hpp"
#include "support/corpus.hpp"

#include <cstring>

namespace test_assessment {

namespace {

using namespace tests::c;
namespace json = boost::json;

std::string text(const char* given) {
    REQUIRE(given != nullptr);
    return given;
}

std::vector<std::string> texts(const char* const* given, size_t count) { return {given, given + count}; }

void check_range(int64_t least, int64_t most, const std::optional<tieuchi::decimal_range>& known) {
    CHECK(least == (known ? known->least.units() : 0));
    CHECK(most == (known ? known->most.units() : 0));
}

void check_summary(const tieuchi_assessment* answer, const tieuchi::assessment& known, const char* language) {
    const tieuchi::standard by = known.standard();
    const tieuchi_assessment_summary told = summary(answer, language);
    CHECK((told.decided != 0) == known.decided());
    CHECK(told.possible == known.outcomes().bits());
    CHECK(text(told.outcome_name) == (known.outcome() == nullptr ? "" : known.outcome()->name));
    CHECK(text(told.outcome_label) == (known.outcome() == nullptr ? "" : known.outcome()->label.in(language)));
    if (known.decided()) {
        CHECK(&by.outcomes()[told.outcome] == known.outcome());
    } else {
        CHECK(told.outcome == TIEUCHI_NONE);
    }
    CHECK((told.scored != 0) == known.total().has_value());
    check_range(told.total_least, told.total_most, known.total());
    check_range(told.maximum_least, told.maximum_most, known.maximum());
    CHECK(told.problem_count == known.problems().size());
    const auto* const exit = known.exit();
    REQUIRE((told.exit != TIEUCHI_EXIT_NONE) == (exit != nullptr));
    if (exit != nullptr) {
        CHECK(static_cast<int>(told.exit) == static_cast<int>(exit->kind) + 1);
        CHECK(text(told.exit_label) == exit->label.in(language));
        CHECK(text(told.exit_cite) == exit->cite);
        CHECK(text(told.exit_document) == exit->document);
        CHECK(text(told.exit_to) == exit->to.in(language));
    }
}

void check_findings(const tieuchi_assessment* answer, const tieuchi::assessment& known) {
    const tieuchi::standard by = known.standard();
    REQUIRE(summary(answer).finding_count == known.findings().size());
    for (uint32_t i = 0; i < known.findings().size(); ++i) {
        const tieuchi::finding& finding = known.findings()[i];
        const auto told =
            filled<tieuchi_finding>([&](auto* out, auto* error) { return tieuchi_assessment_finding(out, answer, i, error); });
        CHECK(text(told.clause) == finding.criterion->clause);
        CHECK(static_cast<int>(told.status) == static_cast<int>(finding.status));
        CHECK(static_cast<int>(told.without_exception) == static_cast<int>(finding.without_exception));
        CHECK((told.excepted != 0) == finding.excepted);
        CHECK((told.scored != 0) == finding.points.has_value());
        check_range(told.points_least, told.points_most, finding.points);
        check_range(told.maximum_least, told.maximum_most, finding.maximum);
        check_range(told.lost_least, told.lost_most, finding.lost());
        const uint32_t* slots = nullptr;
        size_t count = 0;
        tieuchi_error error;
        well(tieuchi_assessment_finding_facts(&slots, &count, answer, i, &error), error);
        const auto facts = known.facts_of(i);
        REQUIRE(count == facts.size());
        for (size_t j = 0; j < count; ++j) { CHECK(&by.facts()[slots[j]] == facts[j].fact); }
    }
}

void check_facts(const tieuchi_assessment* answer, const tieuchi::assessment& known, const char* language) {
    const tieuchi::standard by = known.standard();
    for (uint32_t slot = 0; slot < by.facts().size(); ++slot) {
        const auto read = known.fact_as_read(slot);
        const auto told = filled<tieuchi_fact_value>(
            [&](auto* out, auto* error) { return tieuchi_assessment_fact(out, answer, slot, language, error); });
        CHECK(text(told.name) == read.fact->name);
        CHECK(text(told.label) == read.fact->label.in(language));
        CHECK((told.known != 0) == read.known());
        CHECK((told.unknown != 0) == read.unknown());
        CHECK((told.least == told.most) == read.known());
        if (told.known && told.type == TIEUCHI_FACT_COUNT) {
            CHECK(tieuchi::decimal::from_units(told.least).str() == read.text());
        }
        if (told.known && told.type == TIEUCHI_FACT_YES_NO) { CHECK((told.least != 0 ? "yes" : "no") == read.text()); }
        if (told.known && told.type == TIEUCHI_FACT_PERCENT) {
            CHECK(tieuchi::decimal::from_units(told.least).str() + "%" == read.text());
        }
        CHECK(text_of([&](auto* out, auto* length, auto* error) {
                  return tieuchi_assessment_fact_text(out, length, answer, slot, language, error);
              }) == read.text(language));
    }
}

void check_report(const tieuchi_assessment* answer, const tieuchi::assessment& known) {
    const std::vector<std::uint32_t> parts[] = {known.shortcomings(), known.still_open(), known.exceptions(), known.strengths(),
                                                known.not_applicable()};
    std::int32_t part = TIEUCHI_REPORT_SHORTCOMINGS;
    for (const auto& expected : parts) {
        tieuchi_error error;
        const std::uint32_t* findings = nullptr;
        size_t count = 0;
        well(tieuchi_assessment_report(&findings, &count, answer, part, &error), error);
        CHECK(std::vector<std::uint32_t>(findings, findings + count) == expected);
        ++part;
    }
}

void check_reasons(const tieuchi_assessment* answer, const tieuchi::assessment& known, const char* language) {
    const tieuchi::standard by = known.standard();
    tieuchi_error error;
    const char* const* clauses = nullptr;
    size_t count = 0;
    well(tieuchi_assessment_because(&clauses, &count, answer, &error), error);
    CHECK(texts(clauses, count) == known.because());

    check_report(answer, known);

    const auto adjustments = known.adjustments();
    well(tieuchi_assessment_adjustment_count(&count, answer, &error), error);
    REQUIRE(count == adjustments.size());
    for (size_t i = 0; i < count; ++i) {
        const auto told = filled<tieuchi_adjustment>(
            [&](auto* out, auto* wrong) { return tieuchi_assessment_adjustment(out, answer, i, language, wrong); });
        const tieuchi::adjustment& one = *adjustments[i].adjustment;
        CHECK(static_cast<int>(told.kind) == static_cast<int>(one.kind));
        CHECK(told.outcome == one.outcome);
        CHECK(text(told.outcome_name) == by.outcomes()[one.outcome].name);
        CHECK((told.certain != 0) == adjustments[i].certain);
        CHECK((told.holds != 0) == adjustments[i].holds);
        CHECK((told.idle != 0) == adjustments[i].idle);
        CHECK(text(told.label) == one.label.in(language));
        CHECK(text(told.document) == one.document);
        CHECK(texts(told.cites, told.cite_count) == one.cites);
    }

    const auto questions = known.questions();
    well(tieuchi_assessment_question_count(&count, answer, &error), error);
    REQUIRE(count == questions.size());
    for (size_t i = 0; i < count; ++i) {
        const auto told = filled<tieuchi_question>(
            [&](auto* out, auto* wrong) { return tieuchi_assessment_question(out, answer, i, language, wrong); });
        CHECK(told.slot == questions[i].slot);
        CHECK(text(told.fact) == questions[i].fact->name);
        CHECK(text(told.question) == questions[i].fact->question.in(language));
        CHECK(text(told.by) == questions[i].by);
        CHECK(texts(told.clauses, told.clause_count) == questions[i].clauses);
        CHECK((told.can_decide != 0) == questions[i].can_decide);
        CHECK((told.needs_judgement != 0) == questions[i].needs_judgement);
    }
}

void check_texts(const tieuchi_assessment* answer, const tieuchi::assessment& known, const char* language) {
    CHECK(text_of([&](auto* out, auto* length, auto* error) {
              return tieuchi_assessment_json(out, length, answer, "Phường A", error);
          }) == to_json(known, {.subject = "Phường A"}));
    CHECK(text_of([&](auto* out, auto* length, auto* error) {
              return tieuchi_assessment_json(out, length, answer, nullptr, error);
          }) == to_json(known));
    CHECK(text_of([&](auto* out, auto* length, auto* error) {
              return tieuchi_assessment_explain(out, length, answer, language, "Phường A", error);
          }) == explain(known, {.language = language, .subject = "Phường A"}));
    CHECK(text_of([&](auto* out, auto* length, auto* error) {
              return tieuchi_assessment_questions_json(out, length, answer, language, error);
          }) == questions_to_json(known, language));
    const auto problems =
        made<diagnostics>([&](auto* out, auto* error) { return tieuchi_assessment_problems(out, answer, error); });
    CHECK(text_of([&](auto* out, auto* length, auto* error) {
              return tieuchi_diagnostics_json(out, length, problems.get(), error);
          }) == to_json(known.problems()));
    CHECK(text_of([&](auto* out, auto* length, auto* error) {
              return tieuchi_diagnostics_text(out, length, problems.get(), error);
          }) == to_string(known.problems()));
}

void check_answer(const facts& given, const tieuchi::assessment& known) {
    const auto answer = assess(given);
    const auto work = made<scratch>([](auto* out, auto* error) { return tieuchi_scratch_new(out, error); });
    uint64_t bits = 0;
    tieuchi_error error;
    well(tieuchi_facts_outcomes(&bits, given.get(), work.get(), &error), error);
    CHECK(bits == known.outcomes().bits());
    check_findings(answer.get(), known);
    for (const char* const language : {"vi", "en"}) {
        check_summary(answer.get(), known, language);
        check_facts(answer.get(), known, language);
        check_reasons(answer.get(), known, language);
        check_texts(answer.get(), known, language);
    }
}

/// Sets a fact as JSON has it, in both; what they refuse, they refuse alike.
void set_both(const facts& given, tieuchi::facts& known, const std::string& name, const json::value& value) {
    tieuchi_status status = TIEUCHI_OK;
    switch (value.kind()) {
    case json::kind::bool_:
        known.set(name, value.as_bool());
        status = tieuchi_facts_set_yes_no(given.get(), name.c_str(), value.as_bool(), nullptr);
        break;
    case json::kind::int64:
        known.set(name, value.as_int64());
        status = tieuchi_facts_set_integer(given.get(), name.c_str(), value.as_int64(), nullptr);
        break;
    case json::kind::double_:
        known.set(name, value.as_double());
        status = tieuchi_facts_set_double(given.get(), name.c_str(), value.as_double(), nullptr);
        break;
    case json::kind::string:
        known.set(name, std::string(value.as_string()));
        status = tieuchi_facts_set_text(given.get(), name.c_str(), std::string(value.as_string()).c_str(), nullptr);
        break;
    case json::kind::null:
    case json::kind::uint64:
    case json::kind::array:
    case json::kind::object: status = tieuchi_facts_set_unknown(given.get(), name.c_str(), nullptr); break;
    }
    CHECK((status == TIEUCHI_OK || status == TIEUCHI_BAD_DATA || status == TIEUCHI_NO_SUCH_FACT));
}

/// The standard of a case, through C.
standard standard_of(const rulebook& book, const json::object& suite, const json::object& one) {
    const tieuchi::selection how = tests::selection_of(suite, one);
    const std::string day = to_string(how.on);
    std::vector<tieuchi_chosen_reading> readings;
    for (const auto& [name, option] : how.readings) { readings.push_back({name.c_str(), option.c_str(), 0, 0, nullptr}); }
    tieuchi_selection selected = on(day.c_str());
    selected.jurisdiction = how.jurisdiction.c_str();
    selected.year = how.year.value_or(0);
    selected.readings = readings.data();
    selected.reading_count = readings.size();
    return made<standard>([&](auto* out, auto* error) {
        return tieuchi_rulebook_standard(out, nullptr, book.get(), suite.at("standard").as_string().c_str(), &selected, error);
    });
}

rulebook parse_all(const std::vector<tieuchi::source_ptr>& from) {
    std::vector<tieuchi_source> sources;
    for (const auto& one : from) { sources.push_back({one->name().c_str(), one->text().data(), one->text().size(), 0, 0, 0}); }
    return made<rulebook>([&](auto* out, auto* error) {
        return tieuchi_rulebook_parse(out, nullptr, sources.data(), sources.size(), nullptr, error);
    });
}

} // namespace

TEST_CASE("every case of the conformance suites has the answer of C++") {
    size_t counted = 0;
    for (const json::object& suite : tests::conformance_suites()) {
        const auto known = tests::assessable(suite);
        if (!known) { continue; }
        CAPTURE(std::string(suite.at("clause").as_string()));
        const rulebook book = parse_all(tests::sources_of(suite.at("rules")));
        for (const auto& each : suite.at("cases").as_array()) {
            const json::object& one = each.as_object();
            CAPTURE(std::string(one.at("name").as_string()));
            const auto by = tests::standard_of_case(*known, suite, one);
            if (!by) { continue; }
            const facts given = facts_for(standard_of(book, suite, one));
            tieuchi::facts expected(*by);
            bool misnamed = false;
            for (const auto& [name, value] : one.at("facts").as_object()) {
                misnamed = misnamed || !by->slot(std::string(name));
                set_both(given, expected, name, value);
            }
            if (misnamed) { continue; } // C refuses the name at once, C++ tells it with the answer
            check_answer(given, by->assess(expected));
            ++counted;
        }
    }
    CHECK(counted > 500);
}

TEST_CASE("subjects of the shipped regulations have the answer of C++") {
    const auto book = load(TIEUCHI_SOURCE_DIR "/dsl/vn");
    const auto known = tieuchi::rulebook::load(TIEUCHI_SOURCE_DIR "/dsl/vn");
    REQUIRE(known);
    for (const auto& [name, file] : {std::pair{"agency_safety", "one-agency"}, std::pair{"movement", "capped-agency"},
                                     std::pair{"movement", "undecided-school"}}) {
        CAPTURE(name, file);
        const auto by = known->standard(name, {.on = tieuchi::date(2022, 11, 15)});
        REQUIRE(by);
        const facts given = facts_for(pick(book, name));
        tieuchi::facts expected(*by);
        const auto told = json::parse(tests::text_of(TIEUCHI_SOURCE_DIR "/examples/province/" + std::string(file) + ".json"));
        for (const auto& [fact, value] : told.as_object()) { set_both(given, expected, fact, value); }
        check_answer(given, by->assess(expected));
    }
}

TEST_CASE("an assessment outlives all that it was made of") {
    assessment answer;
    {
        const auto given = facts_for(pick(parse(rules), "office_class"));
        REQUIRE(tieuchi_facts_set_integer(given.get(), "staff", 1, nullptr) == TIEUCHI_OK);
        answer = assess(given);
    }
    const auto told = summary(answer.get());
    CHECK(told.exit == TIEUCHI_EXIT_NOT_SUBJECT);
    CHECK(std::string(told.exit_label) == "Too small");
    const auto by = filled<tieuchi_standard_summary>([&](auto* out, auto* error) {
        return tieuchi_standard_describe(out, tieuchi_assessment_standard(answer.get()), "vi", error);
    });
    CHECK(std::string(by.title) == "Phân loại");
}

} // namespace test_assessment
