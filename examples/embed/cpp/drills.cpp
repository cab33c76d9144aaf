// SPDX-License-Identifier: Apache-2.0
#include "fire_safety.hpp" // made from the rules: see CMakeLists.txt

#include <chrono>
#include <iostream>

int main(int argc, char** argv) {
    using namespace std::chrono_literals;

    const auto rules = tieuchi::rulebook::load(argc > 1 ? argv[1] : "examples/drills.tieuchi"); // a file, or a folder
    if (!rules) {
        std::cerr << to_string(rules.error()); // every problem of every file, each with its location
        return 1;
    }
    const auto by = fire_safety::standard::of(*rules, {.on = 2022y / 11 / 15});
    if (!by) {
        std::cerr << to_string(by.error()); // such as: these are no longer the rules that this was compiled for
        return 1;
    }

    // What is left out is unknown. `.stuff = 25`, or `.plan = "no"`, does not compile.
    fire_safety::facts known{.staff = 25, .plan = true, .fires = 0};
    for (const int drilled : {18, 17}) {
        known.drilled = drilled;
        const tieuchi::assessment answer = by->assess(known);
        if (const auto* const outcome = answer.outcome()) {
            std::cout << drilled << " of 25: " << outcome->name;
            for (const auto& clause : answer.because()) { std::cout << ", because of " << clause; }
        } else {
            std::cout << drilled << " of 25: open";
            for (const auto& question : answer.questions()) { std::cout << ", ask for " << question.fact->name; }
        }
        std::cout << '\n';
    }
}
