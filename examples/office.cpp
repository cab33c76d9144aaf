// SPDX-License-Identifier: Apache-2.0
#include <tieuchi/tieuchi.hpp>

#include <chrono>
#include <iostream>

int main() {
    using namespace std::chrono_literals;

    const auto rules = tieuchi::rulebook::load("examples/drills.tieuchi"); // a file, or a folder
    if (!rules) {
        std::cerr << to_string(rules.error()); // every problem of every file, each with its location
        return 1;
    }
    const auto fire_safety = rules->standard("fire_safety", {.on = 2022y / 11 / 15});
    if (!fire_safety) {
        std::cerr << to_string(fire_safety.error());
        return 1;
    }

    tieuchi::facts known(*fire_safety); // what is never set is unknown
    known.set("staff", 25).set("plan", true).set("fires", 0);

    for (const int drilled : {18, 17}) {
        known.set("drilled", drilled);
        const tieuchi::assessment answer = fire_safety->assess(known);
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
