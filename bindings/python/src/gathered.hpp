// SPDX-License-Identifier: Apache-2.0
/// \file
/// Some rows of a column, from wherever they stand: copied, for Arrow has no way to point at them.
#pragma once

#include "arrow_capsule.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tieuchi::python {

/// One row of a column.
struct placed_row {
    const ArrowArray* array;
    std::int64_t at; ///< counted from the array's own offset
};

/// True of numbers, texts, moments and whatever else has no parts, and of dictionaries of these.
[[nodiscard]] bool can_gather(const ArrowSchema& column);

/// The type of what is gathered: texts are large, and what stands in a dictionary is written out.
[[nodiscard]] arrow_struct<ArrowSchema> gathered_schema(const ArrowSchema& column);

/// Throws std::invalid_argument of arrays that are damaged.
[[nodiscard]] arrow_struct<ArrowArray> gathered(const ArrowSchema& column, std::span<const placed_row> rows);

} // namespace tieuchi::python
