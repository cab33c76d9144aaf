// SPDX-License-Identifier: Apache-2.0
/// \file
/// Catch2, version 2 or 3, whichever the system has.
#pragma once

// A check that throws ends its test case, as any throw does, and is not caught in place: that code would be a fifth of what is compiled.
#define CATCH_CONFIG_FAST_COMPILE

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

namespace tests {

/// Runs the tests; the `main` of each program of tests calls it.
int run(int argc, char** argv);

} // namespace tests
