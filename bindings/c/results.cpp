// SPDX-License-Identifier: Apache-2.0
/// \file
/// Access to the results of a population from C.
#include "results.hpp"

#include "diagnostics.hpp"
#include "sized.hpp"

#include <utility>

using namespace tieuchi::c;

tieuchi_results::tieuchi_results(const tieuchi::population& population, std::vector<tieuchi::subject_result> results) {
    for (auto& quota : population.quotas(results)) { quotas.emplace_back(std::move(quota)); }
    for (auto& result : results) { add(std::move(result)); }
}

void tieuchi_results::add(tieuchi::subject_result result) {
    subject& entry = subjects.emplace_back();
    for (std::size_t index = 0; index < result.assessments.size(); ++index) {
        auto& because = entry.because.emplace_back();
        if (result.outcomes[index] != result.assessments[index].outcomes()) { because.emplace(result.because(index)); }
    }
    for (auto& answer : result.assessments) { entry.assessments.emplace_back(std::move(answer)); }
    entry.outcomes = std::move(result.outcomes);
    entry.problems = std::move(result.problems);
}

tieuchi_quota_result tieuchi::c::describe(const quota_entry& entry) {
    const quota_result& result = entry.result;
    const tieuchi::quota& rule = result.standard.quotas()[result.quota];
    tieuchi_quota_result view{};
    view.standard = &entry.standard;
    view.quota = static_cast<uint32_t>(result.quota);
    view.outcome = rule.outcome;
    view.rater = result.rater.c_str();
    view.cite = rule.cite.c_str();
    view.counted_least = result.counted.least;
    view.counted_most = result.counted.most;
    view.seats_least = result.seats.least;
    view.seats_most = result.seats.most;
    view.kept = result.kept.data();
    view.kept_count = result.kept.size();
    view.lost = result.lost.data();
    view.lost_count = result.lost.size();
    view.open = result.open.data();
    view.open_count = result.open.size();
    view.tied = result.tied.data();
    view.tied_count = result.tied.size();
    return view;
}

namespace {

/// A subject; NULL if the index is out of range.
[[nodiscard]] const tieuchi_results::subject* subject_at(const tieuchi_results* results, size_t index) {
    return results != nullptr && index < results->subjects.size() ? &results->subjects[index] : nullptr;
}

} // namespace

size_t tieuchi_results_count(const tieuchi_results* results) { return results == nullptr ? 0 : results->subjects.size(); }

size_t tieuchi_results_assessment_count(const tieuchi_results* results, size_t subject) {
    const auto* const entry = subject_at(results, subject);
    return entry == nullptr ? 0 : entry->assessments.size();
}

const tieuchi_assessment* tieuchi_results_assessment(const tieuchi_results* results, size_t subject, size_t index) {
    const auto* const entry = subject_at(results, subject);
    return entry != nullptr && index < entry->assessments.size() ? &entry->assessments[index] : nullptr;
}

uint64_t tieuchi_results_outcomes(const tieuchi_results* results, size_t subject, size_t index) {
    const auto* const entry = subject_at(results, subject);
    return entry != nullptr && index < entry->outcomes.size() ? entry->outcomes[index].bits() : 0;
}

tieuchi_status tieuchi_results_because(const char* const** clauses, size_t* count, const tieuchi_results* results, size_t subject,
                                       size_t index, tieuchi_error* error) {
    return lend(
        clauses, "clauses", count, error, [&]() -> const auto& {
            const auto& entry = element(needed(results, "results").subjects, subject, "subject");
            const auto& reasons = element(entry.because, index, "index");
            return reasons ? reasons->all() : entry.assessments[index].state->because().all();
        });
}

tieuchi_status tieuchi_results_problems(tieuchi_diagnostics** out, const tieuchi_results* results, size_t subject,
                                        tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi_diagnostics*& list = place_for(out);
        make(list, element(needed(results, "results").subjects, subject, "subject").problems);
    });
}

size_t tieuchi_results_quota_count(const tieuchi_results* results) { return results == nullptr ? 0 : results->quotas.size(); }

tieuchi_status tieuchi_results_quota(tieuchi_quota_result* out, const tieuchi_results* results, size_t index,
                                     tieuchi_error* error) {
    return guarded(error, [&] {
        output_struct output(out);
        output = describe(element(needed(results, "results").quotas, index, "index"));
    });
}

void tieuchi_results_free(tieuchi_results* results) { delete results; } // NOLINT(cppcoreguidelines-owning-memory)
