// SPDX-License-Identifier: Apache-2.0
/// \file
/// How hard properties are tried: little with every build, and for as long as one likes by `./dev fuzz`.
#pragma once

#include <cstdlib>
#include <random>

namespace tests {

inline unsigned from_environment(const char* name, unsigned otherwise) {
    const char* const given = std::getenv(name);
    return given == nullptr ? otherwise : static_cast<unsigned>(std::strtoul(given, nullptr, 10));
}

/// Times what is tried.
inline unsigned effort() { return from_environment("TIEUCHI_EFFORT", 1); }

/// The same numbers in each run, others for each test and for each TIEUCHI_SEED.
inline std::mt19937_64 seeded(unsigned test) { return std::mt19937_64(test + 16U * from_environment("TIEUCHI_SEED", 0)); }

} // namespace tests
