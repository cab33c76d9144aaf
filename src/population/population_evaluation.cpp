// SPDX-License-Identifier: Apache-2.0
// Which standards assess which subjects, and the result of a single subject.
#include "population/population_evaluation.hpp"

#include "population/values.hpp"

#include <algorithm>
#include <numeric>

namespace TIEUCHI_NAMESPACE::impl::population {

population_evaluation::population_evaluation(std::shared_ptr<const table> subjects, const progress& on_progress)
    : table_(std::move(subjects)), derivation_(*table_, shape_, table_->by_kind, *this) {
    refused_.assign(table_->size(), 0);
    for (const auto& [subject, why] : table_->unreadable()) { refuse_unreadable(subject, why); }
    shape_ = build_hierarchy(*table_, [&](std::size_t subject, diagnostic why) { refuse(subject, std::move(why)); });
    assign_kinds();
    make_groups();
    refuse_other_facts();
    for (std::uint32_t i = 0; i < groups_.size(); ++i) {
        std::vector<std::uint32_t> all(groups_[i]->members.size());
        std::iota(all.begin(), all.end(), 0U);
        evaluate_in_slices(i, all, true, on_progress);
    }
    process_levels(on_progress);
    std::move(contradictions_).settle([&](std::size_t subject, diagnostic why) { refuse(subject, std::move(why)); });
    apply_quotas();
    show_standards();
    on_progress(table_->size());
}

/// Whether or not the host gave a reason.
void population_evaluation::refuse_unreadable(std::size_t subject, const diagnostics& why) {
    for (diagnostic each : why) {
        if (each.where.empty()) { each.where = table_->location(subject); }
        refuse(subject, std::move(each));
    }
    const auto misnamed = table_->misnamed().find(subject);
    if (misnamed != table_->misnamed().end()) {
        for (const misnomer& name : misnamed->second) { refuse(subject, problem_with(*table_, subject, name)); }
    } else if (why.empty()) {
        refuse(subject, problem_with(*table_, subject, {}, say<diag::subject_not_read>()));
    }
}

void population_evaluation::refuse(std::size_t subject, diagnostic why) {
    refused_[subject] = 1;
    problems_[subject].push_back(std::move(why));
}

void population_evaluation::assign_kinds() {
    kinds_.reserve(table_->size());
    for (std::size_t i = 0; i < table_->size(); ++i) {
        const std::string_view kind = table_->kind_of(i);
        const auto found = table_->by_kind.by_name.find(kind);
        kinds_.push_back(found == table_->by_kind.by_name.end() ? no_kind : found->second);
        if (refused_[i] != 0) { continue; }
        if (auto why = not_assessed(table_->by_kind, table_->rules, table_->chosen, kind)) {
            refuse(i, problem_with(*table_, i, "kind", *std::move(why)));
        }
    }
}

void population_evaluation::make_groups() {
    for (const standard& each : table_->by_kind.standards) { groups_.push_back(std::make_unique<group>(each)); }
    for (std::size_t i = 0; i < table_->size(); ++i) {
        first_.push_back(memberships_.size());
        if (refused_[i] != 0) { continue; }
        for (const std::uint32_t number : standards_of(i).numbers) {
            memberships_.push_back(static_cast<std::uint32_t>(groups_[number]->members.size()));
            groups_[number]->members.push_back(i);
        }
    }
    find_contributions();
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        group& group = *groups_[i];
        group.make_room();
        group.has.resize(group.bound->nothing_known.size());
        for (const derived_column& each : group.derived) { group.has[each.slot] = true; }
        for (const part& in : table_->parts()) {
            for (std::size_t slot = 0; slot < group.has.size(); ++slot) {
                group.has[slot] = group.has[slot] || in.facts[i][slot] != nullptr;
            }
        }
    }
}

/// Which numbers members contribute to tallies, and which of their facts are derived.
void population_evaluation::find_contributions() {
    contribution_index_.resize(groups_.size());
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        group& group = *groups_[i];
        const model::standard& rules = *group.bound->model;
        for (std::size_t tally = 0; tally < rules.tallies.size(); ++tally) {
            group.derived.push_back({rules.tallies[tally].fact, {}});
            auto& by_part = contribution_index_[i].emplace_back(rules.tallies[tally].kinds.size());
            const auto& contributors = table_->by_kind.contributors[i][tally];
            for (std::size_t kind = 0; kind < contributors.size(); ++kind) {
                const tally_contributor& by = contributors[kind];
                if (by.at == no_standard) { continue; }
                auto& contributor = *groups_[table_->by_kind.kinds[kind].numbers[by.at]];
                vector::rules_in_plan tally_rules = vector::rules_of(*contributor.bound);
                tally_rules.plan = &group.bound->tallies[tally].kinds[by.part].program;
                tally_rules.bounds = {}; // subjects whose facts contradict each other are refused anyway
                tally_rules.outcome_count = 0;
                by_part[by.part] = contributor.contributed.size();
                contributor.contributed.push_back(std::make_unique<contributions>(tally_rules));
            }
        }
        for (const model::link& link : rules.links) { group.derived.push_back({link.fact, {}}); }
    }
}

population_evaluation::membership population_evaluation::member_of(const node& answer) const {
    return {standards_of(answer.subject).numbers[answer.at], memberships_[first_[answer.subject] + answer.at]};
}

/// The index of a group's standard among those for the kind of the subject.
std::uint32_t population_evaluation::at_of(std::size_t subject, std::uint32_t number) const {
    const auto& numbers = standards_of(subject).numbers;
    return static_cast<std::uint32_t>(std::find(numbers.begin(), numbers.end(), number) - numbers.begin());
}

void population_evaluation::show_standards() {
    for (std::size_t i = 0; i < refused_.size(); ++i) {
        if (refused_[i] != 0) { refused_list_.push_back(i); }
    }
    for (std::uint32_t i = 0; i < groups_.size(); ++i) {
        const group& group = *groups_[i];
        std::vector<std::uint32_t> answered;
        for (std::uint32_t member = 0; member < group.members.size(); ++member) {
            if (refused_[group.members[member]] == 0) { answered.push_back(member); }
        }
        if (answered.empty()) { continue; }
        shown_.push_back(i);
        shown_standards_.push_back(group.by);
        answered_members_.push_back(std::move(answered));
        assessors_.push_back(std::make_unique<const arrow::assessor>(group.by, table_->options));
    }
}

/// The facts for each of its standards, including the derived ones.
std::vector<facts> population_evaluation::given_to(std::size_t subject,
                                                   const std::vector<std::pair<std::string, value>>& values) const {
    auto given = facts_for(standards_of(subject).standards, standards_of(subject).kind, values);
    for (std::uint32_t at = 0; at < given.size(); ++at) {
        const membership own = member_of({subject, at});
        for (const derived_column& each : groups_[own.group]->derived) {
            if (each.is_derived(own.member)) { access::set(given[at], each.slot, each.known[own.member]); }
        }
    }
    return given;
}

subject_result population_evaluation::result_of(std::size_t subject) const {
    subject_result result;
    const auto known = problems_.find(subject);
    if (known != problems_.end()) { result.problems = known->second; }
    if (result.refused()) { return result; }
    const auto values = table_->values_of(subject, result.problems);
    if (refused_[subject] != 0) {
        const auto given = facts_for(standards_of(subject).standards, standards_of(subject).kind, values);
        for (diagnostic& why : problems_of(*table_, subject, given)) { result.problems.push_back(std::move(why)); }
        return result;
    }
    const auto given = given_to(subject, values);
    for (std::uint32_t at = 0; at < given.size(); ++at) {
        const membership own = member_of({subject, at});
        const group& group = *groups_[own.group];
        result.assessments.push_back(group.by.assess(given[at]));
        result.outcomes.emplace_back((group.after_quotas.empty() ? group.outcomes : group.after_quotas)[own.member]);
    }
    return result;
}

} // namespace TIEUCHI_NAMESPACE::impl::population
