// SPDX-License-Identifier: Apache-2.0
/// \file
/// Results of a population, shown to C.
#include "results.hpp"

#include "diagnostics.hpp"
#include "sized.hpp"

#include <utility>

using namespace tieuchi::c;

tc_results::tc_results(const tieuchi::population& all, std::vector<tieuchi::subject_result> results) {
    for (auto& one : all.quotas(results)) { quotas.emplace_back(std::move(one)); }
    for (auto& one : results) { add(std::move(one)); }
}

void tc_results::add(tieuchi::subject_result one) {
    subject& to = subjects.emplace_back();
    for (std::size_t at = 0; at < one.assessments.size(); ++at) {
        auto& because = to.because.emplace_back();
        if (one.outcomes[at] != one.assessments[at].outcomes()) { because.emplace(one.because(at)); }
    }
    for (auto& answer : one.assessments) { to.assessments.emplace_back(std::move(answer)); }
    to.outcomes = std::move(one.outcomes);
    to.problems = std::move(one.problems);
}

tc_quota_result tieuchi::c::describe(const quota& told) {
    const quota_result& of = told.of;
    const tieuchi::quota& rule = of.standard.quotas()[of.quota];
    tc_quota_result one{};
    one.standard = &told.by;
    one.quota = static_cast<uint32_t>(of.quota);
    one.outcome = rule.outcome;
    one.rater = of.rater.c_str();
    one.cite = rule.cite.c_str();
    one.counted_least = of.counted.least;
    one.counted_most = of.counted.most;
    one.places_least = of.places.least;
    one.places_most = of.places.most;
    one.kept = of.kept.data();
    one.kept_count = of.kept.size();
    one.lost = of.lost.data();
    one.lost_count = of.lost.size();
    one.open = of.open.data();
    one.open_count = of.open.size();
    one.tied = of.tied.data();
    one.tied_count = of.tied.size();
    return one;
}

namespace {

/// A subject; NULL when there is none such.
[[nodiscard]] const tc_results::subject* subject_at(const tc_results* results, size_t index) {
    return results != nullptr && index < results->subjects.size() ? &results->subjects[index] : nullptr;
}

} // namespace

size_t tc_results_count(const tc_results* results) { return results == nullptr ? 0 : results->subjects.size(); }

size_t tc_results_assessment_count(const tc_results* results, size_t subject) {
    const auto* const one = subject_at(results, subject);
    return one == nullptr ? 0 : one->assessments.size();
}

const tc_assessment* tc_results_assessment(const tc_results* results, size_t subject, size_t index) {
    const auto* const one = subject_at(results, subject);
    return one != nullptr && index < one->assessments.size() ? &one->assessments[index] : nullptr;
}

uint64_t tc_results_outcomes(const tc_results* results, size_t subject, size_t index) {
    const auto* const one = subject_at(results, subject);
    return one != nullptr && index < one->outcomes.size() ? one->outcomes[index].bits() : 0;
}

tc_status tc_results_because(const char* const** clauses, size_t* count, const tc_results* results, size_t subject, size_t index,
                             tc_error* error) {
    return guarded(error, [&] {
        const char* const*& to = needed(clauses, "clauses");
        to = nullptr;
        size_t& number = needed(count, "count");
        number = 0;
        const auto& one = element(needed(results, "results").subjects, subject, "subject");
        const auto& after_quotas = element(one.because, index, "index");
        const auto& all = after_quotas ? after_quotas->all() : one.assessments[index].because().all();
        to = all.data();
        number = all.size();
    });
}

tc_status tc_results_problems(tc_diagnostics** out, const tc_results* results, size_t subject, tc_error* error) {
    return guarded(error, [&] {
        tc_diagnostics*& to = place_for(out);
        make(to, element(needed(results, "results").subjects, subject, "subject").problems);
    });
}

size_t tc_results_quota_count(const tc_results* results) { return results == nullptr ? 0 : results->quotas.size(); }

tc_status tc_results_quota(tc_quota_result* out, const tc_results* results, size_t index, tc_error* error) {
    return guarded(error, [&] {
        filled to(out);
        to = describe(element(needed(results, "results").quotas, index, "index"));
    });
}

void tc_results_free(tc_results* results) { delete results; } // NOLINT(cppcoreguidelines-owning-memory)
