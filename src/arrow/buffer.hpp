// SPDX-License-Identifier: Apache-2.0
/// \file
/// Memory of arrays: aligned to the lines of the caches as Arrow recommends, shared by those who point at it.
#pragma once

#include <tieuchi/config.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <mutex>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::arrow {

class buffer_pool;

/// Bytes that are not initialised, but for the last line of them, so that no padding shows what stood there before.
class buffer {
public:
    buffer() = default;
    explicit buffer(std::size_t bytes) : buffer(bytes, nullptr) {}
    /// From a pool, to which the memory returns.
    buffer(std::size_t bytes, const std::shared_ptr<buffer_pool>& pool);

    template <class T>
    [[nodiscard]] static buffer copy_of(const std::vector<T>& from) {
        buffer copy(from.size() * sizeof(T));
        if (!from.empty()) { std::memcpy(copy.as<void>(), from.data(), from.size() * sizeof(T)); }
        return copy;
    }

    [[nodiscard]] bool empty() const noexcept { return bytes_ == nullptr; }
    [[nodiscard]] const void* data() const noexcept { return bytes_.get(); }
    template <class T>
    [[nodiscard]] T* as() const noexcept {
        return static_cast<T*>(bytes_.get());
    }

private:
    std::shared_ptr<void> bytes_;
};

/// Memory of released answers, for those of the next batch: getting it from the system again, page by page, takes longer than filling
/// it.
class buffer_pool {
public:
    buffer_pool() = default;
    buffer_pool(const buffer_pool&) = delete;
    buffer_pool(buffer_pool&&) = delete;
    buffer_pool& operator=(const buffer_pool&) = delete;
    buffer_pool& operator=(buffer_pool&&) = delete;
    ~buffer_pool();

private:
    friend class buffer;
    struct block {
        void* memory;
        std::size_t bytes;
    };

    /// Null when there is none of that size.
    [[nodiscard]] void* take(std::size_t bytes);
    void release(block freed) noexcept;

    std::mutex changing_;
    std::vector<block> idle_;
    std::size_t idle_bytes_ = 0;
};

} // namespace TIEUCHI_NAMESPACE::impl::arrow
