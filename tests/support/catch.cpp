// SPDX-License-Identifier: Apache-2.0
// Versions 2 and 3 of Catch2 agree on `Session`, but not on how to ask for their main; version 2 is compiled here.
#define CATCH_CONFIG_RUNNER
#include "support/catch.hpp"

int tests::run(int argc, char** argv) { return Catch::Session().run(argc, argv); }
