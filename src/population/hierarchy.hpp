// SPDX-License-Identifier: Apache-2.0
/// \file
/// The shape of a population: which body each subject is below.
#pragma once

#include "population/subject_source.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::population {

inline constexpr std::size_t nowhere = SIZE_MAX;

/// Which rater reported each subject.
struct raters {
    std::vector<std::size_t> rater_of;   ///< of each subject, an index in `names`
    std::vector<std::string_view> names; ///< in the order of the data
};

struct hierarchy {
    population::raters raters;
    std::vector<std::size_t> parent;   ///< index of each subject's parent, or `nowhere`
    std::vector<std::size_t> children; ///< those of each subject, in the order of the data; those of the next after them
    std::vector<std::size_t> first;    ///< where those of each subject begin, and where the last end
    std::vector<std::size_t>
        orphans; ///< for each rater, the subjects that may be sub-units of any body: whose parent is not known

    [[nodiscard]] std::span<const std::size_t> children_of(std::size_t subject) const noexcept {
        return std::span(children).subspan(first[subject], first[subject + 1] - first[subject]);
    }
};

[[nodiscard]] raters find_raters(const subject_source& subjects);

/// For each rater, the number of subjects on the list that may be of that rater: those of the rater, and those that could not be read.
[[nodiscard]] std::vector<std::size_t> count_by_rater(const subject_source& subjects, const raters& known,
                                                      const std::vector<std::size_t>& list);

/// Matches subjects with their parents, each rater's subjects among themselves. Problems go to `refuse`.
[[nodiscard]] hierarchy build_hierarchy(const subject_source& subjects, const refusal& refuse);

} // namespace TIEUCHI_NAMESPACE::impl::population
