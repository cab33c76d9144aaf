// SPDX-License-Identifier: Apache-2.0
/// \file
/// One run over a population held by rows.
#pragma once

#include "plan/bound.hpp"
#include "population/answer_order.hpp"
#include "population/derived_facts.hpp"
#include "population/hierarchy.hpp"
#include "population/standards_by_kind.hpp"

#include <tieuchi/population.hpp>

#include <array>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE {

namespace impl::population {

class row_subjects final : public subject_source {
public:
    explicit row_subjects(const std::vector<subject>& rows);
    [[nodiscard]] std::size_t size() const noexcept override { return rows_.size(); }
    [[nodiscard]] subject_record at(std::size_t subject) const override;
    [[nodiscard]] std::string location(std::size_t subject) const override { return rows_[subject].where; }

    /// Subjects with invalid names, and why these are invalid.
    [[nodiscard]] const std::unordered_map<std::size_t, std::vector<misnomer>>& misnamed() const noexcept { return misnamed_; }

private:
    const std::vector<subject>& rows_;
    std::unordered_map<std::size_t, std::vector<misnomer>> misnamed_;
    std::unordered_map<std::size_t, std::array<std::string, 3>>
        composed_; ///< id, parent and rater where they were given in another normal form
};

} // namespace impl::population

class population::run final : private impl::population::answerer, private impl::population::answer_source {
public:
    run(const population& population, impl::population::standards_by_kind standards);

    [[nodiscard]] std::vector<subject_result> assess(const progress& on_progress) &&;

    /// Works out the quotas. `left` has the outcomes of each assessment, as `subject_result::outcomes`; quotas narrow or widen them.
    [[nodiscard]] static std::vector<quota_result> apply_quotas(const population& population,
                                                                const std::vector<subject_result>& results,
                                                                std::vector<std::vector<outcome_set>>& left);

private:
    using node = impl::population::node;
    class remaining_outcomes;

    void refuse_misplaced(std::size_t subject);
    void answer_all(const progress& on_progress);
    void read(std::size_t subject);
    void derive_facts(const node& answer, facts& given);
    void settle();
    [[nodiscard]] const impl::population::kind_standards& kind_standards_of(std::size_t subject) const {
        return standards_.kinds[kinds_[subject]];
    }
    [[nodiscard]] const assessment* answer_at(const node& answer) const;

    // answerer: which answers are due
    [[nodiscard]] bool is_refused(std::size_t subject) const override { return results_[subject].refused(); }
    void skip(std::size_t subject) override { read(subject); }
    void answer(const node& next) override;

    // answer_source: the answers so far, for those that depend on them
    [[nodiscard]] std::uint32_t kind_of(std::size_t subject) const override { return kinds_[subject]; }
    [[nodiscard]] std::uint64_t outcomes_of(const node& answer) const override;
    [[nodiscard]] impl::population::contribution contribution_of(const node& answer,
                                                                 const impl::population::tally_part& to) const override;

    /// Facts of a subject with answers still to come.
    struct waiting_facts {
        std::vector<tieuchi::facts> facts; ///< for each standard
        std::size_t left = 0;              ///< answers to come
    };

    const population& population_;
    impl::population::row_subjects subjects_;
    std::vector<subject_result> results_;
    impl::population::hierarchy shape_;
    impl::population::standards_by_kind standards_;
    impl::population::fact_derivation derivation_{subjects_, shape_, standards_, *this};
    std::vector<std::uint32_t> kinds_; ///< of each subject, an index in `standards_`; of a refused one arbitrary
    std::vector<bool> has_been_read_;  ///< of each subject: whether its own values have been checked
    std::unordered_map<std::size_t, waiting_facts> waiting_;
    impl::population::contradictions contradictions_;
    mutable scratch work_;
};

} // namespace TIEUCHI_NAMESPACE
