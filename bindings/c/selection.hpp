// SPDX-License-Identifier: Apache-2.0
/// \file
/// Which rules to assess by, read from C.
#pragma once

#include "tieuchi.h"

#include <tieuchi/rulebook.hpp>

namespace tieuchi::c {

[[nodiscard]] selection selection_in(const tieuchi_selection* input);

} // namespace tieuchi::c
