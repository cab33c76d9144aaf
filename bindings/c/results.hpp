// SPDX-License-Identifier: Apache-2.0
/// \file
/// What the handle of a population's results stands for.
#pragma once

#include "assessment.hpp"

#include <tieuchi/population.hpp>

#include <cstddef>
#include <deque>
#include <vector>

/// The answers, as handles that can be borrowed.
struct tc_results {
    struct subject {
        std::deque<tc_assessment> assessments; // never moved
        std::vector<tieuchi::outcome_set> outcomes;
        tieuchi::diagnostics problems;
    };
    struct quota {
        tc_standard by;
        tieuchi::quota_result of;
    };

    tc_results(const tieuchi::population& all, std::vector<tieuchi::subject_result> results);

    std::deque<subject> subjects;
    std::vector<quota> quotas;
};
