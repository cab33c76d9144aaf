// SPDX-License-Identifier: Apache-2.0
// A run over rows: each answer in turn.
#include "population/run.hpp"

#include "population/quotas.hpp"
#include "population/values.hpp"

#include <algorithm>
#include <map>

namespace TIEUCHI_NAMESPACE {

population::run::run(const population& population, impl::population::standards_by_kind standards)
    : population_(population),
      subjects_(population.subjects_),
      results_(population.subjects_.size()),
      standards_(std::move(standards)) {
    for (std::size_t i = 0; i < results_.size(); ++i) { results_[i].problems = population.subjects_[i].problems; }
    for (const auto& [subject, wrong] : subjects_.misnamed()) {
        for (const impl::population::misnomer& name : wrong) {
            results_[subject].problems.push_back(impl::population::problem_with(subjects_, subject, name));
        }
    }
}

std::vector<subject_result> population::run::assess(const progress& on_progress) && {
    shape_ = impl::population::build_hierarchy(
        subjects_, [&](std::size_t subject, diagnostic why) { results_[subject].problems.push_back(std::move(why)); });
    for (std::size_t i = 0; i < results_.size(); ++i) {
        const auto kind = standards_.by_name.find(population_.subjects_[i].kind);
        kinds_.push_back(kind == standards_.by_name.end() ? 0 : kind->second);
        if (!results_[i].refused()) { refuse_misplaced(i); }
    }
    has_been_read_.assign(results_.size(), false);
    answer_all(on_progress);
    settle();
    return std::move(results_);
}

/// Refuses a subject whose parent is not known, or whose kind no standard assesses.
void population::run::refuse_misplaced(std::size_t subject) {
    using impl::population::problem_with;
    const tieuchi::subject& row = population_.subjects_[subject];
    diagnostics& problems = results_[subject].problems;
    if (!row.parent_known) {
        problems.push_back(problem_with(subjects_, subject, "parent", impl::say<impl::diag::parent_not_known>()));
    } else if (auto why = impl::population::not_assessed(standards_, population_.rules_, population_.selection_, row.kind)) {
        problems.push_back(problem_with(subjects_, subject, "kind", *std::move(why)));
    }
}

void population::run::answer_all(const progress& on_progress) {
    constexpr std::size_t between_calls = 256;
    impl::population::answer_order in_order(standards_, shape_, kinds_, *this);
    for (std::size_t i = 0; i < results_.size(); ++i) {
        in_order.process_all(i);
        if (i % between_calls == between_calls - 1) { on_progress(i + 1); }
    }
    on_progress(results_.size());
}

/// Where derived facts contradict what was given there is no answer, and those that depend on it take it as unknown.
void population::run::answer(const node& next) {
    read(next.subject);
    if (is_refused(next.subject)) { return; }
    auto& waiting = waiting_.at(next.subject);
    facts given = std::move(waiting.facts[next.at]);
    if (--waiting.left == 0) { waiting_.erase(next.subject); }
    const std::size_t before = contradictions_.size();
    derive_facts(next, given);
    for (const auto& why : given.problems()) {
        contradictions_.add(next, impl::population::problem_with(subjects_, next.subject, why.where, why));
    }
    if (contradictions_.size() != before) { return; }
    const auto& standards = kind_standards_of(next.subject).standards;
    auto& answers = results_[next.subject].assessments;
    answers.reserve(standards.size());
    answers.push_back(standards[next.at].assess(given));
}

/// Reads the subject's own values. One wrong value refuses it for all its standards.
void population::run::read(std::size_t subject) {
    if (has_been_read_[subject]) { return; }
    has_been_read_[subject] = true;
    const tieuchi::subject& row = population_.subjects_[subject];
    auto given = impl::population::facts_for(kind_standards_of(subject).standards, row.kind, row.values);
    results_[subject].problems = impl::population::problems_of(subjects_, subject, given);
    if (is_refused(subject)) { return; }
    const std::size_t answers = given.size();
    waiting_.emplace(subject, waiting_facts{std::move(given), answers});
}

/// Derives facts from other answers. Links come before tallies, so that problems are reported in the same order as by columns.
void population::run::derive_facts(const node& answer, facts& given) {
    const impl::model::standard& rules = *given.bound_->model;
    const std::uint32_t standard = kind_standards_of(answer.subject).numbers[answer.at];
    const auto take = [&](std::size_t slot, impl::population::derived_fact found) {
        if (found.known) { given.slots_[slot] = *found.known; }
        if (found.contradiction) { contradictions_.add(answer, *std::move(found.contradiction)); }
    };
    for (std::uint32_t link = 0; link < rules.links.size(); ++link) {
        const std::size_t slot = rules.links[link].fact;
        take(slot, derivation_.from_outcome(answer.subject, standard, link, given.slots_[slot]));
    }
    for (std::uint32_t tally = 0; tally < rules.tallies.size(); ++tally) {
        const std::size_t slot = rules.tallies[tally].fact;
        take(slot, derivation_.from_sub_units(answer.subject, standard, tally, given.slots_[slot]));
    }
}

/// Null if there is none. Until they are settled, answers are in the order in which they were worked out.
const assessment* population::run::answer_at(const node& answer) const {
    const auto& by = kind_standards_of(answer.subject).standards[answer.at].bound_;
    for (const assessment& each : results_[answer.subject].assessments) {
        if (each.bound_ == by) { return &each; }
    }
    return nullptr;
}

std::uint64_t population::run::outcomes_of(const node& answer) const {
    const assessment* const found = answer_at(answer);
    return found == nullptr ? 0 : found->outcomes_.bits();
}

/// A sub-unit for which the condition does not apply, or which has no such number, does not count.
impl::population::contribution population::run::contribution_of(const node& answer,
                                                                const impl::population::tally_part& to) const {
    using impl::population::counts;
    const impl::plan::program& program = standards_.standards[to.standard].bound_->tallies[to.tally].kinds[to.part].program;
    const assessment& given = *answer_at(answer);
    if (work_.numbers_.size() < program.numbers) { work_.numbers_.resize(program.numbers); }
    if (work_.truths_.size() < program.truths) { work_.truths_.resize(program.truths); }
    impl::plan::run(program, given.slots_, given.outcomes_.bits(), work_.numbers_, work_.truths_);
    const auto truth_at = [&](impl::plan::register_index at) {
        return at == impl::plan::no_register ? impl::plan::yes : work_.truths_[at];
    };
    const impl::plan::truth by_rule = truth_at(program.where);
    const impl::plan::truth has_number = truth_at(program.contribution.applies);
    if ((by_rule & has_number & impl::plan::yes) == 0) { return {}; }
    const bool surely = by_rule == impl::plan::yes && has_number == impl::plan::yes;
    const bool has = program.contribution.number != impl::plan::no_register;
    return {surely ? counts::surely : counts::maybe, has ? work_.numbers_[program.contribution.number] : impl::plan::interval{}};
}

/// Refuses the subjects whose answers contradict what was given, now that no other answer depends on them, and puts the remaining answers
/// in the order of the standards.
void population::run::settle() {
    std::move(contradictions_).settle([&](std::size_t subject, diagnostic why) {
        results_[subject].problems.push_back(std::move(why));
    });
    for (std::size_t i = 0; i < results_.size(); ++i) {
        auto& [answers, outcomes, problems] = results_[i];
        if (!problems.empty()) {
            answers.clear();
            continue;
        }
        const auto& standards = kind_standards_of(i).standards;
        const auto position = [&](const assessment& answer) {
            const auto is_its = [&](const tieuchi::standard& other) { return other.bound_ == answer.bound_; };
            return std::find_if(standards.begin(), standards.end(), is_its) - standards.begin();
        };
        std::sort(answers.begin(), answers.end(),
                  [&](const assessment& first, const assessment& second) { return position(first) < position(second); });
        for (const assessment& each : answers) { outcomes.push_back(each.outcomes()); }
    }
}

/// The outcomes of rows; a node's `at` counts the assessments of its subject.
class population::run::remaining_outcomes final : public impl::population::quota_outcomes {
public:
    remaining_outcomes(const std::vector<subject_result>& results, std::vector<std::vector<outcome_set>>& left)
        : results_(results), left_(left) {}

    [[nodiscard]] std::uint64_t outcomes_of(const node& answer) const override { return left_[answer.subject][answer.at].bits(); }
    [[nodiscard]] impl::plan::interval value_of(const node& answer, std::size_t quota) const override {
        const assessment& by = results_[answer.subject].assessments[answer.at];
        const impl::plan::value_registers& at = by.bound_->program.quotas[quota];
        const impl::plan::truth applies = at.applies == impl::plan::no_register ? impl::plan::yes : by.truths_[at.applies];
        return impl::population::value_from(applies, by.numbers_[at.number]);
    }
    void set(const node& answer, std::uint64_t outcomes) override { left_[answer.subject][answer.at] = outcome_set(outcomes); }

private:
    const std::vector<subject_result>& results_;
    std::vector<std::vector<outcome_set>>& left_;
};

std::vector<quota_result> population::run::apply_quotas(const population& population, const std::vector<subject_result>& results,
                                                        std::vector<std::vector<outcome_set>>& left) {
    if (results.size() != population.subjects_.size()) { return {}; } // these are not the results of this population
    std::vector<impl::population::standard_answers> all;
    std::map<const impl::bound_standard*, std::size_t> known;
    std::vector<std::size_t> refused;
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (results[i].refused()) { refused.push_back(i); }
        for (std::uint32_t at = 0; at < results[i].assessments.size(); ++at) {
            const auto& by = results[i].assessments[at].bound_;
            if (by->model->quotas.empty()) { continue; }
            const auto [entry, is_new] = known.try_emplace(by.get(), all.size());
            if (is_new) { all.push_back({tieuchi::standard(by), {}}); }
            all[entry->second].answers.push_back({i, at});
        }
    }
    if (all.empty()) { return {}; }
    const impl::population::row_subjects subjects(population.subjects_);
    remaining_outcomes outcomes(results, left);
    return impl::population::apply_quotas(subjects, impl::population::find_raters(subjects), all, refused, outcomes);
}

} // namespace TIEUCHI_NAMESPACE
