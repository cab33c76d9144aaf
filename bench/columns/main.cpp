// SPDX-License-Identifier: Apache-2.0
// The columnar evaluator against yardsticks: tieuchi_bench_columns FOLDER [ROWS [LARGEST]]. Writes FOLDER/columns.json, and the columns and
// answers of the regime into FOLDER/data, for the peers. bench/ratios.py runs this and reads that.
#include "agreement.hpp"
#include "evaluator.hpp"
#include "export.hpp"
#include "memory_read.hpp"
#include "populations.hpp"
#include "standards.hpp"
#include "stop.hpp"
#include "stopwatch.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <utility>

namespace bench {

namespace {

constexpr int rounds = 9;
/// Rows of a batch: what fits into the caches with its answers, as hosts that stream choose it.
constexpr std::size_t batch_rows = std::size_t{64} * 1024;
constexpr std::size_t single_rows = 5000;

std::atomic<std::uint64_t> kept; // so that what is worked out is not optimised away

void say(const std::string& what) { std::cerr << "  " << what << '\n'; }

contestant ours(std::string name, const tieuchi::standard& by, const table& of, std::size_t batch,
                tieuchi::column_options how = {}) {
    return {std::move(name), [evaluator = std::make_shared<bench::evaluator>(by, std::move(how)), &of, batch] {
                evaluator->assess(of, batch, [](std::size_t, std::size_t, const ArrowArray& answers) {
                    kept = static_cast<std::uint64_t>(answers.length);
                });
            }};
}

contestant reading(std::string name, const table& of) {
    return {std::move(name), [&of] { kept = memory_read(of); }};
}

/// How many reasons the rows have, together.
std::uint64_t reasons_in(const tieuchi::standard& by, const table& of) {
    std::uint64_t found = 0;
    const evaluator with_reasons(by, {.reasons = true});
    with_reasons.assess(of, batch_rows, [&](std::size_t, std::size_t rows, const ArrowArray& answers) {
        constexpr std::size_t reasons = 5;
        found += static_cast<std::uint64_t>(static_cast<const std::int32_t*>(answers.children[reasons]->buffers[1])[rows]);
    });
    return found;
}

/// Work that needs no memory: what a second thread gains of it, it can gain of anything at the time.
void arithmetic() {
    std::uint64_t number = kept;
    for (int i = 0; i < 40'000'000; ++i) { number = number * 6364136223846793005U + 1442695040888963407U; }
    kept = number;
}

void arithmetic_in_two_threads() {
    const std::jthread other(arithmetic);
    arithmetic();
}

void measure_threads(const tieuchi::standard& by, const table& known, results& to) {
    to.add("threads", known.rows,
           take_turns({{"twice_the_arithmetic", [] { arithmetic(), arithmetic(); }},
                       {"twice_the_arithmetic_in_two_threads", arithmetic_in_two_threads},
                       ours("ours", by, known, batch_rows),
                       ours("ours_two_threads", by, known, batch_rows, {.threads = 2}),
                       ours("ours_in_one_batch", by, known, known.rows),
                       ours("ours_two_threads_in_one_batch", by, known, known.rows, {.threads = 2})},
                      rounds));
}

/// The yardsticks, and ours in each way that there is an aim for.
void measure_regime(std::size_t rows, const std::filesystem::path& folder, results& to) {
    const tieuchi::standard by = regime();
    say("the regime: " + std::to_string(rows) + " rows");
    const table known = make_table(by.facts(), rows);
    const table few_nulls = make_table(by.facts(), rows, 10);
    const table many_nulls = make_table(by.facts(), rows, 500);
    const regime_answers answers = agreed_answers(by, known);
    check_with_single_rows(by, known, single_rows);
    check_with_single_rows(by, few_nulls, single_rows);
    check_with_single_rows(by, many_nulls, single_rows);
    write_data(known, answers, folder / "data");

    const regime_columns columns = columns_of(known);
    regime_answers written = answers;
    to.add("regime", rows,
           take_turns({{"row_loop", [&] { row_loop(columns, rows, written); }},
                       {"row_loop_without_branches", [&] { row_loop_without_branches(columns, rows, written); }},
                       reading("memory_read", known),
                       reading("memory_read_nulls_1pct", few_nulls),
                       ours("ours", by, known, batch_rows),
                       ours("ours_in_one_batch", by, known, rows),
                       ours("ours_nulls_1pct", by, few_nulls, batch_rows),
                       ours("ours_nulls_50pct", by, many_nulls, batch_rows),
                       ours("ours_reasons", by, known, batch_rows, {.reasons = true})},
                      rounds));
    measure_threads(by, known, to);
    to.number("bytes_a_row", static_cast<double>(known.bytes()) / static_cast<double>(rows));
    to.number("reasons_a_row", static_cast<double>(reasons_in(by, known)) / static_cast<double>(rows));
    for (std::int8_t one = 0; one < 4; ++one) {
        const auto count = std::count(answers.classes.begin(), answers.classes.end(), one);
        to.number("share_of_class_" + std::to_string(one), static_cast<double>(count) / static_cast<double>(rows));
    }
}

/// The same where all fits into the caches.
void measure_in_cache(results& to) {
    constexpr std::size_t rows = std::size_t{8} * 1024;
    say("in the caches: " + std::to_string(rows) + " rows");
    const tieuchi::standard by = regime();
    const table known = make_table(by.facts(), rows);
    const regime_columns columns = columns_of(known);
    regime_answers written = agreed_answers(by, known);
    to.add("in_cache", rows,
           take_turns({{"row_loop", [&] { row_loop(columns, rows, written); }},
                       reading("memory_read", known),
                       ours("ours", by, known, rows)},
                      rounds));
}

/// The most memory that the process ever had, in MiB.
double peak_memory() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_maxrss) / 1024;
}

void measure_rows(std::size_t largest, results& to) {
    const tieuchi::standard by = regime();
    for (std::size_t rows = 1000; rows <= largest; rows *= 10) {
        say("rows: " + std::to_string(rows));
        const table known = make_table(by.facts(), rows);
        const double before = peak_memory();
        to.add("rows", rows, take_turns({ours(std::to_string(rows), by, known, batch_rows)}, rounds));
        to.number("memory_beyond_" + std::to_string(rows) + "_rows_mib", peak_memory() - before);
    }
}

void measure_criteria(std::size_t rows_of_the_regime, results& to) {
    for (const std::int64_t criteria : {10, 30, 100, 300, 1000, 3000}) {
        const std::size_t rows =
            rows_of_the_regime * 10 / static_cast<std::size_t>(criteria); // so that the data is about as large
        say("criteria: " + std::to_string(criteria));
        const tieuchi::standard by = generated_regime(criteria);
        const table known = make_table(by.facts(), rows);
        check_with_single_rows(by, known, 100);
        to.add("criteria", rows, take_turns({ours(std::to_string(criteria), by, known, batch_rows)}, rounds));
    }
}

} // namespace

} // namespace bench

int main(int count, char** arguments) {
    if (count < 2 || count > 4) { bench::stop("usage: tieuchi_bench_columns FOLDER [ROWS [LARGEST]]"); }
    const std::filesystem::path folder = arguments[1];
    const std::size_t rows = count > 2 ? std::stoull(arguments[2]) : std::size_t{4} * 1024 * 1024;
    const std::size_t largest = count > 3 ? std::stoull(arguments[3]) : 10'000'000;
    std::filesystem::create_directories(folder / "data");
    bench::results made;
    bench::measure_regime(rows, folder, made);
    bench::measure_in_cache(made);
    bench::measure_rows(largest, made);
    bench::measure_criteria(rows, made);
    bench::measure_populations(std::min<std::size_t>(largest, 1'000'000), made);
    std::ofstream(folder / "columns.json") << made.json();
}
