// SPDX-License-Identifier: Apache-2.0
/// \file
/// How many of a population may have a class.
#pragma once

#include <tieuchi/config.hpp>
#include <tieuchi/decimal.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace TIEUCHI_NAMESPACE {

/// At most a share of a population may have this outcome or a better one.
struct TIEUCHI_API quota {
    std::uint32_t outcome = 0;                    ///< index in `standard::outcomes()`
    decimal percent;                              ///< of those that count
    std::optional<std::uint32_t> counted_outcome; ///< subjects with this outcome count; none: all that got a class
    bool or_better = false;                       ///< and those with a better one
    std::optional<std::uint32_t> fewer_than;      ///< where fewer than this count,
    std::optional<std::uint32_t> then_at_most;    ///< this many may
    std::vector<std::string> cites;               ///< may be empty
    std::string cite;                             ///< those in one text
};

} // namespace TIEUCHI_NAMESPACE
