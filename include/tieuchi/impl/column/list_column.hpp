// SPDX-License-Identifier: Apache-2.0
/// \file
/// Columns of lists: what each row has, block by block, put one after the other at the end.
#pragma once

#include <tieuchi/impl/column/array_maker.hpp>
#include <tieuchi/impl/column/block.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace tieuchi::impl::column {

class list_column {
public:
    list_column(std::size_t rows, std::shared_ptr<buffer_pool> memory);

    /// Puts for each row of a block the numbers of the planes that have it.
    void put(std::size_t block, std::span<const bits> planes);

    [[nodiscard]] std::size_t blocks() const noexcept { return blocks_.size(); }
    /// The numbers in the lists of a block, row by row.
    [[nodiscard]] std::span<const std::int32_t> items(std::size_t block) const noexcept {
        return {blocks_[block].items.as<std::int32_t>(), static_cast<std::size_t>(blocks_[block].count)};
    }

    /// Where the lists end, once all blocks have been put.
    void finish();
    /// Room for all items, of so many bytes each. After `finish`.
    [[nodiscard]] array_maker items_array(std::size_t bytes) const;
    /// The lists of these items.
    [[nodiscard]] array_maker lists(array_maker items) const;

private:
    struct block_items {
        buffer items;
        std::int32_t count = 0;
    };

    std::size_t rows_;
    std::shared_ptr<buffer_pool> memory_;
    buffer offsets_;
    std::vector<block_items> blocks_;
    std::int64_t items_ = 0;
};

} // namespace tieuchi::impl::column
