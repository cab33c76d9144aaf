// SPDX-License-Identifier: Apache-2.0
/// \file
/// The arithmetic of quotas: which subjects surely keep a class and which surely lose it, when not everything about all is known.
#pragma once

#include "base/rounding.hpp"

#include <tieuchi/interval.hpp>
#include <tieuchi/population.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::population {

/// A subject as a quota sees it.
struct candidate {
    std::uint64_t outcomes = 0; ///< those still possible
    plan::interval value;       ///< the highest goes first
};

enum class quota_status : std::uint8_t {
    outside, ///< it surely has neither the class nor a better one
    keeps,   ///< if it has, it keeps it
    loses,   ///< if it has, it gets the class below
    open,
};

/// The result of a quota for its candidates.
struct allocation {
    subject_count counted;
    subject_count seats;
    std::vector<quota_status> statuses; ///< of each candidate
    std::vector<bool> tied;             ///< of each: tied across the last seat, with nothing else left open
};

/// The bits of an outcome and of all better ones.
[[nodiscard]] constexpr std::uint64_t or_better(std::uint32_t outcome) noexcept { return ~std::uint64_t{0} >> (63U - outcome); }

/// The outcomes that a quota counts; `classes` are all that are classes.
[[nodiscard]] constexpr std::uint64_t counted_by(const quota& rule, std::uint64_t classes) noexcept {
    if (!rule.counted_outcome) { return classes; }
    return rule.or_better ? or_better(*rule.counted_outcome) : std::uint64_t{1} << *rule.counted_outcome;
}

/// How many seats there are where `counted` subjects count.
[[nodiscard]] constexpr std::size_t seats_of(const quota& rule, std::size_t counted) noexcept {
    if (rule.fewer_than && counted < *rule.fewer_than) { return rule.then_at_most.value_or(0); }
    return static_cast<std::size_t>(static_cast<wide>(counted) * rule.percent.units() / (100 * static_cast<wide>(decimal::one)));
}

/// The same where not all of them are known to count. Apart from the step at `fewer_than`, more that count never make fewer seats.
[[nodiscard]] constexpr subject_count seats_of(const quota& rule, subject_count counted) noexcept {
    const std::size_t fewest = seats_of(rule, counted.least);
    const std::size_t greatest = seats_of(rule, counted.most);
    subject_count seats{std::min(fewest, greatest), std::max(fewest, greatest)};
    if (rule.fewer_than && counted.least < *rule.fewer_than && *rule.fewer_than <= counted.most) {
        seats.least = std::min(seats.least, seats_of(rule, *rule.fewer_than));
    }
    return seats;
}

/// What a candidate can turn out to be, as far as it matters: to have the class or a better each, and to count.
enum way : std::uint8_t { has_and_counts = 1, only_has = 2, only_counts = 4, neither = 8 };
inline constexpr std::size_t sorts = 16; ///< sets of ways

/// How many others may stand before each, and how many may count beside them. Each other can count or not, and that may change whether it stands
/// before; so for each number that count there is a number that stand before, at most or at least.
class crowd {
public:
    /// `most`: as many as can be stand before, else as few.
    explicit crowd(bool most) : most_(most) {}

    /// `times` others of a sort; `before`: they stand before if they have the class.
    void add(std::size_t times, unsigned ways, bool before) {
        const auto number = static_cast<std::int64_t>(times);
        const auto there = [&](way having, way lacking) { // of one that counts, or does not
            const bool can_have = (ways & having) != 0;
            const bool can_lack = (ways & lacking) != 0;
            if (!can_have && !can_lack) { return impossible; }
            return before && (most_ ? can_have : !can_lack) ? 1 : 0;
        };
        const int counting = there(has_and_counts, only_counts);
        const int not_counting = there(only_has, neither);
        if (counting != impossible && not_counting != impossible) {
            const int change = counting - not_counting + 1; // 0, 1 or 2
            changes_.at(static_cast<std::size_t>(change)) += number;
        }
        if (not_counting == impossible) { counted_ += number; }
        before_ += number * (not_counting == impossible ? counting : not_counting);
    }

    /// The most that the number of those before can exceed the seats by; where as few as can be stand before, the least.
    [[nodiscard]] std::int64_t beyond(const quota& rule) const {
        const std::int64_t all = changes_[0] + changes_[1] + changes_[2];
        const std::int64_t turn =
            most_ ? changes_[2] : changes_[0] + changes_[1]; // from there on, more that count only make room, or none
        const std::int64_t few =
            std::clamp(static_cast<std::int64_t>(rule.fewer_than.value_or(0)) - counted_, std::int64_t{0}, all + 1);
        std::int64_t found = few <= all ? beyond(rule, std::clamp(turn, few, all)) : beyond(rule, std::min(turn, few - 1));
        if (few > 0 && few <= all) {
            const std::int64_t other = beyond(rule, std::min(turn, few - 1));
            found = most_ ? std::max(found, other) : std::min(found, other);
        }
        return found;
    }

private:
    static constexpr int impossible = -1;

    /// The same where so many of those that can either count or not do.
    [[nodiscard]] std::int64_t beyond(const quota& rule, std::int64_t more) const {
        const std::int64_t up = std::min(more, changes_[2]);
        const std::int64_t down = std::min(more, changes_[0]);
        const std::int64_t before = most_ ? before_ + up - std::max(more - changes_[2] - changes_[1], std::int64_t{0})
                                          : before_ - down + std::max(more - changes_[0] - changes_[1], std::int64_t{0});
        return before - static_cast<std::int64_t>(seats_of(rule, static_cast<std::size_t>(counted_ + more)));
    }

    bool most_;
    std::int64_t counted_ = 0; ///< where all that can either count or not do not
    std::int64_t before_ = 0;
    std::array<std::int64_t, 3>
        changes_{}; ///< of those that can: how many stand one fewer, as many, one more before when they count
};

/// `classes` are the outcomes that are classes, a bit each.
class quota_allocation {
public:
    quota_allocation(const quota& rule, std::uint64_t classes, const std::vector<candidate>& all)
        : rule_(rule), all_(all), wanted_(or_better(rule.outcome)), base_(counted_by(rule, classes)) {
        for (const candidate& each : all) {
            result_.counted.least += (each.outcomes & ~base_) == 0 ? 1U : 0U;
            result_.counted.most += (each.outcomes & base_) != 0 ? 1U : 0U;
            members& alike = sorts_[ways_of(each)];
            ++alike.count;
            if (!may_have(each)) { continue; }
            alike.bests.push_back(each.value.most);
            alike.worsts.push_back(each.value.least);
            bests_.push_back(each.value.most);
            if (surely_has(each)) { sure_worsts_.push_back(each.value.least); }
        }
        result_.seats = seats_of(rule, result_.counted);
        for (members& alike : sorts_) {
            std::sort(alike.bests.begin(), alike.bests.end());
            std::sort(alike.worsts.begin(), alike.worsts.end());
        }
        for (auto* const values : {&bests_, &sure_worsts_}) { std::sort(values->begin(), values->end()); }
    }

    [[nodiscard]] allocation allocate() && {
        for (const candidate& each : all_) {
            result_.statuses.push_back(status_of(each));
            result_.tied.push_back(result_.statuses.back() == quota_status::open && is_tied(each));
        }
        return std::move(result_);
    }

private:
    /// Candidates that can turn out in the same ways; the values of those that may have the class.
    struct members {
        std::size_t count = 0;
        std::vector<std::int64_t> bests;
        std::vector<std::int64_t> worsts;
    };

    [[nodiscard]] bool may_have(const candidate& each) const { return (each.outcomes & wanted_) != 0; }
    [[nodiscard]] bool surely_has(const candidate& each) const { return (each.outcomes & ~wanted_) == 0; }

    [[nodiscard]] unsigned ways_of(const candidate& each) const {
        const auto can_be = [&](std::uint64_t outcomes, way as) { return (each.outcomes & outcomes) != 0 ? unsigned{as} : 0U; };
        return can_be(wanted_ & base_, has_and_counts) | can_be(wanted_ & ~base_, only_has) |
               can_be(base_ & ~wanted_, only_counts) | can_be(~wanted_ & ~base_, neither);
    }

    [[nodiscard]] static std::size_t at_least(const std::vector<std::int64_t>& sorted, std::int64_t value) {
        return static_cast<std::size_t>(sorted.end() - std::lower_bound(sorted.begin(), sorted.end(), value));
    }
    [[nodiscard]] static std::size_t more_than(const std::vector<std::int64_t>& sorted, std::int64_t value) {
        return static_cast<std::size_t>(sorted.end() - std::upper_bound(sorted.begin(), sorted.end(), value));
    }

    /// Considers all ways in which the other candidates can turn out, so it finds all that surely keep or lose the class.
    [[nodiscard]] quota_status status_of(const candidate& each) const {
        if (!may_have(each)) { return quota_status::outside; }
        if (others_of(each, true).beyond(rule_) < 0) { return quota_status::keeps; } // there is a seat for it too
        return others_of(each, false).beyond(rule_) >= 0 ? quota_status::loses : quota_status::open;
    }

    /// `most`: those that can rank before or beside the candidate at its worst; else those that surely rank before it at its best. The
    /// candidate itself is taken to have the class, and may count.
    [[nodiscard]] crowd others_of(const candidate& each, bool most) const {
        crowd others(most);
        const unsigned own = ways_of(each);
        for (unsigned ways = 1; ways < sorts; ++ways) {
            const members& alike = sorts_[ways];
            if (alike.count == 0) { continue; }
            std::size_t before = most ? at_least(alike.bests, each.value.least) : more_than(alike.worsts, each.value.most);
            std::size_t behind = alike.count - before;
            if (ways == own) { --(most ? before : behind); } // itself: its best is not less than its worst
            others.add(before, ways, true);
            others.add(behind, ways, false);
        }
        others.add(1, own & (has_and_counts | only_has), false);
        return others;
    }

    /// Whether a candidate is open only because of a tie: it and all that may rank before or beside it are fully known.
    [[nodiscard]] bool is_tied(const candidate& each) const {
        if (!surely_has(each) || !each.value.known() || !result_.seats.known()) { return false; }
        const std::int64_t value = each.value.least;
        return at_least(sure_worsts_, value) == at_least(bests_, value) &&
               more_than(sure_worsts_, value) == more_than(bests_, value);
    }

    const quota& rule_;
    const std::vector<candidate>& all_;
    std::uint64_t wanted_ = 0;
    std::uint64_t base_;                    ///< the outcomes that count
    std::array<members, sorts> sorts_;      ///< by the ways that they have
    std::vector<std::int64_t> bests_;       ///< the most of each that may have the class
    std::vector<std::int64_t> sure_worsts_; ///< the least of each that surely has it
    allocation result_;
};

/// The outcomes still possible for a candidate after a quota gave it this status.
[[nodiscard]] constexpr std::uint64_t after(quota_status stands, const quota& rule, std::uint64_t outcomes) noexcept {
    const std::uint64_t below = std::uint64_t{1} << (rule.outcome + 1);
    switch (stands) {
    case quota_status::loses: return (outcomes & ~or_better(rule.outcome)) | below;
    case quota_status::open: return outcomes | below;
    case quota_status::outside:
    case quota_status::keeps: break;
    }
    return outcomes;
}

} // namespace TIEUCHI_NAMESPACE::impl::population
