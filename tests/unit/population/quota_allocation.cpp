// SPDX-License-Identifier: Apache-2.0
// The arithmetic of quotas: against every way in which a small population can turn out.
#include "population/quota_allocation.hpp"

#include "support/catch.hpp"

#include <cstdint>
#include <functional>
#include <random>
#include <vector>

namespace test_quota_allocation {

namespace {

using tieuchi::decimal;
using tieuchi::quota;
using tieuchi::subject_count;
using tieuchi::impl::population::after;
using tieuchi::impl::population::allocation;
using tieuchi::impl::population::candidate;
using tieuchi::impl::population::quota_allocation;
using tieuchi::impl::population::quota_status;

constexpr std::uint64_t excellent = 1;
constexpr std::uint64_t good = 2;
constexpr std::uint64_t weak = 4;
constexpr std::uint64_t not_subject = 8;
constexpr std::uint64_t classes = excellent | good | weak;

quota at_most(int percent) {
    quota made;
    made.percent = *decimal::from_integer(percent);
    return made;
}

allocation placed(const quota& rule, const std::vector<candidate>& all) {
    return quota_allocation(rule, classes, all).allocate();
}

/// The rule itself, for a population of which everything is known: the outcomes that each can have after it.
std::vector<std::uint64_t> by_the_rule(const quota& rule, const std::vector<candidate>& all, std::size_t& counted) {
    const auto is = [&](const candidate& one, std::uint64_t of) { return (one.outcomes & of) != 0; };
    const std::uint64_t reached = (std::uint64_t{2} << rule.outcome) - 1;
    counted = 0;
    for (const auto& one : all) {
        const bool counts = !rule.counted_outcome ? is(one, classes)
                            : rule.or_better      ? is(one, (std::uint64_t{2} << *rule.counted_outcome) - 1)
                                                  : is(one, std::uint64_t{1} << *rule.counted_outcome);
        counted += counts ? 1U : 0U;
    }
    const bool few = rule.fewer_than && counted < *rule.fewer_than;
    const std::size_t seats =
        few ? *rule.then_at_most : counted * static_cast<std::size_t>(rule.percent.units()) / (100U * decimal::one);
    std::vector<std::uint64_t> left;
    for (const auto& one : all) {
        std::size_t before = 0;
        std::size_t beside = 0;
        for (const auto& other : all) {
            if (!is(other, reached)) { continue; }
            before += other.value.least > one.value.least ? 1U : 0U;
            beside += other.value.least == one.value.least ? 1U : 0U;
        }
        const std::uint64_t below = std::uint64_t{1} << (rule.outcome + 1);
        if (!is(one, reached) || before + beside <= seats) {
            left.push_back(one.outcomes);
        } else {
            left.push_back(before >= seats ? below : one.outcomes | below); // tied across the last seat: either
        }
    }
    return left;
}

/// Every population in which all is known that `all` can turn out to be.
void try_all(std::vector<candidate> all, std::size_t at, const std::function<void(const std::vector<candidate>&)>& each) {
    if (at == all.size()) { return each(all); }
    const candidate open = all[at];
    for (std::uint64_t outcome = 1; outcome <= not_subject; outcome <<= 1U) {
        if ((open.outcomes & outcome) == 0) { continue; }
        for (auto value = open.value.least; value <= open.value.most; ++value) {
            all[at] = {outcome, {value, value}};
            try_all(all, at + 1, each);
        }
    }
}

class cases {
public:
    quota rule() {
        quota made = at_most(10 * up_to(10));
        made.outcome = static_cast<std::uint32_t>(up_to(1));
        if (up_to(1) == 0) {
            made.counted_outcome = static_cast<std::uint32_t>(up_to(2));
            made.or_better = up_to(2) != 0 || *made.counted_outcome < made.outcome;
        }
        if (up_to(1) == 0) {
            made.fewer_than = static_cast<std::uint32_t>(up_to(4));
            made.then_at_most = static_cast<std::uint32_t>(up_to(2));
        }
        return made;
    }
    std::vector<candidate> population() {
        std::vector<candidate> made;
        const int size = 1 + up_to(3);
        for (int i = 0; i < size; ++i) {
            const int least = up_to(3);
            const bool open = up_to(2) == 0;
            const auto outcomes =
                open ? static_cast<std::uint64_t>(1 + up_to(14)) : std::uint64_t{1} << static_cast<unsigned>(up_to(3));
            made.push_back({outcomes, {least, least + (up_to(2) == 0 ? up_to(2) : 0)}});
        }
        return made;
    }

private:
    int up_to(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
    std::mt19937 random_{20221115}; // NOLINT(cert-msc32-c,cert-msc51-cpp): the same cases each time
};

} // namespace

TEST_CASE("whatever open members turn out to be, what a quota says of them holds") {
    cases some;
    int certain = 0;
    int tied = 0;
    for (int round = 0; round < 3000; ++round) {
        const quota rule = some.rule();
        const auto all = some.population();
        const allocation told = placed(rule, all);
        std::vector<bool> may_keep(all.size(), false);
        std::vector<bool> may_lose(all.size(), false);
        try_all(all, 0, [&](const std::vector<candidate>& known) {
            std::size_t counted = 0;
            const auto left = by_the_rule(rule, known, counted);
            bool good_bounds = told.counted.least <= counted && counted <= told.counted.most;
            const allocation then = placed(rule, known);
            good_bounds = good_bounds && then.counted == subject_count{counted, counted} && then.seats.known() &&
                          told.seats.least <= then.seats.least && then.seats.most <= told.seats.most;
            CHECK(good_bounds);
            for (std::size_t i = 0; i < all.size(); ++i) {
                const bool is_candidate = (known[i].outcomes & ((std::uint64_t{2} << rule.outcome) - 1)) != 0;
                CHECK(after(then.statuses[i], rule, known[i].outcomes) == left[i]);      // known all: exactly the rule
                CHECK((left[i] & ~after(told.statuses[i], rule, all[i].outcomes)) == 0); // sound
                CHECK((told.statuses[i] != quota_status::outside || !is_candidate));
                may_keep[i] = may_keep[i] || (is_candidate && (left[i] & known[i].outcomes) != 0);
                may_lose[i] = may_lose[i] || (is_candidate && left[i] != known[i].outcomes);
                CHECK((!told.tied[i] || left[i] == (known[i].outcomes | (std::uint64_t{2} << rule.outcome))));
            }
        });
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (told.statuses[i] == quota_status::outside) { continue; }
            CHECK((told.statuses[i] == quota_status::keeps) == !may_lose[i]); // all who surely keep it are told
            CHECK((told.statuses[i] == quota_status::loses) == !may_keep[i]); // and all who surely lose it
            certain += told.statuses[i] == quota_status::keeps || told.statuses[i] == quota_status::loses ? 1 : 0;
            tied += told.tied[i] ? 1 : 0;
        }
    }
    CHECK(certain > 1000);
    CHECK(tied > 30);
}

TEST_CASE("what becomes known only narrows what a quota leaves") {
    cases some;
    for (int round = 0; round < 2000; ++round) {
        const quota rule = some.rule();
        const auto all = some.population();
        const allocation told = placed(rule, all);
        auto narrower = all;
        const std::size_t one = static_cast<std::size_t>(round) % all.size();
        narrower[one].outcomes &= ~(narrower[one].outcomes - 1); // the best of those possible
        narrower[one].value.most = narrower[one].value.least;
        const allocation then = placed(rule, narrower);
        for (std::size_t i = 0; i < all.size(); ++i) {
            CHECK((after(then.statuses[i], rule, narrower[i].outcomes) & ~after(told.statuses[i], rule, all[i].outcomes)) == 0);
        }
    }
}

TEST_CASE("a fifth of ten that are good or better: the two best") {
    quota rule = at_most(20);
    rule.counted_outcome = 1;
    rule.or_better = true;
    std::vector<candidate> all;
    all.reserve(11);
    for (int i = 0; i < 10; ++i) { all.push_back({i < 4 ? excellent : good, {90 - i, 90 - i}}); }
    all.push_back({weak, {99, 99}});
    const allocation told = placed(rule, all);
    CHECK((told.counted == subject_count{10, 10}));
    CHECK((told.seats == subject_count{2, 2}));
    CHECK(told.statuses[1] == quota_status::keeps);
    CHECK(told.statuses[2] == quota_status::loses);
    CHECK(told.statuses[4] == quota_status::outside);
    all[2].value = all[1].value;
    const allocation tie = placed(rule, all);
    CHECK(tie.statuses[0] == quota_status::keeps);
    CHECK((tie.tied[1] && tie.tied[2] && !tie.tied[3]));
    CHECK(tie.statuses[3] == quota_status::loses);
}

TEST_CASE("who can only be put behind by those that also make room is told to lose, and so is who can only be joined by them") {
    quota rule = at_most(50);
    rule.counted_outcome = 1;
    rule.or_better = true;
    // Alone there is no place; where the second is excellent, too, there is one, and it goes first.
    const allocation told = placed(rule, {{excellent, {80, 80}}, {excellent | weak, {90, 90}}});
    CHECK((told.seats == subject_count{0, 1}));
    CHECK(told.statuses[0] == quota_status::loses);
    CHECK(told.statuses[1] == quota_status::keeps);
}

TEST_CASE("the number of seats may fall where one more counts, at the step for few") {
    quota rule = at_most(10);
    rule.fewer_than = 5;
    rule.then_at_most = 2;
    std::vector<candidate> all(4, {good, {1, 1}});
    all.push_back({good | not_subject, {1, 1}});
    const allocation told = placed(rule, all);
    CHECK((told.counted == subject_count{4, 5}));
    CHECK((told.seats == subject_count{0, 2}));
}

TEST_CASE("a hundred thousand members are placed at once") {
    std::vector<candidate> all;
    all.reserve(100'000);
    for (int i = 0; i < 100'000; ++i) { all.push_back({excellent, {i, i}}); }
    const allocation told = placed(at_most(20), all);
    CHECK(told.statuses[80'000] == quota_status::keeps);
    CHECK(told.statuses[79'999] == quota_status::loses);
}

} // namespace test_quota_allocation
