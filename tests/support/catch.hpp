// SPDX-License-Identifier: Apache-2.0
/// \file
/// Catch2, version 2 or 3, whichever the system has.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

namespace tests {

/// Runs the tests; the `main` of each program of tests calls it.
int run(int argc, char** argv);

} // namespace tests
