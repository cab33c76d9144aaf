// SPDX-License-Identifier: Apache-2.0
// What sub-units, bodies above and other standards tell of subjects, level by level.
#include "column_population/answered.hpp"
#include "parallel/block_ranges.hpp"
#include "population/told.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::column_population {

/// 0 for those that ask nobody, else one more than the highest of those that they ask.
class answered::levels final : public population::answerer {
public:
    levels(const answered& of, const std::vector<std::uint32_t>& kinds)
        : of_(of), order_(of.of_->by, of.shape_, kinds, *this), level_(of.memberships_.size(), 0) {}

    [[nodiscard]] std::vector<std::uint32_t> find(const progress& told) && {
        constexpr std::size_t between_calls = 65'536;
        const std::size_t all = of_.refused_.size();
        for (std::size_t i = 0; i < all; ++i) {
            order_.work_off(i);
            if (i % between_calls == between_calls - 1) {
                told(std::min(of_.evaluated_, all - 1));
            } // as many as before: so as to be stopped
        }
        return std::move(level_);
    }

    [[nodiscard]] bool is_refused(std::size_t subject) const override { return of_.refused_[subject] != 0; }
    void pass_by(std::size_t /*subject*/) override {}
    void answer(const node& who) override {
        std::uint32_t& own = level_[of_.first_[who.subject] + who.at];
        own = of_.groups_[of_.member_of(who).group]->told.empty() ? 0 : 1;
        order_.for_each_asked(who, [&](const node& one) { own = std::max(own, level_[of_.first_[one.subject] + one.at] + 1); });
    }

private:
    const answered& of_;
    population::order order_;
    std::vector<std::uint32_t> level_;
};

void answered::work_off_levels(const progress& told) {
    const auto is_asking = [](const auto& one) { return !one->told.empty(); };
    if (std::none_of(groups_.begin(), groups_.end(), is_asking)) { return; }
    std::vector<std::uint32_t> kinds = kinds_;
    std::replace(kinds.begin(), kinds.end(), no_kind, 0U); // those are refused
    const std::vector<std::uint32_t> level = levels(*this, kinds).find(told);
    // The members of each level and group, in their order.
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> members;
    for (std::uint32_t i = 0; i < groups_.size(); ++i) {
        if (groups_[i]->told.empty()) { continue; }
        for (std::uint32_t member = 0; member < groups_[i]->members.size(); ++member) {
            const std::size_t subject = groups_[i]->members[member];
            if (refused_[subject] != 0) { continue; }
            members[{level[first_[subject] + at_of(subject, i)], i}].push_back(member);
        }
    }
    for (const auto& [where, of] : members) {
        fill(where.second, of);
        evaluate_in_slices(where.second, of, false, told);
    }
}

void answered::fill(std::uint32_t number, std::span<const std::uint32_t> members) {
    const std::size_t blocks = (members.size() + vector::block_rows - 1) / vector::block_rows;
    const std::size_t workers = std::clamp<std::size_t>(of_->options.threads, 1, std::max<std::size_t>(blocks, 1));
    parallel::block_ranges left(blocks, workers);
    parallel::run_tasks(of_->options, threads_, workers, [&](std::size_t worker) {
        gathered_block source(*of_, number, *groups_[number], members);
        while (const auto block = left.take(worker)) {
            source.move_to(*block);
            fill_block(number, source);
        }
    });
}

/// Links before tallies, so that what is wrong is told in the order of rows.
void answered::fill_block(std::uint32_t number, gathered_block& block) {
    group& of = *groups_[number];
    const std::size_t tallies = of.bound->tallies.size();
    vector::fact_block table_says;
    for (std::size_t i = 0; i < of.told.size(); ++i) {
        const std::size_t at = i < of.told.size() - tallies ? tallies + i : i - (of.told.size() - tallies);
        const std::uint32_t slot = of.told[at].slot;
        block.read_table(slot, table_says);
        for (std::size_t row = 0; row < block.members().size(); ++row) {
            plan::interval known = of.bound->nothing_known[slot];
            if ((table_says.known[row / 64] >> (row % 64) & 1U) != 0) {
                known.least = table_says.narrow != nullptr ? table_says.narrow[row] : table_says.values[row];
                known.most = known.least;
            }
            if (at < tallies) {
                fill_tally(number, at, block.members()[row], known);
            } else {
                fill_link(number, at - tallies, block.members()[row], known);
            }
        }
    }
}

/// True where a sub-unit is listed of one of the kinds: not listed is not none. One that was refused may be of any kind.
bool answered::is_listed(std::size_t subject, std::uint32_t number, std::size_t tally) const {
    const auto children = shape_.children_of(subject);
    return std::any_of(children.begin(), children.end(), [&](std::size_t child) {
        return refused_[child] == 0 && kinds_[child] != no_kind && tellers_[number][tally][kinds_[child]].over != nullptr;
    });
}

void answered::fill_tally(std::uint32_t number, std::size_t at, std::uint32_t member, const plan::interval& known) {
    group& of = *groups_[number];
    const std::size_t subject = of.members[member];
    if (!is_listed(subject, number, at)) { return; }
    const model::tally& rule = of.bound->model->tallies[at];
    const fact& into = of.bound->facts()[rule.fact];
    const unsigned scale = population::common_scale(rule, into);
    const auto found = population::tell(rule, into, scale, members_of(subject, number, at, scale));
    if (!found) { return; }
    if (const auto both = population::agreed(known, *found)) {
        of.told[at].of[member] = *both;
    } else {
        contradict(number, member,
                   population::disagreement(*of_, subject, into, known, of.bound->nothing_known[rule.fact], *found));
    }
}

/// The outcome before quotas counts. A body that is not there, or not assessed by that standard, or whose row is refused, tells nothing.
void answered::fill_link(std::uint32_t number, std::size_t at, std::uint32_t member, const plan::interval& known) {
    group& of = *groups_[number];
    const std::size_t subject = of.members[member];
    const model::link& link = of.bound->model->links[at];
    const std::size_t whose = link.of_parent ? shape_.parent[subject] : subject;
    if (whose == population::nowhere) { return; }
    const auto found = answer_by(whose, link.standard);
    if (!found) { return; }
    const group& by = *groups_[found->group];
    const fact& into = of.bound->facts()[link.fact];
    const std::uint64_t options = population::options_of(outcome_set(by.outcomes[found->member]), by.bound->outcomes, into);
    if (const auto both = population::agreed(known, options)) {
        of.told[of.bound->tallies.size() + at].of[member] = *both;
    } else {
        contradict(number, member, population::disagreement(*of_, subject, into, known, options));
    }
}

std::optional<answered::membership> answered::answer_by(std::size_t subject, const std::string& standard) const {
    if (refused_[subject] != 0) { return std::nullopt; }
    const auto& standards = line_of(subject).standards;
    for (std::uint32_t at = 0; at < standards.size(); ++at) {
        if (standards[at].name() != standard) { continue; }
        const membership found = member_of({subject, at});
        if (groups_[found.group]->outcomes[found.member] != 0) { return found; }
    }
    return std::nullopt;
}

std::vector<population::member> answered::members_of(std::size_t subject, std::uint32_t number, std::size_t tally,
                                                     unsigned scale) const {
    const model::tally& rule = groups_[number]->bound->model->tallies[tally];
    std::vector<population::member> members;
    if (const std::size_t lost = shape_.lost[shape_.raters.of[subject]]; lost != 0) {
        members.push_back(population::unknown_member(rule, scale, lost));
    }
    for (const std::size_t child : shape_.children_of(subject)) {
        if (refused_[child] != 0) { // even its kind may be what is wrong with it
            members.push_back(population::unknown_member(rule, scale, 1));
            continue;
        }
        const teller& by = tellers_[number][tally][kinds_[child]];
        if (by.over == nullptr) { continue; }
        const auto told = told_by(child, by);
        if (!told) {
            members.push_back(population::unknown_member(rule, scale, 1));
            continue;
        }
        const telling& of = *groups_[told->group]->tellings[by.telling];
        if (of.counts[told->member] == counts::no) { continue; }
        population::member made{of.counts[told->member] == counts::surely, {}, 1};
        if (!of.numbers.empty()) { made.tells = population::scaled(of.numbers[told->member], *by.over, scale); }
        members.push_back(made);
    }
    return members;
}

/// The sub-unit's answer by the standard that tells; nothing where there is none.
std::optional<answered::membership> answered::told_by(std::size_t child, const teller& by) const {
    const auto& numbers = of_->numbers[kinds_[child]];
    for (std::uint32_t at = 0; at < numbers.size(); ++at) {
        if (groups_[numbers[at]]->bound->model != by.over->standard) { continue; }
        const membership found = member_of({child, at});
        if (groups_[found.group]->outcomes[found.member] != 0) { return found; }
    }
    return std::nullopt;
}

/// There is no answer, and in the end the subject is refused, so that it does not matter which of its answers was given first.
void answered::contradict(std::uint32_t number, std::uint32_t member, diagnostic why) {
    group& of = *groups_[number];
    of.has_no_answer[member] = 1;
    of.outcomes[member] = 0;
    const std::lock_guard<std::mutex> lock(contradicting_);
    contradictions_.push_back({of.members[member], at_of(of.members[member], number), std::move(why)});
}

/// Which of the standards for its kind a group is of.
std::uint32_t answered::at_of(std::size_t subject, std::uint32_t number) const {
    const auto& numbers = of_->numbers[kinds_[subject]];
    return static_cast<std::uint32_t>(std::find(numbers.begin(), numbers.end(), number) - numbers.begin());
}

void answered::settle() {
    std::stable_sort(contradictions_.begin(), contradictions_.end(), [](const contradiction& one, const contradiction& other) {
        return std::pair(one.subject, one.at) < std::pair(other.subject, other.at);
    });
    for (contradiction& one : contradictions_) { refuse(one.subject, std::move(one.why)); }
    contradictions_.clear();
}

} // namespace TIEUCHI_NAMESPACE::impl::column_population
