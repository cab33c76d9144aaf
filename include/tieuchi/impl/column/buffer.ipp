// SPDX-License-Identifier: Apache-2.0
/// \file
/// Definitions of buffer.hpp.
#pragma once

#include <tieuchi/impl/column/buffer.hpp>

#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace tieuchi::impl::column {

namespace {

constexpr std::size_t cache_line = 64;
constexpr std::size_t large_page = std::size_t{2} << 20U;

[[nodiscard]] constexpr std::size_t rounded_up(std::size_t bytes, std::size_t unit) { return (bytes + unit - 1) / unit * unit; }

} // namespace

buffer::buffer(std::size_t bytes) {
    const bool large = bytes >= 2 * large_page;
    const std::size_t alignment = large ? large_page : cache_line;
    const std::size_t size = rounded_up(bytes == 0 ? 1 : bytes, cache_line);
    void* const made = ::operator new (size, std::align_val_t{alignment});
    bytes_ = std::shared_ptr<void>(made, [alignment](void* one) { ::operator delete (one, std::align_val_t{alignment}); });
#ifdef __linux__
    // Most of the time of large answers would be spent on getting pages of 4 KiB one by one.
    if (large) { static_cast<void>(madvise(made, size / large_page * large_page, MADV_HUGEPAGE)); }
#endif
    std::memset(static_cast<std::byte*>(made) + size - cache_line, 0, cache_line);
}

} // namespace tieuchi::impl::column
