// SPDX-License-Identifier: Apache-2.0
// The answers of a run, one after the other.
#include "population/run.hpp"
#include "population/values.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE {

population::run::run(const population& of, impl::population::line_up by)
    : of_(of), roll_(of.subjects_), results_(of.subjects_.size()), line_up_(std::move(by)) {
    for (std::size_t i = 0; i < results_.size(); ++i) { results_[i].problems = of.subjects_[i].problems; }
    for (const auto& [subject, wrong] : roll_.misnamed()) {
        for (const impl::population::misnomer& one : wrong) {
            results_[subject].problems.push_back(impl::population::problem_with(roll_, subject, one));
        }
    }
}

std::vector<subject_result> population::run::assess(const progress& told) && {
    shape_ = impl::population::arrange(
        roll_, [&](std::size_t subject, diagnostic why) { results_[subject].problems.push_back(std::move(why)); });
    for (std::size_t i = 0; i < results_.size(); ++i) {
        const auto kind = line_up_.by_name.find(of_.subjects_[i].kind);
        kind_.push_back(kind == line_up_.by_name.end() ? 0 : kind->second);
        if (!results_[i].refused()) { refuse_misplaced(i); }
    }
    has_been_read_.assign(results_.size(), false);
    answer_all(told);
    settle();
    return std::move(results_);
}

/// Refuses one of which it is not known where it belongs, or by what it is assessed.
void population::run::refuse_misplaced(std::size_t subject) {
    using impl::population::problem_with;
    const tieuchi::subject& one = of_.subjects_[subject];
    diagnostics& problems = results_[subject].problems;
    if (!one.parent_known) {
        problems.push_back(problem_with(roll_, subject, "parent", "E412", "the body that it belongs to is not known"));
    } else if (auto why = impl::population::not_assessed(line_up_, of_.rules_, of_.how_, one.kind)) {
        problems.push_back(problem_with(roll_, subject, "kind", why->code, why->message, why->help));
    }
}

void population::run::answer_all(const progress& told) {
    constexpr std::size_t between_calls = 256;
    impl::population::order in_order(line_up_, shape_, kind_, *this);
    for (std::size_t i = 0; i < results_.size(); ++i) {
        in_order.work_off(i);
        if (i % between_calls == between_calls - 1) { told(i + 1); }
    }
    told(results_.size());
}

/// Where what was told contradicts what others tell, there is no answer: who asks for it takes it as unknown. The subject is refused at the
/// end, so that it does not matter which of its answers was given first.
void population::run::answer(const impl::population::node& who) {
    pass_by(who.subject);
    if (is_refused(who.subject)) { return; }
    auto& waiting = waiting_.at(who.subject);
    facts given = std::move(waiting.facts[who.at]);
    if (--waiting.left == 0) { waiting_.erase(who.subject); }
    const std::size_t before = contradictions_.size();
    fill_links(who, given);
    fill_tallies(who, given);
    for (const auto& why : given.problems()) {
        contradict(who.subject, impl::population::problem_with(roll_, who.subject, why.where, why.code, why.message, why.help));
    }
    if (contradictions_.size() != before) { return; }
    const auto& standards = line_of(who.subject).standards;
    auto& answers = results_[who.subject].assessments;
    answers.reserve(standards.size());
    answers.push_back(standards[who.at].assess(given));
}

/// Reads the subject's own values. Refuses it, by all its standards, where one of them is wrong.
void population::run::pass_by(std::size_t subject) {
    if (has_been_read_[subject]) { return; }
    has_been_read_[subject] = true;
    const tieuchi::subject& one = of_.subjects_[subject];
    auto given = impl::population::facts_for(line_of(subject).standards, one.kind, one.values);
    results_[subject].problems = impl::population::problems_of(roll_, subject, given);
    if (is_refused(subject)) { return; }
    const std::size_t answers = given.size();
    waiting_.emplace(subject, waiting_facts{std::move(given), answers});
}

/// Refuses the subjects whose answers contradict what they were told to be, now that nobody asks any more, and puts the answers of others
/// in the order of the standards.
void population::run::settle() {
    for (auto& [subject, why] : contradictions_) { results_[subject].problems.push_back(std::move(why)); }
    for (std::size_t i = 0; i < results_.size(); ++i) {
        auto& [answers, outcomes, problems] = results_[i];
        if (!problems.empty()) {
            answers.clear();
            continue;
        }
        const auto& standards = line_of(i).standards;
        const auto place = [&](const assessment& one) {
            const auto is_its = [&](const tieuchi::standard& other) { return other.bound_ == one.bound_; };
            return std::find_if(standards.begin(), standards.end(), is_its) - standards.begin();
        };
        std::sort(answers.begin(), answers.end(),
                  [&](const assessment& one, const assessment& other) { return place(one) < place(other); });
        for (const assessment& one : answers) { outcomes.push_back(one.outcomes()); }
    }
}

} // namespace TIEUCHI_NAMESPACE
