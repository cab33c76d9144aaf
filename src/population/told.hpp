// SPDX-License-Identifier: Apache-2.0
/// \file
/// What others tell of a fact, whether they are held by rows or by columns.
#pragma once

#include "plan/bound.hpp"
#include "population/aggregate.hpp"
#include "population/roll.hpp"

#include <tieuchi/assessment.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace TIEUCHI_NAMESPACE::impl::population {

/// Digits after the point in which every sub-unit's number can be written, and the fact.
[[nodiscard]] unsigned common_scale(const model::tally& rule, const fact& into);

/// The kind of a tally that has this name, or null.
[[nodiscard]] const model::tally::over* over_kind(const model::tally& rule, std::string_view kind);

/// A number that a sub-unit tells, with so many digits after the point.
[[nodiscard]] wide_interval scaled(const plan::interval& told, const model::tally::over& by, unsigned scale);

/// Sub-units of which nothing is known: they may be of any of the kinds.
[[nodiscard]] member unknown_member(const model::tally& rule, unsigned scale, std::size_t times);

/// What its members make a fact; nothing where nothing can be said.
[[nodiscard]] std::optional<wide_interval> tell(const model::tally& rule, const fact& into, unsigned scale,
                                                std::vector<member> members);

/// A fact known to be from `known` of what is `allowed` is `found` to be within other bounds. Nothing where that contradicts.
[[nodiscard]] std::optional<plan::interval> agreed(const plan::interval& known, const wide_interval& found);
[[nodiscard]] diagnostic disagreement(const roll& of, std::size_t subject, const fact& about, const plan::interval& known,
                                      const plan::interval& allowed, const wide_interval& found);

/// The options of `into` that some outcomes come to, a bit each.
[[nodiscard]] std::uint64_t options_of(outcome_set found, const std::vector<outcome>& outcomes, const fact& into);
/// The same where it was told, or was not (`known`). Nothing where that contradicts.
[[nodiscard]] std::optional<plan::interval> agreed(const plan::interval& known, std::uint64_t options);
[[nodiscard]] diagnostic disagreement(const roll& of, std::size_t subject, const fact& about, const plan::interval& known,
                                      std::uint64_t options);

} // namespace TIEUCHI_NAMESPACE::impl::population
