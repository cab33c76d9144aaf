// SPDX-License-Identifier: Apache-2.0
/// \file
/// Whether a host's array can be traversed at all; whether it can be read is for the library to decide.
#pragma once

#include <tieuchi/arrow.hpp>

#include <algorithm>

namespace tieuchi::python {

/// True if no child is missing, at any depth.
[[nodiscard]] inline bool is_whole(const ArrowArray& array) {
    if (array.n_children < 0 || (array.n_children > 0 && array.children == nullptr)) { return false; }
    if (array.dictionary != nullptr && !is_whole(*array.dictionary)) { return false; }
    return std::all_of(array.children, array.children + array.n_children,
                       [](const ArrowArray* child) { return child != nullptr && is_whole(*child); });
}

} // namespace tieuchi::python
