// SPDX-License-Identifier: Apache-2.0
/// \file
/// Points as answers show them.
#pragma once

#include "model/model.hpp"

#include <tieuchi/assessment.hpp>

namespace TIEUCHI_NAMESPACE::impl::assess {

/// The values that a number of the model can still have.
[[nodiscard]] decimal_range range_of(const model::expression& number, plan::interval value) noexcept;

} // namespace TIEUCHI_NAMESPACE::impl::assess
