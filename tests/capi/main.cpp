// SPDX-License-Identifier: Apache-2.0
// A main of our own: versions 2 and 3 of Catch2 agree on `Session`, but not on how to ask for their main.
#define CATCH_CONFIG_RUNNER
#include "support/catch.hpp"

int main(int argc, char** argv) { return Catch::Session().run(argc, argv); }
