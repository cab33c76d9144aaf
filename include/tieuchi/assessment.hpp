// SPDX-License-Identifier: Apache-2.0
/// \file
/// The answer: an outcome, or the outcomes still possible, with the reasons.
#pragma once

#include <tieuchi/criterion.hpp>
#include <tieuchi/date.hpp>
#include <tieuchi/decimal.hpp>
#include <tieuchi/diagnostic.hpp>
#include <tieuchi/fact_value.hpp>
#include <tieuchi/interval.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE {

class standard;
class facts;
struct document;

namespace impl {
struct bound_standard;
} // namespace impl

/// The outcomes of a standard that are still possible, as a set over `standard::outcomes()`. An assessment's is never empty.
class TIEUCHI_API outcome_set {
public:
    constexpr outcome_set() noexcept = default;
    constexpr explicit outcome_set(std::uint64_t bits) noexcept : bits_(bits) {}

    /// True when one outcome is left, even if facts are missing.
    [[nodiscard]] constexpr bool decided() const noexcept { return bits_ != 0 && (bits_ & (bits_ - 1)) == 0; }
    [[nodiscard]] constexpr bool contains(std::uint32_t index) const noexcept { return ((bits_ >> index) & 1U) != 0; }
    [[nodiscard]] constexpr std::uint32_t size() const noexcept {
        return static_cast<std::uint32_t>(__builtin_popcountll(bits_));
    }
    /// Bit i is outcome i of the standard.
    [[nodiscard]] constexpr std::uint64_t bits() const noexcept { return bits_; }
    friend constexpr bool operator==(outcome_set, outcome_set) noexcept = default;

private:
    std::uint64_t bits_ = 0;
};

/// What came of a criterion.
enum class finding_status : std::uint8_t { met, not_met, unknown, not_applicable };

/// `met`, `not_met`, `unknown`, `not_applicable`.
[[nodiscard]] TIEUCHI_API std::string_view to_string(finding_status status) noexcept;

/// One criterion's part of an assessment. A view: it lives as long as its assessment.
struct TIEUCHI_API finding {
    const tieuchi::criterion* criterion = nullptr;
    finding_status status = finding_status::unknown;
    finding_status without_exception = finding_status::unknown; ///< what it would be but for its exception (`unless`)
    bool excepted = false; ///< met by its exception (`unless`): without it, it would not be met, or could not be said to be
    std::optional<decimal_range> points;  ///< what it gives; none: it is not scored
    std::optional<decimal_range> maximum; ///< what it counts for; none: it is not scored

    /// What it falls short of its maximum by; 0 of a bonus. Empty when it is not scored.
    [[nodiscard]] std::optional<decimal_range> lost() const noexcept;
};

/// An adjustment that surely holds, or that may hold and change the class.
struct TIEUCHI_API applied_adjustment {
    const tieuchi::adjustment* adjustment = nullptr; ///< lives as long as the assessment or its standard
    bool certain = false;                            ///< it surely changed the class
    bool holds = false;                              ///< its condition surely holds, whatever the missing facts turn out to be
    bool idle = false;                               ///< it holds and leaves the class as it is: without it, it would be the same
};

/// A missing fact that can still change the outcome.
struct TIEUCHI_API question {
    const tieuchi::fact* fact = nullptr;
    std::uint32_t slot = 0;
    std::vector<const tieuchi::criterion*> asked_by; ///< the clauses that wait for it; none: an exit or adjustment does
    std::vector<std::string> clauses;                ///< their names, with those that exits and adjustments cite
    bool needs_judgement = false;
    bool can_decide = false; ///< one of its answers would settle the outcome at once
    std::string by;          ///< `2022-03-31` when the fact has a day by which it must have happened; else empty
};

/// The answer for one subject by one standard. Immutable; keeps alive all that it shows. Equal facts give equal answers.
class TIEUCHI_API assessment {
public:
    /// The standard that was applied.
    [[nodiscard]] tieuchi::standard standard() const noexcept;

    /// The outcomes still possible.
    [[nodiscard]] outcome_set outcomes() const noexcept { return outcomes_; }
    [[nodiscard]] bool decided() const noexcept { return outcomes_.decided(); }
    /// The outcome when decided, else null.
    [[nodiscard]] const tieuchi::outcome* outcome() const noexcept;

    /// The exit that holds (not subject, not assessed, referred), or null.
    [[nodiscard]] const tieuchi::exit_rule* exit() const noexcept;

    /// The total, and what it can be at most where everything that applies is met; empty when the standard is not scored.
    [[nodiscard]] std::optional<decimal_range> total() const noexcept { return total_; }
    [[nodiscard]] std::optional<decimal_range> maximum() const noexcept { return maximum_; }

    /// The adjustments that surely hold, or still may and would then change the class, in their order. None where an exit holds.
    [[nodiscard]] std::vector<applied_adjustment> adjustments() const;

    /// One finding per criterion, in the order of `standard::criteria()`. Their criteria belong to the standard: keep it, or the assessment.
    [[nodiscard]] const std::vector<finding>& findings() const& noexcept { return findings_; }
    [[nodiscard]] std::vector<finding> findings() const&& { return findings(); }

    /// What to report, as indices in `findings()`, in their order; `explain`, `to_json` and Python report the same. What was met is reported
    /// by its largest part, what was not met or is open by its smallest parts; a criterion met by its exception is listed separately. Nothing where
    /// an exit holds.
    [[nodiscard]] std::vector<std::uint32_t> strengths() const;
    [[nodiscard]] std::vector<std::uint32_t> shortcomings() const;
    /// While the outcome is open, what keeps it so; once it is decided, what stayed open and is not needed for it.
    [[nodiscard]] std::vector<std::uint32_t> still_open() const;
    [[nodiscard]] std::vector<std::uint32_t> not_applicable() const;
    /// Those met by their exception (`unless`), also within a criterion that is a strength.
    [[nodiscard]] std::vector<std::uint32_t> exceptions() const;

    /// Why this outcome and not a better one: the clause of the exit; those of adjustments that hold and keep the class where it is; of the
    /// best outcome the criteria met that it rests on; of any other the smallest that were not met or lost points. Where facts alone decide,
    /// the clause that the outcome cites; never nothing: where the rules cite none, the number of the document. While undecided, the clauses
    /// of exits and adjustments that surely hold and bear on it; there may be none.
    [[nodiscard]] std::vector<std::string> because() const;
    /// The same where quotas left these outcomes: where they took a class away, their clauses.
    [[nodiscard]] std::vector<std::string> because(outcome_set left_by_quotas) const;

    /// The facts that settle the finding of criterion `index` (those known, when it is settled; those missing, when it is not).
    /// Replaying only these gives the same finding. Empty where there is no such criterion.
    [[nodiscard]] std::vector<fact_value> facts_of(std::uint32_t index) const;

    /// The facts that settle an adjustment of this answer, or those missing while it is not certain. Empty for an adjustment of
    /// another standard.
    [[nodiscard]] std::vector<fact_value> facts_of(const applied_adjustment& applied) const;

    /// The facts that settled the outcome, or, while it is open, all that are known.
    [[nodiscard]] std::vector<fact_value> facts_used() const;

    /// A fact as it was read. Where the standard has no such slot, `fact` is null and nothing is known.
    [[nodiscard]] fact_value fact_as_read(std::uint32_t slot) const;

    /// The missing facts that can still change the outcome, most decisive first; empty when decided.
    [[nodiscard]] std::vector<question> questions() const;

    /// What was wrong with the facts given; those facts were taken as unknown.
    [[nodiscard]] const diagnostics& problems() const& noexcept { return problems_; }
    [[nodiscard]] diagnostics problems() const&& { return problems(); }

private:
    friend class tieuchi::standard;
    friend class population;
    assessment() = default;
    /// The facts that settle a register of the plan, or those missing while it is open.
    [[nodiscard]] std::vector<fact_value> facts_behind(std::uint32_t truth, bool settled) const;

    std::shared_ptr<const impl::bound_standard> bound_;
    outcome_set outcomes_;
    std::optional<decimal_range> total_;
    std::optional<decimal_range> maximum_;
    std::vector<finding> findings_;
    std::vector<impl::plan::interval> slots_;
    std::vector<impl::plan::interval> numbers_;
    std::vector<impl::plan::truth> truths_;
    diagnostics problems_;
};

} // namespace TIEUCHI_NAMESPACE
