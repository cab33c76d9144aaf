// SPDX-License-Identifier: Apache-2.0
/// \file
/// One run over a population: each answer after those that it asks for.
#pragma once

#include <tieuchi/impl/plan/bound.hpp>
#include <tieuchi/impl/population/aggregate.hpp>
#include <tieuchi/impl/population/family.hpp>
#include <tieuchi/impl/population/line_up.hpp>
#include <tieuchi/population.hpp>

#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tieuchi {

/// An answer is that of a subject by one standard. It may ask for those of sub-units, of the body above, and of the subject itself by other
/// standards; that this never goes round has been proved of the rules, but for circles of parents, which are refused before.
class population::run {
public:
    explicit run(const population& of);

    /// Finds the standards for each kind. Returns what is wrong with the selection.
    [[nodiscard]] diagnostics line_up();
    [[nodiscard]] std::vector<subject_result> assess(const progress& told) &&;

    /// Works out the quotas from answers. `left` has a set for each assessment, as `subject_result::outcomes`; quotas narrow or widen them.
    [[nodiscard]] static std::vector<quota_result> share_out(const population& of, const std::vector<subject_result>& results,
                                                             std::vector<std::vector<outcome_set>>& left);

private:
    struct node {
        std::size_t subject = 0;
        std::uint32_t at = 0; ///< which of the standards for its kind
    };
    enum class progress_of : std::uint8_t { untouched, asking, done };

    /// The subjects that one standard assesses for one rater, and those that were refused, which may be more of them.
    struct electorate {
        tieuchi::standard by;
        std::size_t rater = 0;
        std::vector<node> members; ///< `at` counts assessments
        std::size_t refused = 0;
    };

    // the standards: line_up.ipp
    void find_asked(impl::population::kind_line& line);
    [[nodiscard]] std::vector<impl::population::place> places_of(const impl::model::standard* standard) const;
    [[nodiscard]] std::vector<impl::population::place> places_of(const std::string& standard) const;

    // in which order: order.ipp
    void place_all();
    void refuse_misplaced(std::size_t subject);
    void answer_all(const progress& told);
    void work_off(std::vector<node>& open);
    void ask(const node& who, std::vector<node>& open);
    void ask_below(const node& who, const std::vector<impl::population::place>& standards, std::vector<node>& open);
    void ask_at(std::size_t subject, const impl::population::place& at, std::vector<node>& open) const;
    void finish(const node& done);
    [[nodiscard]] progress_of& state(const node& of) { return states_[first_[of.subject] + of.at]; }
    [[nodiscard]] const impl::population::kind_line& line_of(std::size_t subject) const { return line_up_.kinds[kind_[subject]]; }
    void settle();

    // one answer: answer.ipp
    void answer(const node& who);
    [[nodiscard]] std::optional<facts> take_facts(const node& who);
    void read_values(std::size_t subject);
    [[nodiscard]] std::vector<facts> facts_of(std::size_t subject) const;
    void contradict(std::size_t subject, diagnostic why) { contradictions_.emplace_back(subject, std::move(why)); }

    // outcomes of others: links.ipp
    void fill_links(const node& who, facts& given);
    [[nodiscard]] const assessment* answer_by(std::size_t subject, const std::string& standard) const;
    void fill_link(std::size_t subject, const impl::model::link& link, const assessment& found, facts& given);

    // what sub-units tell: tallies.ipp
    void fill_tallies(const node& who, facts& given);
    void fill_tally(std::size_t subject, std::size_t at, facts& given);
    [[nodiscard]] bool is_listed(std::size_t subject, const impl::model::tally& rule) const;
    [[nodiscard]] std::vector<impl::population::member> members_of(std::size_t subject, const impl::model::tally& rule,
                                                                   const impl::bound_tally& bound, unsigned scale);
    [[nodiscard]] const assessment* answer_by(std::size_t subject, const impl::model::standard* standard) const;
    [[nodiscard]] std::optional<impl::population::member> told_by(const assessment& answer, const impl::model::tally::over& rule,
                                                                  const impl::plan::program& program, unsigned scale);
    void agree(std::size_t subject, std::uint32_t slot, const impl::population::wide_interval& found, facts& given);

    // quotas: quotas.ipp
    [[nodiscard]] static std::vector<electorate> electorates(const population& of, const impl::population::raters& raters,
                                                             const std::vector<subject_result>& results);
    [[nodiscard]] static quota_result apply(const electorate& all, std::size_t quota, const std::vector<subject_result>& results,
                                            std::vector<std::vector<outcome_set>>& left);
    [[nodiscard]] static impl::plan::interval value_of(const assessment& answer, std::size_t quota);

    const population& of_;
    std::vector<subject_result> results_;
    impl::population::family shape_;
    impl::population::line_up line_up_;
    std::vector<std::uint32_t> kind_; ///< of each subject, in the line-up; of one that was refused any
    std::vector<std::size_t> first_;  ///< of each subject, where its answers begin in `states_`
    std::vector<progress_of> states_;
    std::vector<bool> has_been_read_; ///< of each subject: its own values are known to be right or wrong
    std::unordered_map<std::size_t, std::vector<std::optional<facts>>> waiting_; ///< facts of subjects with answers still to come
    std::vector<std::pair<std::size_t, diagnostic>> contradictions_;             ///< why an answer is none, and of which subject
    std::size_t done_ = 0;
    scratch work_;
};

} // namespace tieuchi
