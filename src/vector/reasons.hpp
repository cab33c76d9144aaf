// SPDX-License-Identifier: Apache-2.0
/// \file
/// The clauses that surely fell short in the rows of a block, and what they cost.
#pragma once

#include "model/model.hpp"
#include "vector/program.hpp"
#include "vector/workspace.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::vector {

/// A criterion, and what it costs at the least, in millionths.
struct reason {
    std::uint32_t position = 0; ///< of the criterion in the order of the rules
    std::int64_t lost = 0;
    friend bool operator==(const reason&, const reason&) = default;
    /// Those that cost most first.
    friend bool operator<(const reason& a, const reason& b) noexcept {
        return a.lost != b.lost ? a.lost > b.lost : a.position < b.position;
    }
};

/// The reasons of a block, those that cost most first, else in the order of the rules, and the rows that have them.
struct ranked_reasons {
    std::vector<reason> reasons;
    std::vector<bits> rows;
};

/// Finds them block by block, in memory that it uses again.
class reason_finder {
public:
    /// `order`: the criteria that can be reasons, each before its parts.
    reason_finder(const model::standard& rules, const std::vector<std::uint32_t>& order);

    [[nodiscard]] ranked_reasons find(const workspace& in);

private:
    struct piece {
        vector::reason reason;
        bits rows{};
    };

    void find(const workspace& in, std::uint32_t position);
    void find_fixed(const workspace& in, std::uint32_t position, const fixed_loss& loss);
    void find_points(const workspace& in, std::uint32_t position);
    void add(std::uint32_t position, std::int64_t lost, const bits& rows);
    [[nodiscard]] bool stands_alone(std::uint32_t criterion) const;
    void find_smallest(const workspace& in, std::uint32_t criterion);
    void keep_smallest_parts(const workspace& in);

    const model::standard& rules_;
    const std::vector<std::uint32_t>& order_;
    std::vector<piece> pieces_;
    std::vector<std::uint32_t> ranks_; ///< of pieces, in order
    std::vector<bits> short_;          ///< per criterion: the rows in which it fell short
    std::vector<bits> inside_;         ///< the same, together with all criteria that it is part of
    std::vector<bits> smallest_;       ///< the same, but none of its parts did
    std::array<std::int64_t, block_rows> losses_{};
};

} // namespace TIEUCHI_NAMESPACE::impl::vector
