// SPDX-License-Identifier: Apache-2.0
/// \file
/// Arrow structs passed to and from C.
#pragma once

#include "call.hpp"

#include <string>

namespace tieuchi::c {

/// Owns an Arrow struct for the duration of a call: releases it at the end unless it was passed on.
template <class T>
class release_guard {
public:
    explicit release_guard(T* object) noexcept : object_(object) {}
    release_guard(const release_guard&) = delete;
    release_guard(release_guard&&) = delete;
    release_guard& operator=(const release_guard&) = delete;
    release_guard& operator=(release_guard&&) = delete;
    ~release_guard() {
        if (object_ != nullptr && object_->release != nullptr) { object_->release(object_); }
    }

private:
    T* object_;
};

/// The output argument for an Arrow struct, marked as released until it is filled.
template <class T>
[[nodiscard]] T& arrow_place(T* out, const char* name) {
    T& output = needed(out, name);
    output = {};
    return output;
}

/// An Arrow struct passed in, which must not be NULL or released.
template <class T>
[[nodiscard]] T& arrow_given(T* argument, const char* name) {
    T& object = needed(argument, name);
    if (object.release == nullptr) {
        throw refusal{TIEUCHI_INVALID_ARGUMENT, "`" + std::string(name) + "` was released already"};
    }
    return object;
}

} // namespace tieuchi::c
