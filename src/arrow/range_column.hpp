// SPDX-License-Identifier: Apache-2.0
/// \file
/// A column of exact numbers, as decimal128, of which each row has bounds.
#pragma once

#include "arrow/array_builder.hpp"
#include "vector/program.hpp"
#include "vector/workspace.hpp"

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::arrow {

class range_column {
public:
    range_column(std::size_t rows, const std::shared_ptr<buffer_pool>& memory);

    /// Puts a number of a block that has been run, times `unit`.
    void put(std::size_t block, const vector::workspace& from, const vector::operand& number, std::int64_t unit);

    /// The least and the most of each row: one buffer where these are the same in all rows.
    [[nodiscard]] std::pair<array_builder, array_builder> bounds();

private:
    std::size_t rows_;
    buffer least_;
    buffer most_;                    ///< written in blocks that are open
    std::vector<std::uint8_t> open_; ///< per block: whether some row has different bounds
};

} // namespace TIEUCHI_NAMESPACE::impl::arrow
