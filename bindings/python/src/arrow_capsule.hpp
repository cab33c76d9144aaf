// SPDX-License-Identifier: Apache-2.0
/// \file
/// Structs of the Arrow C interfaces in capsules, after the Arrow PyCapsule interface: who takes a struct out of its capsule owns it, and
/// what is left in the capsule is released with it.
#pragma once

#include "text.hpp"

#include <tieuchi/arrow.hpp>

#include <memory>
#include <string>
#include <utility>

namespace tieuchi::python {

template <class Struct>
inline constexpr const char* capsule_name = nullptr;
template <>
inline constexpr const char* capsule_name<ArrowSchema> = "arrow_schema";
template <>
inline constexpr const char* capsule_name<ArrowArray> = "arrow_array";
template <>
inline constexpr const char* capsule_name<ArrowArrayStream> = "arrow_array_stream";

/// Owns a struct until it is moved on.
template <class Struct>
class arrow_struct {
public:
    arrow_struct() = default;
    explicit arrow_struct(const Struct& taken) noexcept : held_(taken) {}
    arrow_struct(arrow_struct&& other) noexcept : held_(std::exchange(other.held_, {})) {}
    arrow_struct& operator=(arrow_struct&& other) noexcept {
        std::swap(held_, other.held_);
        return *this;
    }
    arrow_struct(const arrow_struct&) = delete;
    arrow_struct& operator=(const arrow_struct&) = delete;
    ~arrow_struct() {
        if (held_.release != nullptr) { held_.release(&held_); }
    }

    [[nodiscard]] Struct* operator->() noexcept { return &held_; }
    [[nodiscard]] const Struct* operator->() const noexcept { return &held_; }
    [[nodiscard]] const Struct& operator*() const noexcept { return held_; }
    [[nodiscard]] Struct& operator*() noexcept { return held_; }
    [[nodiscard]] bool empty() const noexcept { return held_.release == nullptr; }
    [[nodiscard]] Struct move_on() noexcept { return std::exchange(held_, {}); }

private:
    Struct held_{};
};

/// Takes the struct out of its capsule. Raises TypeError of what is no such capsule, ValueError of one that is empty.
template <class Struct>
[[nodiscard]] arrow_struct<Struct> take(nb::handle capsule) {
    const char* const name = capsule_name<Struct>;
    if (PyCapsule_IsValid(capsule.ptr(), name) == 0) {
        const std::string message = std::string("expected a capsule named `") + name + "`";
        throw nb::type_error(message.c_str());
    }
    auto* const held = static_cast<Struct*>(PyCapsule_GetPointer(capsule.ptr(), name));
    if (held->release == nullptr) {
        const std::string message = std::string("the capsule `") + name + "` is empty: what it held was taken already";
        throw nb::value_error(message.c_str());
    }
    return arrow_struct<Struct>(std::exchange(*held, {}));
}

/// A capsule that holds the struct.
template <class Struct>
[[nodiscard]] nb::object encapsulate(arrow_struct<Struct> given) {
    auto held = std::make_unique<Struct>(given.move_on());
    const auto destroy = [](PyObject* capsule) {
        const std::unique_ptr<Struct> one(static_cast<Struct*>(PyCapsule_GetPointer(capsule, capsule_name<Struct>)));
        if (one->release != nullptr) { one->release(one.get()); }
    };
    PyObject* const made = PyCapsule_New(held.get(), capsule_name<Struct>, destroy);
    if (made == nullptr) {
        const arrow_struct<Struct> released(*held);
        throw nb::python_error();
    }
    static_cast<void>(held.release()); // the capsule's
    return nb::steal(made);
}

} // namespace tieuchi::python
