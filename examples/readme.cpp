// SPDX-License-Identifier: Apache-2.0
#include <tieuchi/tieuchi.hpp>

#include <chrono>
#include <iostream>

using namespace std::chrono_literals;

int main() {
    const auto rules = tieuchi::rulebook::load("dsl/vn"); // a folder, or a file
    const auto commune = rules ? rules->standard("commune_safety", {.on = 2022y / 11 / 15}) : rules.error();
    if (!commune) { return 1; }     // to_string(commune.error()) has every problem, each with its location
    tieuchi::facts known(*commune); // what is never set is unknown
    std::cout << "open, ask for " << known.assess().questions().front().fact->name << '\n';
    known.set("police_disciplined", 1);
    const tieuchi::assessment answer = known.assess();
    std::cout << answer.outcome()->name << ", because of " << answer.because().front() << '\n';
}
