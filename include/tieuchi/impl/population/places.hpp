// SPDX-License-Identifier: Apache-2.0
/// \file
/// The arithmetic of quotas: who surely keeps a class, who surely loses it, while not everything about everybody is known.
#pragma once

#include <tieuchi/impl/base/rounding.hpp>
#include <tieuchi/impl/plan/interval.hpp>
#include <tieuchi/population.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace tieuchi::impl::population {

/// A subject as a quota sees it.
struct contender {
    std::uint64_t outcomes = 0; ///< those still possible
    plan::interval value;       ///< the highest goes first
};

enum class standing : std::uint8_t {
    outside, ///< it surely has neither the class nor a better one
    keeps,   ///< if it has, it keeps it
    loses,   ///< if it has, it gets the class below
    open,
};

/// What a quota makes of its contenders.
struct placing {
    subject_count counted;
    subject_count places;
    std::vector<standing> standings; ///< of each contender
    std::vector<bool> tied;          ///< of each: tied across the last place, with nothing else left open
};

/// The bits of an outcome and of all better ones.
[[nodiscard]] constexpr std::uint64_t or_better(std::uint32_t outcome) noexcept { return ~std::uint64_t{0} >> (63U - outcome); }

/// How many places there are where `counted` subjects count.
[[nodiscard]] constexpr std::size_t places_of(const quota& rule, std::size_t counted) noexcept {
    if (rule.fewer_than && counted < *rule.fewer_than) { return rule.then_at_most.value_or(0); }
    return static_cast<std::size_t>(static_cast<wide>(counted) * rule.percent.units() / (100 * static_cast<wide>(decimal::one)));
}

/// The same where not all of them are known to count. Apart from the step at `fewer_than`, more that count never make fewer places.
[[nodiscard]] constexpr subject_count places_of(const quota& rule, subject_count counted) noexcept {
    const std::size_t fewest = places_of(rule, counted.least);
    const std::size_t greatest = places_of(rule, counted.most);
    subject_count places{std::min(fewest, greatest), std::max(fewest, greatest)};
    if (rule.fewer_than && counted.least < *rule.fewer_than && *rule.fewer_than <= counted.most) {
        places.least = std::min(places.least, places_of(rule, *rule.fewer_than));
    }
    return places;
}

/// `classes` are the outcomes that are classes, a bit each.
class share_out {
public:
    share_out(const quota& rule, std::uint64_t classes, const std::vector<contender>& all)
        : all_(all), wanted_(or_better(rule.outcome)) {
        const std::uint64_t base = !rule.of ? classes : rule.or_better ? or_better(*rule.of) : std::uint64_t{1} << *rule.of;
        for (const contender& one : all) {
            made_.counted.least += (one.outcomes & ~base) == 0 ? 1U : 0U;
            made_.counted.most += (one.outcomes & base) != 0 ? 1U : 0U;
            if (may_have(one)) { bests_.push_back(one.value.most); }
            if (surely_has(one)) { sure_worsts_.push_back(one.value.least); }
        }
        made_.places = places_of(rule, made_.counted);
        for (auto* const values : {&bests_, &sure_worsts_}) { std::sort(values->begin(), values->end()); }
    }

    [[nodiscard]] placing made() && {
        for (const contender& one : all_) {
            made_.standings.push_back(standing_of(one));
            made_.tied.push_back(made_.standings.back() == standing::open && is_tied(one));
        }
        return std::move(made_);
    }

private:
    [[nodiscard]] bool may_have(const contender& one) const { return (one.outcomes & wanted_) != 0; }
    [[nodiscard]] bool surely_has(const contender& one) const { return (one.outcomes & ~wanted_) == 0; }

    [[nodiscard]] static std::size_t at_least(const std::vector<std::int64_t>& sorted, std::int64_t value) {
        return static_cast<std::size_t>(sorted.end() - std::lower_bound(sorted.begin(), sorted.end(), value));
    }
    [[nodiscard]] static std::size_t more_than(const std::vector<std::int64_t>& sorted, std::int64_t value) {
        return static_cast<std::size_t>(sorted.end() - std::upper_bound(sorted.begin(), sorted.end(), value));
    }

    [[nodiscard]] standing standing_of(const contender& one) const {
        if (!may_have(one)) { return standing::outside; }
        // It is one of those itself, for its best is not less than its worst; of those before it, it never is.
        if (at_least(bests_, one.value.least) <= made_.places.least) { return standing::keeps; }
        if (more_than(sure_worsts_, one.value.most) >= made_.places.most) { return standing::loses; }
        return standing::open;
    }

    /// Everything about it and about all that may stand before it or beside it is known, and it is still open.
    [[nodiscard]] bool is_tied(const contender& one) const {
        if (!surely_has(one) || !one.value.known() || !made_.places.known()) { return false; }
        const std::int64_t value = one.value.least;
        return at_least(sure_worsts_, value) == at_least(bests_, value) &&
               more_than(sure_worsts_, value) == more_than(bests_, value);
    }

    const std::vector<contender>& all_;
    std::uint64_t wanted_ = 0;
    std::vector<std::int64_t> bests_;       ///< the most of each that may have the class
    std::vector<std::int64_t> sure_worsts_; ///< the least of each that surely has it
    placing made_;
};

/// The outcomes still possible for one that a quota found to stand so.
[[nodiscard]] constexpr std::uint64_t after(standing stands, const quota& rule, std::uint64_t outcomes) noexcept {
    const std::uint64_t below = std::uint64_t{1} << (rule.outcome + 1);
    switch (stands) {
    case standing::loses: return (outcomes & ~or_better(rule.outcome)) | below;
    case standing::open: return outcomes | below;
    default: return outcomes;
    }
}

} // namespace tieuchi::impl::population
