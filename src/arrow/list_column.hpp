// SPDX-License-Identifier: Apache-2.0
/// \file
/// Columns of lists: what each row has, block by block, put one after the other at the end.
#pragma once

#include "arrow/array_builder.hpp"
#include "vector/block.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::arrow {

class list_column {
public:
    list_column(std::size_t rows, std::shared_ptr<buffer_pool> memory);

    /// Puts for each row of a block the numbers of the planes that have it.
    void put(std::size_t block, std::span<const vector::bits> planes);

    /// How many items all blocks have.
    [[nodiscard]] std::int64_t count() const noexcept;
    [[nodiscard]] std::size_t blocks() const noexcept { return blocks_.size(); }
    /// Writes the numbers in the lists of a block through `convert`, row by row. Returns where those of the next block go.
    template <class T, class F>
    T* write_items(std::size_t block, T* to, F convert) const {
        const auto write = [&](const auto* from) {
            const auto count = static_cast<std::size_t>(blocks_[block].count);
            for (std::size_t i = 0; i < count; ++i) { to[i] = convert(from[i]); }
            return to + count;
        };
        const buffer& items = blocks_[block].items;
        return blocks_[block].wide ? write(items.as<std::uint32_t>()) : write(items.as<std::uint16_t>());
    }

    /// Where the lists end, once all blocks have been put.
    void finish();
    /// Room for all items, of so many bytes each. After `finish`.
    [[nodiscard]] array_builder items_array(std::size_t bytes) const;
    /// The lists of these items.
    [[nodiscard]] array_builder lists(array_builder items) const;

private:
    struct block_items {
        buffer items;
        std::int32_t count = 0;
        bool wide = false; ///< 32 bits for each, for there are more planes than 16 can number
    };

    std::size_t rows_;
    std::shared_ptr<buffer_pool> memory_;
    buffer offsets_;
    std::vector<block_items> blocks_;
    std::int64_t items_ = 0;
};

} // namespace TIEUCHI_NAMESPACE::impl::arrow
