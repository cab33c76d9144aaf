// SPDX-License-Identifier: Apache-2.0
/// \file
/// Ours, as a host calls it: batches of Arrow arrays in, Arrow arrays out.
#pragma once

#include "arrow_batches.hpp"
#include "data.hpp"

#include <tieuchi/columns.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace bench {

/// Reads the answers of one batch, whose columns are always in one order: outcome, decided, has_problems, total_least, total_most.
class batch_answers {
public:
    explicit batch_answers(const ArrowArray& of) : of_(of) {}

    [[nodiscard]] bool decided(std::size_t row) const {
        const unsigned byte = static_cast<const std::uint8_t*>(of_.children[1]->buffers[1])[row / 8];
        return (byte >> (row % 8) & 1U) != 0;
    }
    /// The place of the outcome among those of the standard.
    [[nodiscard]] std::int8_t outcome(std::size_t row) const {
        return static_cast<const std::int8_t*>(of_.children[0]->buffers[1])[row];
    }
    [[nodiscard]] std::int64_t least(std::size_t row) const { return millionths(3, row); }
    [[nodiscard]] std::int64_t most(std::size_t row) const { return millionths(4, row); }

private:
    /// The lower half of a decimal128, which holds all that a total can be.
    [[nodiscard]] std::int64_t millionths(std::size_t column, std::size_t row) const {
        return static_cast<const std::int64_t*>(of_.children[column]->buffers[1])[2 * row];
    }
    const ArrowArray& of_;
};

class evaluator {
public:
    explicit evaluator(const tieuchi::standard& of, tieuchi::column_options how = {}) : assessor_(of, std::move(how)) {}

    /// Assesses a table batch by batch and calls `use(first row, rows, answers)` with each.
    template <class Use>
    void assess(const table& of, std::size_t batch_rows, const Use& use) const {
        arrow_batches batches(of);
        batches.each(batch_rows, [&](std::size_t first, ArrowArray& batch) {
            const auto rows = static_cast<std::size_t>(batch.length);
            ArrowArray answers{};
            check(assessor_.assess(batches.schema(), &batch, &answers));
            use(first, rows, answers);
            answers.release(&answers);
        });
    }

private:
    static void check(const tieuchi::diagnostics& problems);
    tieuchi::column_assessor assessor_;
};

} // namespace bench
