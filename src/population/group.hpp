// SPDX-License-Identifier: Apache-2.0
/// \file
/// The subjects that one standard assesses: their derived facts, and their outcomes.
#pragma once

#include "plan/access.hpp"
#include "population/derived_facts.hpp"
#include "vector/evaluator.hpp"

#include <tieuchi/standard.hpp>

#include <cstdint>
#include <memory>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::population {

/// What each member contributes to a tally of the body above.
struct contributions {
    explicit contributions(const vector::rules_in_plan& tally_rules)
        : rules(tally_rules), has_numbers(tally_rules.plan->contribution.number != plan::no_register) {}

    vector::evaluator rules;
    bool has_numbers; ///< false where the tally only counts
    std::vector<population::counts> counts;
    std::vector<plan::interval> numbers; ///< empty where the tally only counts
};

/// A derived fact: what is known of it for each member; the least is above the most where it has not been derived.
struct derived_column {
    std::uint32_t slot = 0;
    std::vector<plan::interval> known;

    [[nodiscard]] bool is_derived(std::uint32_t member) const noexcept { return known[member].least <= known[member].most; }
};

inline constexpr plan::interval not_derived{1, 0};

struct group {
    explicit group(const standard& in_force)
        : by(in_force), bound(access::bound_of(in_force).get()), rules(in_force, {.quotas = true}) {}

    standard by;
    const bound_standard* bound;
    vector::evaluator rules;             ///< the outcome, and the values by which quotas rank
    std::vector<std::size_t> members;    ///< subjects, ascending
    std::vector<bool> has;               ///< by slot: whether some row has the fact, or it is derived
    std::vector<derived_column> derived; ///< those of tallies, then those of links, in the order of the model
    std::vector<std::unique_ptr<contributions>> contributed;
    std::vector<std::uint64_t> outcomes;                   ///< of each member those still possible; none: there is no answer
    std::vector<std::uint8_t> has_no_answer;               ///< of each member: derived facts contradict its own values
    std::vector<std::vector<plan::interval>> quota_values; ///< for each quota
    std::vector<std::uint64_t> after_quotas;               ///< `outcomes` after them; empty where the standard has none

    /// Once members, contributions and derived facts are known.
    void make_room() {
        outcomes.resize(members.size());
        has_no_answer.resize(members.size());
        for (derived_column& each : derived) { each.known.assign(members.size(), not_derived); }
        for (const auto& each : contributed) {
            each->counts.resize(members.size());
            if (each->has_numbers) { each->numbers.resize(members.size()); }
        }
        quota_values.assign(bound->quotas.size(), std::vector<plan::interval>(members.size()));
    }
};

} // namespace TIEUCHI_NAMESPACE::impl::population
