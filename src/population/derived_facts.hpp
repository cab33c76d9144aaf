// SPDX-License-Identifier: Apache-2.0
/// \file
/// Derived facts: tallies of sub-units, and outcomes of other standards. The same whether answers are held by rows or by columns.
#pragma once

#include "plan/bound.hpp"
#include "population/aggregate.hpp"
#include "population/hierarchy.hpp"
#include "population/standards_by_kind.hpp"
#include "population/subject_source.hpp"

#include <tieuchi/assessment.hpp>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::population {

/// An answer: that of a subject by one standard.
struct node {
    std::size_t subject = 0;
    std::uint32_t at = 0; ///< which of the standards for its kind
};

enum class counts : std::uint8_t { no, maybe, surely };

/// What a sub-unit contributes to a tally.
struct contribution {
    population::counts counts = counts::no;
    plan::interval number; ///< of no meaning where the tally only counts
};

/// One of the kinds of sub-unit that a tally is over.
struct tally_part {
    std::uint32_t standard = 0; ///< index in `standards_by_kind::standards`
    std::uint32_t tally = 0;
    std::uint32_t part = 0;
};

/// The answers that have been worked out so far.
class answer_source {
public:
    answer_source() = default;
    answer_source(const answer_source&) = delete;
    answer_source(answer_source&&) = delete;
    answer_source& operator=(const answer_source&) = delete;
    answer_source& operator=(answer_source&&) = delete;
    virtual ~answer_source() = default;

    [[nodiscard]] virtual bool is_refused(std::size_t subject) const = 0;
    /// Of one that is not refused.
    [[nodiscard]] virtual std::uint32_t kind_of(std::size_t subject) const = 0;
    /// The outcomes still possible, a bit each, before quotas; none where there is no answer.
    [[nodiscard]] virtual std::uint64_t outcomes_of(const node& answer) const = 0;
    /// What an answer contributes to a tally.
    [[nodiscard]] virtual contribution contribution_of(const node& answer, const tally_part& to) const = 0;
};

/// A fact as other answers determine it.
struct derived_fact {
    std::optional<plan::interval> known;     ///< what is known then; none: they do not narrow it
    std::optional<diagnostic> contradiction; ///< they contradict what was given
};

/// Works out the derived facts of a subject.
class fact_derivation {
public:
    /// All arguments must outlive this object.
    fact_derivation(const subject_source& subjects, const hierarchy& shape, const standards_by_kind& standards,
                    const answer_source& answers)
        : subjects_(subjects), shape_(shape), standards_(standards), answers_(answers) {}

    /// The fact of a tally of a standard, where `known` is what was given for it.
    [[nodiscard]] derived_fact from_sub_units(std::size_t subject, std::uint32_t standard, std::uint32_t tally,
                                              const plan::interval& known) const;
    /// The fact of a link of a standard.
    [[nodiscard]] derived_fact from_outcome(std::size_t subject, std::uint32_t standard, std::uint32_t link,
                                            const plan::interval& known) const;

private:
    /// The sub-units that count or may count; nothing where no sub-unit of one of the kinds is listed.
    [[nodiscard]] std::optional<std::vector<member>> members_of(std::size_t subject, std::uint32_t standard, std::uint32_t tally,
                                                                unsigned scale) const;

    const subject_source& subjects_;
    const hierarchy& shape_;
    const standards_by_kind& standards_;
    const answer_source& answers_;
};

/// Answers that contradict what was given, and so do not count. Their subjects are refused only at the end, when no other answer depends on
/// them, so that the order of the answers does not matter.
class contradictions {
public:
    void add(const node& answer, diagnostic why) { all_.push_back({answer, std::move(why)}); }
    [[nodiscard]] std::size_t size() const noexcept { return all_.size(); }
    /// Calls `refuse` with each, in the order of subjects and of their standards.
    void settle(const refusal& refuse) &&;

private:
    struct contradiction {
        node answer;
        diagnostic why;
    };
    std::vector<contradiction> all_;
};

} // namespace TIEUCHI_NAMESPACE::impl::population
