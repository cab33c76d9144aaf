// SPDX-License-Identifier: Apache-2.0
/// \file
/// The shape of a population: who is below whom.
#pragma once

#include <tieuchi/population.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tieuchi::impl::population {

inline constexpr std::size_t nowhere = SIZE_MAX;

/// Who says what of whom.
struct raters {
    std::vector<std::size_t> of;         ///< of each subject, an index in `names`
    std::vector<std::string_view> names; ///< in the order of the data
};

struct family {
    population::raters raters;
    std::vector<std::size_t> parent; ///< index of each subject's parent, or `nowhere`
    std::vector<std::vector<std::size_t>> children;
    std::vector<std::size_t> lost; ///< for each rater, the subjects that may be sub-units of any body: whose parent is not known
};

[[nodiscard]] raters find_raters(const std::vector<subject>& subjects);

/// For each rater, the number of subjects on the list that may be of that rater: those of the rater, and those that could not be read.
[[nodiscard]] std::vector<std::size_t> count_by_rater(const std::vector<subject>& subjects, const raters& known,
                                                      const std::vector<std::size_t>& list);

/// Finds out who is below whom, each rater's subjects among themselves. What is wrong with that goes to `results`.
[[nodiscard]] family arrange(const std::vector<subject>& subjects, std::vector<subject_result>& results);

/// A problem of a subject, said to be in `column`.
[[nodiscard]] diagnostic problem_with(const subject& one, std::string_view column, std::string code, std::string message,
                                      std::string help = {});

} // namespace tieuchi::impl::population
