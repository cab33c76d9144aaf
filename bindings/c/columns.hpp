// SPDX-License-Identifier: Apache-2.0
/// \file
/// How to assess tables, as C says it.
#pragma once

#include "tieuchi.h"

#include <tieuchi/columns.hpp>

namespace tieuchi::c {

[[nodiscard]] column_options options_in(const tieuchi_columns_options* input);

} // namespace tieuchi::c
