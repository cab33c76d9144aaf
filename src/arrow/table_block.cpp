// SPDX-License-Identifier: Apache-2.0
// Definitions of table_block.hpp.
#include "arrow/table_block.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::arrow {

namespace {

constexpr std::size_t line_bytes = 64;

} // namespace

table_block::table_block(const columns& from, std::size_t rows) : from_(from), all_rows_(rows) {
    for (const auto& each : from) {
        if (each != nullptr) { each->add_memory(memory_); }
    }
    for (const block_memory& each : memory_) { lines_ += (each.bytes + line_bytes - 1) / line_bytes; }
}

void table_block::move_to(std::size_t block) noexcept {
    block_ = block;
    rows_ = std::min(vector::block_rows, all_rows_ - block * vector::block_rows);
    const bool next_is_whole = (block + 2) * vector::block_rows <= all_rows_;
    fetching_ = next_is_whole ? 0 : memory_.size();
    fetched_ = 0;
}

void table_block::read(std::uint32_t slot, vector::fact_block& into) {
    from_[slot]->read(static_cast<std::int64_t>(block_ * vector::block_rows), rows_, into);
}

void table_block::fetch_ahead(std::size_t parts) noexcept {
    for (std::size_t left = lines_ / parts + 1; left > 0 && fetching_ < memory_.size(); --left) {
        const block_memory& each = memory_[fetching_];
        __builtin_prefetch(each.begin + (block_ + 1) * each.bytes + fetched_, 0, 2);
        fetched_ += line_bytes;
        if (fetched_ < each.bytes) { continue; }
        ++fetching_;
        fetched_ = 0;
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::arrow
