// SPDX-License-Identifier: Apache-2.0
/// \file
/// Memory of arrays: aligned to the lines of the caches as Arrow recommends, shared by those who point at it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

namespace tieuchi::impl::column {

/// Bytes that are not initialised, but for the last line of them, so that no padding shows what stood there before.
class buffer {
public:
    buffer() = default;
    explicit buffer(std::size_t bytes);

    template <class T>
    [[nodiscard]] static buffer of(const std::vector<T>& from) {
        buffer made(from.size() * sizeof(T));
        if (!from.empty()) { std::memcpy(made.as<T>(), from.data(), from.size() * sizeof(T)); }
        return made;
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

} // namespace tieuchi::impl::column
