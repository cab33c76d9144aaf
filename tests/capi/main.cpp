// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"

int main(int argc, char** argv) { return tests::run(argc, argv); }
