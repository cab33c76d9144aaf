// SPDX-License-Identifier: Apache-2.0
/// \file
/// Facts that sub-units tell.
#pragma once

#include <tieuchi/impl/population/run.hpp>

#include <algorithm>

namespace tieuchi {

namespace impl::population {
namespace {

/// Digits after the point in which every sub-unit's number can be written, and the fact.
[[nodiscard]] unsigned common_scale(const model::tally& rule, const fact& into) {
    auto scale = static_cast<unsigned>(into.scale);
    for (const auto& over : rule.kinds) {
        if (over.of != model::none) { scale = std::max<unsigned>(scale, over.standard->expressions[over.of].scale); }
    }
    return scale;
}

[[nodiscard]] wide_interval scaled(std::int64_t least, std::int64_t most, const model::expression& of, unsigned scale) {
    const wide factor = model::power_of_ten(scale - of.scale);
    return {least * factor, most * factor};
}

/// A sub-unit of which nothing is known may be of any of the kinds.
[[nodiscard]] member unknown_member(const model::tally& rule, unsigned scale, std::size_t times) {
    member made{false, {}, times};
    bool first = true;
    for (const auto& over : rule.kinds) {
        if (over.of == model::none) { continue; }
        const model::expression& told = over.standard->expressions[over.of];
        const wide_interval bounds = scaled(told.bounds.least, told.bounds.most, told, scale);
        made.tells =
            first ? bounds : wide_interval{std::min(made.tells.least, bounds.least), std::max(made.tells.most, bounds.most)};
        first = false;
    }
    return made;
}

[[nodiscard]] const model::tally::over* over_kind(const model::tally& rule, const std::string& kind) {
    const auto found = std::find_if(rule.kinds.begin(), rule.kinds.end(), [&](const auto& one) { return one.kind == kind; });
    return found == rule.kinds.end() ? nullptr : &*found;
}

/// A fact's value for messages, whatever it is known to be.
[[nodiscard]] std::string text_of(const fact& of, const wide_interval& value) {
    const auto one = [&](wide units) {
        const wide furthest = INT64_MAX / slot_unit(of); // beyond what any fact can be
        const auto shown = static_cast<std::int64_t>(std::clamp(units, -furthest, furthest));
        return fact_reading{&of, {shown, shown}}.text();
    };
    return value.least == value.most ? one(value.least) : one(value.least) + " to " + one(value.most);
}

} // namespace
} // namespace impl::population

void population::run::fill_tallies(const node& who, facts& given) {
    for (std::size_t at = 0; at < given.of_->tallies.size(); ++at) {
        if (is_listed(who.subject, given.of_->model->tallies[at])) { fill_tally(who.subject, at, given); }
    }
}

/// True where a sub-unit is listed of one of the kinds: not listed is not none.
bool population::run::is_listed(std::size_t subject, const impl::model::tally& rule) const {
    const auto& children = shape_.children[subject];
    return std::any_of(children.begin(), children.end(), [&](std::size_t child) {
        return impl::population::over_kind(rule, of_.subjects_[child].kind) != nullptr;
    });
}

void population::run::fill_tally(std::size_t subject, std::size_t at, facts& given) {
    using namespace impl::population;
    const impl::model::tally& rule = given.of_->model->tallies[at];
    const fact& into = given.of_->model->facts[rule.fact];
    const unsigned scale = common_scale(rule, into);
    const impl::wide per_unit =
        static_cast<impl::wide>(impl::model::power_of_ten(scale - static_cast<unsigned>(into.scale))) * rule.unit;
    const bool is_mean = rule.what == impl::model::aggregate::mean;
    auto members = members_of(subject, rule, given.of_->tallies[at], scale);
    auto found = aggregate_of(rule.what, std::move(members), {per_unit, rule.mode});
    if (!found) { return; }
    if (is_mean) { found = wide_interval{found->least * rule.unit, found->most * rule.unit}; }
    agree(subject, rule.fact, *found, given);
}

std::vector<impl::population::member> population::run::members_of(std::size_t subject, const impl::model::tally& rule,
                                                                  const impl::bound_tally& bound, unsigned scale) {
    using namespace impl::population;
    std::vector<member> members;
    if (const std::size_t lost = shape_.lost[shape_.raters.of[subject]]; lost != 0) {
        members.push_back(unknown_member(rule, scale, lost));
    }
    for (const std::size_t child : shape_.children[subject]) {
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
    if (rule.of != impl::model::none) {
        const impl::plan::interval& number = work_.numbers_[program.told.number];
        made.tells = impl::population::scaled(number.least, number.most, rule.standard->expressions[rule.of], scale);
    }
    return made;
}

/// Takes what sub-units tell, unless it contradicts what was told or what the rules say that the fact can be.
void population::run::agree(std::size_t subject, std::uint32_t slot, const impl::population::wide_interval& found, facts& given) {
    impl::plan::interval& known = given.slots_[slot];
    const impl::plan::interval allowed = given.of_->nothing_known[slot];
    const auto least = std::max<impl::wide>(known.least, found.least);
    const auto most = std::min<impl::wide>(known.most, found.most);
    if (least <= most) {
        known = {static_cast<std::int64_t>(least), static_cast<std::int64_t>(most)};
        return;
    }
    const fact& of = given.of_->model->facts[slot];
    const bool told = known != allowed;
    const std::string already = impl::population::text_of(of, {known.least, known.most});
    contradict(subject,
               impl::population::problem_with(of_.subjects_[subject], of.name, "E415",
                                              "`" + of.name + "` is " + (told ? "said to be " : "from ") + already +
                                                  ", but the sub-units listed make it " + impl::population::text_of(of, found),
                                              told ? "leave it empty to have it counted, or list every sub-unit"
                                                   : "the rules state its bounds; look for sub-units missing or too many"));
}

} // namespace tieuchi
