// SPDX-License-Identifier: Apache-2.0
/// \file
/// One answer: the facts that were told and those that others tell, and what they come to.
#pragma once

#include <tieuchi/impl/population/run.hpp>

#include <algorithm>

namespace tieuchi {

/// Where what was told contradicts what others tell, there is no answer: who asks for it takes it as unknown. The subject is refused at the
/// end, so that it does not matter which of its answers was given first.
void population::run::answer(const node& who) {
    auto given = take_facts(who);
    if (!given) { return; }
    const std::size_t before = contradictions_.size();
    fill_links(who, *given);
    fill_tallies(who, *given);
    const subject& one = of_.subjects_[who.subject];
    for (const auto& why : given->problems()) {
        contradict(who.subject, impl::population::problem_with(one, why.where, why.code, why.message, why.help));
    }
    if (contradictions_.size() != before) { return; }
    const auto& standards = line_of(who.subject).standards;
    auto& answers = results_[who.subject].assessments;
    answers.reserve(standards.size());
    answers.push_back(standards[who.at].assess(*given));
}

/// What the subject's own values tell. None where one of them is wrong.
std::optional<facts> population::run::take_facts(const node& who) {
    read_values(who.subject);
    if (results_[who.subject].refused()) { return std::nullopt; }
    return std::exchange(waiting_.at(who.subject)[who.at], std::nullopt);
}

/// Refuses the subject, by all its standards, where one of its own values is wrong.
void population::run::read_values(std::size_t subject) {
    if (has_been_read_[subject]) { return; }
    has_been_read_[subject] = true;
    diagnostics& problems = results_[subject].problems;
    std::vector<std::optional<facts>> read;
    for (facts& given : facts_of(subject)) {
        for (const auto& why : given.problems()) {
            diagnostic said = impl::population::problem_with(of_.subjects_[subject], why.where, why.code, why.message, why.help);
            const auto same = [&](const diagnostic& other) { return other.where == said.where && other.message == said.message; };
            if (std::none_of(problems.begin(), problems.end(), same)) { problems.push_back(std::move(said)); }
        }
        read.emplace_back(std::move(given));
    }
    if (problems.empty()) { waiting_.emplace(subject, std::move(read)); }
}

/// For each of its standards.
std::vector<facts> population::run::facts_of(std::size_t subject) const {
    const tieuchi::subject& one = of_.subjects_[subject];
    const auto& standards = line_of(subject).standards;
    std::vector<facts> given;
    for (const auto& standard : standards) {
        given.emplace_back(standard);
        given.back().set(0, value{one.kind});
    }
    for (const auto& [name, told] : one.values) {
        bool known = false;
        for (std::size_t i = 0; i < standards.size(); ++i) {
            if (const auto slot = standards[i].slot(name)) {
                known = true;
                given[i].set(*slot, told);
            }
        }
        if (!known) { given.front().set(name, told); } // says so
    }
    return given;
}

} // namespace tieuchi
