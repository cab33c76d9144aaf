// SPDX-License-Identifier: Apache-2.0
/// \file
/// Structs of the Arrow C interfaces in capsules, after the Arrow PyCapsule interface: whoever takes a struct out of its capsule owns it;
/// a struct left in its capsule is released with it.
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
    explicit arrow_struct(const Struct& value) noexcept : struct_(value) {}
    arrow_struct(arrow_struct&& other) noexcept : struct_(std::exchange(other.struct_, {})) {}
    arrow_struct& operator=(arrow_struct&& other) noexcept {
        std::swap(struct_, other.struct_);
        return *this;
    }
    arrow_struct(const arrow_struct&) = delete;
    arrow_struct& operator=(const arrow_struct&) = delete;
    ~arrow_struct() {
        if (struct_.release != nullptr) { struct_.release(&struct_); }
    }

    [[nodiscard]] Struct* operator->() noexcept { return &struct_; }
    [[nodiscard]] const Struct* operator->() const noexcept { return &struct_; }
    [[nodiscard]] const Struct& operator*() const noexcept { return struct_; }
    [[nodiscard]] Struct& operator*() noexcept { return struct_; }
    [[nodiscard]] bool empty() const noexcept { return struct_.release == nullptr; }
    [[nodiscard]] Struct move_on() noexcept { return std::exchange(struct_, {}); }

private:
    Struct struct_{};
};

/// Takes the struct out of its capsule. Raises TypeError if it is no such capsule, ValueError if it is empty.
template <class Struct>
[[nodiscard]] arrow_struct<Struct> take(nb::handle capsule) {
    const char* const name = capsule_name<Struct>;
    if (PyCapsule_IsValid(capsule.ptr(), name) == 0) {
        const std::string message = std::string("expected a capsule named `") + name + "`";
        throw nb::type_error(message.c_str());
    }
    auto* const content = static_cast<Struct*>(PyCapsule_GetPointer(capsule.ptr(), name));
    if (content->release == nullptr) {
        const std::string message = std::string("the capsule `") + name + "` is empty: what it held was taken already";
        throw nb::value_error(message.c_str());
    }
    return arrow_struct<Struct>(std::exchange(*content, {}));
}

/// A capsule that holds the struct.
template <class Struct>
[[nodiscard]] nb::object encapsulate(arrow_struct<Struct> content) {
    auto memory = std::make_unique<Struct>(content.move_on());
    const auto destroy = [](PyObject* capsule) {
        const std::unique_ptr<Struct> owner(static_cast<Struct*>(PyCapsule_GetPointer(capsule, capsule_name<Struct>)));
        if (owner->release != nullptr) { owner->release(owner.get()); }
    };
    PyObject* const result = PyCapsule_New(memory.get(), capsule_name<Struct>, destroy);
    if (result == nullptr) {
        const arrow_struct<Struct> released(*memory);
        throw nb::python_error();
    }
    static_cast<void>(memory.release()); // the capsule's
    return nb::steal(result);
}

} // namespace tieuchi::python
