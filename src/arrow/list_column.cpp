// SPDX-License-Identifier: Apache-2.0
// Definitions of list_column.hpp.
#include "arrow/list_column.hpp"

#include "vector/answer_kernels.hpp"

#include <algorithm>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::arrow {

list_column::list_column(std::size_t rows, std::shared_ptr<buffer_pool> memory)
    : rows_(rows),
      memory_(std::move(memory)),
      offsets_((rows + 1) * sizeof(std::int32_t), memory_),
      blocks_((rows + vector::block_rows - 1) / vector::block_rows) {
    *offsets_.as<std::int32_t>() = 0;
}

void list_column::put(std::size_t block, std::span<const vector::bits> planes) {
    const std::size_t rows = std::min(vector::block_rows, rows_ - block * vector::block_rows);
    std::int32_t* const ends = offsets_.as<std::int32_t>() + 1 + block * vector::block_rows;
    const bool wide = planes.size() > UINT16_MAX;
    buffer items(vector::list_room(planes) * (wide ? sizeof(std::uint32_t) : sizeof(std::uint16_t)), memory_);
    if (wide) {
        vector::put_lists(planes, rows, items.as<std::uint32_t>(), ends);
    } else {
        vector::put_lists(planes, rows, items.as<std::uint16_t>(), ends);
    }
    blocks_[block] = {std::move(items), ends[rows - 1], wide};
}

std::int64_t list_column::count() const noexcept {
    std::int64_t all = 0;
    for (const block_items& each : blocks_) { all += each.count; }
    return all;
}

void list_column::finish() {
    for (std::size_t block = 0; block < blocks_.size(); ++block) {
        std::int32_t* const ends = offsets_.as<std::int32_t>() + 1 + block * vector::block_rows;
        const std::size_t rows = std::min(vector::block_rows, rows_ - block * vector::block_rows);
        const auto before = static_cast<std::int32_t>(items_);
        for (std::size_t row = 0; row < rows; ++row) { ends[row] += before; }
        items_ += blocks_[block].count;
    }
}

array_builder list_column::items_array(std::size_t bytes) const {
    const auto count = static_cast<std::size_t>(items_);
    return flat_array(count, buffer(count * bytes, memory_));
}

array_builder list_column::lists(array_builder items) const { return list_array(rows_, offsets_, std::move(items)); }

} // namespace TIEUCHI_NAMESPACE::impl::arrow
