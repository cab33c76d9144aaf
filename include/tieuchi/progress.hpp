// SPDX-License-Identifier: Apache-2.0
/// \file
/// Being told how far long work has come.
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
    progress(Callable& told)
    noexcept // NOLINT(google-explicit-constructor)
        : told_(untyped(std::addressof(told))), tell_([](void* to, std::size_t done) { (*static_cast<Callable*>(to))(done); }) {}

    void operator()(std::size_t done) const {
        if (tell_ != nullptr) { tell_(told_, done); }
    }

private:
    /// Only for `tell_`, which casts back to what it was, const included.
    static void* untyped(const void* told) noexcept {
        return const_cast<void*>(told); // NOLINT(cppcoreguidelines-pro-type-const-cast)
    }

    void* told_ = nullptr;
    void (*tell_)(void*, std::size_t) = nullptr;
};

} // namespace TIEUCHI_NAMESPACE
