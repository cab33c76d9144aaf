// SPDX-License-Identifier: Apache-2.0
/// \file
/// The standards that are measured: the regime of regime.tieuchi, and regimes like it of any size.
#pragma once

#include <tieuchi/standard.hpp>

#include <cstdint>

namespace bench {

[[nodiscard]] tieuchi::standard regime();

/// So many criteria, mixed as in the regime.
[[nodiscard]] tieuchi::standard generated_regime(std::int64_t criteria);

} // namespace bench
