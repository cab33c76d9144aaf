// SPDX-License-Identifier: Apache-2.0
// Explanations in words: the language of what is told, and how the grounds are named.
#include "support/rules.hpp"

namespace test_text {

namespace {

tieuchi::standard rules() {
    return tests::rules_of(R"(
document "1" { title vi "Thử" en "Test" status illustrative in force from 2000-01-01 }
standard s for body {
  title vi "Tiêu chuẩn" en "The standard"
  facts {
    share percent at most 100 vi "Tỷ lệ" en "Share"
    size one of (small vi "Nhỏ" en "Small", large vi "Lớn" en "Large") vi "Quy mô" en "Size"
    strikes count vi "Số vụ" en "Strikes"
    grave yes_no
    empty yes_no
  }
  not subject when size is small and grave vi "Nhỏ" en "Small and grave" cite 1.1
  not assessed when empty vi "Trống" en "Nothing there" cite 1.2
  criterion 1 vi "Một" en "One" 62.5 points when share >= 12.5%
  criterion 2 vi "Hai" 37.5 points when size is large
  classes by total { good vi "Tốt" en "Good" >= 60, fair vi "Khá" en "Fair" >= 30, weak vi "Yếu" en "Weak" otherwise }
  at most fair when strikes > 0 vi "Đình công" en "A strike" cite 9.1
})")
        .standard("s", {.on = tieuchi::date(2022, 11, 15)})
        .value();
}

tieuchi::assessment answer(const char* share, const char* size, const char* strikes) {
    const auto standard = rules();
    tieuchi::facts given(standard);
    given.set("grave", false);
    given.set("empty", false);
    if (*share != '\0') { given.set("share", share); }
    given.set("size", size);
    if (*strikes != '\0') { given.set("strikes", strikes); }
    REQUIRE(given.problems().empty());
    return standard.assess(given);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t times(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) { ++found; }
    return found;
}

} // namespace

TEST_CASE("the nearest language is taken, and where it is not the one asked for, that is said once") {
    const auto one = answer("12.5", "small", "0");
    const std::string english = explain(one);
    CHECK(has(english, "Outcome: Good"));
    CHECK(explain(one, {.language = "en-GB"}) == english);
    CHECK(explain(one, {.language = "EN"}) == english);
    CHECK(explain(one, {.language = "vi-VN"}) == explain(one, {.language = "vi"}));
    const std::string french = explain(one, {.language = "fr"});
    CHECK(times(french, "`fr`") == 1);
    CHECK(has(french, "In English, for there are no words in `fr`"));
    CHECK(has(french, "Outcome: Good"));
    CHECK(has(french, "Hai [vi]")); // the only text there is
    CHECK(!has(french, "Một"));
    CHECK(!has(french, "Quy mô"));
    CHECK(!has(french, "Nhỏ"));
    CHECK(one.fact_as_read(*one.standard().slot("size")).text("fr") == "Small");
    CHECK(one.fact_as_read(*one.standard().slot("size")).text("vi-VN") == "Nhỏ");
}

TEST_CASE("numbers have a decimal comma in Vietnamese") {
    const std::string told = explain(answer("12.4", "large", "0"), {.language = "vi"});
    CHECK(has(told, "Tổng điểm: 37,5 trên 100 điểm"));
    CHECK(has(told, "12,4%"));
    CHECK(!has(told, "37.5"));
    CHECK(!has(told, "12.4%"));
    CHECK(has(to_json(answer("12.4", "large", "0"), {.language = "vi"}), "\"12.4\""));
}

TEST_CASE("grounds are named for what they are") {
    CHECK(has(explain(answer("50", "small", "0")), "Rests on (met): 1\n"));
    CHECK(has(explain(answer("50", "small", "0"), {.language = "vi"}), "Căn cứ (các tiêu chí đạt): 1\n"));
    CHECK(has(explain(answer("5", "large", "0")), "Not better because of: 1\n"));
    CHECK(has(explain(answer("5", "large", "0"), {.language = "vi"}), "Không được xếp cao hơn do: 1\n"));
    const std::string capped = explain(answer("50", "large", "1"));
    CHECK(has(capped, "Not better because of: 9.1\n"));
    CHECK(has(capped, "Adjustments that changed the class\n  9.1  at most Fair: A strike"));
}

TEST_CASE("what surely holds is told though facts are missing, or though nothing changes") {
    const std::string idle = explain(answer("5", "large", "1"));
    CHECK(has(idle, "Not better because of: 9.1, 1\n"));
    CHECK(has(idle, "Adjustments that hold, though the class may be the same without them\n  9.1  at most"));
    const auto open = answer("", "small", "1");
    CHECK(!open.decided());
    CHECK(has(explain(open), "Adjustments that hold"));
    CHECK(open.because() == tests::names{"9.1"});
    const auto standard = rules();
    tieuchi::facts given(standard);
    given.set("empty", true);
    const auto leaving = standard.assess(given);
    CHECK(!leaving.decided());
    CHECK(leaving.because() == tests::names{"1.2"});
    CHECK(has(explain(leaving), "Surely holds, behind exits that are still open: 1.2 Nothing there\n"));
}

namespace {

tests::names names_of(const std::vector<tieuchi::fact_value>& facts) {
    tests::names found;
    for (const auto& each : facts) { found.push_back(each.fact->name); }
    return found;
}

} // namespace

TEST_CASE("a finding rests on no more facts than settle it") {
    const auto standard = tests::standard_of("facts { a yes_no b yes_no c yes_no d yes_no }\n"
                                             "criterion 1 when a unless b\n"
                                             "criterion 2 when c only where d\n"
                                             "criterion 3 when a and d\n"
                                             "criterion 4 when a or d\n"
                                             "outcome met when every criterion is met outcome not_met otherwise");
    tieuchi::facts given(standard);
    given.set("a", true).set("b", false).set("c", true).set("d", false);
    const auto one = standard.assess(given);
    CHECK(names_of(one.facts_of(0)) == tests::names{"a"}); // whatever the exception is
    CHECK(names_of(one.facts_of(1)) == tests::names{"d"}); // whatever the condition is
    CHECK(names_of(one.facts_of(2)) == tests::names{"d"}); // one no is enough
    CHECK(names_of(one.facts_of(3)) == tests::names{"a"}); // one yes is enough
}

TEST_CASE("an outcome rests on no more facts than settle it") {
    const auto standard = tests::standard_of("facts { a yes_no b yes_no e yes_no f yes_no }\n"
                                             "not subject when e cite 1.1\n"
                                             "not subject when f cite 1.2\n"
                                             "criterion 1 when a\n"
                                             "outcome good when a outcome fair when b outcome weak otherwise");
    tieuchi::facts given(standard);
    given.set("a", true).set("b", true).set("e", false).set("f", false);
    CHECK(names_of(standard.assess(given).facts_used()) == tests::names{"a", "e", "f"}); // not on what the next outcome asks
    given.set("f", true);
    CHECK(names_of(standard.assess(given).facts_used()) == tests::names{"f"}); // whatever else leads to the same
    CHECK(standard.assess(given).because() == tests::names{"1.2"});
}

TEST_CASE("a question can decide by a number between the ends") {
    const auto standard =
        tests::standard_of("facts { n count at most 10 b yes_no }\n"
                           "criterion 1 when n = 5 or b\n"
                           "criterion 2 when b or n = 5\n"
                           "outcome met when criterion 1 is met and criterion 2 is met outcome not_met otherwise");
    const auto questions = standard.assess(tieuchi::facts(standard)).questions();
    REQUIRE(questions.size() == 2);
    for (const auto& one : questions) { CHECK(one.can_decide); }
}

TEST_CASE("grounds that were not met are not called met") {
    const auto standard = tests::standard_of("facts { a yes_no } points 20 criterion 1 up to 10 points judged as hygiene "
                                             "criterion 2 same as 1 classes by total { good >= 10, weak otherwise }");
    const auto text = [&](int points) {
        return tieuchi::explain(standard.assess(tieuchi::facts(standard).set("hygiene", points)), {.language = "en"});
    };
    CHECK(has(text(7), "Because of: 1, 2"));
    CHECK_FALSE(has(text(7), "(met): 1"));
    CHECK(has(text(10), "Rests on (met): 1, 2"));
}

} // namespace test_text
