// SPDX-License-Identifier: Apache-2.0
/// \file
/// The check: syntax trees in, the model out.
#pragma once

#include "model/rules.hpp"
#include "syntax/tree.hpp"

#include <tieuchi/diagnostic.hpp>
#include <tieuchi/limits.hpp>

#include <vector>

namespace TIEUCHI_NAMESPACE::impl::check {

/// Resolves names, types, dates and references of all files together. Every problem found goes to `problems`; the result decides
/// nothing unless there was no error.
[[nodiscard]] rules check_rules(const std::vector<syntax::tree>& files, const limits& bounds, diagnostics& problems);

} // namespace TIEUCHI_NAMESPACE::impl::check
