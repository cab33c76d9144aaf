// SPDX-License-Identifier: Apache-2.0
/// \file
/// Facts that others tell: tallies of sub-units, and outcomes of other standards. The same whether answers are held by rows or by columns.
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

/// What a sub-unit brings to a tally.
struct contribution {
    population::counts counts = counts::no;
    plan::interval number; ///< of no meaning where the tally only counts
};

/// Which tally asks, and about which of its kinds.
struct tally_part {
    std::uint32_t standard = 0; ///< its place in `standards_by_kind::standards`
    std::uint32_t tally = 0;
    std::uint32_t part = 0;
};

/// The answers that have been given so far.
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
    /// What an answer that was given brings to a tally.
    [[nodiscard]] virtual contribution contribution_of(const node& answer, const tally_part& to) const = 0;
};

/// What others make of a fact.
struct derived_fact {
    std::optional<plan::interval> known;     ///< what is known of it then; none: they tell nothing
    std::optional<diagnostic> contradiction; ///< they tell something else than what was known
};

/// Works out the facts of a subject that others tell.
class fact_derivation {
public:
    /// All must live as long.
    fact_derivation(const subject_source& subjects, const hierarchy& shape, const standards_by_kind& standards,
                    const answer_source& answers)
        : subjects_(subjects), shape_(shape), standards_(standards), answers_(answers) {}

    /// The fact of a tally of a standard, of which so much is `known`.
    [[nodiscard]] derived_fact from_sub_units(std::size_t subject, std::uint32_t standard, std::uint32_t tally,
                                              const plan::interval& known) const;
    /// The fact of a link of a standard.
    [[nodiscard]] derived_fact from_outcome(std::size_t subject, std::uint32_t standard, std::uint32_t link,
                                            const plan::interval& known) const;

private:
    /// Those that count, or may; nothing where no sub-unit is listed of one of the kinds.
    [[nodiscard]] std::optional<std::vector<member>> members_of(std::size_t subject, std::uint32_t standard, std::uint32_t tally,
                                                                unsigned scale) const;

    const subject_source& subjects_;
    const hierarchy& shape_;
    const standards_by_kind& standards_;
    const answer_source& answers_;
};

/// Answers that contradict what was told, and so are none. Their subjects are refused in the end, when nobody asks any more, so that it does
/// not matter which of the answers was given first.
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
