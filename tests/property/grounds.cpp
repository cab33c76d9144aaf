// SPDX-License-Identifier: Apache-2.0
// Every decided answer names a ground, and the right sort of one; what surely holds is always told. Tried on random standards with points or
// without, exits, caps, floors and automatic classes, and random knowledge of every subject.
#include "support/effort.hpp"
#include "support/rules.hpp"

#include <algorithm>
#include <array>

namespace test_grounds {

namespace {

using tests::names;

constexpr std::array<const char*, 10> truths{"a0", "a1", "a2", "a3", "e0", "e1", "v0", "v1", "v2", "quiet"};

struct generated_rules {
    std::string text;
    std::size_t exits = 0;
    std::size_t adjustments = 0;
};

class generator {
public:
    explicit generator(std::mt19937_64& random) : random_(random) {}

    generated_rules make() {
        generated_rules made;
        made.text = "facts { n count at most 10";
        for (const char* const one : truths) { made.text += std::string(" ") + one + " yes_no"; }
        made.text += " }\n";
        if (up_to(3) == 0) { made.text += "cite 20\n"; }
        made.exits = up_to(2);
        for (std::size_t i = 0; i < made.exits; ++i) {
            made.text += std::string(i == 0 ? "not subject" : "not assessed") + " when e" + std::to_string(i) +
                         cite("1." + std::to_string(i));
        }
        made.text += up_to(1) == 0 ? by_points() : by_criteria();
        made.adjustments = up_to(3);
        for (std::size_t i = 0; i < made.adjustments; ++i) {
            made.text += std::array{"at most ", "at least ", "exactly "}[up_to(2)];
            made.text += std::string(std::array{"excellent", "good", "fair", "weak"}[up_to(3)]) + " when v" + std::to_string(i);
            made.text += cite("9." + std::to_string(i));
        }
        return made;
    }

private:
    std::size_t up_to(std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most)(random_); }
    std::string cite(const std::string& clause) { return (up_to(4) == 0 ? std::string() : " cite " + clause) + "\n"; }

    std::string by_points() {
        return "criterion 1 40 points when a0\n"
               "criterion 2 30 points { x 10 points when a1 y 20 points when a2 }\n"
               "criterion 3 30 points less 3 per n\n"
               "criterion 4 plus 5 when a3\n"
               "classes by total { excellent >= 90, good >= 60, fair >= 30, weak otherwise }\n";
    }

    std::string by_criteria() {
        std::string text = "criterion 1 all of { x when a0 y any of { i when a1 ii when n < 3 } }\n"
                           "criterion 2 none of { x when a2 y when n > 7 }\n"
                           "criterion 3 when a3\n";
        text += "outcome excellent when every criterion is met" + std::string(up_to(1) == 0 ? " and quiet" : "") + cite("8.1");
        text += "outcome good when " + std::string(up_to(1) == 0 ? "quiet" : "count of criteria met >= 2") + cite("8.2");
        text += "outcome fair when " + std::string(up_to(1) == 0 ? "n < 5" : "criterion 1 is met") + cite("8.3");
        return text + "outcome weak otherwise" + cite("8.4");
    }

    std::mt19937_64& random_;
};

/// Under a document whose number is no criterion's clause.
tieuchi::standard standard_of(const generated_rules& rules) {
    const auto book = tests::rules_of("document \"1/2020/T\" { title \"Test\" status illustrative in force from 2000-01-01 }\n"
                                      "standard s for body {\n" +
                                      rules.text + "}\n");
    return book.standard("s", {.on = tieuchi::date(2022, 11, 15)}).value();
}

tieuchi::facts some_facts(const tieuchi::standard& of, std::mt19937_64& random) {
    tieuchi::facts given(of);
    const unsigned missing = std::array{0U, 10U, 50U, 80U}[random() % 4];
    for (const auto& fact : of.facts()) {
        if (fact.name == "kind" || random() % 100 < missing) { continue; }
        if (fact.name == "n") {
            given.set(fact.name, std::to_string(random() % 11));
        } else {
            given.set(fact.name, random() % 3 == 0);
        }
    }
    return given;
}

const tieuchi::finding* finding_of(const tieuchi::assessment& answer, const std::string& clause) {
    for (const auto& one : answer.findings()) {
        if (one.criterion->clause == clause) { return &one; }
    }
    return nullptr;
}

bool fell_short(const tieuchi::finding& one) {
    const auto lost = one.lost();
    return one.status == tieuchi::finding_status::not_met || (lost && lost->least > tieuchi::decimal());
}

bool surely(const tieuchi::assessment& answer, const std::string& fact) {
    const auto read = answer.fact_as_read(*answer.standard().slot(fact));
    return read.known() && read.text() == "yes";
}

/// Exits and adjustments that surely hold are told, with their clauses.
void check_told(const generated_rules& rules, const tieuchi::assessment& answer) {
    const auto standard = answer.standard();
    for (std::size_t i = 0; i < rules.exits; ++i) {
        if (!surely(answer, "e" + std::to_string(i))) { continue; }
        REQUIRE(answer.exit() == &standard.exits()[i]);
        if (!standard.exits()[i].cites.empty()) { REQUIRE(answer.because() == standard.exits()[i].cites); }
        REQUIRE(answer.adjustments().empty());
        return;
    }
    REQUIRE(answer.exit() == nullptr);
    const auto told = answer.adjustments();
    for (std::size_t i = 0; i < rules.adjustments; ++i) {
        const auto is_it = [&](const auto& one) { return one.adjustment == &standard.adjustments()[i]; };
        const auto found = std::find_if(told.begin(), told.end(), is_it);
        REQUIRE((found != told.end() && found->holds) == surely(answer, "v" + std::to_string(i)));
        if (found != told.end()) { REQUIRE((!found->certain || (found->holds && !found->idle))); }
    }
}

/// What an answer rests on: met where it is the best, fallen short where it is not.
void check_clauses(const tieuchi::assessment& answer) {
    const auto because = answer.because();
    REQUIRE(!because.empty());
    REQUIRE(std::all_of(because.begin(), because.end(), [](const auto& one) { return !one.empty(); }));
    if (answer.exit() != nullptr) { return; }
    const bool best = answer.outcomes().contains(0);
    bool any_fell_short = false;
    for (const auto& clause : because) {
        const auto* const found = finding_of(answer, clause);
        if (found == nullptr) { continue; }
        any_fell_short = any_fell_short || fell_short(*found);
        if (best) {
            REQUIRE(
                (found->status == tieuchi::finding_status::met || (found->points && found->points->least > tieuchi::decimal())));
        }
    }
    const auto adjustments = answer.adjustments();
    const bool adjusted = std::any_of(adjustments.begin(), adjustments.end(), [](const auto& one) { return one.holds; });
    const bool by_total = answer.total().has_value();
    if (!best && by_total && !adjusted) { REQUIRE(any_fell_short); } // points are lost where a class is
}

tieuchi::assessment replayed(const tieuchi::assessment& answer) {
    tieuchi::facts given(answer.standard());
    for (const auto& one : answer.facts_used()) {
        given.set_between(*answer.standard().slot(one.fact->name), one.range.least, one.range.most);
    }
    return answer.standard().assess(given);
}

} // namespace

TEST_CASE("every decided answer names a ground, of the right sort, and what surely holds is always told") {
    auto random = tests::seeded(12);
    std::size_t decided = 0;
    std::size_t capped = 0;
    for (unsigned i = 0; i < tests::tried(300); ++i) {
        const generated_rules rules = generator(random).make();
        const auto standard = standard_of(rules);
        for (int j = 0; j < 40; ++j) {
            const auto answer = standard.assess(some_facts(standard, random));
            CAPTURE(rules.text, tieuchi::explain(answer));
            check_told(rules, answer);
            if (!answer.decided()) { continue; }
            ++decided;
            check_clauses(answer);
            const auto again = replayed(answer);
            REQUIRE(again.outcomes() == answer.outcomes());
            REQUIRE(again.because() == answer.because());
            for (const auto& one : answer.adjustments()) { capped += one.holds && !one.certain ? 1U : 0U; }
        }
    }
    CHECK(decided > tests::tried(3000));
    CHECK(capped > tests::tried(300));
}

/// Where a cap, a floor or an automatic class is the only ground, the answer would be another, or open, without it, or it is one that says by
/// itself what the class is.
TEST_CASE("an adjustment that is a ground by itself matters") {
    auto random = tests::seeded(13);
    std::size_t seen = 0;
    for (unsigned i = 0; i < tests::tried(200); ++i) {
        const generated_rules rules = generator(random).make();
        const auto standard = standard_of(rules);
        for (int j = 0; j < 20; ++j) {
            const auto answer = standard.assess(some_facts(standard, random));
            const auto because = answer.because();
            if (!answer.decided() || answer.exit() != nullptr || because.size() != 1 || !because[0].starts_with("9.")) {
                continue;
            }
            const auto told = answer.adjustments();
            if (std::count_if(told.begin(), told.end(), [](const auto& one) { return one.holds; }) != 1) { continue; }
            const auto at = static_cast<std::size_t>(because[0][2] - '0');
            const auto& of = standard.adjustments()[at];
            tieuchi::facts given(standard);
            for (const auto& fact : standard.facts()) {
                const auto read = answer.fact_as_read(*standard.slot(fact.name));
                if (fact.name == "v" + std::to_string(at)) {
                    given.set(fact.name, false);
                } else if (!read.unknown()) {
                    given.set_between(*standard.slot(fact.name), read.range.least, read.range.most);
                }
            }
            const bool alone = of.kind == tieuchi::adjustment_kind::exactly || of.outcome == 0 || of.outcome == 3;
            CAPTURE(rules.text, tieuchi::explain(answer));
            REQUIRE((alone || !(standard.assess(given).outcomes() == answer.outcomes())));
            ++seen;
        }
    }
    CHECK(seen > tests::tried(50));
}

} // namespace test_grounds
