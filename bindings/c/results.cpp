// SPDX-License-Identifier: Apache-2.0
/// \file
/// Results of a population, shown to C.
#include "results.hpp"

#include "diagnostics.hpp"
#include "sized.hpp"

#include <utility>

using namespace tieuchi::c;

tieuchi_results::tieuchi_results(const tieuchi::population& all, std::vector<tieuchi::subject_result> results) {
    for (auto& one : all.quotas(results)) { quotas.emplace_back(std::move(one)); }
    for (auto& one : results) { add(std::move(one)); }
}

void tieuchi_results::add(tieuchi::subject_result one) {
    subject& to = subjects.emplace_back();
    for (std::size_t at = 0; at < one.assessments.size(); ++at) {
        auto& because = to.because.emplace_back();
        if (one.outcomes[at] != one.assessments[at].outcomes()) { because.emplace(one.because(at)); }
    }
    for (auto& answer : one.assessments) { to.assessments.emplace_back(std::move(answer)); }
    to.outcomes = std::move(one.outcomes);
    to.problems = std::move(one.problems);
}

tieuchi_quota_result tieuchi::c::describe(const quota& told) {
    const quota_result& of = told.of;
    const tieuchi::quota& rule = of.standard.quotas()[of.quota];
    tieuchi_quota_result one{};
    one.standard = &told.by;
    one.quota = static_cast<uint32_t>(of.quota);
    one.outcome = rule.outcome;
    one.rater = of.rater.c_str();
    one.cite = rule.cite.c_str();
    one.counted_least = of.counted.least;
    one.counted_most = of.counted.most;
    one.seats_least = of.seats.least;
    one.seats_most = of.seats.most;
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
[[nodiscard]] const tieuchi_results::subject* subject_at(const tieuchi_results* results, size_t index) {
    return results != nullptr && index < results->subjects.size() ? &results->subjects[index] : nullptr;
}

} // namespace

size_t tieuchi_results_count(const tieuchi_results* results) { return results == nullptr ? 0 : results->subjects.size(); }

size_t tieuchi_results_assessment_count(const tieuchi_results* results, size_t subject) {
    const auto* const one = subject_at(results, subject);
    return one == nullptr ? 0 : one->assessments.size();
}

const tieuchi_assessment* tieuchi_results_assessment(const tieuchi_results* results, size_t subject, size_t index) {
    const auto* const one = subject_at(results, subject);
    return one != nullptr && index < one->assessments.size() ? &one->assessments[index] : nullptr;
}

uint64_t tieuchi_results_outcomes(const tieuchi_results* results, size_t subject, size_t index) {
    const auto* const one = subject_at(results, subject);
    return one != nullptr && index < one->outcomes.size() ? one->outcomes[index].bits() : 0;
}

tieuchi_status tieuchi_results_because(const char* const** clauses, size_t* count, const tieuchi_results* results, size_t subject,
                                       size_t index, tieuchi_error* error) {
    return lend(
        clauses, "clauses", count, error, [&]() -> const auto& {
            const auto& rated = element(needed(results, "results").subjects, subject, "subject");
            const auto& after_quotas = element(rated.because, index, "index");
            return after_quotas ? after_quotas->all() : rated.assessments[index].told->because().all();
        });
}

tieuchi_status tieuchi_results_problems(tieuchi_diagnostics** out, const tieuchi_results* results, size_t subject,
                                        tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi_diagnostics*& to = place_for(out);
        make(to, element(needed(results, "results").subjects, subject, "subject").problems);
    });
}

size_t tieuchi_results_quota_count(const tieuchi_results* results) { return results == nullptr ? 0 : results->quotas.size(); }

tieuchi_status tieuchi_results_quota(tieuchi_quota_result* out, const tieuchi_results* results, size_t index,
                                     tieuchi_error* error) {
    return guarded(error, [&] {
        filled to(out);
        to = describe(element(needed(results, "results").quotas, index, "index"));
    });
}

void tieuchi_results_free(tieuchi_results* results) { delete results; } // NOLINT(cppcoreguidelines-owning-memory)
