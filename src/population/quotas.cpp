// SPDX-License-Identifier: Apache-2.0
// Quotas over the answers of a population.
#include "population/quotas.hpp"

#include "plan/access.hpp"

#include <algorithm>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::population {

namespace {

/// The answers of one rater by one standard.
struct quota_group {
    const tieuchi::standard* by = nullptr;
    std::size_t rater = 0;
    std::vector<node> answers;
    std::vector<std::size_t> subjects; ///< the same
};

[[nodiscard]] std::vector<quota_group> group_by_rater(const raters& known, const std::vector<standard_answers>& all) {
    std::vector<quota_group> groups;
    for (const standard_answers& each : all) {
        if (each.by.quotas().empty()) { continue; }
        std::vector<std::size_t> group_of(known.names.size(), SIZE_MAX);
        for (const node& answer : each.answers) {
            const std::size_t rater = known.rater_of[answer.subject];
            if (group_of[rater] == SIZE_MAX) {
                group_of[rater] = groups.size();
                groups.push_back({&each.by, rater, {}, {}});
            }
            groups[group_of[rater]].answers.push_back(answer);
            groups[group_of[rater]].subjects.push_back(answer.subject);
        }
    }
    const auto first = [](const quota_group& group) {
        return std::pair(group.answers.front().subject, group.answers.front().at);
    };
    std::sort(groups.begin(), groups.end(),
              [&](const quota_group& left, const quota_group& right) { return first(left) < first(right); });
    return groups;
}

} // namespace

candidate unknown_candidate(const tieuchi::standard& by) {
    return {~std::uint64_t{0} >> (64U - by.outcomes().size()), {INT64_MIN, INT64_MAX}};
}

plan::interval value_from(plan::truth applies, plan::interval value) {
    if ((applies & ~plan::yes) != 0) { value.least = INT64_MIN; }
    if ((applies & plan::yes) == 0) { value.most = INT64_MIN; }
    return value;
}

quota_result settle(const tieuchi::standard& by, std::size_t quota, std::span<const std::size_t> subjects,
                    std::vector<candidate>& candidates) {
    const tieuchi::quota& rule = by.quotas()[quota];
    const std::uint64_t classes = ~std::uint64_t{0} >> (64U - access::bound_of(by)->program.outcomes.size());
    const auto allocated = quota_allocation(rule, classes, candidates).allocate();
    quota_result result{by, quota, {}, allocated.counted, allocated.seats, {}, {}, {}, {}};
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        std::uint64_t& outcomes = candidates[i].outcomes;
        const bool has = (outcomes & ~or_better(rule.outcome)) == 0;
        const quota_status status = allocated.statuses[i];
        if (allocated.tied[i]) { result.tied.push_back(subjects[i]); }
        if (status == quota_status::keeps && has) {
            result.kept.push_back(subjects[i]);
        } else if (status == quota_status::loses && has) {
            result.lost.push_back(subjects[i]);
        } else if (status != quota_status::outside) {
            result.open.push_back(subjects[i]);
        }
        outcomes = after(status, rule, outcomes);
    }
    return result;
}

std::vector<quota_result> apply_quotas(const subject_source& subjects, const raters& known,
                                       const std::vector<standard_answers>& all, const std::vector<std::size_t>& refused,
                                       quota_outcomes& outcomes) {
    const std::vector<quota_group> groups = group_by_rater(known, all);
    if (groups.empty()) { return {}; }
    const std::vector<std::size_t> unknown = count_by_rater(subjects, known, refused);
    std::vector<quota_result> results;
    std::vector<candidate> candidates;
    for (const quota_group& group : groups) {
        for (std::size_t quota = 0; quota < group.by->quotas().size(); ++quota) {
            candidates.clear();
            for (const node& answer : group.answers) {
                candidates.push_back({outcomes.outcomes_of(answer), outcomes.value_of(answer, quota)});
            }
            candidates.resize(candidates.size() + unknown[group.rater], unknown_candidate(*group.by));
            results.push_back(settle(*group.by, quota, group.subjects, candidates));
            results.back().rater = known.names[group.rater];
            for (std::size_t i = 0; i < group.answers.size(); ++i) { outcomes.set(group.answers[i], candidates[i].outcomes); }
        }
    }
    return results;
}

} // namespace TIEUCHI_NAMESPACE::impl::population
