// SPDX-License-Identifier: Apache-2.0
/// \file
/// Bounds on what the library will take in.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tieuchi {

/// Bounds that keep hostile input to bounded time and memory. Beyond one of them there is a diagnostic, never a crash.
struct limits {
    std::size_t file_bytes = std::size_t{8} << 20U; ///< size of one rule file
    std::size_t files = 10'000;                     ///< rule files in one folder
    std::uint32_t documents = 4'000;                ///< documents in one rulebook
    std::uint32_t standards = 4'000;                ///< standards in one rulebook, all versions counted
    std::uint32_t nesting = 128;                    ///< depth of parentheses, `not`s and criteria
    std::uint32_t criteria = 20'000;                ///< criteria in one standard, those brought in by `same as` included
    std::uint32_t facts = 20'000;                   ///< facts in one standard
    std::uint32_t diagnostics = 100;                ///< problems reported for one file
};

} // namespace tieuchi
