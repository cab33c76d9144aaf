// SPDX-License-Identifier: Apache-2.0
/// \file
/// What the handle of a population's results stands for.
#pragma once

#include "assessment.hpp"

#include <tieuchi/population.hpp>

#include <cstddef>
#include <deque>
#include <optional>
#include <utility>
#include <vector>

namespace tieuchi::c {

/// What a quota comes to, with a handle of its standard that can be borrowed.
struct quota {
    explicit quota(quota_result told) : by{told.standard}, of(std::move(told)) {}
    tieuchi_standard by;
    quota_result of;
};

/// A view of it.
[[nodiscard]] tieuchi_quota_result describe(const quota& told);

} // namespace tieuchi::c

/// The answers, as handles that can be borrowed.
struct tieuchi_results {
    struct subject {
        std::deque<tieuchi_assessment> assessments; // never moved
        std::vector<tieuchi::outcome_set> outcomes;
        std::vector<std::optional<tieuchi::c::text_list>> because; // none: what the assessment says itself
        tieuchi::diagnostics problems;
    };

    tieuchi_results(const tieuchi::population& all, std::vector<tieuchi::subject_result> results);
    /// Of one subject.
    explicit tieuchi_results(tieuchi::subject_result one) { add(std::move(one)); }

    std::deque<subject> subjects;
    std::vector<tieuchi::c::quota> quotas;

private:
    void add(tieuchi::subject_result one);
};
