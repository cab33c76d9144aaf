// SPDX-License-Identifier: Apache-2.0
/// \file
/// The types of columns that facts can be read from.
#pragma once

#include "vector/widen.hpp"

#include <tieuchi/arrow.hpp>
#include <tieuchi/fact.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::arrow {

enum class type_family : std::uint8_t {
    null,
    boolean,
    integer,
    unsigned64,
    float16,
    float32,
    float64,
    decimal32,
    decimal64,
    decimal128, ///< and whole numbers of 128 bits, which have no digits after the point
    unsigned128,
    decimal256,
    text,
    large_text,
    text_view,
    dictionary,
    runs, ///< run-end encoded
    date32,
    date64, ///< moments, each the beginning of a day
    other   ///< no fact is read from it; only its nulls are known
};

[[nodiscard]] constexpr bool is_text(type_family family) noexcept {
    return family == type_family::text || family == type_family::large_text || family == type_family::text_view;
}
[[nodiscard]] constexpr bool is_integer(type_family family) noexcept {
    return family == type_family::integer || family == type_family::unsigned64;
}
[[nodiscard]] constexpr bool is_float(type_family family) noexcept {
    return family == type_family::float16 || family == type_family::float32 || family == type_family::float64;
}
/// Decimals, and whole numbers of 128 bits.
[[nodiscard]] constexpr bool is_decimal(type_family family) noexcept {
    return family >= type_family::decimal32 && family <= type_family::decimal256;
}

struct column_type {
    type_family family = type_family::null;
    vector::integer_type integer =
        vector::integer_type::int64;              ///< of integers, of the indices of a dictionary, and of the ends of runs
    int scale = 0;                                ///< of decimals: digits after the point, negative: zeros before it
    std::int64_t per_day = 1;                     ///< of moments: what they count in
    std::shared_ptr<const column_type> entries{}; ///< of a dictionary, and of runs

    /// The type itself, or that of its innermost entries.
    [[nodiscard]] const column_type& innermost() const noexcept { return entries == nullptr ? *this : entries->innermost(); }

    [[nodiscard]] int buffers() const noexcept;
    /// Bytes of an element; 0 where these are not of one size.
    [[nodiscard]] std::size_t width() const noexcept;
    [[nodiscard]] bool fits(const fact& fact) const noexcept;
};

/// Empty for types that no fact is read from. Precondition of all three: the schema, and that of its dictionary, have a format.
[[nodiscard]] std::optional<column_type> column_type_of(const ArrowSchema& schema);

/// The type by which only the nulls of such a column are read; empty where not even these are known.
[[nodiscard]] std::optional<column_type> type_for_nulls(const ArrowSchema& schema);

/// `text (large_utf8)`, for messages; of any type, known or not.
[[nodiscard]] std::string name_of_type(const ArrowSchema& schema);

/// What a fact may be read from: `yes or no (bool), whole numbers of 0 and 1, or text`.
[[nodiscard]] std::string_view types_for(fact_type type) noexcept;

} // namespace TIEUCHI_NAMESPACE::impl::arrow
