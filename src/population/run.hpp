// SPDX-License-Identifier: Apache-2.0
/// \file
/// One run over a population held by rows.
#pragma once

#include "plan/bound.hpp"
#include "population/aggregate.hpp"
#include "population/family.hpp"
#include "population/line_up.hpp"
#include "population/order.hpp"

#include <tieuchi/population.hpp>

#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE {

namespace impl::population {

class subjects_roll final : public roll {
public:
    explicit subjects_roll(const std::vector<subject>& of);
    [[nodiscard]] std::size_t size() const noexcept override { return of_.size(); }
    [[nodiscard]] entry at(std::size_t subject) const override;
    [[nodiscard]] std::string place(std::size_t subject) const override { return of_[subject].where; }

    /// Whose names are none, and why.
    [[nodiscard]] const std::unordered_map<std::size_t, std::vector<misnomer>>& misnamed() const noexcept { return misnamed_; }

private:
    const std::vector<subject>& of_;
    std::unordered_map<std::size_t, std::vector<misnomer>> misnamed_;
    std::unordered_map<std::size_t, std::array<std::string, 3>>
        composed_; ///< id, parent and rater where they are told in another form
};

} // namespace impl::population

class population::run final : private impl::population::answerer {
public:
    run(const population& of, impl::population::line_up by);

    [[nodiscard]] std::vector<subject_result> assess(const progress& told) &&;

    /// Works out the quotas from answers. `left` has a set for each assessment, as `subject_result::outcomes`; quotas narrow or widen them.
    [[nodiscard]] static std::vector<quota_result> share_out(const population& of, const std::vector<subject_result>& results,
                                                             std::vector<std::vector<outcome_set>>& left);

private:
    /// The subjects that one standard assesses for one rater, and those that were refused, which may be more of them.
    struct electorate {
        tieuchi::standard by;
        std::size_t rater = 0;
        std::vector<std::size_t> subjects;
        std::vector<std::size_t> at; ///< which of the assessments of each
        std::size_t refused = 0;
    };

    // one answer after the other: answer.cpp
    void refuse_misplaced(std::size_t subject);
    void answer_all(const progress& told);
    [[nodiscard]] bool is_refused(std::size_t subject) const override { return results_[subject].refused(); }
    void pass_by(std::size_t subject) override;
    void answer(const impl::population::node& who) override;
    [[nodiscard]] const impl::population::kind_line& line_of(std::size_t subject) const { return line_up_.kinds[kind_[subject]]; }
    void contradict(std::size_t subject, diagnostic why) { contradictions_.emplace_back(subject, std::move(why)); }
    void settle();

    // outcomes of others: links.cpp
    void fill_links(const impl::population::node& who, facts& given);
    [[nodiscard]] const assessment* answer_by(std::size_t subject, const std::string& standard) const;
    void fill_link(std::size_t subject, const impl::model::link& link, const assessment& found, facts& given);

    // what sub-units tell: tallies.cpp
    void fill_tallies(const impl::population::node& who, facts& given);
    [[nodiscard]] bool is_listed(std::size_t subject, const impl::model::tally& rule) const;
    void fill_tally(std::size_t subject, std::size_t at, facts& given);
    [[nodiscard]] std::vector<impl::population::member> members_of(std::size_t subject, const impl::model::tally& rule,
                                                                   const impl::bound_tally& bound, unsigned scale);
    [[nodiscard]] const assessment* answer_by(std::size_t subject, const impl::model::standard* standard) const;
    [[nodiscard]] std::optional<impl::population::member> told_by(const assessment& answer, const impl::model::tally::over& rule,
                                                                  const impl::plan::program& program, unsigned scale);

    // quotas: quotas.cpp
    [[nodiscard]] static std::vector<electorate> electorates(const impl::population::roll& roll,
                                                             const impl::population::raters& raters,
                                                             const std::vector<subject_result>& results);
    [[nodiscard]] static quota_result apply(const electorate& all, std::size_t quota, const std::vector<subject_result>& results,
                                            std::vector<std::vector<outcome_set>>& left);
    [[nodiscard]] static impl::plan::interval value_of(const assessment& answer, std::size_t quota);

    /// Facts of a subject with answers still to come.
    struct waiting_facts {
        std::vector<tieuchi::facts> facts; ///< for each standard
        std::size_t left = 0;              ///< answers to come
    };

    const population& of_;
    impl::population::subjects_roll roll_;
    std::vector<subject_result> results_;
    impl::population::family shape_;
    impl::population::line_up line_up_;
    std::vector<std::uint32_t> kind_; ///< of each subject, in the line-up; of one that was refused any
    std::vector<bool> has_been_read_; ///< of each subject: its own values are known to be right or wrong
    std::unordered_map<std::size_t, waiting_facts> waiting_;
    std::vector<std::pair<std::size_t, diagnostic>> contradictions_; ///< why an answer is none, and of which subject
    scratch work_;
};

} // namespace TIEUCHI_NAMESPACE
