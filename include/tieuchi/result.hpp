// SPDX-License-Identifier: Apache-2.0
/// \file
/// A value, or the diagnostics that explain why there is none.
#pragma once

#include <tieuchi/diagnostic.hpp>

#include <cassert>
#include <utility>
#include <variant>

namespace tieuchi {

/// Either a `T` or the diagnostics that say why not, with the names of `std::expected`.
///
/// Reading the side that is not there is a broken precondition: it asserts, it does not throw.
template <class T>
class [[nodiscard]] result {
public:
    using value_type = T;
    using error_type = diagnostics;

    result(T value) : state_(std::in_place_index<0>, std::move(value)) {}                 // NOLINT(google-explicit-constructor)
    result(diagnostics problems) : state_(std::in_place_index<1>, std::move(problems)) {} // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
    [[nodiscard]] explicit operator bool() const noexcept { return has_value(); }

    [[nodiscard]] T& value() & noexcept { return assert(has_value()), *std::get_if<0>(&state_); }
    [[nodiscard]] const T& value() const& noexcept { return assert(has_value()), *std::get_if<0>(&state_); }
    [[nodiscard]] T&& value() && noexcept { return assert(has_value()), std::move(*std::get_if<0>(&state_)); }

    [[nodiscard]] T& operator*() & noexcept { return value(); }
    [[nodiscard]] const T& operator*() const& noexcept { return value(); }
    [[nodiscard]] T&& operator*() && noexcept { return std::move(*this).value(); }
    [[nodiscard]] T* operator->() noexcept { return &value(); }
    [[nodiscard]] const T* operator->() const noexcept { return &value(); }

    [[nodiscard]] const diagnostics& error() const noexcept { return assert(!has_value()), *std::get_if<1>(&state_); }

private:
    std::variant<T, diagnostics> state_;
};

} // namespace tieuchi
