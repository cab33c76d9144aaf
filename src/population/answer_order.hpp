// SPDX-License-Identifier: Apache-2.0
/// \file
/// In which order answers are given: whoever is asked first. A stack of its own holds those who wait, for a chain of bodies may be as long
/// as the data.
#pragma once

#include "population/derived_facts.hpp"
#include "population/hierarchy.hpp"
#include "population/standards_by_kind.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::population {

/// Gives the answers.
class answerer {
public:
    answerer() = default;
    answerer(const answerer&) = delete;
    answerer(answerer&&) = delete;
    answerer& operator=(const answerer&) = delete;
    answerer& operator=(answerer&&) = delete;
    virtual ~answerer() = default;

    [[nodiscard]] virtual bool is_refused(std::size_t subject) const = 0;
    /// A sub-unit that is not asked. It says nothing, unless it is to be refused: then it may be of a kind that would be asked.
    virtual void skip(std::size_t subject) = 0;
    /// Called once for each answer, after those that it asks for.
    virtual void answer(const node& next) = 0;
};

/// An answer may ask for those of sub-units, of the body above, and of the subject itself by other standards; that this never ends in a
/// cycle has been proved of the rules, but for cycles of parents, which are refused before.
class answer_order {
public:
    /// `kinds`: of each subject that is not refused its kind, in `by`. All must live as long.
    answer_order(const standards_by_kind& by, const hierarchy& shape, const std::vector<std::uint32_t>& kinds, answerer& to)
        : by_(by), shape_(shape), kinds_(kinds), to_(to) {
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            first_.push_back(states_.size());
            if (!to.is_refused(i)) { states_.resize(states_.size() + standards_of(i).standards.size(), state::untouched); }
        }
    }

    /// Has all answers of a subject given that have not been yet.
    void process_all(std::size_t subject) {
        if (to_.is_refused(subject)) { return; }
        for (std::uint32_t at = 0; at < standards_of(subject).standards.size(); ++at) {
            open_.push_back({subject, at});
            drain();
        }
    }

    /// Calls `tell` with each answer that one asks for.
    template <class F>
    void for_each_dependency(const node& of, F tell) const {
        const dependencies& needs = standards_of(of.subject).depends_on[of.at];
        const auto tell_of = [&](std::size_t subject, const std::vector<standard_ref>& places) {
            if (to_.is_refused(subject)) { return; }
            for (const standard_ref& at : places) {
                if (kinds_[subject] == at.kind) { tell(node{subject, at.at}); }
            }
        };
        tell_of(of.subject, needs.here);
        if (const std::size_t above = shape_.parent[of.subject]; above != nowhere) { tell_of(above, needs.above); }
        if (needs.below.empty()) { return; }
        for (const std::size_t child : shape_.children_of(of.subject)) { tell_of(child, needs.below); }
    }

private:
    enum class state : std::uint8_t { untouched, asking, done };

    [[nodiscard]] const kind_standards& standards_of(std::size_t subject) const { return by_.kinds[kinds_[subject]]; }
    [[nodiscard]] state& state_of(const node& of) { return states_[first_[of.subject] + of.at]; }

    /// An answer is met first to ask those that it needs, and again once they have been given.
    void drain() {
        while (!open_.empty()) {
            const node next = open_.back();
            state& now = state_of(next);
            if (now == state::untouched) {
                now = state::asking;
                ask(next);
                continue;
            }
            open_.pop_back();
            if (now == state::done) { continue; } // two asked for it
            now = state::done;
            to_.answer(next);
        }
    }

    void ask(const node& waiting) {
        const std::vector<standard_ref>& below = standards_of(waiting.subject).depends_on[waiting.at].below;
        for (const std::size_t child : shape_.children_of(waiting.subject)) {
            if (below.empty()) { break; }
            const auto is_for_it = [&](const standard_ref& at) { return at.kind == kinds_[child]; };
            if (!to_.is_refused(child) && std::none_of(below.begin(), below.end(), is_for_it)) { to_.skip(child); }
        }
        for_each_dependency(waiting, [&](const node& needed) {
            if (state_of(needed) == state::untouched) { open_.push_back(needed); }
        });
    }

    const standards_by_kind& by_;
    const hierarchy& shape_;
    const std::vector<std::uint32_t>& kinds_;
    answerer& to_;
    std::vector<std::size_t> first_; ///< of each subject, where its answers begin in `states_`
    std::vector<state> states_;
    std::vector<node> open_;
};

} // namespace TIEUCHI_NAMESPACE::impl::population
