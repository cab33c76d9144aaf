// SPDX-License-Identifier: Apache-2.0
// Quotas over the answers of groups.
#include "population/population_evaluation.hpp"
#include "population/quotas.hpp"

namespace TIEUCHI_NAMESPACE::impl::population {

class population_evaluation::remaining_outcomes final : public quota_outcomes {
public:
    explicit remaining_outcomes(population_evaluation& all) : all_(all) {}

    [[nodiscard]] std::uint64_t outcomes_of(const node& answer) const override {
        const membership own = all_.member_of(answer);
        return all_.groups_[own.group]->after_quotas[own.member];
    }
    [[nodiscard]] plan::interval value_of(const node& answer, std::size_t quota) const override {
        const membership own = all_.member_of(answer);
        return all_.groups_[own.group]->quota_values[quota][own.member];
    }
    void set(const node& answer, std::uint64_t outcomes) override {
        const membership own = all_.member_of(answer);
        all_.groups_[own.group]->after_quotas[own.member] = outcomes;
    }

private:
    population_evaluation& all_;
};

void population_evaluation::apply_quotas() {
    std::vector<standard_answers> all;
    for (std::uint32_t i = 0; i < groups_.size(); ++i) {
        group& group = *groups_[i];
        if (group.bound->quotas.empty()) { continue; }
        std::vector<node> answers;
        for (const std::size_t subject : group.members) {
            if (refused_[subject] == 0) { answers.push_back({subject, at_of(subject, i)}); }
        }
        if (answers.empty()) { continue; }
        group.after_quotas = group.outcomes;
        all.push_back({group.by, std::move(answers)});
    }
    std::vector<std::size_t> refused;
    for (std::size_t i = 0; i < refused_.size(); ++i) {
        if (refused_[i] != 0) { refused.push_back(i); }
    }
    remaining_outcomes outcomes(*this);
    quotas_ = population::apply_quotas(*table_, shape_.raters, all, refused, outcomes);
}

} // namespace TIEUCHI_NAMESPACE::impl::population
