// SPDX-License-Identifier: Apache-2.0
// The stack that calls need: 128 KB with the default nesting, 1 MB with the deepest that a host can ask for, whatever it asks.
#include "support/catch.hpp"
#include "unit/rulebook/deep.hpp"

#include <pthread.h>

#include <functional>

namespace test_stack {

TEST_CASE("a larger nesting counts as the deepest that is safe") {
    tieuchi::limits bounds;
    bounds.nesting = 1'000'000'000;
    const auto made = tieuchi::rulebook::parse(
        {std::make_shared<const tieuchi::source>("deep.tieuchi", deep::ways(257, 1).front().second)}, bounds);
    REQUIRE_FALSE(made);
    CHECK(made.error().front().code == "E114");
    CHECK(made.error().front().message == "nested more than 256 deep");
    CHECK(made.error().front().help == "take a part of it out");
    CHECK(tieuchi::rulebook::parse({std::make_shared<const tieuchi::source>("deep.tieuchi", deep::ways(256, 1).front().second)},
                                   bounds));
}

// Instrumented code needs more stack.
#if defined(__has_feature)
#define TIEUCHI_HAS_FEATURE(name) __has_feature(name)
#else
#define TIEUCHI_HAS_FEATURE(name) 0
#endif

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && !TIEUCHI_HAS_FEATURE(address_sanitizer)

namespace {

/// Runs on a thread with that much stack. Too little ends the process.
void on_stack_of(std::size_t bytes, std::function<void()> run) {
    pthread_attr_t attributes;
    REQUIRE(pthread_attr_init(&attributes) == 0);
    REQUIRE(pthread_attr_setstacksize(&attributes, bytes) == 0);
    pthread_t thread{};
    const auto start = [](void* of) -> void* {
        (*static_cast<std::function<void()>*>(of))();
        return nullptr;
    };
    REQUIRE(pthread_create(&thread, &attributes, start, &run) == 0);
    REQUIRE(pthread_join(thread, nullptr) == 0);
    REQUIRE(pthread_attr_destroy(&attributes) == 0);
}

} // namespace

TEST_CASE("128 KB of stack are enough for every call with the default nesting") {
    for (const auto& [name, text] : deep::ways(tieuchi::limits{}.nesting)) {
        INFO(name);
        on_stack_of(std::size_t{128} << 10U, [&, &rules = text] { deep::call_everything(rules, {}); });
    }
}

TEST_CASE("1 MB of stack is enough for any nesting that a host may ask for") {
    tieuchi::limits bounds;
    bounds.nesting = 1'000'000'000;
    for (const unsigned levels : {tieuchi::limits::deepest_nesting, 100'000U}) {
        for (const auto& [name, text] : deep::ways(levels, levels)) {
            INFO(name << ", " << levels);
            on_stack_of(std::size_t{1} << 20U, [&, &rules = text] { deep::call_everything(rules, bounds); });
        }
    }
}

#endif

} // namespace test_stack
