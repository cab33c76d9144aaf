// SPDX-License-Identifier: Apache-2.0
/// \file
/// Bounds on what the library will take in.
#pragma once

#include <tieuchi/config.hpp>

#include <cstddef>
#include <cstdint>

namespace TIEUCHI_NAMESPACE {

/// Bounds that keep hostile input to bounded time and memory. Beyond one of them there is a diagnostic, never a crash.
struct limits {
    /// A larger `nesting` counts as this. Every call of the library needs at most 128 KB of stack with the nesting that is the default,
    /// and 1 MB with this one.
    static constexpr std::uint32_t deepest_nesting = 256;

    std::size_t file_bytes = std::size_t{8} << 20U; ///< size of one rule file
    std::size_t files = 10'000;                     ///< rule files in one folder
    std::uint32_t documents = 4'000;                ///< documents in one rulebook
    std::uint32_t standards = 4'000;                ///< standards in one rulebook, all versions counted
    std::uint32_t nesting = 32;                     ///< depth of parentheses, `not`s and criteria; see `deepest_nesting`
    std::uint32_t criteria = 20'000;                ///< criteria in one standard, those brought in by `same as` included
    std::uint32_t facts = 20'000;                   ///< facts in one standard
    std::uint32_t diagnostics = 100;                ///< problems reported for one file
    /// Parts of all standards together, once shared facts, amendments and `same as` are written out: an operation is one, a criterion or a fact some
    /// five, long texts more. Rules with more bytes than this may have as many parts as bytes.
    std::uint64_t parts = 1'000'000;
};

} // namespace TIEUCHI_NAMESPACE
