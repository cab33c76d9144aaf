// SPDX-License-Identifier: Apache-2.0
/// \file
/// An owner of a struct of the Arrow interfaces: releases it once, whatever happens.
#pragma once

#include <tieuchi/arrow.hpp>
#include <tieuchi/config.hpp>

namespace TIEUCHI_NAMESPACE::impl::arrow {

template <class T>
class arrow_owner {
public:
    arrow_owner() = default;
    /// Takes over what `from` holds, which is released from then on.
    explicit arrow_owner(T& from) noexcept : held_(from) { from.release = nullptr; }
    arrow_owner(const arrow_owner&) = delete;
    arrow_owner& operator=(const arrow_owner&) = delete;
    arrow_owner(arrow_owner&& from) noexcept : arrow_owner(from.held_) {}
    arrow_owner& operator=(arrow_owner&& from) noexcept {
        if (this != &from) {
            reset();
            held_ = from.held_;
            from.held_.release = nullptr;
        }
        return *this;
    }
    ~arrow_owner() { reset(); }

    [[nodiscard]] T& operator*() noexcept { return held_; }
    [[nodiscard]] const T& operator*() const noexcept { return held_; }
    [[nodiscard]] T* operator->() noexcept { return &held_; }
    [[nodiscard]] bool empty() const noexcept { return held_.release == nullptr; }

    void reset() noexcept {
        if (held_.release != nullptr) { held_.release(&held_); }
        held_.release = nullptr;
    }

    /// Gives it away.
    void move_to(T& to) noexcept {
        to = held_;
        held_.release = nullptr;
    }

private:
    T held_{};
};

} // namespace TIEUCHI_NAMESPACE::impl::arrow
