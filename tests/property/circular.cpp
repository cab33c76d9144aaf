// SPDX-License-Identifier: Apache-2.0
// What must hold of the four standards of Circular 124, tried on random bodies whose facts come to light one by one.
#include "source_dir.hpp"
#include "support/catch.hpp"

#include <tieuchi/tieuchi.hpp>

#include <algorithm>
#include <random>

namespace test_circular {

namespace {

const tieuchi::rulebook& rules() {
    static const auto loaded = tieuchi::rulebook::load(TIEUCHI_SOURCE_DIR "/dsl/vn/bca/circular-124-2021");
    if (!loaded) { FAIL(to_string(loaded.error())); }
    return *loaded;
}

/// A random valid answer, more often than not the one that a good body would give, so that some bodies pass far.
tieuchi::value answer_for(const tieuchi::fact& fact, const std::vector<tieuchi::value>& chosen, std::mt19937& random) {
    const bool good = random() % 16 != 0;
    switch (fact.type) {
    case tieuchi::fact_type::yes_no: return random() % 2 == 0 ? good : !good;
    case tieuchi::fact_type::one_of: return fact.options[random() % fact.options.size()].name;
    case tieuchi::fact_type::count:
    case tieuchi::fact_type::number:
    case tieuchi::fact_type::percent:
    case tieuchi::fact_type::date:
    case tieuchi::fact_type::judged: break;
    }
    std::int64_t most = good ? 2 : 40;
    if (fact.at_most && std::holds_alternative<tieuchi::decimal>(chosen[*fact.at_most])) {
        most = std::get<tieuchi::decimal>(chosen[*fact.at_most]).units() / tieuchi::decimal::one;
        if (good) { return tieuchi::decimal::from_units(most * tieuchi::decimal::one); }
    }
    return tieuchi::decimal::from_units(static_cast<std::int64_t>(random() % static_cast<unsigned>(most + 1)) *
                                        tieuchi::decimal::one);
}

/// A value for every fact; what bounds a fact is chosen before it.
std::vector<tieuchi::value> body_of(const tieuchi::standard& standard, std::mt19937& random) {
    std::vector<tieuchi::value> chosen(standard.facts().size());
    for (int round = 0; round < 4; ++round) { // bounds are at most four deep
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            const auto& fact = standard.facts()[i];
            const bool waits = fact.at_most && std::holds_alternative<tieuchi::unknown_value>(chosen[*fact.at_most]);
            if (!waits && std::holds_alternative<tieuchi::unknown_value>(chosen[i])) {
                chosen[i] = answer_for(fact, chosen, random);
            }
        }
    }
    return chosen;
}

} // namespace

TEST_CASE("facts that come one by one only ever rule outcomes out, and at the end one is left") {
    std::mt19937 random(11);
    for (const char* name : {"residential_area_safety", "commune_safety", "agency_safety", "school_safety"}) {
        const auto standard = rules().standard(name, {.on = tieuchi::date(2022, 11, 15)});
        REQUIRE(standard);
        for (int body = 0; body < 60; ++body) {
            const auto chosen = body_of(*standard, random);
            std::vector<std::uint32_t> order;
            for (std::uint32_t i = 0; i < chosen.size(); ++i) { order.push_back(i); }
            std::shuffle(order.begin(), order.end(), random);
            tieuchi::facts known(*standard);
            tieuchi::scratch work;
            auto before = standard->outcomes(known, work);
            CHECK(before.size() >= 2);
            for (const auto slot : order) {
                known.set(slot, chosen[slot]);
                const auto after = standard->outcomes(known, work);
                CAPTURE(name, standard->facts()[slot].name);
                REQUIRE((after.bits() & ~before.bits()) == 0);
                REQUIRE(after.size() > 0);
                before = after;
            }
            CHECK(before.decided());
        }
    }
}

TEST_CASE("answering only what is asked reaches the outcome that all facts give") {
    std::mt19937 random(12);
    for (const char* name : {"residential_area_safety", "commune_safety", "agency_safety", "school_safety"}) {
        const auto standard = rules().standard(name, {.on = tieuchi::date(2022, 11, 15)});
        REQUIRE(standard);
        for (int body = 0; body < 12; ++body) {
            const auto chosen = body_of(*standard, random);
            tieuchi::facts all(*standard);
            for (std::uint32_t i = 0; i < chosen.size(); ++i) { all.set(i, chosen[i]); }
            tieuchi::facts known(*standard);
            for (;;) {
                const auto answer = standard->assess(known);
                const auto questions = answer.questions();
                REQUIRE(questions.empty() == answer.decided());
                if (answer.decided()) {
                    CHECK(answer.outcomes() == standard->assess(all).outcomes());
                    break;
                }
                REQUIRE(!known.knows(questions.front().slot));
                known.set(questions.front().slot, chosen[questions.front().slot]);
            }
        }
    }
}

} // namespace test_circular
