// SPDX-License-Identifier: Apache-2.0
// How long the things take that a host does: loading the rules, and assessing one subject. `./dev bench` runs this and judges.
#include <tieuchi/tieuchi.hpp>

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

namespace {

using namespace std::chrono_literals;

constexpr const char* circular = TIEUCHI_SOURCE_DIR "/dsl/vn/bca/circular-124-2021";

tieuchi::standard agency_safety() {
    const auto rules = tieuchi::rulebook::load(circular);
    if (!rules) {
        std::cerr << to_string(rules.error());
        std::exit(EXIT_FAILURE);
    }
    const auto found = rules->standard("agency_safety", {.on = 2022y / 11 / 15});
    if (!found) {
        std::cerr << to_string(found.error());
        std::exit(EXIT_FAILURE);
    }
    return *found;
}

/// An agency of which everything is known: it meets all but one clause, so that there is much to tell.
tieuchi::facts one_agency(const tieuchi::standard& by) {
    tieuchi::facts known(by);
    known.set("kind", "agency");
    for (std::uint32_t slot = 1; slot < by.facts().size(); ++slot) {
        const tieuchi::fact& fact = by.facts()[slot];
        if (!fact.only_for.empty() && fact.only_for.front() != "agency") { continue; }
        switch (fact.type) {
        case tieuchi::fact_type::yes_no: known.set(slot, tieuchi::value{fact.name != "armed_forces"}); break;
        case tieuchi::fact_type::one_of: known.set(slot, tieuchi::value{fact.options.back().name}); break;
        case tieuchi::fact_type::date: known.set(slot, tieuchi::value{tieuchi::date{2022y / 3 / 31}}); break;
        case tieuchi::fact_type::count:
        case tieuchi::fact_type::number:
        case tieuchi::fact_type::percent:
        case tieuchi::fact_type::judged: known.set(slot, tieuchi::value{tieuchi::decimal{}}); break;
        }
    }
    for (const char* counted :
         {"staff", "staff_informed", "models", "sub_units", "sub_units_eligible", "sub_units_advanced", "unlawful_strikes"}) {
        known.set(counted, 3);
    }
    if (const auto problems = known.problems(); has_errors(problems)) {
        std::cerr << to_string(problems);
        std::exit(EXIT_FAILURE);
    }
    if (by.assess(known).because() != std::vector<std::string>{"6.3.d"}) {
        std::cerr << "the agency is not the one meant\n" << explain(by.assess(known));
        std::exit(EXIT_FAILURE);
    }
    return known;
}

/// From the files on disk to four plans.
void load_check_and_lower(benchmark::State& state) {
    for (auto _ : state) {
        const auto rules = tieuchi::rulebook::load(circular);
        for (const char* name : {"residential_area_safety", "commune_safety", "agency_safety", "school_safety"}) {
            benchmark::DoNotOptimize(rules->standard(name, {.on = 2022y / 11 / 15}));
        }
    }
}
BENCHMARK(load_check_and_lower)->Unit(benchmark::kMillisecond);

void outcome_of_one_agency(benchmark::State& state) {
    const tieuchi::standard by = agency_safety();
    const tieuchi::facts known = one_agency(by);
    tieuchi::scratch work;
    for (auto _ : state) { benchmark::DoNotOptimize(by.outcomes(known, work)); }
}
BENCHMARK(outcome_of_one_agency)->Unit(benchmark::kMicrosecond);

void findings_of_one_agency(benchmark::State& state) {
    const tieuchi::standard by = agency_safety();
    const tieuchi::facts known = one_agency(by);
    for (auto _ : state) {
        const tieuchi::assessment answer = by.assess(known);
        benchmark::DoNotOptimize(answer.findings().data());
    }
}
BENCHMARK(findings_of_one_agency)->Unit(benchmark::kMicrosecond);

void questions_when_nothing_is_known(benchmark::State& state) {
    const tieuchi::standard by = agency_safety();
    const tieuchi::facts nothing(by);
    const tieuchi::assessment answer = by.assess(nothing);
    for (auto _ : state) { benchmark::DoNotOptimize(answer.questions()); }
}
BENCHMARK(questions_when_nothing_is_known)->Unit(benchmark::kMicrosecond);

void explanation_of_one_agency(benchmark::State& state) {
    const tieuchi::standard by = agency_safety();
    const tieuchi::assessment answer = by.assess(one_agency(by));
    for (auto _ : state) { benchmark::DoNotOptimize(explain(answer, {.language = "vi"})); }
}
BENCHMARK(explanation_of_one_agency)->Unit(benchmark::kMicrosecond);

} // namespace

BENCHMARK_MAIN();
