// SPDX-License-Identifier: Apache-2.0
// What must hold of every scored standard and every state of knowledge, tried on random ones.
#include "support/rules.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <random>

namespace test_scored {

namespace {

class maker {
public:
    explicit maker(std::mt19937& random) : random_(random) {}

    std::string standard() {
        const bool rescaled = pick(3) == 0;
        std::string text = "facts { plan yes_no flag yes_no only for firm staff count at most 3 informed count at most staff\n"
                           "strikes count at most 3 day date grade ordered one of (low, middle, high)\n"
                           "incidents = strikes + staff\n"
                           "needed = 2 when flag, 1 when plan and grade is low, otherwise 3\n"
                           "risk = calm when strikes = 0, tense when strikes < needed, otherwise wild\n" +
                           steps() + "rate = strikes per 20 staff\n" + "opened = day + 1 months }\nnot applicable " +
                           (rescaled ? "is rescaled\ntotal rounded to 0.01 half even\n"
                                     : std::string(pick(2) == 0 ? "counts as full\n" : "is left out\n"));
        if (pick(3) == 0) { text += "not subject when " + condition(1) + " cite 1\n"; }
        const int criteria = 2 + pick(3);
        for (int i = 1; i <= criteria; ++i) { text += "criterion " + scored(std::to_string(i), 2) + "\n"; }
        text += "classes by total { top >= " + std::to_string(9 + pick(4)) + ", mid >= " + limit() + ", low_class otherwise }\n";
        if (pick(3) == 0) { text += "not assessed when " + asked() + " cite 2\n"; }
        if (pick(3) == 0) { text += "refer to \"council\" when " + asked() + "\n"; }
        for (int i = pick(3); i > 0; --i) {
            const std::array<const char*, 3> kinds{"at most", "at least", "exactly"};
            const std::array<const char*, 3> classes{"top", "mid", "low_class"};
            text += std::string(kinds[at(3)]) + " " + classes[at(3)] + " when " + (pick(2) == 0 ? asked() : condition(1)) + "\n";
        }
        return text;
    }

private:
    int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
    std::size_t at(int below) { return static_cast<std::size_t>(pick(below)); }

    /// A table of more lines than are worked out whole.
    std::string steps() {
        std::string text = "steps = ";
        for (int i = 0; i < 14; ++i) {
            text += std::to_string(pick(6)) + " when " + (pick(2) == 0 ? "incidents = " + std::to_string(i % 7) : condition(1)) +
                    ", ";
        }
        return text + "otherwise 1\n";
    }

    std::string limit() { return pick(2) == 0 ? std::to_string(2 + pick(5)) : "needed"; }

    std::string condition(int depth) {
        if (depth > 0 && pick(2) == 0) {
            return "(" + condition(depth - 1) + (pick(2) == 0 ? " and " : " or ") + condition(depth - 1) + ")";
        }
        const std::array<const char*, 14> all{"plan",
                                              "flag",
                                              "not flag",
                                              "strikes > 1",
                                              "informed >= 70% of staff",
                                              "rate < 15",
                                              "rate >= needed",
                                              "risk in (calm, wild)",
                                              "opened <= 2022-03-01",
                                              "rules_date - day > 300",
                                              "grade >= middle",
                                              "staff - informed = 1",
                                              "kind is firm",
                                              "incidents >= needed"};
        const std::size_t i = at(14);
        return all[i];
    }

    std::string asked() {
        const std::array<const char*, 5> all{"total < 3", "every criterion is met", "criterion 1 is met", "points of 2 >= 2",
                                             "count of criteria met >= 2"};
        const int i = pick(6);
        return i == 5 ? "every criterion at least 50%" : all[static_cast<std::size_t>(i)];
    }

    std::string scored(const std::string& clause, int depth) {
        std::string text = clause + " \"c\" " + score(depth);
        if (pick(3) == 0) { text += " only where " + condition(1); }
        if (pick(3) == 0) { text += " unless " + condition(0); }
        return text;
    }

    std::string score(int depth) {
        switch (pick(depth > 0 ? 11 : 8)) {
        case 0: return "3 points when " + condition(1);
        case 1: return "4 points when " + condition(1) + ", 2 points when " + condition(1) + ", otherwise 1";
        case 2: return "5 points in proportion to informed of staff rounded to 0.1 up";
        case 3: return "4 points less 1 per strikes down to 1";
        case 4: return "scale steps { > 4: 3 points, > 2: 4 points, > 1: 1 points, otherwise 0 }";
        case 5: return "scale informed of staff { >= 90%: 4 points, >= 30%: 2 points, otherwise 0.5 }";
        case 6: return "up to 3 points judged step 0.5";
        case 7: return "plus 1 per strikes up to 2";
        case 8: return "2 points any of { a \"p\" when " + condition(1) + " b \"q\" when " + condition(1) + " }";
        case 9: {
            const std::array<const char*, 3> joins{"least of", "greatest of", "sum of"};
            const std::string join = joins[at(3)];
            return join + " { " + scored("a", depth - 1) + " " + scored("b", depth - 1) + " }";
        }
        default: return "mean of { " + scored("a", depth - 1) + " " + scored("b", depth - 1) + " } rounded to 0.1 half up";
        }
    }

    std::mt19937& random_;
};

/// A standard of random text. Some of the texts have classes that no total reaches, and are refused for it.
std::optional<tieuchi::standard> made(std::mt19937& random) {
    const std::string text = tests::head + "standard s for body, firm {\n" + maker(random).standard() + "}\n";
    const auto rules = tieuchi::rulebook::parse({std::make_shared<const tieuchi::source>("scored.tieuchi", text)});
    if (rules) { return *rules->standard("s", {.on = tieuchi::date(2022, 11, 15)}); }
    for (const auto& one : rules.error()) {
        if (one.is_error() && one.code != "E303" && one.code != "E324") { FAIL(text + to_string(rules.error())); }
    }
    return std::nullopt;
}

constexpr std::size_t wanted = 150; // standards

/// Standards that can be read, each with some subjects.
template <class Try>
void for_each_standard(unsigned seed, Try attempt) {
    std::mt19937 random(seed);
    for (std::size_t found = 0, tried = 0; found < wanted;) {
        REQUIRE(++tried < 20 * wanted);
        const auto one = made(random);
        if (!one) { continue; }
        ++found;
        for (int subject = 0; subject < 8; ++subject) { attempt(*one, random); }
    }
}

/// A value in millionths for every fact, the kind first; `informed` no more than `staff`.
std::vector<std::int64_t> subject_of(const tieuchi::standard& s, std::mt19937& random) {
    std::vector<std::int64_t> values;
    for (const auto& one : s.facts()) {
        std::int64_t value = random() % 4;
        switch (one.type) {
        case tieuchi::fact_type::yes_no: value = random() % 2; break;
        case tieuchi::fact_type::one_of: value = static_cast<std::int64_t>(random() % one.options.size()); break;
        case tieuchi::fact_type::date: value = 18'900 + static_cast<std::int64_t>(random() % 400); break;
        case tieuchi::fact_type::count:
        case tieuchi::fact_type::number:
        case tieuchi::fact_type::percent:
        case tieuchi::fact_type::judged: break;
        }
        values.push_back(value * tieuchi::decimal::one);
    }
    const auto informed = s.slot("informed");
    const auto staff = s.slot("staff");
    if (informed && staff) { values[*informed] = std::min(values[*informed], values[*staff]); }
    return values;
}

/// True for the facts that a subject of that kind has.
bool has_fact(const tieuchi::standard& s, const std::vector<std::int64_t>& values, std::uint32_t slot) {
    return s.facts()[slot].only_for.empty() || values[0] != 0; // body is the first kind
}

tieuchi::facts facts_of(const tieuchi::standard& s, const std::vector<std::int64_t>& values, const std::vector<bool>& known) {
    tieuchi::facts given(s);
    for (std::uint32_t i = 0; i < values.size(); ++i) {
        const auto value = tieuchi::decimal::from_units(values[i]);
        if (known[i] && has_fact(s, values, i)) { given.set_between(i, value, value); }
    }
    return given;
}

} // namespace

TEST_CASE("of a scored standard, facts only ever rule outcomes out, and all of them leave one") {
    for_each_standard(41, [](const tieuchi::standard& s, std::mt19937& random) {
        const auto values = subject_of(s, random);
        std::vector<std::uint32_t> order;
        for (std::uint32_t i = 1; i < values.size(); ++i) { order.push_back(i); }
        std::shuffle(order.begin(), order.end(), random);
        order.insert(random() % 2 == 0 ? order.begin() : order.end(), 0U);
        std::vector<bool> known(values.size(), false);
        tieuchi::scratch work;
        auto before = s.outcomes(facts_of(s, values, known), work);
        for (const auto slot : order) {
            if (slot != 0 && !s.facts()[slot].only_for.empty() && !known[0]) { continue; } // to know it is to know the kind
            known[slot] = true;
            const auto after = s.outcomes(facts_of(s, values, known), work);
            REQUIRE(after.size() > 0);
            REQUIRE((after.bits() & ~before.bits()) == 0);
            before = after;
        }
        known.assign(values.size(), true);
        CHECK(s.outcomes(facts_of(s, values, known), work).decided());
    });
}

TEST_CASE("of a scored standard, answering what is asked reaches the outcome that all facts give") {
    for_each_standard(42, [](const tieuchi::standard& s, std::mt19937& random) {
        const auto values = subject_of(s, random);
        std::vector<bool> known(values.size(), false);
        const auto all = s.assess(facts_of(s, values, std::vector<bool>(values.size(), true)));
        for (;;) {
            const auto answer = s.assess(facts_of(s, values, known));
            const auto questions = answer.questions();
            REQUIRE(questions.empty() == answer.decided());
            if (answer.decided()) {
                CHECK(answer.outcomes() == all.outcomes());
                break;
            }
            const std::uint32_t slot = questions[random() % questions.size()].slot;
            REQUIRE(!known[slot]);
            known[slot] = true;
            known[0] = known[0] || !has_fact(s, values, slot); // whoever has no such fact says of which kind it is
        }
    });
}

TEST_CASE("of a scored standard, the facts used give the outcome again") {
    for_each_standard(43, [](const tieuchi::standard& s, std::mt19937& random) {
        const auto values = subject_of(s, random);
        std::vector<bool> known(values.size(), true);
        for (std::size_t i = 1; i < known.size(); ++i) { known[i] = random() % 4 != 0; }
        const auto answer = s.assess(facts_of(s, values, known));
        if (!answer.decided()) { return; }
        std::vector<bool> used(values.size(), false);
        for (const auto& one : answer.facts_used()) { used[*s.slot(one.fact->name)] = true; }
        CHECK(s.assess(facts_of(s, values, used)).outcomes() == answer.outcomes());
        for (std::uint32_t i = 0; i < s.criteria().size(); ++i) {
            used.assign(values.size(), false);
            for (const auto& one : answer.facts_of(i)) { used[*s.slot(one.fact->name)] = true; }
            const auto status = answer.findings()[i].status;
            if (status == tieuchi::finding_status::unknown) { continue; }
            CHECK(s.assess(facts_of(s, values, used)).findings()[i].status == status);
        }
    });
}

} // namespace test_scored
