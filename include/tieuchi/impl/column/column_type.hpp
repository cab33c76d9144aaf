// SPDX-License-Identifier: Apache-2.0
/// \file
/// The types of columns that facts can be read from.
#pragma once

#include <tieuchi/arrow.hpp>
#include <tieuchi/fact.hpp>
#include <tieuchi/impl/column/widen.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tieuchi::impl::column {

enum class type_family : std::uint8_t {
    null,
    boolean,
    integer,
    unsigned64,
    float32,
    float64,
    decimal128,
    text,
    large_text,
    text_view,
    dictionary,
    date32,
    date64 ///< moments, each the beginning of a day
};

struct column_type {
    type_family family = type_family::null;
    integer_type integer = integer_type::int64; ///< of integers, and of the indices of a dictionary
    int scale = 0;                              ///< of decimals: digits after the point, negative: zeros before it
    type_family entries = type_family::text;    ///< of a dictionary
    std::int64_t per_day = 1;                   ///< of moments: what they count in

    [[nodiscard]] int buffers() const noexcept;
    /// Bytes of an element; 0 where these are not of one size.
    [[nodiscard]] std::size_t width() const noexcept;
    [[nodiscard]] bool fits(const fact& of) const noexcept;
};

/// Empty for types that no fact is read from. Precondition of both: the schema, and that of its dictionary, have a format.
[[nodiscard]] std::optional<column_type> column_type_of(const ArrowSchema& schema);

/// `text (large_utf8)`, for messages; of any type, known or not.
[[nodiscard]] std::string name_of_type(const ArrowSchema& schema);

/// What a fact may be read from: `yes or no (bool), whole numbers of 0 and 1, or text`.
[[nodiscard]] std::string_view types_for(fact_type of) noexcept;

} // namespace tieuchi::impl::column
