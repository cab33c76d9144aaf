// SPDX-License-Identifier: Apache-2.0
/// \file
/// Arrays and schemas lent to several readers: each reader gets its own structs, down to the last child, which it may move or release. The
/// memory behind an array is freed with the last of them.
#pragma once

#include "arrow_capsule.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace tieuchi::python {

/// Rows `first` to `first + rows - 1` of an array. `owner` keeps it alive.
[[nodiscard]] arrow_struct<ArrowArray> lend(const ArrowArray& array, std::shared_ptr<const void> owner, std::int64_t first,
                                            std::int64_t rows);

/// A deep copy. Precondition: the schema is valid Arrow.
[[nodiscard]] arrow_struct<ArrowSchema> copied(const ArrowSchema& schema);

/// A struct array with further columns before its own.
[[nodiscard]] arrow_struct<ArrowArray> with_columns(std::vector<arrow_struct<ArrowArray>> columns,
                                                    arrow_struct<ArrowArray> table);
/// Its schema; `metadata` replaces the schema's own unless it is empty.
[[nodiscard]] arrow_struct<ArrowSchema> with_columns(std::vector<arrow_struct<ArrowSchema>> columns,
                                                     arrow_struct<ArrowSchema> schema, const std::string& metadata);

} // namespace tieuchi::python
