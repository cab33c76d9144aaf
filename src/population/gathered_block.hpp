// SPDX-License-Identifier: Apache-2.0
/// \file
/// Members of a group as blocks: their rows, wherever they are in the table, and their derived facts.
#pragma once

#include "population/group.hpp"
#include "population/table.hpp"

#include <memory>
#include <span>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::population {

class gathered_block final : public vector::block_source {
public:
    /// `members` are indices in the group, ascending. All arguments must outlive this object.
    gathered_block(const table& from, std::uint32_t standard, const group& group, std::span<const std::uint32_t> members);

    void move_to(std::size_t block) noexcept override;
    [[nodiscard]] std::size_t rows() const noexcept override { return here_.size(); }
    /// The members of the block at hand.
    [[nodiscard]] std::span<const std::uint32_t> members() const noexcept { return here_; }

    [[nodiscard]] bool has(std::uint32_t slot) const noexcept override { return group_.has[slot]; }
    void read(std::uint32_t slot, vector::fact_block& into) override;
    /// The fact as the table itself has it.
    void read_table(std::uint32_t slot, vector::fact_block& into);
    void fetch_ahead(std::size_t /*parts*/) noexcept override {}
    /// Quotas may have changed the outcomes.
    void revise(vector::workspace& result) const override;

private:
    /// Rows of one batch that are near each other.
    struct stretch {
        const part* in = nullptr;
        std::int64_t first = 0; ///< row of the batch
        std::size_t rows = 0;   ///< with those between members
        std::size_t begin = 0;  ///< in the block
        std::size_t end = 0;
    };
    /// The bounds of a derived fact, for the block at hand.
    struct bounds {
        const derived_column* fact = nullptr;
        alignas(64) std::array<std::int64_t, vector::block_rows> most{};
    };

    void find_stretches();
    void copy(const stretch& from, const vector::fact_block& read, bool yes_no, vector::fact_block& into) const;
    void bound(bounds& by, vector::fact_block& into) const;

    const table& table_;
    std::uint32_t standard_;
    const group& group_;
    std::span<const std::uint32_t> all_;
    std::span<const std::uint32_t> here_;
    std::vector<stretch> stretches_;
    std::vector<std::unique_ptr<bounds>> bounds_; ///< by slot; none: the fact is not derived
    std::unique_ptr<vector::fact_block> spare_ = std::make_unique<vector::fact_block>();
};

} // namespace TIEUCHI_NAMESPACE::impl::population
