// SPDX-License-Identifier: Apache-2.0
/// \file
/// Following work that takes long.
#pragma once

#include <tieuchi/config.hpp>

#include <cstddef>
#include <memory>
#include <type_traits>

namespace TIEUCHI_NAMESPACE {

/// A reference to something callable with the number of items done. It does not own what it refers to, which must outlive the call
/// it is passed to. Empty by default: no callback. It is called by the thread that made the call. If it throws, the work stops
/// and the exception propagates to the caller.
class progress {
public:
    progress() = default;

    template <class Callable>
        requires(!std::is_same_v<Callable, progress> && std::is_invocable_v<Callable&, std::size_t>)
    progress(Callable& callback)
    noexcept // NOLINT(google-explicit-constructor)
        : callback_(untyped(std::addressof(callback))),
          call_([](void* callable, std::size_t done) { (*static_cast<Callable*>(callable))(done); }) {}

    void operator()(std::size_t done) const {
        if (call_ != nullptr) { call_(callback_, done); }
    }

private:
    /// Only for `call_`, which casts back to the original type, const included.
    static void* untyped(const void* callback) noexcept {
        return const_cast<void*>(callback); // NOLINT(cppcoreguidelines-pro-type-const-cast)
    }

    void* callback_ = nullptr;
    void (*call_)(void*, std::size_t) = nullptr;
};

} // namespace TIEUCHI_NAMESPACE
