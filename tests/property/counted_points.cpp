// SPDX-License-Identifier: Apache-2.0
// Points of random trees of criteria, parts of which may not apply, under each policy: what LANGUAGE.md says of them, as a few plain
// functions work it out. Every subject is tried with all known, and with some facts missing.
#include "support/catch.hpp"
#include "support/effort.hpp"

#include <tieuchi/tieuchi.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <random>
#include <string>
#include <vector>

namespace test_counted_points {

namespace {

constexpr int facts = 7; // b0 to b6, each yes or no
constexpr std::array<const char*, 3> policies{"counts as full", "is left out", "is rescaled"};
enum policy : std::uint8_t { full, left_out, rescaled };

struct node {
    enum : std::uint8_t { leaf, bonus, deduction, sum, up_to, least, greatest, mean } form = leaf;
    int points = 0; ///< of a leaf; of up to, the bound
    int when = 0;
    int only_where = -1;
    int unless = -1;
    std::vector<node> parts;
};

struct value {
    bool applies = true;
    bool met = false;
    int gives = 0;
    int counts = 0;
};

int half_up(int sum, int count) {
    const int twice = 2 * sum + count;
    const int by = 2 * count;
    return twice >= 0 ? twice / by : -((-twice + by - 1) / by);
}

/// The sum, the least, the greatest or the mean.
int joined(const node& one, const std::vector<int>& numbers) {
    const int sum = std::accumulate(numbers.begin(), numbers.end(), 0);
    switch (one.form) {
    case node::least: return *std::min_element(numbers.begin(), numbers.end());
    case node::greatest: return *std::max_element(numbers.begin(), numbers.end());
    case node::mean: return half_up(sum, static_cast<int>(numbers.size()));
    case node::up_to: return std::min(sum, one.points);
    case node::leaf:
    case node::bonus:
    case node::deduction:
    case node::sum: break;
    }
    return sum;
}

int maximum_of(const node& one) {
    if (one.form == node::leaf) { return one.points; }
    if (one.parts.empty()) { return 0; }
    std::vector<int> maxima;
    for (const node& part : one.parts) { maxima.push_back(maximum_of(part)); }
    return joined(one, maxima);
}

using subject = std::array<bool, facts>;

/// What each criterion comes to, in the order of the rules; the last of what is returned is the node's own.
value worked_out(const node& one, const subject& of, policy by, std::vector<value>& all) {
    const std::size_t at = all.size();
    all.emplace_back();
    const int maximum = maximum_of(one);
    value made;
    if (one.parts.empty()) {
        const bool holds = of[static_cast<std::size_t>(one.when)];
        made.counts = maximum;
        made.gives = holds ? (one.form == node::deduction ? -one.points : one.points) : 0;
        made.met = one.form == node::bonus || holds != (one.form == node::deduction);
    } else {
        std::vector<int> gives;
        std::vector<int> counts;
        made.met = true;
        made.applies = false;
        const bool picks = one.form == node::least || one.form == node::greatest || one.form == node::mean;
        for (const node& part : one.parts) {
            const value next = worked_out(part, of, by, all);
            made.applies = made.applies || next.applies;
            made.met = made.met && (next.met || !next.applies);
            if (picks && !next.applies) { continue; }
            gives.push_back(next.gives);
            counts.push_back(next.counts);
        }
        if (made.applies) {
            made.gives = joined(one, gives);
            made.counts = joined(one, counts);
            if (one.form == node::up_to) { made.gives = std::max(made.gives, 0); }
            if (one.form != node::sum && one.form != node::mean) { made.met = made.gives >= made.counts; }
        }
    }
    const auto holds = [&](int fact) { return fact >= 0 && of[static_cast<std::size_t>(fact)]; };
    if (one.only_where >= 0 && !holds(one.only_where)) { made.applies = false; }
    if (!made.applies) {
        made.gives = made.counts = by == full ? maximum : 0;
    } else if (holds(one.unless)) {
        made.gives = made.counts;
        made.met = true;
    }
    all[at] = made;
    return made;
}

std::string text_of(const node& one, char name) {
    static constexpr std::array<const char*, 8> opening{
        "", "", "", " {\n", "", " least of {\n", " greatest of {\n", " mean of {\n"};
    std::string text(1, name);
    const std::string number = std::to_string(one.points);
    if (one.form == node::leaf) { text += " " + number + " points when b" + std::to_string(one.when); }
    if (one.form == node::bonus) { text += " plus " + number + " when b" + std::to_string(one.when); }
    if (one.form == node::deduction) { text += " minus " + number + " when b" + std::to_string(one.when); }
    if (!one.parts.empty()) {
        text += one.form == node::up_to ? " up to " + number + " points {\n" : opening[one.form];
        char part = 'a';
        for (const node& next : one.parts) { text += text_of(next, part++); }
        text += one.form == node::mean ? "} rounded to 1 half up" : "}";
    }
    if (one.unless >= 0) { text += " unless b" + std::to_string(one.unless); }
    if (one.only_where >= 0) { text += " only where b" + std::to_string(one.only_where); }
    return text + "\n";
}

node make(std::mt19937_64& random, int depth) {
    const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    node made;
    if (below(3) == 0) { made.only_where = below(facts); }
    if (below(4) == 0) { made.unless = below(facts); }
    made.when = below(facts);
    made.points = 1 + below(9);
    if (depth == 0 || below(3) == 0) {
        made.form = below(5) == 0 ? (below(2) == 0 ? node::bonus : node::deduction) : node::leaf;
        return made;
    }
    for (int i = 2 + below(2); i > 0; --i) { made.parts.push_back(make(random, depth - 1)); }
    constexpr std::array forms{node::sum, node::up_to, node::least, node::greatest, node::mean};
    made.form = forms[static_cast<std::size_t>(below(5))];
    int sum = 0;
    for (const node& part : made.parts) { sum += maximum_of(part); }
    if (made.form == node::up_to && sum == 0) { made.form = node::sum; }
    if (made.form == node::up_to) { made.points = 1 + below(sum); }
    return made;
}

tieuchi::standard load(const std::string& text) {
    const auto rules = tieuchi::rulebook::parse({std::make_shared<const tieuchi::source>("points.tieuchi", text)});
    if (!rules) { FAIL(to_string(rules.error()) + text); }
    const auto standard = rules->standard("generated", {.on = tieuchi::date(2022, 1, 1)});
    REQUIRE(standard);
    return *standard;
}

tieuchi::assessment assessed(const tieuchi::standard& standard, const subject& of, unsigned known) {
    tieuchi::facts given(standard);
    for (std::size_t i = 0; i < facts; ++i) {
        const auto slot = standard.slot("b" + std::to_string(i));
        if (!slot || ((known >> i) & 1U) == 0) { continue; }
        const auto units = tieuchi::decimal::from_units(of[i] ? tieuchi::decimal::one : 0);
        given.set_between(*slot, units, units);
    }
    return standard.assess(given);
}

subject numbered(unsigned number) {
    subject made{};
    for (std::size_t i = 0; i < facts; ++i) { made[i] = ((number >> i) & 1U) != 0; }
    return made;
}

bool holds(const tieuchi::decimal_range& range, int points) {
    const std::int64_t units = points * tieuchi::decimal::one;
    return range.least.units() <= units && units <= range.most.units();
}

tieuchi::finding_status status_of(const value& one) {
    if (!one.applies) { return tieuchi::finding_status::not_applicable; }
    return one.met ? tieuchi::finding_status::met : tieuchi::finding_status::not_met;
}

/// Whether an answer leaves possible what one comes to; exactly that, where all is known.
bool agrees(const tieuchi::assessment& answer, const std::vector<value>& wanted, int total, int maximum, bool exactly) {
    const auto fits = [&](const tieuchi::decimal_range& range, int points) {
        return holds(range, points) && (!exactly || range.least == range.most);
    };
    if (answer.findings().size() != wanted.size()) { return false; }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const tieuchi::finding& one = answer.findings()[i];
        const bool open = !exactly && one.status == tieuchi::finding_status::unknown;
        if (!open && one.status != status_of(wanted[i])) { return false; }
        if (!fits(*one.points, wanted[i].gives) || !fits(*one.maximum, wanted[i].counts)) { return false; }
    }
    return fits(*answer.total(), total) && fits(*answer.maximum(), maximum);
}

class regime {
public:
    explicit regime(std::mt19937_64& random) : policy_(static_cast<policy>(random() % 3)) {
        for (int i = 0; i < 3; ++i) { criteria_.push_back(make(random, 3)); }
        for (const node& one : criteria_) { stated_ += maximum_of(one); }
    }

    [[nodiscard]] int stated() const { return stated_; }

    [[nodiscard]] std::string text() const {
        std::string made =
            "document \"1/2020\" { title en \"T\" status illustrative in force from 2020-01-01 }\nstandard generated for body "
            "{\nfacts { b0 yes_no b1 yes_no b2 yes_no b3 yes_no b4 yes_no b5 yes_no b6 yes_no }\nnot applicable ";
        made += policies[policy_];
        if (policy_ == rescaled) { made += "\ntotal rounded to 1 half up"; }
        char name = '1';
        for (const node& one : criteria_) { made += "\ncriterion " + text_of(one, name++); }
        return made + "outcome good when total >= 1\noutcome weak otherwise\n}\n";
    }

    [[nodiscard]] bool agrees_with(const tieuchi::assessment& answer, const subject& of, bool exactly) const {
        std::vector<value> all;
        int total = 0;
        int maximum = 0;
        for (const node& one : criteria_) {
            const value made = worked_out(one, of, policy_, all);
            total += made.gives;
            maximum += made.counts;
        }
        if (policy_ == rescaled) {
            total = maximum == 0 ? 0 : half_up(total * stated_, maximum);
            maximum = stated_;
        }
        return agrees(answer, all, total, maximum, exactly);
    }

private:
    policy policy_;
    std::vector<node> criteria_;
    int stated_ = 0;
};

} // namespace

TEST_CASE("points and what they count for are those of the parts that apply, in all depths") {
    auto random = tests::seeded(8);
    constexpr unsigned subjects = 1U << static_cast<unsigned>(facts);
    for (unsigned i = 0; i < tests::tried(200); ++i) {
        const regime plain(random);
        if (plain.stated() == 0) { continue; }
        const auto standard = load(plain.text());
        for (unsigned number = 0; number < subjects; ++number) {
            const subject one = numbered(number);
            const bool right = plain.agrees_with(assessed(standard, one, subjects - 1), one, true);
            if (!right) {
                CAPTURE(number, plain.text());
                REQUIRE(right);
            }
        }
        for (int tries = 0; tries < 12; ++tries) {
            const auto known = static_cast<unsigned>(random()) % subjects;
            const auto first = static_cast<unsigned>(random()) % subjects;
            const auto answer = assessed(standard, numbered(first), known);
            for (unsigned number = 0; number < subjects; ++number) {
                if (((number ^ first) & known) != 0) { continue; }
                const bool possible = plain.agrees_with(answer, numbered(number), false);
                if (!possible) {
                    CAPTURE(number, known, plain.text());
                    REQUIRE(possible);
                }
            }
        }
    }
}

} // namespace test_counted_points
