// SPDX-License-Identifier: Apache-2.0
// tests/support speaks to Catch2, whose version 2 wants its code compiled somewhere.
#define CATCH_CONFIG_RUNNER
#include "support/catch.hpp"
