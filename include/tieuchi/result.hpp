// SPDX-License-Identifier: Apache-2.0
/// \file
/// A value, or the diagnostics that explain why there is none.
#pragma once

#include <tieuchi/diagnostic.hpp>

#include <cassert>
#include <exception>
#include <memory>
#include <string>
#include <utility>
#include <variant>

namespace TIEUCHI_NAMESPACE {

/// Thrown by `result::value()` where there is no value, as `std::bad_expected_access` is. The only exception of ours.
class TIEUCHI_API bad_result_access // NOLINT(cppcoreguidelines-special-member-functions): a move would leave nothing to report
    : public std::exception {
public:
    explicit bad_result_access(diagnostics problems);
    bad_result_access(const bad_result_access&) noexcept = default;
    bad_result_access& operator=(const bad_result_access&) noexcept = default;
    ~bad_result_access() override = default;
    /// The problems as `to_string` writes them, each with its place.
    [[nodiscard]] const char* what() const noexcept override;
    [[nodiscard]] const diagnostics& error() const noexcept;

private:
    struct content;
    std::shared_ptr<const content> content_; ///< so that copying does not throw
};

/// Either a `T` or the diagnostics that explain why there is none, with the names of `std::expected`: `value()` throws `bad_result_access` where there is
/// none, `*` and `->` assert that there is one, and `error()` asserts that there is none.
///
/// A temporary result returns its content by value, so that nothing refers to it once it is gone: `for (auto& s : *rules.standards_for(…))`
/// is right. For the same reason `load(…)->` does not compile; `load(…).value().` does.
template <class T>
class [[nodiscard]] result {
public:
    using value_type = T;
    using error_type = diagnostics;

    result(T value) : state_(std::in_place_index<0>, std::move(value)) {}                 // NOLINT(google-explicit-constructor)
    result(diagnostics problems) : state_(std::in_place_index<1>, std::move(problems)) {} // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
    [[nodiscard]] explicit operator bool() const noexcept { return has_value(); }

    [[nodiscard]] T& value() & { return need_value(), **this; }
    [[nodiscard]] const T& value() const& { return need_value(), **this; }
    [[nodiscard]] T value() && { return need_value(), *std::move(*this); }

    [[nodiscard]] T& operator*() & noexcept { return assert(has_value()), *std::get_if<0>(&state_); }
    [[nodiscard]] const T& operator*() const& noexcept { return assert(has_value()), *std::get_if<0>(&state_); }
    [[nodiscard]] T operator*() && noexcept { return assert(has_value()), std::move(*std::get_if<0>(&state_)); }
    [[nodiscard]] T* operator->() & noexcept { return &**this; }
    [[nodiscard]] const T* operator->() const& noexcept { return &**this; }
    const T* operator->() && = delete;

    [[nodiscard]] const diagnostics& error() const& noexcept { return assert(!has_value()), *std::get_if<1>(&state_); }
    [[nodiscard]] diagnostics error() && noexcept { return assert(!has_value()), std::move(*std::get_if<1>(&state_)); }

private:
    void need_value() const {
        if (!has_value()) { throw bad_result_access(error()); }
    }

    std::variant<T, diagnostics> state_;
};

} // namespace TIEUCHI_NAMESPACE
