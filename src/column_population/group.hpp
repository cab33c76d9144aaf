// SPDX-License-Identifier: Apache-2.0
/// \file
/// The subjects that one standard assesses: what others tell of them, and what comes out.
#pragma once

#include "plan/inside.hpp"
#include "vector/evaluator.hpp"

#include <tieuchi/standard.hpp>

#include <cstdint>
#include <memory>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::column_population {

enum class counts : std::uint8_t { no, maybe, surely };

/// What each member tells a fact of the bodies above.
struct telling {
    explicit telling(const vector::rules_in_plan& asks) : rules(asks), has_numbers(asks.plan->told.number != plan::no_register) {}

    vector::evaluator rules;
    bool has_numbers; ///< it is no count
    std::vector<column_population::counts> counts;
    std::vector<plan::interval> numbers; ///< empty of a count
};

/// A fact that others tell: of each member its bounds, once it is told; the least is above the most where it is not.
struct told_fact {
    std::uint32_t slot = 0;
    std::vector<plan::interval> of;
};

inline constexpr plan::interval not_told{1, 0};

struct group {
    explicit group(const standard& by_) : by(by_), bound(inside::of(by_).get()), rules(by_, {.quotas = true}) {}

    standard by;
    const bound_standard* bound;
    vector::evaluator rules;          ///< the outcome, and what quotas go by
    std::vector<std::size_t> members; ///< subjects, ascending
    std::vector<bool> has;            ///< by slot: some row of the table, or others, tell the fact
    std::vector<told_fact> told;      ///< those of tallies, then those of links, in the order of the model
    std::vector<std::unique_ptr<telling>> tellings;
    std::vector<std::uint64_t> outcomes;                   ///< of each member those still possible; none: there is no answer
    std::vector<std::uint8_t> has_no_answer;               ///< of each member: what others tell contradicts what it says itself
    std::vector<std::vector<plan::interval>> quota_values; ///< for each quota
    std::vector<std::uint64_t> after_quotas;               ///< `outcomes` after them; empty where the standard has none

    /// Once members, tellings and told facts are known.
    void make_room() {
        outcomes.resize(members.size());
        has_no_answer.resize(members.size());
        for (told_fact& one : told) { one.of.assign(members.size(), not_told); }
        for (const auto& one : tellings) {
            one->counts.resize(members.size());
            if (one->has_numbers) { one->numbers.resize(members.size()); }
        }
        quota_values.assign(bound->quotas.size(), std::vector<plan::interval>(members.size()));
    }
};

} // namespace TIEUCHI_NAMESPACE::impl::column_population
