// SPDX-License-Identifier: Apache-2.0
/// \file
/// Structs of Arrow's, taken from C and given to it.
#pragma once

#include "call.hpp"

#include <string>

namespace tieuchi::c {

/// What a call takes over: released when the call ends without having passed it on.
template <class T>
class taken {
public:
    explicit taken(T* given) noexcept : given_(given) {}
    taken(const taken&) = delete;
    taken(taken&&) = delete;
    taken& operator=(const taken&) = delete;
    taken& operator=(taken&&) = delete;
    ~taken() {
        if (given_ != nullptr && given_->release != nullptr) { given_->release(given_); }
    }

private:
    T* given_;
};

/// Where Arrow's struct is to be put: released until there is one.
template <class T>
[[nodiscard]] T& arrow_place(T* out, const char* name) {
    T& to = needed(out, name);
    to = {};
    return to;
}

/// A struct of Arrow's that is there to be read.
template <class T>
[[nodiscard]] T& arrow_given(T* given, const char* name) {
    T& one = needed(given, name);
    if (one.release == nullptr) { throw refusal{TIEUCHI_INVALID_ARGUMENT, "`" + std::string(name) + "` was released already"}; }
    return one;
}

} // namespace tieuchi::c
