// SPDX-License-Identifier: Apache-2.0
/// \file
/// Structs that begin with `struct_size`, of programs that were built with another version of the header.
#pragma once

#include "call.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <type_traits>

namespace tieuchi::c {

/// What no struct of ours will ever reach: a size above it was never set.
inline constexpr std::size_t largest_struct = std::size_t{1} << 14U;

template <class T>
void check_size(const T& of, const char* name) {
    static_assert(std::is_trivially_copyable_v<T> && offsetof(T, struct_size) == 0);
    if (of.struct_size <= sizeof(std::size_t) || of.struct_size > largest_struct) {
        throw refusal{TIEUCHI_INVALID_ARGUMENT,
                      "`struct_size` of `" + std::string(name) + "` is " + std::to_string(of.struct_size),
                      {},
                      {},
                      "set it to sizeof the struct"};
    }
}

/// A struct that the caller wants filled. Until it is, everything in it is 0.
template <class T>
class filled {
public:
    explicit filled(T* out) : to_(&needed(out, "out")) {
        check_size(*to_, "out");
        put(T{});
    }
    /// Gives as much as the caller has room for.
    void operator=(const T& value) { put(value); } // NOLINT(misc-unconventional-assign-operator): assigned once, never read

private:
    void put(const T& value) {
        const std::size_t size = to_->struct_size;
        auto* const bytes = reinterpret_cast<unsigned char*>(to_);
        std::memset(bytes + sizeof size, 0, size - sizeof size);
        const std::size_t known = std::min(size, sizeof(T));
        std::memcpy(bytes + sizeof size, reinterpret_cast<const unsigned char*>(&value) + sizeof size, known - sizeof size);
    }

    T* to_;
};

/// A struct of options as this version knows it. What an older program lacks is 0; what a newer one asks for beyond it is refused.
template <class T>
[[nodiscard]] T options_of(const T* given, const char* name) {
    T known{};
    if (given == nullptr) { return known; }
    check_size(*given, name);
    const auto* const bytes = reinterpret_cast<const unsigned char*>(given);
    const std::size_t size = given->struct_size;
    if (std::any_of(bytes + std::min(size, sizeof(T)), bytes + size, [](unsigned char one) { return one != 0; })) {
        throw refusal{TIEUCHI_INVALID_ARGUMENT, "`" + std::string(name) + "` asks for what this version does not know"};
    }
    std::memcpy(&known, bytes, std::min(size, sizeof(T)));
    return known;
}

} // namespace tieuchi::c
