// SPDX-License-Identifier: Apache-2.0
// Asking for the outcome alone takes no memory once the scratch space has grown.
#include "source_dir.hpp"
#include "support/catch.hpp"

#include <tieuchi/tieuchi.hpp>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> allocations{0};

} // namespace

// Replaced for the whole test program. Arrays and over-aligned types keep their own forms, which a sanitizer replaces as pairs.
// NOLINTBEGIN(cppcoreguidelines-no-malloc)
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept {
    allocations.fetch_add(1, std::memory_order_relaxed);
    return std::malloc(bytes == 0 ? 1 : bytes);
}
void* operator new(std::size_t bytes) {
    if (void* memory = operator new(bytes, std::nothrow)) { return memory; }
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
// NOLINTEND(cppcoreguidelines-no-malloc)

TEST_CASE("the outcome alone is found without allocating") {
    using namespace std::chrono_literals;
    const auto rules = tieuchi::rulebook::load(TIEUCHI_SOURCE_DIR "/dsl/vn");
    if (!rules) { FAIL(to_string(rules.error())); }

    for (const char* name : {"residential_area_safety", "commune_safety", "agency_safety", "school_safety"}) {
        CAPTURE(name);
        const auto by = rules->standard(name, {.on = 2022y / 11 / 15});
        if (!by) { FAIL(to_string(by.error())); }

        const tieuchi::facts nothing(*by);
        tieuchi::facts everything(*by);
        for (std::uint32_t slot = 0; slot < by->facts().size(); ++slot) {
            if (by->facts()[slot].type == tieuchi::fact_type::yes_no) { everything.set(slot, tieuchi::value{true}); }
            if (by->facts()[slot].type == tieuchi::fact_type::count) { everything.set(slot, tieuchi::value{tieuchi::decimal{}}); }
        }

        tieuchi::scratch work;
        const auto first = by->outcomes(nothing, work);
        const auto second = by->outcomes(everything, work);
        const std::size_t before = allocations.load();
        const auto again = by->outcomes(nothing, work);
        const auto once_more = by->outcomes(everything, work);
        const std::size_t after = allocations.load();

        CHECK(after == before);
        CHECK(again == first);
        CHECK(once_more == second);
    }
}
