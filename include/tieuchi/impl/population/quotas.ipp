// SPDX-License-Identifier: Apache-2.0
/// \file
/// Quotas over the answers of a population.
#pragma once

#include <tieuchi/impl/population/places.hpp>
#include <tieuchi/impl/population/run.hpp>

#include <map>

namespace tieuchi {

namespace impl::population {
namespace {

/// One whose row was refused may have any outcome and any value.
[[nodiscard]] contender unknown_contender(const tieuchi::standard& by) {
    return {~std::uint64_t{0} >> (64U - by.outcomes().size()), {INT64_MIN, INT64_MAX}};
}

} // namespace
} // namespace impl::population

std::vector<quota_result> population::run::share_out(const population& of, const std::vector<subject_result>& results,
                                                     std::vector<std::vector<outcome_set>>& left) {
    const impl::population::raters raters = impl::population::find_raters(of.subjects_);
    std::vector<quota_result> made;
    for (const electorate& all : electorates(of, raters, results)) {
        for (std::size_t i = 0; i < all.by.quotas().size(); ++i) {
            made.push_back(apply(all, i, results, left));
            made.back().rater = raters.names[all.rater];
        }
    }
    return made;
}

std::vector<population::run::electorate> population::run::electorates(const population& of,
                                                                      const impl::population::raters& raters,
                                                                      const std::vector<subject_result>& results) {
    std::vector<electorate> found;
    std::map<std::pair<const impl::bound_standard*, std::size_t>, std::size_t> known;
    std::vector<std::size_t> refused;
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (results[i].refused()) { refused.push_back(i); }
        for (std::uint32_t at = 0; at < results[i].assessments.size(); ++at) {
            const auto& by = results[i].assessments[at].bound_;
            if (by->model->quotas.empty()) { continue; }
            const auto [place, is_new] = known.try_emplace({by.get(), raters.of[i]}, found.size());
            if (is_new) { found.push_back({tieuchi::standard(by), raters.of[i], {}, 0}); }
            found[place->second].members.push_back({i, at});
        }
    }
    const auto counts = impl::population::count_by_rater(of.subjects_, raters, refused);
    for (electorate& one : found) { one.refused = counts[one.rater]; }
    return found;
}

quota_result population::run::apply(const electorate& all, std::size_t quota, const std::vector<subject_result>& results,
                                    std::vector<std::vector<outcome_set>>& left) {
    using impl::population::standing;
    const tieuchi::quota& rule = all.by.quotas()[quota];
    std::vector<impl::population::contender> contenders;
    for (const node& one : all.members) {
        contenders.push_back({left[one.subject][one.at].bits(), value_of(results[one.subject].assessments[one.at], quota)});
    }
    contenders.resize(contenders.size() + all.refused, impl::population::unknown_contender(all.by));
    const std::uint64_t classes = ~std::uint64_t{0} >> (64U - all.by.bound_->program.outcomes.size());
    const auto placed = impl::population::share_out(rule, classes, contenders).made();
    quota_result made{all.by, quota, {}, placed.counted, placed.places, {}, {}, {}, {}};
    for (std::size_t i = 0; i < all.members.size(); ++i) {
        const std::size_t subject = all.members[i].subject;
        outcome_set& outcomes = left[subject][all.members[i].at];
        const bool has = (outcomes.bits() & ~impl::population::or_better(rule.outcome)) == 0;
        const standing stands = placed.standings[i];
        if (placed.tied[i]) { made.tied.push_back(subject); }
        if (stands == standing::keeps && has) {
            made.kept.push_back(subject);
        } else if (stands == standing::loses && has) {
            made.lost.push_back(subject);
        } else if (stands != standing::outside) {
            made.open.push_back(subject);
        }
        outcomes = outcome_set(impl::population::after(stands, rule, outcomes.bits()));
    }
    return made;
}

/// What goes first. One without such a number comes last.
impl::plan::interval population::run::value_of(const assessment& answer, std::size_t quota) {
    const impl::plan::value_registers& at = answer.bound_->program.quotas[quota];
    const impl::plan::truth applies = at.applies == impl::plan::no_register ? impl::plan::yes : answer.truths_[at.applies];
    impl::plan::interval value = answer.numbers_[at.number];
    if ((applies & ~impl::plan::yes) != 0) { value.least = INT64_MIN; }
    if ((applies & impl::plan::yes) == 0) { value.most = INT64_MIN; }
    return value;
}

} // namespace tieuchi
