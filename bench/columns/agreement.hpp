// SPDX-License-Identifier: Apache-2.0
/// \file
/// That the answers are right, before anything is timed.
#pragma once

#include "data.hpp"
#include "row_loop.hpp"

#include <tieuchi/standard.hpp>

#include <cstddef>

namespace bench {

/// The answers of ours to all rows of the regime, none of which has nulls. Stops the program if the row loop disagrees in one.
[[nodiscard]] regime_answers agreed_answers(const tieuchi::standard& by, const table& rows);

/// Stops the program unless ours says of the first rows what assessing each by itself says.
void check_with_single_rows(const tieuchi::standard& by, const table& rows, std::size_t count);

} // namespace bench
