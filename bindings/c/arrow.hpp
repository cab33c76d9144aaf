// SPDX-License-Identifier: Apache-2.0
/// \file
/// Structs of Arrow's, taken from C and given to it.
#pragma once

#include "call.hpp"

#include <string>

namespace tieuchi::c {

/// What a call takes over: released when the call ends without having passed it on.
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

/// Where Arrow's struct is to be put: released until there is one.
template <class T>
[[nodiscard]] T& arrow_place(T* out, const char* name) {
    T& output = needed(out, name);
    output = {};
    return output;
}

/// A struct of Arrow's that is there to be read.
template <class T>
[[nodiscard]] T& arrow_given(T* argument, const char* name) {
    T& object = needed(argument, name);
    if (object.release == nullptr) {
        throw refusal{TIEUCHI_INVALID_ARGUMENT, "`" + std::string(name) + "` was released already"};
    }
    return object;
}

} // namespace tieuchi::c
