// SPDX-License-Identifier: Apache-2.0
/// \file
/// Quotas over the answers of each rater by each standard. The same whether answers are held by rows or by columns.
#pragma once

#include "population/derived_facts.hpp"
#include "population/quota_allocation.hpp"

#include <tieuchi/population.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::population {

/// A subject whose row was refused may have any outcome and any value.
[[nodiscard]] candidate unknown_candidate(const tieuchi::standard& by);

/// The value by which candidates are ranked, for a number that may have no value: a candidate without one ranks last.
[[nodiscard]] plan::interval value_from(plan::truth applies, plan::interval value);

/// `candidates` are the `subjects` in order, then the refused; their possible outcomes are narrowed or widened.
[[nodiscard]] quota_result settle(const tieuchi::standard& by, std::size_t quota, std::span<const std::size_t> subjects,
                                  std::vector<candidate>& candidates);

/// The answers of one standard.
struct standard_answers {
    tieuchi::standard by;
    std::vector<node> answers; ///< in the order of subjects
};

/// The outcomes that quotas narrow or widen, and the values by which they rank.
class quota_outcomes {
public:
    quota_outcomes() = default;
    quota_outcomes(const quota_outcomes&) = delete;
    quota_outcomes(quota_outcomes&&) = delete;
    quota_outcomes& operator=(const quota_outcomes&) = delete;
    quota_outcomes& operator=(quota_outcomes&&) = delete;
    virtual ~quota_outcomes() = default;

    /// Those still possible, a bit each, after the quotas so far.
    [[nodiscard]] virtual std::uint64_t outcomes_of(const node& answer) const = 0;
    [[nodiscard]] virtual plan::interval value_of(const node& answer, std::size_t quota) const = 0;
    virtual void set(const node& answer, std::uint64_t outcomes) = 0;
};

/// Applies the quotas of all standards that have some, each rater's answers by themselves; the results stand in the order of the first
/// subject that each is about. `refused` are the subjects without answers: each may be one more that counts.
[[nodiscard]] std::vector<quota_result> apply_quotas(const subject_source& subjects, const raters& known,
                                                     const std::vector<standard_answers>& all,
                                                     const std::vector<std::size_t>& refused, quota_outcomes& outcomes);

} // namespace TIEUCHI_NAMESPACE::impl::population
