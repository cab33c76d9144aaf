// SPDX-License-Identifier: Apache-2.0
// What any number of threads may do at once, done by eight.
#include "handles.hpp"

#include <atomic>
#include <thread>

namespace {

using namespace tests::c;

/// All that one thread does: no check of Catch2 here, for these are not for threads.
bool works(const tc_rulebook* book, const tc_standard* by, const tc_assessment* shared, const std::string& expected) {
    const tc_selection how = on("2022-11-15");
    tc_standard* picked = nullptr;
    if (tc_rulebook_standard(&picked, nullptr, book, "office_class", &how, nullptr) != TC_OK) { return false; }
    const standard own(picked);
    tc_facts* made_facts = nullptr;
    if (tc_facts_new(&made_facts, by, nullptr) != TC_OK) { return false; }
    const facts given(made_facts);
    tc_error error;
    if (tc_facts_set_yes_no(given.get(), "plan", 1, &error) != TC_OK) { return false; }
    if (tc_facts_set_yes_no(given.get(), "no_such_fact", 1, &error) != TC_NO_SUCH_FACT) { return false; }
    tc_assessment* answered = nullptr;
    if (tc_facts_assess(&answered, given.get(), nullptr) != TC_OK) { return false; }
    const assessment answer(answered);
    for (const tc_assessment* one : {static_cast<const tc_assessment*>(answer.get()), shared}) {
        char* json = nullptr;
        if (tc_assessment_json(&json, nullptr, one, nullptr, nullptr) != TC_OK) { return false; }
        const text told(json);
        if (told.get() != expected) { return false; }
    }
    return true;
}

} // namespace

TEST_CASE("eight threads share a rulebook, a standard and an assessment") {
    const auto book = parse(rules);
    const auto by = pick(book, "office_class");
    const auto given = facts_for(by);
    REQUIRE(tc_facts_set_yes_no(given.get(), "plan", 1, nullptr) == TC_OK);
    const auto shared = assess(given);
    const std::string expected = text_of(
        [&](auto* out, auto* length, auto* error) { return tc_assessment_json(out, length, shared.get(), nullptr, error); });
    std::atomic<int> right = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            for (int turn = 0; turn < 50; ++turn) { right += works(book.get(), by.get(), shared.get(), expected) ? 1 : 0; }
        });
    }
    for (auto& one : threads) { one.join(); }
    CHECK(right == 400);
}
