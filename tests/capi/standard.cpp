// SPDX-License-Identifier: Apache-2.0
// A standard tells all that a form needs, and the same as in C++.
#include "handles.hpp"
#include "support/corpus.hpp"

namespace test_standard {

namespace {

using namespace tests::c;

tieuchi_fact fact_of(const tieuchi_standard* of, uint32_t slot, const char* language) {
    return filled<tieuchi_fact>([&](auto* out, auto* error) { return tieuchi_standard_fact(out, of, slot, language, error); });
}

std::string text(const char* given) {
    REQUIRE(given != nullptr);
    return given;
}

std::string text(const std::optional<tieuchi::date>& day) { return day ? to_string(*day) : ""; }

void check_fact(const tieuchi_standard* of, const tieuchi::standard& known, uint32_t slot, const char* language) {
    const tieuchi_fact told = fact_of(of, slot, language);
    const tieuchi::fact& fact = known.facts()[slot];
    CHECK(text(told.name) == fact.name);
    CHECK(static_cast<int>(told.type) == static_cast<int>(fact.type));
    CHECK(told.slot == slot);
    CHECK(text(told.label) == fact.label.in(language));
    CHECK(text(told.question) == fact.question.in(language));
    CHECK(text(told.evidence) == fact.evidence.in(language));
    CHECK(told.least == fact.least.units());
    CHECK(told.most == fact.most.units());
    CHECK(told.step == fact.step.units());
    CHECK(told.scale == fact.scale);
    CHECK(told.at_most == fact.at_most.value_or(TIEUCHI_NONE));
    CHECK(told.by_month == (fact.by ? fact.by->month : 0));
    CHECK(told.by_day == (fact.by ? fact.by->day : 0));
    CHECK((told.ordered != 0) == fact.ordered);
    CHECK((told.previous != 0) == fact.previous);
    CHECK((told.from_subunits != 0) == fact.from_subunits);
    CHECK((told.from_outcome != 0) == fact.from_outcome);
    REQUIRE(told.option_count == fact.options.size());
    for (uint32_t i = 0; i < told.option_count; ++i) {
        const auto option = filled<tieuchi_option>(
            [&](auto* out, auto* error) { return tieuchi_standard_option(out, of, slot, i, language, error); });
        CHECK(text(option.name) == fact.options[i].name);
        CHECK(text(option.label) == fact.options[i].label.in(language));
    }
    REQUIRE(told.kind_count == fact.only_for.size());
    for (uint32_t i = 0; i < told.kind_count; ++i) { CHECK(text(tieuchi_standard_fact_kind(of, slot, i)) == fact.only_for[i]); }
    CHECK(tieuchi_standard_fact_kind(of, slot, told.kind_count) == nullptr);
    CHECK(text_of([&](auto* out, auto* length, auto* error) {
              return tieuchi_standard_valid_answers(out, length, of, slot, language, error);
          }) == fact.valid_answers(language));
    uint32_t found = 0;
    tieuchi_error error;
    well(tieuchi_standard_slot(&found, of, told.name, &error), error);
    CHECK(found == slot);
}

/// So many texts, of which there is none after the last.
template <class At>
std::vector<std::string> names(size_t count, const At& at) {
    std::vector<std::string> all;
    for (size_t i = 0; i < count; ++i) { all.push_back(text(at(i))); }
    CHECK(at(count) == nullptr);
    return all;
}

void check_criterion(const tieuchi_standard* of, const tieuchi::standard& known, uint32_t index, const char* language) {
    const auto told = filled<tieuchi_criterion>(
        [&](auto* out, auto* error) { return tieuchi_standard_criterion(out, of, index, language, error); });
    const tieuchi::criterion& one = known.criteria()[index];
    CHECK(text(told.clause) == one.clause);
    CHECK(text(told.document) == one.document);
    CHECK(text(told.title) == one.title.in(language));
    CHECK(text(told.note) == one.note.in(language));
    CHECK(static_cast<int>(told.rule) == static_cast<int>(one.rule));
    CHECK(told.parent == one.parent.value_or(TIEUCHI_NONE));
    CHECK(told.depth == one.depth);
    CHECK(told.needed == one.needed);
    CHECK(told.maximum == one.maximum.units());
    CHECK((told.scored != 0) == one.scored);
    CHECK((told.event != 0) == one.event);
    CHECK((told.needs_judgement != 0) == one.needs_judgement);
    CHECK(names(told.cite_count, [&](size_t i) { return tieuchi_standard_criterion_cite(of, index, i); }) == one.cites);
}

void check_standard(const tieuchi_standard* of, const tieuchi::standard& known, const char* language) {
    const auto told = filled<tieuchi_standard_summary>(
        [&](auto* out, auto* error) { return tieuchi_standard_describe(out, of, language, error); });
    CHECK(text(told.name) == known.name());
    CHECK(text(told.title) == known.title().in(language));
    CHECK(text(told.document) == known.document().number);
    CHECK(static_cast<int>(told.status) == static_cast<int>(known.status()));
    CHECK((told.scored != 0) == known.assess(tieuchi::facts(known)).total().has_value());
    CHECK(text(told.jurisdiction) == known.jurisdiction());
    CHECK(text(told.digest) == known.digest());
    CHECK(text(told.decided_by) == known.decided_by().in(language));
    CHECK(text(told.deadline_cite) == known.deadline_cite());
    CHECK(text(told.window_cite) == known.window_cite());
    CHECK(text(told.on) == text(known.on()));
    CHECK(text(told.period_first) == (known.period() ? text(known.period()->first) : ""));
    CHECK(text(told.period_last) == (known.period() ? text(known.period()->last) : ""));
    CHECK(text(told.decide_before) == text(known.decide_before()));
    CHECK(told.quota_count == known.quotas().size());
    REQUIRE(told.kind_count == known.kinds().size());
    for (uint32_t i = 0; i < told.kind_count; ++i) { CHECK(text(tieuchi_standard_kind(of, i)) == known.kinds()[i]); }
    REQUIRE(told.amendment_count == known.amended_by().size());
    for (uint32_t i = 0; i < told.amendment_count; ++i) {
        CHECK(text(tieuchi_standard_amendment(of, i)) == known.amended_by()[i]);
    }
    REQUIRE(told.fact_count == known.facts().size());
    for (uint32_t i = 0; i < told.fact_count; ++i) { check_fact(of, known, i, language); }
    REQUIRE(told.criterion_count == known.criteria().size());
    for (uint32_t i = 0; i < told.criterion_count; ++i) { check_criterion(of, known, i, language); }
    REQUIRE(told.outcome_count == known.outcomes().size());
    for (uint32_t i = 0; i < told.outcome_count; ++i) {
        const auto outcome = filled<tieuchi_outcome>(
            [&](auto* out, auto* error) { return tieuchi_standard_outcome(out, of, i, language, error); });
        CHECK(text(outcome.name) == known.outcomes()[i].name);
        CHECK(text(outcome.label) == known.outcomes()[i].label.in(language));
        CHECK(text(outcome.cite) == known.outcomes()[i].cite);
    }
    REQUIRE(told.reading_count == known.readings().size());
    for (uint32_t i = 0; i < told.reading_count; ++i) {
        const auto reading = filled<tieuchi_reading>(
            [&](auto* out, auto* error) { return tieuchi_standard_reading(out, of, i, language, error); });
        CHECK(text(reading.name) == known.readings()[i].name);
        CHECK(text(reading.label) == known.readings()[i].label.in(language));
        CHECK(reading.chosen == known.readings()[i].chosen);
        CHECK(reading.option_count == known.readings()[i].options.size());
        CHECK(names(reading.cite_count, [&](size_t at) { return tieuchi_standard_reading_cite(of, i, at); }) ==
              known.readings()[i].cites);
    }
    REQUIRE(told.exit_count == known.exits().size());
    for (uint32_t i = 0; i < told.exit_count; ++i) {
        const auto exit =
            filled<tieuchi_exit>([&](auto* out, auto* error) { return tieuchi_standard_exit(out, of, i, language, error); });
        const tieuchi::exit_rule& one = known.exits()[i];
        CHECK(static_cast<int>(exit.kind) == static_cast<int>(one.kind) + 1);
        CHECK(text(exit.label) == one.label.in(language));
        CHECK(text(exit.cite) == one.cite);
        CHECK(text(exit.document) == one.document);
        CHECK(text(exit.to) == one.to.in(language));
    }
    REQUIRE(told.adjustment_count == known.adjustments().size());
    for (uint32_t i = 0; i < told.adjustment_count; ++i) {
        const auto rule = filled<tieuchi_adjustment_rule>(
            [&](auto* out, auto* error) { return tieuchi_standard_adjustment(out, of, i, language, error); });
        const tieuchi::adjustment& one = known.adjustments()[i];
        CHECK(static_cast<int>(rule.kind) == static_cast<int>(one.kind));
        CHECK(rule.outcome == one.outcome);
        CHECK(text(rule.label) == one.label.in(language));
        CHECK(text(rule.document) == one.document);
        CHECK(names(rule.cite_count, [&](size_t at) { return tieuchi_standard_adjustment_cite(of, i, at); }) == one.cites);
    }
}

void check_document(const tieuchi_rulebook* of, size_t index, const tieuchi::document& known) {
    const auto told =
        filled<tieuchi_document>([&](auto* out, auto* error) { return tieuchi_rulebook_document(out, of, index, "en", error); });
    CAPTURE(known.number);
    CHECK(text(told.number) == known.number);
    CHECK(names(told.replaces_count, [&](size_t i) { return tieuchi_rulebook_document_replaces(of, index, i); }) ==
          known.replaces);
    CHECK(names(told.amends_count, [&](size_t i) { return tieuchi_rulebook_document_amends(of, index, i); }) == known.amends);
    CHECK(names(told.source_count, [&](size_t i) { return tieuchi_rulebook_document_source(of, index, i); }) == known.sources);
}

} // namespace

TEST_CASE("every standard that is shipped is described as in C++") {
    const auto book = load(TIEUCHI_SOURCE_DIR "/dsl");
    const auto known = tieuchi::rulebook::load(TIEUCHI_SOURCE_DIR "/dsl");
    REQUIRE(known);
    for (size_t i = 0; i < tieuchi_rulebook_document_count(book.get()); ++i) {
        check_document(book.get(), i, known->documents()[i]);
    }
    for (const char* const jurisdiction : {"", "Tỉnh Mẫu"}) {
        for (size_t i = 0; i < tieuchi_rulebook_standard_count(book.get()); ++i) {
            const char* const name = tieuchi_rulebook_standard_name(book.get(), i);
            CAPTURE(name, jurisdiction);
            const auto expected = known->standard(name, {.on = tieuchi::date(2022, 11, 15), .jurisdiction = jurisdiction});
            if (!expected) { continue; }
            tieuchi_selection how = on("2022-11-15");
            how.jurisdiction = jurisdiction;
            const auto one = made<standard>(
                [&](auto* out, auto* error) { return tieuchi_rulebook_standard(out, nullptr, book.get(), name, &how, error); });
            for (const char* const language : {"en", "vi"}) { check_standard(one.get(), *expected, language); }
        }
    }
}

TEST_CASE("facts are described for a form") {
    const auto one = pick(parse(rules), "office_class"); // the rulebook is given back before its standard
    CHECK(std::string(fact_of(one.get(), 0, "en").name) == "kind");
    const tieuchi_fact heat = fact_of(one.get(), 4, "vi");
    CHECK(std::string(heat.label) == "Nhiệt độ");
    CHECK(heat.type == TIEUCHI_FACT_NUMBER);
    CHECK(heat.scale == 2);
    const tieuchi_fact plan = fact_of(one.get(), 3, nullptr);
    CHECK(std::string(plan.question) == "Is there a plan?");
    CHECK(plan.by_month == 3);
    CHECK(plan.by_day == 31);
    CHECK(fact_of(one.get(), 1, "en").most == int64_t{1000} * TIEUCHI_DECIMAL_ONE);
    CHECK(fact_of(one.get(), 2, "en").at_most == 1);
    const tieuchi_fact size = fact_of(one.get(), 7, "en");
    CHECK(size.ordered == 1);
    CHECK(size.option_count == 2);
}

TEST_CASE("a name that is no fact tells the nearest") {
    const auto one = pick(parse(rules), "office_class");
    uint32_t slot = 7;
    tieuchi_error error;
    CHECK(tieuchi_standard_slot(&slot, one.get(), "staf", &error) == TIEUCHI_NO_SUCH_FACT);
    CHECK(slot == TIEUCHI_NONE);
    CHECK(std::string(error.code) == "E401");
    CHECK(std::string(error.help) == "did you mean `staff`?");
}

} // namespace test_standard
