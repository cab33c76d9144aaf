// SPDX-License-Identifier: Apache-2.0
/// \file
/// Text to syntax tree.
#pragma once

#include "syntax/tree.hpp"

#include <tieuchi/diagnostic.hpp>
#include <tieuchi/limits.hpp>

namespace TIEUCHI_NAMESPACE::impl::syntax {

/// Reads one rule file. What cannot be read is left out of the tree and said in `problems`, all of it in one run; a tree whose
/// file had problems is good for finding more problems, not for deciding anything. Total: any bytes whatever give a tree and
/// diagnostics, in time linear in their number and with a stack bounded by `bounds.nesting`.
[[nodiscard]] tree parse(const source_ptr& source, const limits& bounds, diagnostics& problems);

} // namespace TIEUCHI_NAMESPACE::impl::syntax
