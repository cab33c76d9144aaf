// SPDX-License-Identifier: Apache-2.0
/// \file
/// In which order answers are given: whoever is asked first. A stack of its own holds those who wait, for a chain of bodies may be as long
/// as the data.
#pragma once

#include <tieuchi/impl/population/run.hpp>

#include <algorithm>

namespace tieuchi {

population::run::run(const population& of) : of_(of), results_(of.subjects_.size()) {
    for (std::size_t i = 0; i < results_.size(); ++i) { results_[i].problems = of.subjects_[i].problems; }
}

std::vector<subject_result> population::run::assess(const progress& told) && {
    shape_ = impl::population::arrange(of_.subjects_, results_);
    place_all();
    answer_all(told);
    settle();
    return std::move(results_);
}

void population::run::place_all() {
    std::size_t answers = 0;
    for (std::size_t i = 0; i < results_.size(); ++i) {
        const auto kind = line_up_.by_name.find(of_.subjects_[i].kind);
        const bool known = kind != line_up_.by_name.end();
        kind_.push_back(known ? kind->second : 0);
        first_.push_back(answers);
        if (!results_[i].refused()) { refuse_misplaced(i); }
        if (!results_[i].refused()) { answers += line_of(i).standards.size(); }
    }
    states_.assign(answers, progress_of::untouched);
    has_been_read_.assign(results_.size(), false);
}

/// Refuses one of which it is not known where it belongs, or by what it is assessed.
void population::run::refuse_misplaced(std::size_t subject) {
    using impl::population::problem_with;
    const tieuchi::subject& one = of_.subjects_[subject];
    diagnostics& problems = results_[subject].problems;
    if (!one.parent_known) {
        problems.push_back(problem_with(one, "parent", "E412", "the body that it belongs to is not known"));
    } else if (!line_up_.by_name.contains(one.kind)) {
        const auto none = of_.rules_.standards_for(one.kind, of_.how_);
        problems.push_back(problem_with(one, "kind", "E410", none.error().front().message, none.error().front().help));
    } else if (const auto& none = line_of(subject).none; !none.empty()) {
        problems.push_back(problem_with(one, "kind", none.front().code, none.front().message, none.front().help));
    }
}

void population::run::answer_all(const progress& told) {
    std::size_t shown = 0;
    std::vector<node> open;
    for (std::size_t i = 0; i < results_.size(); ++i) {
        if (results_[i].refused()) { ++done_; }
        const std::size_t answers = results_[i].refused() ? 0 : line_of(i).standards.size();
        for (std::uint32_t at = 0; at < answers; ++at) {
            open.push_back({i, at});
            work_off(open);
        }
        if (done_ / 256 != shown) {
            shown = done_ / 256;
            told(done_);
        }
    }
    told(results_.size());
}

/// A node is met first to ask those that it needs, and again once they have answered.
void population::run::work_off(std::vector<node>& open) {
    while (!open.empty()) {
        const node next = open.back();
        progress_of& now = state(next);
        if (now == progress_of::untouched) {
            now = progress_of::asking;
            ask(next, open);
            continue;
        }
        open.pop_back();
        if (now == progress_of::done) { continue; } // two asked for it
        now = progress_of::done;
        finish(next);
    }
}

void population::run::ask(const node& who, std::vector<node>& open) {
    const impl::population::asked& asks = line_of(who.subject).asks[who.at];
    for (const auto& at : asks.here) { ask_at(who.subject, at, open); }
    if (const std::size_t above = shape_.parent[who.subject]; above != impl::population::nowhere) {
        for (const auto& at : asks.above) { ask_at(above, at, open); }
    }
    if (!asks.below.empty()) { ask_below(who, asks.below, open); }
}

/// A sub-unit of another kind says nothing, unless it is to be refused: then it may be of one of those kinds all the same.
void population::run::ask_below(const node& who, const std::vector<impl::population::place>& standards, std::vector<node>& open) {
    for (const std::size_t child : shape_.children[who.subject]) {
        if (results_[child].refused()) { continue; }
        const auto is_for_it = [&](const impl::population::place& at) { return at.kind == kind_[child]; };
        if (std::none_of(standards.begin(), standards.end(), is_for_it)) { read_values(child); }
        for (const auto& at : standards) { ask_at(child, at, open); }
    }
}

void population::run::ask_at(std::size_t subject, const impl::population::place& at, std::vector<node>& open) const {
    if (results_[subject].refused() || kind_[subject] != at.kind) { return; }
    if (states_[first_[subject] + at.at] == progress_of::untouched) { open.push_back({subject, at.at}); }
}

void population::run::finish(const node& done) {
    if (!results_[done.subject].refused()) { answer(done); }
    const std::size_t answers = line_of(done.subject).standards.size();
    const auto begin = states_.begin() + static_cast<std::ptrdiff_t>(first_[done.subject]);
    const auto is_done = [](progress_of one) { return one == progress_of::done; };
    if (!std::all_of(begin, begin + static_cast<std::ptrdiff_t>(answers), is_done)) { return; }
    waiting_.erase(done.subject);
    ++done_;
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

} // namespace tieuchi
