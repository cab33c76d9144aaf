// SPDX-License-Identifier: Apache-2.0
/// \file
/// A population that has been assessed. First each subject by what it says itself; then, level by level, those of whom others tell something,
/// after these; then quotas. What is kept of each answer is its outcomes and what others ask of it; all else is worked out when it is read.
#pragma once

#include "arrow/assessor.hpp"
#include "column_population/gathered_block.hpp"
#include "column_population/group.hpp"
#include "column_population/table.hpp"
#include "population/aggregate.hpp"
#include "population/family.hpp"
#include "population/order.hpp"

#include <tieuchi/column_population.hpp>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::column_population {

inline constexpr std::uint32_t no_kind = UINT32_MAX;

class answered {
public:
    answered(std::shared_ptr<const table> of, const progress& told);

    [[nodiscard]] const table& of() const noexcept { return *of_; }
    [[nodiscard]] const std::vector<standard>& standards() const noexcept { return shown_standards_; }
    [[nodiscard]] const std::vector<std::size_t>& refused() const noexcept { return refused_list_; }
    [[nodiscard]] const std::vector<quota_result>& quotas() const noexcept { return quotas_; }
    [[nodiscard]] subject_result result_of(std::size_t subject) const;

    // answers by columns: answer_stream.cpp
    [[nodiscard]] arrow::schema_builder schema(std::size_t shown) const;
    /// So many of the members from the one at `first` on that are not refused. Nothing where lists would hold too much.
    [[nodiscard]] std::optional<arrow::array_builder> answers(std::size_t shown, std::size_t first, std::size_t count) const;
    [[nodiscard]] std::size_t answered_by(std::size_t shown) const { return answered_members_[shown].size(); }

private:
    using node = population::node;
    /// A subject as a member of a group.
    struct membership {
        std::uint32_t group = 0;
        std::uint32_t member = 0;
    };
    struct contradiction {
        std::size_t subject;
        std::uint32_t at; ///< which of its standards
        diagnostic why;
    };
    /// Who tells a tally of sub-units of one kind, and which of its tellings that is.
    struct teller {
        std::uint32_t group = 0;
        std::uint32_t telling = 0;
        const model::tally::over* over = nullptr; ///< none: the kind does not count
    };
    /// Works out for each answer after how many levels of others it can be given.
    class levels;

    // who is assessed by what: answered.cpp
    void refuse_unreadable(std::size_t subject, const diagnostics& why);
    void refuse(std::size_t subject, diagnostic why);
    void place_all();
    void make_groups();
    void find_tellings();
    void show_standards();
    [[nodiscard]] membership member_of(const node& one) const;
    [[nodiscard]] const population::kind_line& line_of(std::size_t subject) const { return of_->by.kinds[kinds_[subject]]; }
    [[nodiscard]] std::vector<facts> given_to(std::size_t subject,
                                              const std::vector<std::pair<std::string, value>>& values) const;

    // `number`: of a group. What subjects say themselves, and what comes of that: evaluation.cpp
    struct block_memory;
    void evaluate(std::uint32_t number, std::span<const std::uint32_t> members, bool first_time);
    void evaluate_in_slices(std::uint32_t number, std::span<const std::uint32_t> members, bool first_time, const progress& told);
    void take(group& of, const gathered_block& from, const vector::workspace& found) const;
    void tell(group& of, gathered_block& from, block_memory& memory) const;
    void note_problems(std::uint32_t number, const gathered_block& from, const vector::workspace& found, bool first_time);
    void refuse_other_facts();

    // what others tell: told_facts.cpp
    void work_off_levels(const progress& told);
    void fill(std::uint32_t number, std::span<const std::uint32_t> members);
    void fill_block(std::uint32_t number, gathered_block& block);
    [[nodiscard]] bool is_listed(std::size_t subject, std::uint32_t number, std::size_t tally) const;
    void fill_tally(std::uint32_t number, std::size_t at, std::uint32_t member, const plan::interval& known);
    void fill_link(std::uint32_t number, std::size_t at, std::uint32_t member, const plan::interval& known);
    [[nodiscard]] std::vector<population::member> members_of(std::size_t subject, std::uint32_t number, std::size_t tally,
                                                             unsigned scale) const;
    [[nodiscard]] std::optional<membership> answer_by(std::size_t subject, const std::string& standard) const;
    [[nodiscard]] std::optional<membership> told_by(std::size_t child, const teller& by) const;
    void contradict(std::uint32_t number, std::uint32_t member, diagnostic why);
    [[nodiscard]] std::uint32_t at_of(std::size_t subject, std::uint32_t number) const;
    void settle();

    // quotas: shares.cpp
    /// The subjects that one standard assesses for one rater.
    struct electorate {
        std::uint32_t group = 0;
        std::size_t rater = 0;
        std::vector<std::uint32_t> members;
        std::vector<std::size_t> subjects; ///< the same
    };
    [[nodiscard]] std::vector<electorate> electorates() const;
    void share_out();

    std::shared_ptr<const table> of_;
    population::family shape_;
    std::vector<std::uint32_t> kinds_;  ///< of each subject, in the line-up; `no_kind` where it has none of its kinds
    std::vector<std::uint8_t> refused_; ///< of each subject, for what it says itself; at the end also for what contradicts others
    std::unordered_map<std::size_t, diagnostics> problems_; ///< of the refused; those with wrong values have none here
    std::vector<std::size_t> refused_list_;
    std::vector<std::size_t> first_;                        ///< of each subject, where its memberships begin
    std::vector<std::uint32_t> memberships_;                ///< its place in each of its groups
    std::vector<std::unique_ptr<group>> groups_;            ///< by the standards of the table
    std::vector<std::vector<std::vector<teller>>> tellers_; ///< by group, tally and kind of the sub-unit
    std::vector<contradiction> contradictions_;
    std::mutex contradicting_;
    std::size_t evaluated_ = 0; ///< answers so far
    std::vector<quota_result> quotas_;
    std::vector<std::uint32_t> shown_; ///< groups that have members
    std::vector<standard> shown_standards_;
    std::vector<std::vector<std::uint32_t>> answered_members_;      ///< of each group shown
    std::vector<std::unique_ptr<const arrow::assessor>> assessors_; ///< the same
    mutable parallel::thread_pool threads_;
};

} // namespace TIEUCHI_NAMESPACE::impl::column_population
