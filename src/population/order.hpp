// SPDX-License-Identifier: Apache-2.0
/// \file
/// In which order answers are given: whoever is asked first. A stack of its own holds those who wait, for a chain of bodies may be as long
/// as the data.
#pragma once

#include "population/family.hpp"
#include "population/line_up.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::population {

/// An answer: that of a subject by one standard.
struct node {
    std::size_t subject = 0;
    std::uint32_t at = 0; ///< which of the standards for its kind
};

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
    virtual void pass_by(std::size_t subject) = 0;
    /// Called once for each answer, after those that it asks for.
    virtual void answer(const node& who) = 0;
};

/// An answer may ask for those of sub-units, of the body above, and of the subject itself by other standards; that this never goes round has
/// been proved of the rules, but for circles of parents, which are refused before.
class order {
public:
    /// `kinds`: of each subject that is not refused its kind, in the line-up. All must live as long.
    order(const line_up& by, const family& shape, const std::vector<std::uint32_t>& kinds, answerer& to)
        : by_(by), shape_(shape), kinds_(kinds), to_(to) {
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            first_.push_back(states_.size());
            if (!to.is_refused(i)) { states_.resize(states_.size() + line_of(i).standards.size(), state::untouched); }
        }
    }

    /// Has all answers of a subject given that have not been yet.
    void work_off(std::size_t subject) {
        if (to_.is_refused(subject)) { return; }
        for (std::uint32_t at = 0; at < line_of(subject).standards.size(); ++at) {
            open_.push_back({subject, at});
            work_off_open();
        }
    }

    /// Calls `tell` with each answer that one asks for.
    template <class F>
    void for_each_asked(const node& who, F tell) const {
        const asked& asks = line_of(who.subject).asks[who.at];
        const auto tell_of = [&](std::size_t subject, const std::vector<place>& places) {
            if (to_.is_refused(subject)) { return; }
            for (const place& at : places) {
                if (kinds_[subject] == at.kind) { tell(node{subject, at.at}); }
            }
        };
        tell_of(who.subject, asks.here);
        if (const std::size_t above = shape_.parent[who.subject]; above != nowhere) { tell_of(above, asks.above); }
        if (asks.below.empty()) { return; }
        for (const std::size_t child : shape_.children_of(who.subject)) { tell_of(child, asks.below); }
    }

private:
    enum class state : std::uint8_t { untouched, asking, done };

    [[nodiscard]] const kind_line& line_of(std::size_t subject) const { return by_.kinds[kinds_[subject]]; }
    [[nodiscard]] state& state_of(const node& one) { return states_[first_[one.subject] + one.at]; }

    /// An answer is met first to ask those that it needs, and again once they have been given.
    void work_off_open() {
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

    void ask(const node& who) {
        const std::vector<place>& below = line_of(who.subject).asks[who.at].below;
        for (const std::size_t child : shape_.children_of(who.subject)) {
            if (below.empty()) { break; }
            const auto is_for_it = [&](const place& at) { return at.kind == kinds_[child]; };
            if (!to_.is_refused(child) && std::none_of(below.begin(), below.end(), is_for_it)) { to_.pass_by(child); }
        }
        for_each_asked(who, [&](const node& one) {
            if (state_of(one) == state::untouched) { open_.push_back(one); }
        });
    }

    const line_up& by_;
    const family& shape_;
    const std::vector<std::uint32_t>& kinds_;
    answerer& to_;
    std::vector<std::size_t> first_; ///< of each subject, where its answers begin in `states_`
    std::vector<state> states_;
    std::vector<node> open_;
};

} // namespace TIEUCHI_NAMESPACE::impl::population
