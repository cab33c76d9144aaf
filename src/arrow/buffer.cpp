// SPDX-License-Identifier: Apache-2.0
// Definitions of buffer.hpp.
#include "arrow/buffer.hpp"

#include <algorithm>
#include <bit>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace TIEUCHI_NAMESPACE::impl::arrow {

namespace {

constexpr std::size_t cache_line = 64;
constexpr std::size_t large_page = std::size_t{2} << 20U;
constexpr std::size_t most_idle_bytes = std::size_t{64} << 20U;
constexpr std::size_t most_idle_blocks = 4096;

/// Few sizes, none more than an eighth too much, so that what was given back fits what is asked for.
[[nodiscard]] constexpr std::size_t size_for(std::size_t bytes) {
    const std::size_t unit = std::max(cache_line, std::bit_floor(bytes) / 8);
    return (std::max<std::size_t>(bytes, 1) + unit - 1) / unit * unit;
}

[[nodiscard]] constexpr std::align_val_t alignment_for(std::size_t size) {
    return std::align_val_t{size >= 2 * large_page ? large_page : cache_line};
}

[[nodiscard]] void* memory_of(std::size_t size) {
    void* const memory = ::operator new(size, alignment_for(size));
#ifdef __linux__
    // Most of the time of large answers would be spent on getting pages of 4 KiB one by one.
    if (size >= 2 * large_page) { static_cast<void>(madvise(memory, size / large_page * large_page, MADV_HUGEPAGE)); }
#endif
    return memory;
}

} // namespace

buffer::buffer(std::size_t bytes, const std::shared_ptr<buffer_pool>& pool) {
    const std::size_t size = size_for(bytes);
    void* memory = pool == nullptr ? nullptr : pool->take(size);
    if (memory == nullptr) { memory = memory_of(size); }
    bytes_ = std::shared_ptr<void>(memory, [size, pool](void* freed) {
        if (pool == nullptr) {
            ::operator delete(freed, alignment_for(size));
        } else {
            pool->release({freed, size});
        }
    });
    const std::size_t used = (bytes + cache_line - 1) / cache_line * cache_line;
    std::memset(static_cast<std::byte*>(memory) + std::max(used, cache_line) - cache_line, 0, cache_line);
}

buffer_pool::~buffer_pool() {
    for (const block& each : idle_) { ::operator delete(each.memory, alignment_for(each.bytes)); }
}

void* buffer_pool::take(std::size_t bytes) {
    const std::lock_guard<std::mutex> lock(changing_);
    if (idle_.capacity() == 0) { idle_.reserve(most_idle_blocks); } // giving back must not fail
    const auto found = std::find_if(idle_.rbegin(), idle_.rend(), [&](const block& each) { return each.bytes == bytes; });
    if (found == idle_.rend()) { return nullptr; }
    void* const memory = found->memory;
    *found = idle_.back();
    idle_.pop_back();
    idle_bytes_ -= bytes;
    return memory;
}

void buffer_pool::release(block freed) noexcept {
    {
        const std::lock_guard<std::mutex> lock(changing_);
        if (idle_.size() < most_idle_blocks && idle_bytes_ + freed.bytes <= most_idle_bytes) {
            idle_.push_back(freed);
            idle_bytes_ += freed.bytes;
            return;
        }
    }
    ::operator delete(freed.memory, alignment_for(freed.bytes));
}

} // namespace TIEUCHI_NAMESPACE::impl::arrow
