// SPDX-License-Identifier: Apache-2.0
// Facts set in every way that there is, and what is refused.
#include "handles.hpp"

#include <cfloat>
#include <cmath>

namespace test_facts {

namespace {

using namespace tests::c;

class office {
public:
    office() : by(pick(parse(rules), "office_class")), given(facts_for(by)) {}

    [[nodiscard]] uint32_t slot(const char* name) const {
        uint32_t found = 0;
        tieuchi_error fault;
        well(tieuchi_standard_slot(&found, by.get(), name, &fault), fault);
        return found;
    }
    [[nodiscard]] std::string value(const char* name) const {
        const auto answer = assess(given);
        return text_of([&](auto* out, auto* length, auto* fault) {
            return tieuchi_assessment_fact_text(out, length, answer.get(), slot(name), "en", fault);
        });
    }
    [[nodiscard]] size_t problems() const {
        return tieuchi_diagnostics_count(
            made<diagnostics>([&](auto* out, auto* fault) { return tieuchi_facts_problems(out, given.get(), fault); }).get());
    }

    standard by;
    facts given;
    tieuchi_error error{};
};

} // namespace

TEST_CASE("facts are set by name and by slot") {
    office of;
    auto* const f = of.given.get();
    const auto set = [&](const char* name, tieuchi_status by_name, const auto& at) {
        well(by_name, of.error);
        const std::string first = of.value(name);
        CHECK(tieuchi_facts_knows(f, of.slot(name)) == 1);
        well(tieuchi_facts_set_unknown(f, name, &of.error), of.error);
        CHECK(of.value(name) == "unknown");
        CHECK(tieuchi_facts_knows(f, of.slot(name)) == 0);
        well(at(of.slot(name)), of.error);
        CHECK(of.value(name) == first);
        well(tieuchi_facts_set_unknown_at(f, of.slot(name), &of.error), of.error);
        return first;
    };
    tieuchi_error* const e = &of.error;
    CHECK(set("plan", tieuchi_facts_set_yes_no(f, "plan", 1, e),
              [&](uint32_t s) { return tieuchi_facts_set_yes_no_at(f, s, 7, e); }) == "yes");
    CHECK(set("plan", tieuchi_facts_set_yes_no(f, "plan", 0, e),
              [&](uint32_t s) { return tieuchi_facts_set_yes_no_at(f, s, 0, e); }) == "no");
    CHECK(set("staff", tieuchi_facts_set_integer(f, "staff", 12, e),
              [&](uint32_t s) { return tieuchi_facts_set_integer_at(f, s, 12, e); }) == "12");
    CHECK(set("heat", tieuchi_facts_set_scaled(f, "heat", -1250, 3, e),
              [&](uint32_t s) { return tieuchi_facts_set_scaled_at(f, s, -125, 2, e); }) == "-1.25");
    CHECK(set("heat", tieuchi_facts_set_scaled(f, "heat", 2500000000000000000, 18, e),
              [&](uint32_t s) { return tieuchi_facts_set_scaled_at(f, s, 25, 1, e); }) == "2.5");
    CHECK(set("share", tieuchi_facts_set_double(f, "share", 0.1, e),
              [&](uint32_t s) { return tieuchi_facts_set_double_at(f, s, 0.1, e); }) == "0.1%");
    CHECK(set("share", tieuchi_facts_set_text(f, "share", "87.5%", e),
              [&](uint32_t s) { return tieuchi_facts_set_text_at(f, s, "87.50", e); }) == "87.5%");
    CHECK(set("size", tieuchi_facts_set_text(f, "size", "large", e),
              [&](uint32_t s) { return tieuchi_facts_set_text_at(f, s, "large", e); }) == "Large");
    CHECK(set("built", tieuchi_facts_set_date(f, "built", 2020, 2, 29, e),
              [&](uint32_t s) { return tieuchi_facts_set_date_at(f, s, 2020, 2, 29, e); }) == "2020-02-29");
    CHECK(of.problems() == 0);

    well(tieuchi_facts_set_between(f, "staff", 15 * TIEUCHI_DECIMAL_ONE, 18 * TIEUCHI_DECIMAL_ONE, e), of.error);
    CHECK(of.value("staff") == "15 to 18");
    well(tieuchi_facts_set_between_at(f, of.slot("staff"), 16 * TIEUCHI_DECIMAL_ONE, 16 * TIEUCHI_DECIMAL_ONE, e), of.error);
    CHECK(of.value("staff") == "16");
    well(tieuchi_facts_set_text(f, "staff", "", e), of.error); // empty text is unknown
    CHECK(of.value("staff") == "unknown");
    well(tieuchi_facts_set_integer(f, "staff", 5, e), of.error);
    well(tieuchi_facts_clear(f, e), of.error);
    CHECK(of.value("staff") == "unknown");
}

TEST_CASE("a value that does not fit is refused, stays unknown, and the assessment tells it") {
    office of;
    auto* const f = of.given.get();
    tieuchi_error* const e = &of.error;
    const auto refused = [&](tieuchi_status status, const char* name) {
        CHECK(status == TIEUCHI_BAD_DATA);
        CHECK(of.error.status == TIEUCHI_BAD_DATA);
        CHECK(of.value(name) == "unknown");
        CHECK(std::string(of.error.where) == name);
        CHECK_FALSE(std::string(of.error.message).empty());
        CHECK(of.problems() == 1);
        CHECK(summary(assess(of.given).get()).problem_count == 1);
        std::string code = of.error.code;
        well(tieuchi_facts_set_unknown(f, name, e), of.error);
        CHECK(of.problems() == 0);
        return code;
    };
    well(tieuchi_facts_set_integer(f, "staff", 5, e), of.error);
    CHECK(refused(tieuchi_facts_set_integer(f, "staff", -1, e), "staff") == "E403");
    CHECK(refused(tieuchi_facts_set_integer(f, "staff", 1001, e), "staff") == "E403");
    CHECK(refused(tieuchi_facts_set_integer(f, "staff", INT64_MAX, e), "staff") == "E403");
    CHECK(refused(tieuchi_facts_set_integer(f, "staff", INT64_MIN, e), "staff") == "E403");
    CHECK(refused(tieuchi_facts_set_scaled(f, "staff", 5, 1, e), "staff") == "E402");
    CHECK(refused(tieuchi_facts_set_scaled(f, "heat", INT64_MAX, 0, e), "heat") == "E403");
    CHECK(refused(tieuchi_facts_set_scaled(f, "heat", 1, 18, e), "heat") == "E406");
    CHECK(refused(tieuchi_facts_set_scaled(f, "heat", 125, 3, e), "heat") == "E406");
    for (const double bad : {std::nan(""), HUGE_VAL, -HUGE_VAL}) {
        CHECK(refused(tieuchi_facts_set_double(f, "heat", bad, e), "heat") == "E402");
    }
    CHECK(refused(tieuchi_facts_set_double(f, "heat", DBL_MAX, e), "heat") == "E403");
    CHECK(refused(tieuchi_facts_set_double(f, "heat", 1e-9, e), "heat") == "E406");
    CHECK(refused(tieuchi_facts_set_text(f, "plan", "perhaps", e), "plan") == "E402");
    CHECK(refused(tieuchi_facts_set_text(f, "staff", "1.000", e), "staff") == "E402"); // a thousand, or one
    CHECK(refused(tieuchi_facts_set_yes_no(f, "size", 1, e), "size") == "E402");
    CHECK(refused(tieuchi_facts_set_text(f, "size", "huge", e), "size") == "E402");
    CHECK(refused(tieuchi_facts_set_date(f, "built", 1700, 1, 1, e), "built") == "E403");
    CHECK(refused(tieuchi_facts_set_between(f, "staff", 3, 2, e), "staff") == "E403");
    CHECK(refused(tieuchi_facts_set_text(f, "kind", "planet", e), "kind") == "E402");
}

TEST_CASE("a wrong kind is refused also where there is only one") {
    const auto by = pick(parse("document \"1\" { title \"T\" status draft in force from 2000-01-01 }\n"
                               "standard s for body { facts { a yes_no } criterion 1 \"a\" when a outcome met when every "
                               "criterion is met outcome not_met otherwise }\n"),
                         "s");
    const auto given = facts_for(by);
    tieuchi_error error;
    CHECK(tieuchi_facts_knows(given.get(), 0) == 1);
    CHECK(tieuchi_facts_set_text(given.get(), "kind", "planet", &error) == TIEUCHI_BAD_DATA);
    CHECK(tieuchi_facts_set_text(given.get(), "kind", "body", &error) == TIEUCHI_OK);
}

TEST_CASE("what contradicts another fact is no failure to set it, but a problem") {
    office of;
    auto* const f = of.given.get();
    well(tieuchi_facts_set_integer(f, "drilled", 12, &of.error), of.error);
    well(tieuchi_facts_set_integer(f, "staff", 10, &of.error), of.error);
    CHECK(of.problems() == 1);
    const auto problems = made<diagnostics>([&](auto* out, auto* error) { return tieuchi_facts_problems(out, f, error); });
    const auto one = filled<tieuchi_diagnostic>(
        [&](auto* out, auto* error) { return tieuchi_diagnostics_describe(out, problems.get(), 0, error); });
    CHECK(std::string(one.code) == "E404");
    CHECK(std::string(one.where) == "drilled");
    CHECK(one.file == nullptr);
    CHECK(one.line == 0);
    well(tieuchi_facts_set_integer(f, "staff", 12, &of.error), of.error);
    CHECK(of.problems() == 0);
}

TEST_CASE("what cannot be a call is refused and changes nothing") {
    office of;
    auto* const f = of.given.get();
    tieuchi_error* const e = &of.error;
    well(tieuchi_facts_set_integer(f, "staff", 5, e), of.error);
    CHECK(tieuchi_facts_set_integer(f, "stuff", 6, e) == TIEUCHI_NO_SUCH_FACT);
    CHECK(std::string(of.error.help) == "did you mean `staff`?");
    CHECK(tieuchi_facts_set_integer_at(f, 99, 6, e) == TIEUCHI_INVALID_ARGUMENT);
    CHECK(std::string(of.error.message) == "`slot` is 99, but there are only 11");
    CHECK(tieuchi_facts_set_text(f, "staff", "\xFF", e) == TIEUCHI_INVALID_ARGUMENT);
    CHECK(std::string(of.error.message) == "`text` is not UTF-8 at byte 0");
    CHECK(tieuchi_facts_set_text(f, "st\xC3", "1", e) == TIEUCHI_INVALID_ARGUMENT);
    CHECK(tieuchi_facts_set_scaled(f, "staff", 6, 19, e) == TIEUCHI_INVALID_ARGUMENT);
    CHECK(tieuchi_facts_set_date(f, "built", 2021, 2, 29, e) == TIEUCHI_INVALID_ARGUMENT);
    CHECK(tieuchi_facts_set_date(f, "built", -1, 0, 4000000000U, e) == TIEUCHI_INVALID_ARGUMENT);
    CHECK(tieuchi_facts_set_between(f, "plan", 0, 1, e) == TIEUCHI_INVALID_ARGUMENT);
    CHECK(of.value("staff") == "5");
    CHECK(of.value("built") == "unknown");
    CHECK(of.problems() == 0);
}

} // namespace test_facts
