// SPDX-License-Identifier: Apache-2.0
/// \file
/// Model to plan.
#pragma once

#include <tieuchi/impl/plan/program.hpp>

#include <vector>

namespace tieuchi::impl::plan {

/// The program that decides a standard, with `chosen` the option taken for each of its readings. Readings are constants of the
/// plan: what they rule out is not in it.
[[nodiscard]] program lower(const model::standard& of, const std::vector<std::uint32_t>& chosen);

/// The program of a condition about a sub-unit; its last truth register is the answer.
[[nodiscard]] program lower(const model::tally::over& of, const std::vector<std::uint32_t>& chosen);

} // namespace tieuchi::impl::plan
