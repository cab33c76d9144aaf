// SPDX-License-Identifier: Apache-2.0
/// \file
/// Columns of lists: what each row has, block by block, put one after the other at the end.
#pragma once

#include <tieuchi/impl/column/array_maker.hpp>
#include <tieuchi/impl/column/block.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace tieuchi::impl::column {

class list_column {
public:
    explicit list_column(std::size_t rows);

    /// Puts for each row of a block the numbers of the planes that have it.
    void put(std::size_t block, std::span<const bits> planes);

    /// All items in one buffer: `meaning(block)` gives what the numbers of a block's planes mean, of which `of(number)` is kept.
    template <class T, class Meaning>
    [[nodiscard]] array_maker items(Meaning meaning) const {
        array_maker made;
        made.length = items_;
        made.buffers = {{}, buffer(static_cast<std::size_t>(items_) * sizeof(T))};
        T* to = made.buffers[1].as<T>();
        for (std::size_t block = 0; block < blocks_.size(); ++block) {
            const auto of = meaning(block);
            const std::int32_t* const from = blocks_[block].items.template as<std::int32_t>();
            for (std::int32_t i = 0; i < blocks_[block].count; ++i) { *to++ = of(static_cast<std::size_t>(from[i])); }
        }
        return made;
    }

    /// Where the lists end, once all blocks have been put.
    void finish();
    /// The lists of these items.
    [[nodiscard]] array_maker lists(array_maker items) const;

private:
    struct block_items {
        buffer items;
        std::int32_t count = 0;
    };

    std::size_t rows_;
    buffer offsets_;
    std::vector<block_items> blocks_;
    std::int64_t items_ = 0;
};

} // namespace tieuchi::impl::column
