// SPDX-License-Identifier: Apache-2.0
/// \file
/// Structs that begin with `struct_size`, so that programs built with another version of the header keep working.
#pragma once

#include "call.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <type_traits>

namespace tieuchi::c {

/// No struct of this interface will ever be larger: a size above this is an uninitialised one.
inline constexpr std::size_t largest_struct = std::size_t{1} << 14U;

template <class T>
void check_size(const T& argument, const char* name) {
    static_assert(std::is_trivially_copyable_v<T> && offsetof(T, struct_size) == 0);
    if (argument.struct_size <= sizeof(std::size_t) || argument.struct_size > largest_struct) {
        throw refusal{TIEUCHI_INVALID_ARGUMENT,
                      "`struct_size` of `" + std::string(name) + "` is " + std::to_string(argument.struct_size),
                      {},
                      {},
                      "set it to sizeof the struct"};
    }
}

/// A struct for the caller, zeroed until it is assigned.
template <class T>
class output_struct {
public:
    explicit output_struct(T* out) : output_(&needed(out, "out")) {
        check_size(*output_, "out");
        put(T{});
    }
    /// Copies as much as the caller has room for.
    void operator=(const T& value) { put(value); } // NOLINT(misc-unconventional-assign-operator): assigned once, never read

private:
    void put(const T& value) {
        const std::size_t size = output_->struct_size;
        auto* const bytes = reinterpret_cast<unsigned char*>(output_);
        std::memset(bytes + sizeof size, 0, size - sizeof size);
        const std::size_t copied_size = std::min(size, sizeof(T));
        std::memcpy(bytes + sizeof size, reinterpret_cast<const unsigned char*>(&value) + sizeof size, copied_size - sizeof size);
    }

    T* output_;
};

/// A struct of options in the layout of this version. Fields an older program lacks are 0; newer fields that are set are refused.
template <class T>
[[nodiscard]] T options_of(const T* input, const char* name) {
    T result{};
    if (input == nullptr) { return result; }
    check_size(*input, name);
    const auto* const bytes = reinterpret_cast<const unsigned char*>(input);
    const std::size_t size = input->struct_size;
    if (std::any_of(bytes + std::min(size, sizeof(T)), bytes + size, [](unsigned char byte) { return byte != 0; })) {
        throw refusal{TIEUCHI_INVALID_ARGUMENT, "`" + std::string(name) + "` asks for what this version does not know"};
    }
    std::memcpy(&result, bytes, std::min(size, sizeof(T)));
    return result;
}

} // namespace tieuchi::c
