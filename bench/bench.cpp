// SPDX-License-Identifier: Apache-2.0
// How long the things take that a host does: loading the rules, and assessing one subject. `./dev bench` runs this and judges.
#include <tieuchi/tieuchi.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace std::chrono_literals;

/// The rule files of Circular 124/2021, read once, so that no benchmark waits for the disk.
const std::vector<tieuchi::source_ptr>& circular() {
    static const std::vector<tieuchi::source_ptr> sources = [] {
        std::vector<tieuchi::source_ptr> read;
        const std::filesystem::path folder = TIEUCHI_SOURCE_DIR "/dsl/vn/bca/circular-124-2021";
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            if (entry.path().extension() != ".tieuchi") { continue; }
            std::ifstream file(entry.path(), std::ios::binary);
            std::string text{std::istreambuf_iterator<char>(file), {}};
            read.push_back(std::make_shared<tieuchi::source>(entry.path().filename().string(), std::move(text)));
        }
        std::ranges::sort(read, {}, [](const tieuchi::source_ptr& one) { return one->name(); });
        return read;
    }();
    return sources;
}

tieuchi::standard agency_safety() {
    const auto rules = tieuchi::rulebook::parse(circular());
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

/// A value that `fact` can have. Counts are all the same, so that none is above the one that bounds it.
tieuchi::value some_value_of(const tieuchi::fact& fact) {
    switch (fact.type) {
    case tieuchi::fact_type::yes_no: return true;
    case tieuchi::fact_type::date: return tieuchi::date{2022y / 3 / 31};
    case tieuchi::fact_type::one_of: return fact.options.front().name;
    case tieuchi::fact_type::count:
    case tieuchi::fact_type::number:
    case tieuchi::fact_type::percent: return std::max(fact.least, std::min(fact.most, *tieuchi::decimal::from_integer(1)));
    }
    return tieuchi::unknown_value{};
}

/// An agency of which everything is known.
tieuchi::facts one_agency(const tieuchi::standard& by) {
    tieuchi::facts known(by);
    for (std::uint32_t slot = 0; slot < by.facts().size(); ++slot) { known.set(slot, some_value_of(by.facts()[slot])); }
    known.set("kind", "agency");
    if (const auto problems = known.problems(); has_errors(problems)) {
        std::cerr << to_string(problems);
        std::exit(EXIT_FAILURE);
    }
    return known;
}

void load_check_and_lower(benchmark::State& state) {
    for (auto _ : state) {
        auto rules = tieuchi::rulebook::parse(circular());
        benchmark::DoNotOptimize(rules);
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
