// SPDX-License-Identifier: Apache-2.0
/// \file
/// What a quota makes of the answers of one rater by one standard.
#pragma once

#include "population/places.hpp"

#include <tieuchi/population.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::population {

/// One whose row was refused may have any outcome and any value.
[[nodiscard]] contender unknown_contender(const tieuchi::standard& by);

/// What goes first, of a number that may have no value: one without it comes last.
[[nodiscard]] plan::interval value_from(plan::truth applies, plan::interval value);

/// `contenders` has the `subjects` one by one, then those that were refused; what they can still be is narrowed or widened.
[[nodiscard]] quota_result settle(const tieuchi::standard& by, std::size_t quota, std::span<const std::size_t> subjects,
                                  std::vector<contender>& contenders);

} // namespace TIEUCHI_NAMESPACE::impl::population
