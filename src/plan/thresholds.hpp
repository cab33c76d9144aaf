// SPDX-License-Identifier: Apache-2.0
/// \file
/// Where the answer to a question can change what follows.
#pragma once

#include "plan/program.hpp"

#include <cstdint>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::plan {

/// For each of `slots` facts, the constants that it is compared with, and their neighbours, in the fact's own units.
[[nodiscard]] std::vector<std::vector<std::int64_t>> thresholds_of(const program& plan, std::size_t slots);

} // namespace TIEUCHI_NAMESPACE::impl::plan
