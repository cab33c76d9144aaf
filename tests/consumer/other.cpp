// SPDX-License-Identifier: Apache-2.0
// A second source of the host: it includes the public headers too, and must not clash with the first.
#include <tieuchi/tieuchi.hpp>

std::string version_of_the_rules(const tieuchi::rulebook& rules) { return rules.digest(); }
