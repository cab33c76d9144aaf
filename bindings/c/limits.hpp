// SPDX-License-Identifier: Apache-2.0
/// \file
/// Limits as C gives them.
#pragma once

#include "sized.hpp"

#include <tieuchi/limits.hpp>

namespace tieuchi::c {

/// NULL, and 0 of each, is the default.
[[nodiscard]] limits limits_in(const tieuchi_limits* input);

} // namespace tieuchi::c
