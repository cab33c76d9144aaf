// SPDX-License-Identifier: Apache-2.0
/// \file
/// Divides blocks among threads: each takes those of its own range in order, because it has prefetched the next one; when none are left, it
/// takes the last ones of others.
#pragma once

#include <tieuchi/config.hpp>

#include <atomic>
#include <cstdint>
#include <optional>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::parallel {

class block_ranges {
public:
    block_ranges(std::size_t blocks, std::size_t workers) : ranges_(workers) {
        for (std::size_t i = 0; i < workers; ++i) { ranges_[i].left = packed(blocks * i / workers, blocks * (i + 1) / workers); }
    }

    /// The next block for a worker; nothing when all are taken.
    [[nodiscard]] std::optional<std::size_t> take(std::size_t worker) noexcept {
        if (const auto own = take_from(ranges_[worker], true)) { return own; }
        for (std::size_t i = 1; i < ranges_.size(); ++i) {
            if (const auto other = take_from(ranges_[(worker + i) % ranges_.size()], false)) { return other; }
        }
        return std::nullopt;
    }

private:
    /// First and last block that are left, 32 bits each, so that they change together. On a cache line each.
    struct alignas(64) range {
        std::atomic<std::uint64_t> left = 0;
    };

    [[nodiscard]] static std::uint64_t packed(std::uint64_t first, std::uint64_t last) noexcept { return first << 32U | last; }

    [[nodiscard]] static std::optional<std::size_t> take_from(range& from, bool front) noexcept {
        std::uint64_t left = from.left;
        for (;;) {
            const std::uint64_t first = left >> 32U;
            const std::uint64_t last = left & UINT32_MAX;
            if (first == last) { return std::nullopt; }
            const std::uint64_t after = front ? packed(first + 1, last) : packed(first, last - 1);
            if (from.left.compare_exchange_weak(left, after)) { return front ? first : last - 1; }
        }
    }

    std::vector<range> ranges_;
};

} // namespace TIEUCHI_NAMESPACE::impl::parallel
