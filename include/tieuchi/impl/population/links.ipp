// SPDX-License-Identifier: Apache-2.0
/// \file
/// Facts that are the outcomes of other standards, of the subject itself or of the body above it.
#pragma once

#include <tieuchi/impl/population/run.hpp>

#include <algorithm>

namespace tieuchi {

namespace impl::population {
namespace {

/// The options that the outcomes still possible come to, a bit each.
[[nodiscard]] std::uint64_t options_of(const assessment& found, const fact& into) {
    const auto& outcomes = found.standard().outcomes();
    std::uint64_t options = 0;
    for (std::size_t i = 0; i < into.options.size(); ++i) {
        for (std::uint32_t k = 0; k < outcomes.size(); ++k) {
            if (found.outcomes().contains(k) && outcomes[k].name == into.options[i].name) { options |= std::uint64_t{1} << i; }
        }
    }
    return options;
}

[[nodiscard]] plan::interval from_first_to_last(std::uint64_t options) {
    return {__builtin_ctzll(options), 63 - __builtin_clzll(options)};
}

[[nodiscard]] std::string names_of(std::uint64_t options, const fact& of) {
    std::string names;
    for (std::size_t i = 0; i < of.options.size(); ++i) {
        if (((options >> i) & 1U) != 0) { names += (names.empty() ? "`" : " or `") + of.options[i].name + "`"; }
    }
    return names;
}

} // namespace
} // namespace impl::population

/// The outcome before quotas counts. A body that is not there, or not assessed by that standard, or whose row is refused, tells nothing.
void population::run::fill_links(const node& who, facts& given) {
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
    const fact& into = given.of_->model->facts[link.fact];
    impl::plan::interval& slot = given.slots_[link.fact];
    const std::uint64_t options = impl::population::options_of(found, into);
    if (!slot.known()) {
        slot = impl::population::from_first_to_last(options);
    } else if (((options >> static_cast<unsigned>(slot.least)) & 1U) == 0) {
        const std::string& told = into.options[static_cast<std::size_t>(slot.least)].name;
        contradict(subject,
                   impl::population::problem_with(of_.subjects_[subject], into.name, "E417",
                                                  "`" + into.name + "` is said to be `" + told + "`, but the answer is " +
                                                      impl::population::names_of(options, into),
                                                  "leave it empty to have it found"));
    }
}

} // namespace tieuchi
