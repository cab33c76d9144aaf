// SPDX-License-Identifier: Apache-2.0
#include "agreement.hpp"

#include "evaluator.hpp"
#include "stop.hpp"

#include <algorithm>
#include <string>

namespace bench {

namespace {

constexpr std::int64_t millionths = 1'000'000;

[[noreturn]] void stop_at(std::size_t row, const std::string& why) { stop("row " + std::to_string(row) + ": " + why); }

tieuchi::facts facts_of(const tieuchi::standard& by, const table& from, std::size_t row) {
    tieuchi::facts made(by);
    for (const column& one : from.columns) {
        if (!one.known(row)) { continue; }
        if (one.yes_no) {
            made.set(one.name, (static_cast<unsigned>(one.bits()[row / 8]) >> (row % 8) & 1U) != 0);
        } else {
            made.set(one.name, one.numbers()[row]);
        }
    }
    return made;
}

} // namespace

regime_answers agreed_answers(const tieuchi::standard& by, const table& rows) {
    regime_answers by_loop{std::vector<std::int8_t>(rows.rows), std::vector<std::int32_t>(rows.rows)};
    row_loop(columns_of(rows), rows.rows, by_loop);
    regime_answers without_branches = by_loop;
    row_loop_without_branches(columns_of(rows), rows.rows, without_branches);
    if (without_branches.classes != by_loop.classes || without_branches.totals != by_loop.totals) {
        stop("the two row loops disagree");
    }
    regime_answers ours = by_loop;
    evaluator(by).assess(rows, rows.rows, [&](std::size_t first, std::size_t count, const ArrowArray& batch) {
        const batch_answers answers(batch);
        for (std::size_t i = 0; i < count; ++i) {
            if (!answers.decided(i) || answers.least(i) != answers.most(i)) {
                stop_at(first + i, "undecided, though all facts are known");
            }
            ours.classes[first + i] = answers.outcome(i);
            ours.totals[first + i] = static_cast<std::int32_t>(answers.least(i) / millionths);
        }
    });
    for (std::size_t row = 0; row < rows.rows; ++row) {
        if (ours.classes[row] != by_loop.classes[row] || ours.totals[row] != by_loop.totals[row]) {
            stop_at(row, "the row loop and the columns disagree");
        }
    }
    return ours;
}

void check_with_single_rows(const tieuchi::standard& by, const table& rows, std::size_t count) {
    evaluator(by).assess(rows, rows.rows, [&](std::size_t, std::size_t, const ArrowArray& batch) {
        const batch_answers answers(batch);
        for (std::size_t row = 0; row < std::min(count, rows.rows); ++row) {
            const tieuchi::assessment one = by.assess(facts_of(by, rows, row));
            const bool same = answers.decided(row) == one.decided() &&
                              (!one.decided() || one.outcomes().contains(static_cast<std::uint32_t>(answers.outcome(row)))) &&
                              answers.least(row) == one.total()->least.units() && answers.most(row) == one.total()->most.units();
            if (!same) { stop_at(row, "assessed by itself and in columns, the answers differ"); }
        }
    });
}

} // namespace bench
