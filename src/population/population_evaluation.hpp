// SPDX-License-Identifier: Apache-2.0
/// \file
/// A population held by columns that has been assessed. First each subject by its own values; then, level by level, those with
/// derived facts, each after the answers that it depends on; then quotas. Of each answer only its outcomes and contributions are kept;
/// everything else is worked out when it is read.
#pragma once

#include "arrow/assessor.hpp"
#include "population/answer_order.hpp"
#include "population/derived_facts.hpp"
#include "population/gathered_block.hpp"
#include "population/group.hpp"
#include "population/hierarchy.hpp"
#include "population/table.hpp"

#include <tieuchi/column_population.hpp>

#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::population {

inline constexpr std::uint32_t no_kind = UINT32_MAX;

class population_evaluation final : private answer_source {
public:
    population_evaluation(std::shared_ptr<const table> subjects, const progress& on_progress);

    [[nodiscard]] const table& subjects() const noexcept { return *table_; }
    [[nodiscard]] const std::vector<standard>& standards() const noexcept { return shown_standards_; }
    [[nodiscard]] const std::vector<std::size_t>& refused() const noexcept { return refused_list_; }
    [[nodiscard]] const std::vector<quota_result>& quotas() const noexcept { return quotas_; }
    [[nodiscard]] subject_result result_of(std::size_t subject) const;

    // answers by columns: answer_stream.cpp
    [[nodiscard]] arrow::schema_builder schema(std::size_t shown) const;
    /// The answers of `count` members that are not refused, from `first` on. Nothing if their lists would be too long.
    [[nodiscard]] std::optional<arrow::array_builder> answers(std::size_t shown, std::size_t first, std::size_t count) const;
    [[nodiscard]] std::size_t answered_by(std::size_t shown) const { return answered_members_[shown].size(); }

private:
    /// A subject as a member of a group.
    struct membership {
        std::uint32_t group = 0;
        std::uint32_t member = 0;
    };
    /// Finds the level of each answer: after how many rounds all that it depends on is known.
    class levels;
    class remaining_outcomes;

    // which standards assess whom: population_evaluation.cpp
    void refuse_unreadable(std::size_t subject, const diagnostics& why);
    void refuse(std::size_t subject, diagnostic why);
    void assign_kinds();
    void make_groups();
    void find_contributions();
    void show_standards();
    [[nodiscard]] membership member_of(const node& answer) const;
    [[nodiscard]] const kind_standards& standards_of(std::size_t subject) const { return table_->by_kind.kinds[kinds_[subject]]; }
    [[nodiscard]] std::uint32_t at_of(std::size_t subject, std::uint32_t number) const;
    [[nodiscard]] std::vector<facts> given_to(std::size_t subject,
                                              const std::vector<std::pair<std::string, value>>& values) const;

    // evaluating the members of group `number`: group_evaluation.cpp
    struct block_memory;
    void evaluate(std::uint32_t number, std::span<const std::uint32_t> members, bool first_time);
    void evaluate_in_slices(std::uint32_t number, std::span<const std::uint32_t> members, bool first_time,
                            const progress& on_progress);
    void store(group& group, const gathered_block& from, const vector::workspace& found) const;
    void contribute(group& group, gathered_block& from, block_memory& memory) const;
    void note_problems(std::uint32_t number, const gathered_block& from, const vector::workspace& found, bool first_time);
    [[nodiscard]] std::vector<bool> kinds_with(std::string_view fact) const;
    void refuse_other_facts();
    void refuse_other_fact(const part& in, const layout::matched_fact& column, const std::vector<bool>& has);

    // derived facts: group_derivation.cpp
    void process_levels(const progress& on_progress);
    void derive_facts(std::uint32_t number, std::span<const std::uint32_t> members);
    void derive_block(std::uint32_t number, gathered_block& block);
    void derive_fact(std::uint32_t number, std::uint32_t member, std::size_t derived, const plan::interval& known);
    void contradict(std::uint32_t number, std::uint32_t member, diagnostic why);

    // answer_source: the answers so far, for those that depend on them
    [[nodiscard]] bool is_refused(std::size_t subject) const override { return refused_[subject] != 0; }
    [[nodiscard]] std::uint32_t kind_of(std::size_t subject) const override { return kinds_[subject]; }
    [[nodiscard]] std::uint64_t outcomes_of(const node& answer) const override;
    [[nodiscard]] contribution contribution_of(const node& answer, const tally_part& to) const override;

    void apply_quotas(); // group_quotas.cpp

    std::shared_ptr<const table> table_;
    hierarchy shape_;
    fact_derivation derivation_;
    std::vector<std::uint32_t> kinds_;  ///< of each subject, an index in the kinds of the table, or `no_kind`
    std::vector<std::uint8_t> refused_; ///< of each subject, for its own values; at the end also for contradictions
    std::unordered_map<std::size_t, diagnostics> problems_; ///< of the refused; those with wrong values have none here
    std::vector<std::size_t> refused_list_;
    std::vector<std::size_t> first_;             ///< of each subject, where its memberships begin
    std::vector<std::uint32_t> memberships_;     ///< its index among the members of each of its groups
    std::vector<std::unique_ptr<group>> groups_; ///< by the standards of the table
    std::vector<std::vector<std::vector<std::size_t>>>
        contribution_index_; ///< by group, tally and its kinds: index in `group::contributed`
    contradictions contradictions_;
    std::mutex contradicting_;
    std::size_t evaluated_ = 0; ///< answers so far
    std::vector<quota_result> quotas_;
    std::vector<std::uint32_t> shown_; ///< groups that have members
    std::vector<standard> shown_standards_;
    std::vector<std::vector<std::uint32_t>> answered_members_;      ///< of each group shown
    std::vector<std::unique_ptr<const arrow::assessor>> assessors_; ///< the same
    mutable parallel::thread_pool threads_;
};

} // namespace TIEUCHI_NAMESPACE::impl::population
