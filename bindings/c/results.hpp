// SPDX-License-Identifier: Apache-2.0
/// \file
/// The object behind the handle of a population's results.
#pragma once

#include "assessment.hpp"

#include <tieuchi/population.hpp>

#include <cstddef>
#include <deque>
#include <optional>
#include <utility>
#include <vector>

namespace tieuchi::c {

/// The result of a quota, with a handle to its standard that C can borrow.
struct quota_entry {
    explicit quota_entry(quota_result input) : standard{input.standard}, result(std::move(input)) {}
    tieuchi_standard standard;
    quota_result result;
};

/// A view of a quota result.
[[nodiscard]] tieuchi_quota_result describe(const quota_entry& entry);

} // namespace tieuchi::c

/// The answers, as handles that C can borrow.
struct tieuchi_results {
    struct subject {
        std::deque<tieuchi_assessment> assessments; // never moved
        std::vector<tieuchi::outcome_set> outcomes;
        std::vector<std::optional<tieuchi::c::text_list>> because; // empty: the assessment's own reasons apply
        tieuchi::diagnostics problems;
    };

    tieuchi_results(const tieuchi::population& population, std::vector<tieuchi::subject_result> results);
    /// The results of a single subject.
    explicit tieuchi_results(tieuchi::subject_result result) { add(std::move(result)); }

    std::deque<subject> subjects;
    std::vector<tieuchi::c::quota_entry> quotas;

private:
    void add(tieuchi::subject_result result);
};
