// SPDX-License-Identifier: Apache-2.0
/// \file
/// Options for assessing tables, read from C.
#pragma once

#include "tieuchi.h"

#include <tieuchi/columns.hpp>

namespace tieuchi::c {

[[nodiscard]] column_options options_in(const tieuchi_columns_options* input);

} // namespace tieuchi::c
