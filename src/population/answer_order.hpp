// SPDX-License-Identifier: Apache-2.0
/// \file
/// The order in which answers are worked out: each after those that it depends on. Waiting answers are on a stack of our own rather than
/// the call stack, because a chain of bodies may be as long as the data.
#pragma once

#include "population/derived_facts.hpp"
#include "population/hierarchy.hpp"
#include "population/standards_by_kind.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::population {

/// Works out the answers, in the order in which it is called.
class answerer {
public:
    answerer() = default;
    answerer(const answerer&) = delete;
    answerer(answerer&&) = delete;
    answerer& operator=(const answerer&) = delete;
    answerer& operator=(answerer&&) = delete;
    virtual ~answerer() = default;

    [[nodiscard]] virtual bool is_refused(std::size_t subject) const = 0;
    /// A sub-unit whose kind the tally does not count. It matters only if it has to be refused: then its true kind is not known, and may be
    /// one that the tally counts.
    virtual void skip(std::size_t subject) = 0;
    /// Called once for each answer, after those that it depends on.
    virtual void answer(const node& next) = 0;
};

/// An answer may depend on those of sub-units, of the body above, and of the subject itself by other standards. The check has proved that
/// rules never make this a cycle, and cycles of parents have been refused before.
class answer_order {
public:
    /// `kinds`: the kind of each subject that is not refused, an index in `by.kinds`. All arguments must outlive this object.
    answer_order(const standards_by_kind& by, const hierarchy& shape, const std::vector<std::uint32_t>& kinds, answerer& to)
        : by_(by), shape_(shape), kinds_(kinds), to_(to) {
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            first_.push_back(states_.size());
            if (!to.is_refused(i)) { states_.resize(states_.size() + standards_of(i).standards.size(), state::untouched); }
        }
    }

    /// Works out all answers of a subject that are not done yet.
    void process_all(std::size_t subject) {
        if (to_.is_refused(subject)) { return; }
        for (std::uint32_t at = 0; at < standards_of(subject).standards.size(); ++at) {
            open_.push_back({subject, at});
            drain();
        }
    }

    /// Calls `visit` with each answer that this one depends on.
    template <class F>
    void for_each_dependency(const node& answer, F visit) const {
        const dependencies& needs = standards_of(answer.subject).depends_on[answer.at];
        const auto visit_answers_of = [&](std::size_t subject, const std::vector<standard_ref>& standards) {
            if (to_.is_refused(subject)) { return; }
            for (const standard_ref& standard : standards) {
                if (kinds_[subject] == standard.kind) { visit(node{subject, standard.at}); }
            }
        };
        visit_answers_of(answer.subject, needs.here);
        if (const std::size_t above = shape_.parent[answer.subject]; above != nowhere) { visit_answers_of(above, needs.above); }
        if (needs.below.empty()) { return; }
        for (const std::size_t child : shape_.children_of(answer.subject)) { visit_answers_of(child, needs.below); }
    }

private:
    enum class state : std::uint8_t { untouched, waiting, done };

    [[nodiscard]] const kind_standards& standards_of(std::size_t subject) const { return by_.kinds[kinds_[subject]]; }
    [[nodiscard]] state& state_of(const node& answer) { return states_[first_[answer.subject] + answer.at]; }

    /// An answer comes to the top of the stack twice: first to push those that it depends on, and again once these are done.
    void drain() {
        while (!open_.empty()) {
            const node next = open_.back();
            state& now = state_of(next);
            if (now == state::untouched) {
                now = state::waiting;
                push_dependencies(next);
                continue;
            }
            open_.pop_back();
            if (now == state::done) { continue; } // two answers depend on it
            now = state::done;
            to_.answer(next);
        }
    }

    void push_dependencies(const node& waiting) {
        const std::vector<standard_ref>& below = standards_of(waiting.subject).depends_on[waiting.at].below;
        for (const std::size_t child : shape_.children_of(waiting.subject)) {
            if (below.empty()) { break; }
            const auto counts_kind = [&](const standard_ref& standard) { return standard.kind == kinds_[child]; };
            if (!to_.is_refused(child) && std::none_of(below.begin(), below.end(), counts_kind)) { to_.skip(child); }
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
