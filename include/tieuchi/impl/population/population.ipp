// SPDX-License-Identifier: Apache-2.0
/// \file
/// Many subjects together.
#pragma once

#include <tieuchi/impl/base/log.hpp>
#include <tieuchi/impl/population/run.hpp>

namespace tieuchi {

population::population(rulebook rules, selection how) : rules_(std::move(rules)), how_(std::move(how)) {}

void population::add(subject one) { subjects_.push_back(std::move(one)); }

result<std::vector<subject_result>> population::assess(progress told) const {
    auto by = impl::population::line_up_of(rules_, how_);
    if (!by) { return by.error(); }
    std::vector<subject_result> results = run(*this, *std::move(by)).assess(told);
    std::vector<std::vector<outcome_set>> left;
    left.reserve(results.size());
    for (subject_result& one : results) { left.push_back(std::move(one.outcomes)); }
    static_cast<void>(run::share_out(*this, results, left));
    for (std::size_t i = 0; i < results.size(); ++i) { results[i].outcomes = std::move(left[i]); }
    if (const auto log = impl::logger()) {
        log->info("tieuchi: {} subjects assessed by the rules of {}", subjects_.size(), to_string(how_.on));
    }
    return results;
}

std::vector<quota_result> population::quotas(const std::vector<subject_result>& results) const {
    std::vector<std::vector<outcome_set>> left;
    left.reserve(results.size());
    for (const subject_result& one : results) {
        std::vector<outcome_set>& own = left.emplace_back();
        for (const assessment& answer : one.assessments) { own.push_back(answer.outcomes()); }
    }
    return run::share_out(*this, results, left);
}

} // namespace tieuchi
