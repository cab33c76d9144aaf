// SPDX-License-Identifier: Apache-2.0
// Who is assessed by what, and single subjects of a population that has been assessed.
#include "column_population/answered.hpp"

#include "population/values.hpp"

#include <algorithm>
#include <numeric>

namespace TIEUCHI_NAMESPACE::impl::column_population {

answered::answered(std::shared_ptr<const table> of, const progress& told) : of_(std::move(of)) {
    refused_.assign(of_->size(), 0);
    for (const auto& [subject, why] : of_->unreadable()) { refuse_unreadable(subject, why); }
    shape_ = population::arrange(*of_, [&](std::size_t subject, diagnostic why) { refuse(subject, std::move(why)); });
    place_all();
    make_groups();
    refuse_other_facts();
    for (std::uint32_t i = 0; i < groups_.size(); ++i) {
        std::vector<std::uint32_t> all(groups_[i]->members.size());
        std::iota(all.begin(), all.end(), 0U);
        evaluate_in_slices(i, all, true, told);
    }
    work_off_levels(told);
    settle();
    share_out();
    show_standards();
    told(of_->size());
}

/// Whatever its host said of it, or did not say.
void answered::refuse_unreadable(std::size_t subject, const diagnostics& why) {
    for (diagnostic one : why) {
        if (one.where.empty()) { one.where = of_->place(subject); }
        refuse(subject, std::move(one));
    }
    const auto misnamed = of_->misnamed().find(subject);
    if (misnamed != of_->misnamed().end()) {
        for (const population::misnomer& one : misnamed->second) {
            refuse(subject, population::problem_with(*of_, subject, one));
        }
    } else if (why.empty()) {
        refuse(subject, population::problem_with(*of_, subject, {}, "E609", "the subject could not be read"));
    }
}

void answered::refuse(std::size_t subject, diagnostic why) {
    refused_[subject] = 1;
    problems_[subject].push_back(std::move(why));
}

void answered::place_all() {
    kinds_.reserve(of_->size());
    for (std::size_t i = 0; i < of_->size(); ++i) {
        const std::string_view kind = of_->kind_of(i);
        const auto found = of_->by.by_name.find(kind);
        kinds_.push_back(found == of_->by.by_name.end() ? no_kind : found->second);
        if (refused_[i] != 0) { continue; }
        if (auto why = population::not_assessed(of_->by, of_->rules, of_->how, kind)) {
            refuse(i, population::problem_with(*of_, i, "kind", why->code, why->message, why->help));
        }
    }
}

void answered::make_groups() {
    for (const standard& one : of_->standards) { groups_.push_back(std::make_unique<group>(one)); }
    for (std::size_t i = 0; i < of_->size(); ++i) {
        first_.push_back(memberships_.size());
        if (refused_[i] != 0) { continue; }
        for (const std::uint32_t number : of_->numbers[kinds_[i]]) {
            memberships_.push_back(static_cast<std::uint32_t>(groups_[number]->members.size()));
            groups_[number]->members.push_back(i);
        }
    }
    find_tellings();
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        group& one = *groups_[i];
        one.make_room();
        one.has.resize(one.bound->nothing_known.size());
        for (const told_fact& each : one.told) { one.has[each.slot] = true; }
        for (const part& in : of_->parts()) {
            for (std::size_t slot = 0; slot < one.has.size(); ++slot) {
                one.has[slot] = one.has[slot] || in.facts[i][slot] != nullptr;
            }
        }
    }
}

/// What members are asked by tallies of others, and which facts others tell of them.
void answered::find_tellings() {
    tellers_.resize(groups_.size());
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        group& of = *groups_[i];
        const model::standard& rules = *of.bound->model;
        for (std::size_t at = 0; at < rules.tallies.size(); ++at) {
            of.told.push_back({rules.tallies[at].fact, {}});
            auto& by_kind = tellers_[i].emplace_back(of_->by.kinds.size());
            for (std::size_t k = 0; k < rules.tallies[at].kinds.size(); ++k) {
                const model::tally::over& over = rules.tallies[at].kinds[k];
                const auto kind = of_->by.by_name.find(over.kind);
                if (kind == of_->by.by_name.end()) { continue; }
                teller& by = by_kind[kind->second];
                by.over = &over;
                for (const std::uint32_t number : of_->numbers[kind->second]) {
                    group& asked = *groups_[number];
                    if (asked.bound->model != over.standard) { continue; }
                    vector::rules_in_plan asks = vector::rules_of(*asked.bound);
                    asks.plan = &of.bound->tallies[at].kinds[k].program;
                    asks.bounds = {}; // those of whom facts contradict each other are refused
                    asks.outcome_count = 0;
                    by.group = number;
                    by.telling = static_cast<std::uint32_t>(asked.tellings.size());
                    asked.tellings.push_back(std::make_unique<telling>(asks));
                }
            }
        }
        for (const model::link& one : rules.links) { of.told.push_back({one.fact, {}}); }
    }
}

answered::membership answered::member_of(const node& one) const {
    return {of_->numbers[kinds_[one.subject]][one.at], memberships_[first_[one.subject] + one.at]};
}

void answered::show_standards() {
    for (std::size_t i = 0; i < refused_.size(); ++i) {
        if (refused_[i] != 0) { refused_list_.push_back(i); }
    }
    for (std::uint32_t i = 0; i < groups_.size(); ++i) {
        const group& of = *groups_[i];
        std::vector<std::uint32_t> answered_ones;
        for (std::uint32_t member = 0; member < of.members.size(); ++member) {
            if (refused_[of.members[member]] == 0) { answered_ones.push_back(member); }
        }
        if (answered_ones.empty()) { continue; }
        shown_.push_back(i);
        shown_standards_.push_back(of.by);
        answered_members_.push_back(std::move(answered_ones));
        assessors_.push_back(std::make_unique<const arrow::assessor>(of.by, of_->options));
    }
}

/// The facts for each of its standards, those that others tell among them.
std::vector<facts> answered::given_to(std::size_t subject, const std::vector<std::pair<std::string, value>>& values) const {
    auto given = population::facts_for(line_of(subject).standards, line_of(subject).kind, values);
    for (std::uint32_t at = 0; at < given.size(); ++at) {
        const membership own = member_of({subject, at});
        for (const told_fact& one : groups_[own.group]->told) {
            const plan::interval& told = one.of[own.member];
            if (told.least <= told.most) { inside::set(given[at], one.slot, told); }
        }
    }
    return given;
}

subject_result answered::result_of(std::size_t subject) const {
    subject_result made;
    const auto known = problems_.find(subject);
    if (known != problems_.end()) { made.problems = known->second; }
    if (made.refused()) { return made; }
    const auto values = of_->values_of(subject, made.problems);
    if (refused_[subject] != 0) {
        const auto given = population::facts_for(line_of(subject).standards, line_of(subject).kind, values);
        for (diagnostic& one : population::problems_of(*of_, subject, given)) { made.problems.push_back(std::move(one)); }
        return made;
    }
    const auto given = given_to(subject, values);
    for (std::uint32_t at = 0; at < given.size(); ++at) {
        const membership own = member_of({subject, at});
        const group& of = *groups_[own.group];
        made.assessments.push_back(of.by.assess(given[at]));
        made.outcomes.emplace_back((of.after_quotas.empty() ? of.outcomes : of.after_quotas)[own.member]);
    }
    return made;
}

} // namespace TIEUCHI_NAMESPACE::impl::column_population
