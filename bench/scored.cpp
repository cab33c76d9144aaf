// SPDX-License-Identifier: Apache-2.0
// How time grows with the rules: scored standards of 30, 300 and 3000 criteria, long tables, long scales.
#include <tieuchi/tieuchi.hpp>

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace std::chrono_literals;

constexpr const char* document = R"(document "1/2022" {
    title en "Made up, to be measured"
    status illustrative
    in force from 2022-01-01
}
)";

tieuchi::rulebook parsed(const std::string& text) {
    auto rules = tieuchi::rulebook::parse({std::make_shared<const tieuchi::source>("generated.tieuchi", text)});
    if (!rules) {
        std::cerr << to_string(rules.error());
        std::exit(EXIT_FAILURE);
    }
    return *std::move(rules);
}

tieuchi::standard bound(const tieuchi::rulebook& rules) {
    auto found = rules.standard("scored", {.on = 2022y / 11 / 15});
    if (!found) {
        std::cerr << to_string(found.error());
        std::exit(EXIT_FAILURE);
    }
    return *std::move(found);
}

/// Criteria of each common kind in turn, each with facts of its own; a criterion that is judged by its own parts counts as one.
std::string scored_standard(std::int64_t criteria) {
    std::string facts;
    std::string rules;
    for (std::int64_t i = 0; i < criteria; ++i) {
        const std::string n = std::to_string(i);
        const std::string clause = "    criterion " + n + " en \"Criterion " + n + "\" ";
        switch (i % 5) {
        case 0:
            facts += "done_" + n + " yes_no  ";
            rules += clause + "2 points when done_" + n + "\n";
            break;
        case 1:
            facts += "whole_" + n + " count  part_" + n + " count at most whole_" + n + "  ";
            rules += clause + "scale part_" + n + " of whole_" + n + " { >= 90%: 2 points, >= 70%: 1 point, otherwise 0 }\n";
            break;
        case 2:
            facts += "incidents_" + n + " count  ";
            rules += clause + "2 points less 0.5 per incidents_" + n + "\n";
            break;
        case 3: rules += clause + "up to 2 points judged step 0.5\n"; break;
        default:
            facts += "early_" + n + " yes_no  late_" + n + " yes_no  ";
            rules += clause + "2 points when early_" + n + ", 1 point when late_" + n + "\n";
            break;
        }
    }
    const std::string points = std::to_string(2 * criteria);
    return document + std::string("standard scored for agency {\n    points ") + points +
           "\n    not applicable counts as full\n    facts { " + facts + "}\n" + rules +
           "    classes by total { good >= " + std::to_string(criteria) + ", weak otherwise }\n}\n";
}

void load_scored(benchmark::State& state) {
    const std::string text = scored_standard(state.range(0));
    for (auto _ : state) { benchmark::DoNotOptimize(bound(parsed(text))); }
}
BENCHMARK(load_scored)->Arg(30)->Arg(300)->Arg(3000)->Unit(benchmark::kMillisecond);

void outcome_of_scored(benchmark::State& state) {
    const tieuchi::rulebook rules = parsed(scored_standard(state.range(0)));
    const tieuchi::standard by = bound(rules);
    tieuchi::facts known(by);
    for (std::uint32_t slot = 1; slot < by.facts().size(); ++slot) {
        if (by.facts()[slot].type == tieuchi::fact_type::yes_no) {
            known.set(slot, tieuchi::value{true});
        } else {
            known.set(slot, tieuchi::value{*tieuchi::decimal::from_integer(1)});
        }
    }
    tieuchi::scratch work;
    for (auto _ : state) { benchmark::DoNotOptimize(by.outcomes(known, work)); }
}
BENCHMARK(outcome_of_scored)->Arg(30)->Arg(300)->Arg(3000)->Unit(benchmark::kMicrosecond);

constexpr std::int64_t table_lines = 10'000;

/// A table of that many lines, of which the one asked for is hit.
void line_of_a_table(benchmark::State& state) {
    std::string table;
    for (std::int64_t i = 1; i <= table_lines; ++i) {
        table += std::to_string(i % 7) + " when code = " + std::to_string(i) + " and open,\n";
    }
    const tieuchi::rulebook rules = parsed(
        document + std::string("standard scored for agency {\n    facts { code count  open yes_no\n        found = ") + table +
        "otherwise 0 }\n    criterion 1 when found >= 3\n    outcome met when every criterion is met\n"
        "    outcome not_met otherwise\n}\n");
    const tieuchi::standard by = bound(rules);
    tieuchi::facts known(by);
    known.set("code", *tieuchi::decimal::from_integer(state.range(0)));
    known.set("open", true);
    tieuchi::scratch work;
    for (auto _ : state) { benchmark::DoNotOptimize(by.outcomes(known, work)); }
}
BENCHMARK(line_of_a_table)->Arg(1)->Arg(100)->Arg(10'000)->Unit(benchmark::kMicrosecond);

/// A scale of that many lines.
void line_of_a_scale(benchmark::State& state) {
    std::string lines;
    for (std::int64_t i = state.range(0); i >= 1; --i) {
        lines += ">= " + std::to_string(i) + ": " + std::to_string(i % 7) + " points,\n";
    }
    const tieuchi::rulebook rules = parsed(document +
                                           std::string("standard scored for agency {\n    facts { reached count }\n"
                                                       "    criterion 1 scale reached { ") +
                                           lines + "otherwise 0 }\n    classes by total { good >= 3, weak otherwise }\n}\n");
    const tieuchi::standard by = bound(rules);
    tieuchi::facts known(by);
    known.set("reached", *tieuchi::decimal::from_integer(state.range(0) / 2));
    tieuchi::scratch work;
    for (auto _ : state) { benchmark::DoNotOptimize(by.outcomes(known, work)); }
}
BENCHMARK(line_of_a_scale)->Arg(10)->Arg(1'000)->Arg(100'000)->Unit(benchmark::kNanosecond);

} // namespace
