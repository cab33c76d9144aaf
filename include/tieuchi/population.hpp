// SPDX-License-Identifier: Apache-2.0
/// \file
/// Many subjects at once, sub-units before the bodies above them.
#pragma once

#include <tieuchi/progress.hpp>
#include <tieuchi/rulebook.hpp>
#include <tieuchi/value.hpp>

#include <string>
#include <utility>
#include <vector>

namespace tieuchi {

namespace impl {
struct bound_tally;
} // namespace impl

/// A body or area as the data has it.
struct subject {
    std::string id;                                    ///< unique in the population
    std::string parent;                                ///< id of the body that it is a sub-unit of; empty: none
    std::string kind;                                  ///< `agency`, …
    std::vector<std::pair<std::string, value>> values; ///< fact name and value; names that its standards lack are refused
    std::string where;                                 ///< for messages: `subjects.csv:12`; may be empty
    /// What made it unreadable, if anything. It is refused for these, and still counts as a sub-unit of which nothing is known.
    diagnostics problems{};
    /// False when the body that it belongs to could not be read: it may then be a sub-unit of any body.
    bool parent_known = true;
};

/// The answers for one subject: an assessment per standard for its kind, or the problems for which it was refused.
struct subject_result {
    std::vector<assessment> assessments; ///< empty when refused
    diagnostics problems;                ///< empty when answered
    [[nodiscard]] bool refused() const noexcept { return !problems.empty(); }
};

/// Assesses subjects together: each by the standards for its kind in force on the day, children before parents, facts that the rules
/// count over sub-units taken from the sub-units' own answers. A sub-unit that was refused makes those counts uncertain, never smaller; one
/// whose parent is not found makes those of every body uncertain. Where no sub-unit of a kind is listed, the count stays as it was told,
/// or unknown: not listed is not none.
class TIEUCHI_API population {
public:
    population(rulebook rules, selection how);

    void add(subject one);
    [[nodiscard]] const std::vector<subject>& subjects() const noexcept { return subjects_; }

    /// One result per subject, in the order added: subjects in = subjects answered + subjects refused. `told` is called
    /// now and then with the number done. The error holds what is wrong with the selection itself (a date on which nothing
    /// is in force, an unknown reading).
    [[nodiscard]] result<std::vector<subject_result>> assess(progress told = {}) const;

private:
    [[nodiscard]] std::vector<facts> facts_of(std::size_t at, const std::vector<tieuchi::standard>& standards) const;
    void count_subunits(std::size_t at, const std::vector<std::size_t>& children, std::size_t lost, std::vector<facts>& given,
                        std::vector<subject_result>& results) const;
    [[nodiscard]] impl::plan::truth counts(const impl::bound_tally& tally, std::size_t child, const subject_result& result,
                                           scratch& work) const;

    rulebook rules_;
    selection how_;
    std::vector<subject> subjects_;
};

} // namespace tieuchi
