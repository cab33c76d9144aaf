// SPDX-License-Identifier: Apache-2.0
/// \file
/// Arrays and schemas shown to several readers: each gets structs of its own, down to the last child, that it may move or release; the memory
/// behind an array goes with the last of them.
#pragma once

#include "arrow_capsule.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace tieuchi::python {

/// Rows `first` to `first + rows - 1` of an array. `owner` keeps it alive.
[[nodiscard]] arrow_struct<ArrowArray> lend(const ArrowArray& of, std::shared_ptr<const void> owner, std::int64_t first,
                                            std::int64_t rows);

/// Precondition: as Arrow has them.
[[nodiscard]] arrow_struct<ArrowSchema> copied(const ArrowSchema& of);

/// A struct array with further columns before its own.
[[nodiscard]] arrow_struct<ArrowArray> with_columns(std::vector<arrow_struct<ArrowArray>> columns, arrow_struct<ArrowArray> of);
/// Its schema, with other metadata where there is some.
[[nodiscard]] arrow_struct<ArrowSchema> with_columns(std::vector<arrow_struct<ArrowSchema>> columns, arrow_struct<ArrowSchema> of,
                                                     const std::string& metadata);

} // namespace tieuchi::python
