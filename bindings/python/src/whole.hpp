// SPDX-License-Identifier: Apache-2.0
/// \file
/// Whether an array of a host's can be walked at all; whether it can be read is the library's to say.
#pragma once

#include <tieuchi/arrow.hpp>

#include <algorithm>

namespace tieuchi::python {

/// True where no child is missing, down to the last.
[[nodiscard]] inline bool is_whole(const ArrowArray& of) {
    if (of.n_children < 0 || (of.n_children > 0 && of.children == nullptr)) { return false; }
    if (of.dictionary != nullptr && !is_whole(*of.dictionary)) { return false; }
    return std::all_of(of.children, of.children + of.n_children,
                       [](const ArrowArray* one) { return one != nullptr && is_whole(*one); });
}

} // namespace tieuchi::python
