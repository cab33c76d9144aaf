// SPDX-License-Identifier: Apache-2.0
/// \file
/// The facts of one block of a batch, while the memory of the next is on its way.
#pragma once

#include "arrow/column_view.hpp"
#include "vector/block.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::arrow {

class table_block final : public vector::block_source {
public:
    using columns = std::vector<std::unique_ptr<const column_view>>; ///< per slot; none: no row has it

    table_block(const columns& from, std::size_t rows);

    void move_to(std::size_t block) noexcept override;
    [[nodiscard]] std::size_t rows() const noexcept override { return rows_; }
    void revise(vector::workspace& /*answered*/) const override {}

    [[nodiscard]] bool has(std::uint32_t slot) const noexcept override { return from_[slot] != nullptr; }
    void read(std::uint32_t slot, vector::fact_block& into) override;
    void fetch_ahead(std::size_t parts) noexcept override;

private:
    const columns& from_;
    std::size_t all_rows_;
    std::size_t block_ = 0;
    std::size_t rows_ = 0;
    std::vector<block_memory> memory_;
    std::size_t lines_ = 0;           ///< of the caches, that a block takes
    std::size_t fetching_ = SIZE_MAX; ///< of `memory_`; past its end when there is nothing left to fetch
    std::size_t fetched_ = 0;         ///< bytes of it
};

} // namespace TIEUCHI_NAMESPACE::impl::arrow
