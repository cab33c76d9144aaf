// SPDX-License-Identifier: Apache-2.0
/// \file
/// Some rows of a column, wherever they are: copied, since Arrow has no way to point at them.
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

/// True of numbers, texts, moments and all other types without children, and of dictionaries of these.
[[nodiscard]] bool can_gather(const ArrowSchema& column);

/// The type of the gathered column: texts become large, and dictionary entries are written out.
[[nodiscard]] arrow_struct<ArrowSchema> gathered_schema(const ArrowSchema& column);

/// Throws std::invalid_argument if an array is damaged.
[[nodiscard]] arrow_struct<ArrowArray> gathered(const ArrowSchema& column, std::span<const placed_row> rows);

} // namespace tieuchi::python
