// SPDX-License-Identifier: Apache-2.0
// Quotas over the answers of a population.
#include "population/quotas.hpp"

#include "plan/inside.hpp"
#include "population/run.hpp"

#include <map>

namespace TIEUCHI_NAMESPACE {

namespace impl::population {

contender unknown_contender(const tieuchi::standard& by) {
    return {~std::uint64_t{0} >> (64U - by.outcomes().size()), {INT64_MIN, INT64_MAX}};
}

plan::interval value_from(plan::truth applies, plan::interval value) {
    if ((applies & ~plan::yes) != 0) { value.least = INT64_MIN; }
    if ((applies & plan::yes) == 0) { value.most = INT64_MIN; }
    return value;
}

quota_result settle(const tieuchi::standard& by, std::size_t quota, std::span<const std::size_t> subjects,
                    std::vector<contender>& contenders) {
    const tieuchi::quota& rule = by.quotas()[quota];
    const std::uint64_t classes = ~std::uint64_t{0} >> (64U - inside::of(by)->program.outcomes.size());
    const auto placed = share_out(rule, classes, contenders).made();
    quota_result made{by, quota, {}, placed.counted, placed.places, {}, {}, {}, {}};
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        std::uint64_t& outcomes = contenders[i].outcomes;
        const bool has = (outcomes & ~or_better(rule.outcome)) == 0;
        const standing stands = placed.standings[i];
        if (placed.tied[i]) { made.tied.push_back(subjects[i]); }
        if (stands == standing::keeps && has) {
            made.kept.push_back(subjects[i]);
        } else if (stands == standing::loses && has) {
            made.lost.push_back(subjects[i]);
        } else if (stands != standing::outside) {
            made.open.push_back(subjects[i]);
        }
        outcomes = after(stands, rule, outcomes);
    }
    return made;
}

} // namespace impl::population

std::vector<quota_result> population::run::share_out(const population& of, const std::vector<subject_result>& results,
                                                     std::vector<std::vector<outcome_set>>& left) {
    if (results.size() != of.subjects_.size()) { return {}; } // they are not what these subjects were answered
    const impl::population::subjects_roll roll(of.subjects_);
    const impl::population::raters raters = impl::population::find_raters(roll);
    std::vector<quota_result> made;
    for (const electorate& all : electorates(roll, raters, results)) {
        for (std::size_t i = 0; i < all.by.quotas().size(); ++i) {
            made.push_back(apply(all, i, results, left));
            made.back().rater = raters.names[all.rater];
        }
    }
    return made;
}

std::vector<population::run::electorate> population::run::electorates(const impl::population::roll& roll,
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
            if (is_new) { found.push_back({tieuchi::standard(by), raters.of[i], {}, {}, 0}); }
            found[place->second].subjects.push_back(i);
            found[place->second].at.push_back(at);
        }
    }
    const auto counts = impl::population::count_by_rater(roll, raters, refused);
    for (electorate& one : found) { one.refused = counts[one.rater]; }
    return found;
}

quota_result population::run::apply(const electorate& all, std::size_t quota, const std::vector<subject_result>& results,
                                    std::vector<std::vector<outcome_set>>& left) {
    std::vector<impl::population::contender> contenders;
    for (std::size_t i = 0; i < all.subjects.size(); ++i) {
        const std::size_t subject = all.subjects[i];
        contenders.push_back({left[subject][all.at[i]].bits(), value_of(results[subject].assessments[all.at[i]], quota)});
    }
    contenders.resize(contenders.size() + all.refused, impl::population::unknown_contender(all.by));
    quota_result made = impl::population::settle(all.by, quota, all.subjects, contenders);
    for (std::size_t i = 0; i < all.subjects.size(); ++i) {
        left[all.subjects[i]][all.at[i]] = outcome_set(contenders[i].outcomes);
    }
    return made;
}

impl::plan::interval population::run::value_of(const assessment& answer, std::size_t quota) {
    const impl::plan::value_registers& at = answer.bound_->program.quotas[quota];
    const impl::plan::truth applies = at.applies == impl::plan::no_register ? impl::plan::yes : answer.truths_[at.applies];
    return impl::population::value_from(applies, answer.numbers_[at.number]);
}

} // namespace TIEUCHI_NAMESPACE
