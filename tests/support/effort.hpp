// SPDX-License-Identifier: Apache-2.0
/// \file
/// How hard properties are tried: little with every build, least under sanitizers, and for as long as one likes by `./dev fuzz`.
#pragma once

#include <cstdlib>
#include <random>

namespace tests {

inline unsigned from_environment(const char* name, unsigned otherwise) {
    const char* const given = std::getenv(name);
    return given == nullptr ? otherwise : static_cast<unsigned>(std::strtoul(given, nullptr, 10));
}

#if defined(__SANITIZE_ADDRESS__)
inline constexpr unsigned part = 4;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr unsigned part = 4;
#else
inline constexpr unsigned part = 1;
#endif
#else
inline constexpr unsigned part = 1;
#endif

/// How many of so many are tried: a fourth under sanitizers, which look for other mistakes and take ten times as long.
inline unsigned tried(unsigned many) { return many * from_environment("TIEUCHI_EFFORT", 1) / part; }

/// The same numbers in each run, others for each test and for each TIEUCHI_SEED.
inline std::mt19937_64 seeded(unsigned test) { return std::mt19937_64(test + 16U * from_environment("TIEUCHI_SEED", 0)); }

} // namespace tests
