// SPDX-License-Identifier: Apache-2.0
/// \file
/// Many subjects at once, sub-units before the bodies above them.
#pragma once

#include <tieuchi/progress.hpp>
#include <tieuchi/quota.hpp>
#include <tieuchi/rulebook.hpp>
#include <tieuchi/value.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE {

/// A body or area as the data has it.
struct subject {
    /// Unique in the population, for each rater. Ids, parents and raters are compared in Unicode's normal form C; one with a character
    /// that shows nothing is refused.
    std::string id;
    std::string parent;                                ///< id of the body that it is a sub-unit of; empty: none
    std::string kind;                                  ///< `agency`, …
    std::vector<std::pair<std::string, value>> values; ///< fact name and value; names that its standards lack are refused
    std::string where;                                 ///< for messages: `subjects.csv:12`; may be empty
    /// What made it unreadable, if anything. It is refused for these, and still counts as a sub-unit of which nothing is known.
    diagnostics problems{};
    /// False when the body that it belongs to could not be read: it may then be a sub-unit of any body, of any rater.
    bool parent_known = true;
    std::string rater{}; ///< whose facts these are; empty where there is one rater only
};

/// The answers for one subject: an assessment per standard for its kind, or the problems for which it was refused.
struct subject_result {
    std::vector<assessment> assessments; ///< empty when refused
    /// For each assessment the outcomes still possible after quotas; its own where no quota changes them. Empty when refused.
    std::vector<outcome_set> outcomes;
    diagnostics problems; ///< empty when answered
    [[nodiscard]] bool refused() const noexcept { return !problems.empty(); }
    /// Why the outcome after quotas, and not a better one, by assessment `index`: what the assessment itself says; where quotas took a class
    /// away, their clauses. Where a quota is open, those that surely hold all the same; there may be none.
    [[nodiscard]] std::vector<std::string> because(std::size_t index) const {
        return index < assessments.size() ? assessments[index].because(outcomes[index]) : std::vector<std::string>();
    }
};

/// How many subjects there are of some sort: from the least to the most that is still possible.
struct TIEUCHI_API subject_count {
    std::size_t least = 0;
    std::size_t most = 0;
    [[nodiscard]] constexpr bool known() const noexcept { return least == most; }
    friend constexpr bool operator==(const subject_count&, const subject_count&) noexcept = default;
};

/// What a quota comes to. Subjects are given by their index in the population, in ascending order.
struct TIEUCHI_API quota_result {
    tieuchi::standard standard;
    std::size_t quota = 0;         ///< index in `standard.quotas()`
    std::string rater;             ///< whose answers it is about
    subject_count counted;         ///< of which it is a share
    subject_count seats;           ///< how many may have the class, or a better one
    std::vector<std::size_t> kept; ///< surely reached the class and surely keep it
    std::vector<std::size_t> lost; ///< surely reached it, and surely get the class below
    std::vector<std::size_t> open; ///< may reach it or not, or may keep or lose it: those tied among them
    std::vector<std::size_t> tied; ///< tied across the last seat, with nothing else left open: the rules do not say who keeps it
};

/// Assesses subjects together: each by the standards for its kind in force on the day. What rules ask of sub-units and of the outcomes of
/// other standards is taken from the answers of the subjects themselves, those of the same rater; the order of the data does not matter.
/// A sub-unit that was refused makes what is counted from sub-units uncertain, never smaller; one whose parent is not found makes that of
/// every body uncertain. Where no sub-unit of a kind is listed, such a fact stays as it was given, or unknown: not listed is not none.
class TIEUCHI_API population {
public:
    population(rulebook rules, selection selection);

    void add(subject row);
    [[nodiscard]] const std::vector<subject>& subjects() const& noexcept { return subjects_; }
    [[nodiscard]] std::vector<subject> subjects() && { return std::move(subjects_); }

    /// One result per subject, in the order added: subjects in = subjects answered + subjects refused. `on_progress` is
    /// called from time to time with the number done. The error holds what is wrong with the selection itself (a date on which nothing
    /// is in force, an unknown reading).
    [[nodiscard]] result<std::vector<subject_result>> assess(progress on_progress = {}) const;

    /// What each quota of each standard comes to, for each rater; those that no subject is assessed by are left out. A subject that was
    /// refused may be one of those that count. Nothing where `results` are not as many as the subjects. Precondition: they are what `assess`
    /// gave for these subjects.
    [[nodiscard]] std::vector<quota_result> quotas(const std::vector<subject_result>& results) const;

private:
    class run;

    rulebook rules_;
    selection selection_;
    std::vector<subject> subjects_;
};

} // namespace TIEUCHI_NAMESPACE
