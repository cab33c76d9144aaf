// SPDX-License-Identifier: Apache-2.0
/// \file
/// A function of C that is told how far long work has come, and may stop it.
#pragma once

#include "call.hpp"

#include <tieuchi/progress.hpp>

#include <cstddef>
#include <string>

namespace tieuchi::c {

/// Stops by what it throws: the library may be left so wherever it reports progress, and the call fails with it.
class progress_callback {
public:
    progress_callback(tieuchi_progress_function callback, void* context) : callback_(callback), context_(context) {}

    void operator()(std::size_t done) const {
        if (callback_ != nullptr && callback_(context_, done) != 0) {
            throw refusal{TIEUCHI_CANCELLED,
                          "stopped by the progress function when " + std::to_string(done) + " subjects were done"};
        }
    }

private:
    tieuchi_progress_function callback_;
    void* context_;
};

} // namespace tieuchi::c
