// SPDX-License-Identifier: Apache-2.0
/// \file
/// Arrays and schemas for those who take them over: each owns its memory, and frees it when it is released, once. All arrays of ours are built
/// by the functions below.
#pragma once

#include "arrow/arrow_owner.hpp"
#include "arrow/buffer.hpp"

#include <tieuchi/arrow.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::arrow {

/// A schema and its children.
struct schema_builder {
    std::string format;
    std::string name;
    bool nullable = false;
    std::vector<schema_builder> children{};
    std::vector<schema_builder> dictionary{}; ///< none or one

    [[nodiscard]] arrow_owner<ArrowSchema> build() const;
};

[[nodiscard]] schema_builder flat_schema(std::string format, std::string name, bool nullable = false);
/// Indices of `format` into texts, or into entries of another format.
[[nodiscard]] schema_builder dictionary_schema(std::string format, std::string name, bool nullable = false,
                                               std::string entries = "u");
[[nodiscard]] schema_builder list_schema(std::string name, schema_builder item);
[[nodiscard]] schema_builder table_schema();

/// An array, of rows that are all valid where the first of its buffers is empty.
struct array_builder {
    std::int64_t length = 0;
    std::int64_t null_count = 0;
    std::vector<buffer> buffers{}; ///< as Arrow lays them out, the validity first
    std::vector<array_builder> children{};
    std::vector<array_builder> dictionary{}; ///< none or one

    /// Moves everything into an array.
    [[nodiscard]] arrow_owner<ArrowArray> build() &&;
};

/// Values of one width, or bits, one after the other.
[[nodiscard]] array_builder flat_array(std::size_t rows, buffer values);
template <class T>
[[nodiscard]] array_builder flat_array(const std::vector<T>& values) {
    return flat_array(values.size(), buffer::copy_of(values));
}
/// Texts, as `utf8`.
[[nodiscard]] array_builder text_array(const std::vector<std::string>& texts);
/// Indices into entries.
[[nodiscard]] array_builder dictionary_array(array_builder indices, array_builder entries);
/// Lists of items; `offsets` are where that of each row begins, and where the last ends.
[[nodiscard]] array_builder list_array(std::size_t rows, buffer offsets, array_builder items);
/// Rows of the columns that are added as its children.
[[nodiscard]] array_builder table_array(std::size_t rows);

} // namespace TIEUCHI_NAMESPACE::impl::arrow
