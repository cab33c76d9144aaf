// SPDX-License-Identifier: Apache-2.0
// Facts derived from sub-units, bodies above and other standards, level by level.
#include "parallel/block_ranges.hpp"
#include "population/population_evaluation.hpp"

#include <algorithm>
#include <map>

namespace TIEUCHI_NAMESPACE::impl::population {

namespace {

/// What the table says of a fact in one row of a block.
[[nodiscard]] plan::interval known_in(const vector::fact_block& column, std::size_t row, const plan::interval& nothing_known) {
    if ((column.known[row / 64] >> (row % 64) & 1U) == 0) { return nothing_known; }
    const std::int64_t value = column.narrow != nullptr ? column.narrow[row] : column.values[row];
    return {value, value};
}

} // namespace

/// 0 for an answer without derived facts, else one more than the highest level that it depends on.
class population_evaluation::levels final : public answerer {
public:
    levels(const population_evaluation& all, const std::vector<std::uint32_t>& kinds)
        : all_(all), order_(all.table_->by_kind, all.shape_, kinds, *this), level_(all.memberships_.size(), 0) {}

    [[nodiscard]] std::vector<std::uint32_t> find(const progress& on_progress) && {
        constexpr std::size_t between_calls = 65'536;
        const std::size_t count = all_.refused_.size();
        for (std::size_t i = 0; i < count; ++i) {
            order_.process_all(i);
            if (i % between_calls == between_calls - 1) {
                on_progress(std::min(all_.evaluated_, count - 1));
            } // as many as before: so as to be stopped
        }
        return std::move(level_);
    }

    [[nodiscard]] bool is_refused(std::size_t subject) const override { return all_.refused_[subject] != 0; }
    void skip(std::size_t /*subject*/) override {}
    void answer(const node& next) override {
        std::uint32_t& own = level_[all_.first_[next.subject] + next.at];
        own = all_.groups_[all_.member_of(next).group]->derived.empty() ? 0 : 1;
        order_.for_each_dependency(
            next, [&](const node& needed) { own = std::max(own, level_[all_.first_[needed.subject] + needed.at] + 1); });
    }

private:
    const population_evaluation& all_;
    answer_order order_;
    std::vector<std::uint32_t> level_;
};

void population_evaluation::process_levels(const progress& on_progress) {
    const auto is_asking = [](const auto& group) { return !group->derived.empty(); };
    if (std::none_of(groups_.begin(), groups_.end(), is_asking)) { return; }
    std::vector<std::uint32_t> kinds = kinds_;
    std::replace(kinds.begin(), kinds.end(), no_kind, 0U); // those are refused
    const std::vector<std::uint32_t> level = levels(*this, kinds).find(on_progress);
    // The members of each level and group, in their order.
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> members;
    for (std::uint32_t i = 0; i < groups_.size(); ++i) {
        if (groups_[i]->derived.empty()) { continue; }
        for (std::uint32_t member = 0; member < groups_[i]->members.size(); ++member) {
            const std::size_t subject = groups_[i]->members[member];
            if (refused_[subject] != 0) { continue; }
            members[{level[first_[subject] + at_of(subject, i)], i}].push_back(member);
        }
    }
    for (const auto& [where, all] : members) {
        derive_facts(where.second, all);
        evaluate_in_slices(where.second, all, false, on_progress);
    }
}

void population_evaluation::derive_facts(std::uint32_t number, std::span<const std::uint32_t> members) {
    const std::size_t blocks = (members.size() + vector::block_rows - 1) / vector::block_rows;
    const std::size_t workers = std::clamp<std::size_t>(table_->options.threads, 1, std::max<std::size_t>(blocks, 1));
    parallel::block_ranges left(blocks, workers);
    parallel::run_tasks(table_->options, threads_, workers, [&](std::size_t worker) {
        gathered_block source(*table_, number, *groups_[number], members);
        while (const auto block = left.take(worker)) {
            source.move_to(*block);
            derive_block(number, source);
        }
    });
}

/// Links before tallies, so that problems are reported in the same order as by rows.
void population_evaluation::derive_block(std::uint32_t number, gathered_block& block) {
    group& group = *groups_[number];
    const std::size_t tallies = group.bound->tallies.size();
    const std::size_t links = group.derived.size() - tallies;
    vector::fact_block column;
    for (std::size_t i = 0; i < group.derived.size(); ++i) {
        const std::size_t derived = i < links ? tallies + i : i - links;
        const std::uint32_t slot = group.derived[derived].slot;
        block.read_table(slot, column);
        for (std::size_t row = 0; row < block.members().size(); ++row) {
            derive_fact(number, block.members()[row], derived, known_in(column, row, group.bound->nothing_known[slot]));
        }
    }
}

/// `derived`: which of the group's derived facts; so much of it is `known` from the table.
void population_evaluation::derive_fact(std::uint32_t number, std::uint32_t member, std::size_t derived,
                                        const plan::interval& known) {
    group& group = *groups_[number];
    const std::size_t tallies = group.bound->tallies.size();
    const std::size_t subject = group.members[member];
    auto found = derived < tallies
                     ? derivation_.from_sub_units(subject, number, static_cast<std::uint32_t>(derived), known)
                     : derivation_.from_outcome(subject, number, static_cast<std::uint32_t>(derived - tallies), known);
    if (found.known) { group.derived[derived].known[member] = *found.known; }
    if (found.contradiction) { contradict(number, member, *std::move(found.contradiction)); }
}

std::uint64_t population_evaluation::outcomes_of(const node& answer) const {
    const membership found = member_of(answer);
    return groups_[found.group]->outcomes[found.member];
}

contribution population_evaluation::contribution_of(const node& answer, const tally_part& to) const {
    const membership found = member_of(answer);
    const contributions& all = *groups_[found.group]->contributed[contribution_index_[to.standard][to.tally][to.part]];
    return {all.counts[found.member], all.has_numbers ? all.numbers[found.member] : plan::interval{}};
}

/// Drops the answer; at the end the subject is refused.
void population_evaluation::contradict(std::uint32_t number, std::uint32_t member, diagnostic why) {
    group& group = *groups_[number];
    group.has_no_answer[member] = 1;
    group.outcomes[member] = 0;
    const std::lock_guard<std::mutex> lock(contradicting_);
    contradictions_.add({group.members[member], at_of(group.members[member], number)}, std::move(why));
}

} // namespace TIEUCHI_NAMESPACE::impl::population
