// SPDX-License-Identifier: Apache-2.0
// Facts that sub-units tell.
#include "population/run.hpp"
#include "population/told.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE {

void population::run::fill_tallies(const impl::population::node& who, facts& given) {
    for (std::size_t at = 0; at < given.of_->tallies.size(); ++at) {
        if (is_listed(who.subject, given.of_->model->tallies[at])) { fill_tally(who.subject, at, given); }
    }
}

/// True where a sub-unit is listed of one of the kinds: not listed is not none. One that was refused may be of any kind.
bool population::run::is_listed(std::size_t subject, const impl::model::tally& rule) const {
    const auto children = shape_.children_of(subject);
    return std::any_of(children.begin(), children.end(), [&](std::size_t child) {
        return !results_[child].refused() && impl::population::over_kind(rule, of_.subjects_[child].kind) != nullptr;
    });
}

/// Takes what sub-units tell, unless it contradicts what was told or what the rules say that the fact can be.
void population::run::fill_tally(std::size_t subject, std::size_t at, facts& given) {
    using namespace impl::population;
    const impl::model::tally& rule = given.of_->model->tallies[at];
    const fact& into = given.of_->facts()[rule.fact];
    const unsigned scale = common_scale(rule, into);
    const auto found = tell(rule, into, scale, members_of(subject, rule, given.of_->tallies[at], scale));
    if (!found) { return; }
    impl::plan::interval& known = given.slots_[rule.fact];
    if (const auto both = agreed(known, *found)) {
        known = *both;
    } else {
        contradict(subject, disagreement(roll_, subject, into, known, given.of_->nothing_known[rule.fact], *found));
    }
}

std::vector<impl::population::member> population::run::members_of(std::size_t subject, const impl::model::tally& rule,
                                                                  const impl::bound_tally& bound, unsigned scale) {
    using namespace impl::population;
    std::vector<member> members;
    if (const std::size_t lost = shape_.lost[shape_.raters.of[subject]]; lost != 0) {
        members.push_back(unknown_member(rule, scale, lost));
    }
    for (const std::size_t child : shape_.children_of(subject)) {
        if (results_[child].refused()) { // even its kind may be what is wrong with it
            members.push_back(unknown_member(rule, scale, 1));
            continue;
        }
        const auto* const over = over_kind(rule, of_.subjects_[child].kind);
        if (over == nullptr) { continue; }
        const auto* const answer = answer_by(child, over->standard);
        if (answer == nullptr) {
            members.push_back(unknown_member(rule, scale, 1));
        } else if (const auto told =
                       told_by(*answer, *over, bound.kinds[static_cast<std::size_t>(over - rule.kinds.data())].program, scale)) {
            members.push_back(*told);
        }
    }
    return members;
}

const assessment* population::run::answer_by(std::size_t subject, const impl::model::standard* standard) const {
    for (const assessment& one : results_[subject].assessments) {
        if (one.bound_->model == standard) { return &one; }
    }
    return nullptr;
}

/// What a sub-unit brings; nothing where it surely does not count. One for which the condition does not apply, or which has no such number,
/// does not count.
std::optional<impl::population::member> population::run::told_by(const assessment& answer, const impl::model::tally::over& rule,
                                                                 const impl::plan::program& program, unsigned scale) {
    if (work_.numbers_.size() < program.numbers) { work_.numbers_.resize(program.numbers); }
    if (work_.truths_.size() < program.truths) { work_.truths_.resize(program.truths); }
    impl::plan::run(program, answer.slots_, answer.outcomes_.bits(), work_.numbers_, work_.truths_);
    const auto truth_at = [&](impl::plan::register_index at) {
        return at == impl::plan::no_register ? impl::plan::yes : work_.truths_[at];
    };
    const impl::plan::truth counts = truth_at(program.where);
    const impl::plan::truth has_number = truth_at(program.told.applies);
    if ((counts & has_number & impl::plan::yes) == 0) { return std::nullopt; }
    impl::population::member made{counts == impl::plan::yes && has_number == impl::plan::yes, {}, 1};
    if (rule.of != impl::model::none) { made.tells = impl::population::scaled(work_.numbers_[program.told.number], rule, scale); }
    return made;
}

} // namespace TIEUCHI_NAMESPACE
