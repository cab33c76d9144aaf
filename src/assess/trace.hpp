// SPDX-License-Identifier: Apache-2.0
/// \file
/// The plan read backwards: which registers and facts a result rests on, and which can still change it.
#pragma once

#include "plan/program.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::assess {

/// The registers after a run, with the plan and the facts that it ran on.
struct run_state {
    const plan::program* plan = nullptr;
    std::span<const plan::interval> slots;
    std::span<const plan::interval> numbers;
    std::span<const plan::truth> truths;
};

/// Registers and facts found.
struct trace {
    std::vector<std::uint8_t> truths;  ///< not zero: found; for `open_facts` the distinctions asked for
    std::vector<std::uint8_t> numbers; ///< not zero: found
    std::vector<std::uint8_t> slots;
};

/// What settled these truths and numbers: following it with only the facts found gives the same values again.
[[nodiscard]] trace support(const run_state& state, const std::vector<plan::register_index>& truths,
                            const std::vector<plan::register_index>& numbers = {});

/// Distinctions between the values of a truth, as bits: those that matter to what uses it.
inline constexpr std::uint8_t no_or_not = 1;  ///< no, or one of the others
inline constexpr std::uint8_t yes_or_not = 2; ///< yes, or one of the others
inline constexpr std::uint8_t applicable_or_not = 4;

/// True when a distinction that matters is still open.
[[nodiscard]] bool open(plan::truth value, std::uint8_t distinctions) noexcept;

/// The unknown facts that can still change which outcome is reached, found by following open distinctions alone.
[[nodiscard]] trace open_facts(const run_state& state);

/// The conditions that decided: exits, and what decided between the classes.
[[nodiscard]] std::vector<plan::register_index> deciding_roots(const run_state& state);

/// The conditions that decided between the classes: outcomes up to the first that surely holds, and adjustments that could change what
/// they found.
[[nodiscard]] std::vector<plan::register_index> class_roots(const run_state& state);

/// The first adjustment that matters: the last that surely sets the outcome, as it overrides those before it; else the first of all.
[[nodiscard]] std::size_t first_that_matters(const run_state& state);

} // namespace TIEUCHI_NAMESPACE::impl::assess
