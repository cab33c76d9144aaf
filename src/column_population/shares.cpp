// SPDX-License-Identifier: Apache-2.0
// Quotas over the answers of groups.
#include "column_population/answered.hpp"
#include "population/quotas.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::column_population {

/// Of each standard that has quotas and each rater, in the order of the first that they assess.
std::vector<answered::electorate> answered::electorates() const {
    std::vector<electorate> found;
    for (std::uint32_t i = 0; i < groups_.size(); ++i) {
        const group& of = *groups_[i];
        if (of.bound->quotas.empty()) { continue; }
        std::vector<std::size_t> place(shape_.raters.names.size(), SIZE_MAX); // of each rater
        for (std::uint32_t member = 0; member < of.members.size(); ++member) {
            const std::size_t subject = of.members[member];
            if (refused_[subject] != 0) { continue; }
            std::size_t& at = place[shape_.raters.of[subject]];
            if (at == SIZE_MAX) {
                at = found.size();
                found.push_back({i, shape_.raters.of[subject], {}, {}});
            }
            found[at].members.push_back(member);
            found[at].subjects.push_back(subject);
        }
    }
    std::sort(found.begin(), found.end(), [&](const electorate& one, const electorate& other) {
        const auto first = [&](const electorate& of) {
            return std::pair(of.subjects.front(), at_of(of.subjects.front(), of.group));
        };
        return first(one) < first(other);
    });
    return found;
}

void answered::share_out() {
    std::vector<std::size_t> refused;
    for (std::size_t i = 0; i < refused_.size(); ++i) {
        if (refused_[i] != 0) { refused.push_back(i); }
    }
    const auto unknown = population::count_by_rater(*of_, shape_.raters, refused);
    for (const electorate& all : electorates()) {
        group& of = *groups_[all.group];
        if (of.after_quotas.empty()) { of.after_quotas = of.outcomes; }
        for (std::size_t i = 0; i < of.bound->quotas.size(); ++i) {
            std::vector<population::contender> contenders;
            for (const std::uint32_t member : all.members) {
                contenders.push_back({of.after_quotas[member], of.quota_values[i][member]});
            }
            contenders.resize(contenders.size() + unknown[all.rater], population::unknown_contender(of.by));
            quotas_.push_back(population::settle(of.by, i, all.subjects, contenders));
            quotas_.back().rater = shape_.raters.names[all.rater];
            for (std::size_t k = 0; k < all.members.size(); ++k) { of.after_quotas[all.members[k]] = contenders[k].outcomes; }
        }
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::column_population
