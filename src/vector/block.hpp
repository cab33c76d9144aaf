// SPDX-License-Identifier: Apache-2.0
/// \file
/// The unit of columnar work: some rows, column by column, so few that what is computed from them stays in the nearest caches.
#pragma once

#include <tieuchi/config.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace TIEUCHI_NAMESPACE::impl::vector {

inline constexpr std::size_t block_rows = 1024;
inline constexpr std::size_t block_words = block_rows / 64;

/// A yes or no for each row of a block: row r is bit r % 64 of word r / 64.
using bits = std::array<std::uint64_t, block_words>;

/// One fact for the rows of a block. Values that are not known are arbitrary, but initialised.
struct alignas(64) fact_block {
    std::array<std::int64_t, block_rows>
        values{}; ///< in the units of the slot; not of a fact that is yes or no, nor where there is `narrow`
    const std::int32_t* narrow = nullptr; ///< the values where the table itself has them so, for whole words of rows
    const std::int64_t* most = nullptr;   ///< of a derived fact: the upper bound of each row, and `values` the lower
    bits yes{};                           ///< of a fact that is yes or no: the rows where it is yes, all of them known
    bits known{};                         ///< the rows whose value is known
    bits refused{};                       ///< the rows whose value does not fit the fact: they are unknown
    bool all_known = false;               ///< every row of the block is known, or has bounds
    bool any_refused = false;
};

/// The facts of a table, a block at a time.
class fact_source {
public:
    fact_source() = default;
    fact_source(const fact_source&) = delete;
    fact_source(fact_source&&) = delete;
    fact_source& operator=(const fact_source&) = delete;
    fact_source& operator=(fact_source&&) = delete;
    virtual ~fact_source() = default;

    /// False if no row has the fact of this slot.
    [[nodiscard]] virtual bool has(std::uint32_t slot) const noexcept = 0;
    /// Reads the fact of a slot for the rows of the block at hand.
    virtual void read(std::uint32_t slot, fact_block& into) = 0;
    /// Prefetches one of `parts` parts of the memory of the next block; called `parts` times for each block. Hardware prefetching stops at
    /// the end of a page, which is where blocks end.
    virtual void fetch_ahead(std::size_t parts) noexcept = 0;
};

struct workspace;

/// The facts of many rows, block after block.
class block_source : public fact_source {
public:
    virtual void move_to(std::size_t block) noexcept = 0;
    /// The number of rows of the block at hand.
    [[nodiscard]] virtual std::size_t rows() const noexcept = 0;
    /// Changes the results of the block at hand where they depend on other rows, as with quotas.
    virtual void revise(workspace& answered) const = 0;
};

} // namespace TIEUCHI_NAMESPACE::impl::vector
