// SPDX-License-Identifier: Apache-2.0
/// \file
/// Limits, read from C.
#pragma once

#include "sized.hpp"

#include <tieuchi/limits.hpp>

namespace tieuchi::c {

/// NULL means all defaults; 0 in a field means the default of that limit.
[[nodiscard]] limits limits_in(const tieuchi_limits* input);

} // namespace tieuchi::c
