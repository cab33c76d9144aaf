// SPDX-License-Identifier: Apache-2.0
/// \file
/// Elements of Arrow arrays, wherever they lie: their memory need not be aligned.
#pragma once

#include "arrow/column_type.hpp"

#include <tieuchi/arrow.hpp>

#include <cstdint>
#include <cstring>

namespace TIEUCHI_NAMESPACE::impl::arrow {

/// None: no row is null.
[[nodiscard]] inline const std::uint8_t* validity_of(const ArrowArray& array) noexcept {
    const bool may_have_nulls = array.n_buffers > 0 && array.buffers != nullptr && array.null_count != 0;
    return may_have_nulls ? static_cast<const std::uint8_t*>(array.buffers[0]) : nullptr;
}

/// Stands for the batch that an array without one would be a column of.
[[nodiscard]] inline ArrowArray all_of(std::int64_t rows) noexcept {
    ArrowArray batch{};
    batch.length = rows;
    return batch;
}

template <class T>
[[nodiscard]] T element_of(const void* buffer, std::int64_t at) noexcept {
    T value{};
    std::memcpy(&value, static_cast<const std::uint8_t*>(buffer) + at * static_cast<std::int64_t>(sizeof(T)), sizeof(T));
    return value;
}

/// An element of an array of whole numbers.
[[nodiscard]] inline std::int64_t whole_at(vector::integer_type type, const ArrowArray& array, std::int64_t row) noexcept {
    const void* const from = array.buffers[1];
    const std::int64_t at = array.offset + row;
    switch (type) {
    case vector::integer_type::int8: return element_of<std::int8_t>(from, at);
    case vector::integer_type::uint8: return element_of<std::uint8_t>(from, at);
    case vector::integer_type::int16: return element_of<std::int16_t>(from, at);
    case vector::integer_type::uint16: return element_of<std::uint16_t>(from, at);
    case vector::integer_type::int32: return element_of<std::int32_t>(from, at);
    case vector::integer_type::uint32: return element_of<std::uint32_t>(from, at);
    case vector::integer_type::int64: break;
    }
    return element_of<std::int64_t>(from, at);
}

/// Texts that stand one after the other in a buffer, at the offsets of another.
[[nodiscard]] constexpr bool has_offsets(type_family family) noexcept {
    return family == type_family::text || family == type_family::large_text;
}

[[nodiscard]] inline std::int64_t offset_at(type_family family, const ArrowArray& array, std::int64_t at) noexcept {
    const void* const offsets = array.buffers[1];
    return family == type_family::large_text ? element_of<std::int64_t>(offsets, at) : element_of<std::int32_t>(offsets, at);
}

} // namespace TIEUCHI_NAMESPACE::impl::arrow
