// SPDX-License-Identifier: Apache-2.0
/// \file
/// A C callback that follows the progress of long work and may stop it.
#pragma once

#include "call.hpp"

#include <tieuchi/progress.hpp>

#include <cstddef>
#include <string>

namespace tieuchi::c {

/// Stops the work by throwing, which the library allows wherever it reports progress; the call then fails with that refusal.
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
