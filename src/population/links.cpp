// SPDX-License-Identifier: Apache-2.0
// Facts that are the outcomes of other standards, of the subject itself or of the body above it.
#include "population/run.hpp"
#include "population/told.hpp"

namespace TIEUCHI_NAMESPACE {

/// The outcome before quotas counts. A body that is not there, or not assessed by that standard, or whose row is refused, tells nothing.
void population::run::fill_links(const impl::population::node& who, facts& given) {
    for (const auto& link : given.of_->model->links) {
        const std::size_t whose = link.of_parent ? shape_.parent[who.subject] : who.subject;
        if (whose == impl::population::nowhere) { continue; }
        if (const auto* const found = answer_by(whose, link.standard)) { fill_link(who.subject, link, *found, given); }
    }
}

const assessment* population::run::answer_by(std::size_t subject, const std::string& standard) const {
    for (const assessment& one : results_[subject].assessments) {
        if (one.bound_->model->name == standard) { return &one; }
    }
    return nullptr;
}

void population::run::fill_link(std::size_t subject, const impl::model::link& link, const assessment& found, facts& given) {
    const fact& into = given.of_->facts()[link.fact];
    impl::plan::interval& slot = given.slots_[link.fact];
    const std::uint64_t options = impl::population::options_of(found.outcomes(), found.bound_->outcomes, into);
    if (const auto agreed = impl::population::agreed(slot, options)) {
        slot = *agreed;
    } else {
        contradict(subject, impl::population::disagreement(roll_, subject, into, slot, options));
    }
}

} // namespace TIEUCHI_NAMESPACE
