// SPDX-License-Identifier: Apache-2.0
// A host program: rules from memory, one subject, one answer. It is built in every way in which a host may use the library.
#include <tieuchi/tieuchi.hpp>

#include <chrono>
#include <iostream>
#include <memory>

namespace {

constexpr const char* rules_text = R"(
document "1/2020/EXAMPLE" {
    title en "An example"
    status illustrative
    in force from 2020-01-01
}

standard drills for agency {
    title en "Fire drills"
    facts {
        staff   count en "People who work here"
        drilled count en "Of them, people who took part in a drill" at most staff
    }
    criterion 1 en "Most people took part" when drilled >= 70% of staff
    outcome met when every criterion is met
    outcome not_met otherwise
}
)";

} // namespace

int main() {
    using namespace std::chrono_literals;

    const auto rules = tieuchi::rulebook::parse({std::make_shared<tieuchi::source>("example.tieuchi", rules_text)});
    if (!rules) {
        std::cerr << to_string(rules.error());
        return 1;
    }
    const auto drills = rules->standard("drills", {.on = 2022y / 11 / 15});
    if (!drills) {
        std::cerr << to_string(drills.error());
        return 1;
    }

    tieuchi::facts known(*drills);
    if (drills->assess(known).decided()) {
        std::cerr << "decided without facts\n";
        return 1;
    }
    known.set("staff", 120).set("drilled", 118);
    const tieuchi::assessment answer = drills->assess(known);
    std::cout << explain(answer);
    if (answer.outcome() == nullptr || answer.outcome()->name != "met") {
        std::cerr << "not the expected outcome\n";
        return 1;
    }
    return 0;
}
