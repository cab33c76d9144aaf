// SPDX-License-Identifier: Apache-2.0
/// \file
/// Model to plan.
#pragma once

#include "plan/program.hpp"

#include <tieuchi/date.hpp>

#include <optional>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::plan {

/// What is settled before any subject is looked at: constants of the plan.
struct settled_choices {
    std::vector<std::uint32_t> readings; ///< the option taken for each reading of the standard
    date rules_date{};
    std::optional<tieuchi::period> period; ///< none where the standard has no window
};

/// The program that decides a standard, without what the choices rule out.
[[nodiscard]] program lower(const model::standard& standard, const settled_choices& chosen);

/// The program of a tally for one kind of sub-unit: the condition `where`, and the number that it adds, `contribution`.
[[nodiscard]] program lower(const model::tally::over& part, const settled_choices& chosen);

} // namespace TIEUCHI_NAMESPACE::impl::plan
