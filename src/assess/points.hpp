// SPDX-License-Identifier: Apache-2.0
/// \file
/// Points as answers show them.
#pragma once

#include "model/model.hpp"

#include <tieuchi/assessment.hpp>

namespace TIEUCHI_NAMESPACE::impl::assess {

/// The range in which a number of the model can still lie.
[[nodiscard]] decimal_range range_of(const model::expression& number, plan::interval value) noexcept;

} // namespace TIEUCHI_NAMESPACE::impl::assess
