// SPDX-License-Identifier: Apache-2.0
/// \file
/// Columns of a host's table that are carried through to its answers, so that each row tells whose it is.
#pragma once

#include "lent.hpp"

#include <tieuchi/diagnostic.hpp>

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace tieuchi::python {

/// What is kept, by `keep`, `index` and `metadata` of the options.
struct keeping {
    std::vector<std::string> names;
    std::string metadata; ///< of the schema of the answers; empty: as it is

    [[nodiscard]] bool empty() const noexcept { return names.empty(); }
};

/// False of what a table's schema is not: the library says what is wrong with it.
[[nodiscard]] bool is_table(const ArrowSchema& schema);

/// The columns of one table, batch after batch. Those who hand over batches and those who read answers may be different threads.
class kept_columns {
public:
    /// Adds what is wrong to `problems`: a column that is not there, or is there twice.
    kept_columns(keeping what, const ArrowSchema& table, diagnostics& problems);

    /// Puts them before the columns of the answers.
    [[nodiscard]] arrow_struct<ArrowSchema> schema(arrow_struct<ArrowSchema> answers, bool gathered) const;

    /// Takes the rows of a batch to itself, for answers of so many rows to come; and shows them.
    [[nodiscard]] arrow_struct<ArrowArray> pass(const std::shared_ptr<arrow_struct<ArrowArray>>& batch, std::int64_t first,
                                                std::int64_t rows);
    /// Puts the columns of the next rows before their answers.
    [[nodiscard]] arrow_struct<ArrowArray> join_next(arrow_struct<ArrowArray> answers);

    /// Puts the columns of any rows before their answers, which tell the rows. What cannot be gathered was a problem of `why_not_gathered`.
    [[nodiscard]] arrow_struct<ArrowArray> join_rows(arrow_struct<ArrowArray> answers, std::span<const std::int64_t> rows) const;
    /// What keeps a column from being gathered.
    [[nodiscard]] diagnostics why_not_gathered() const;

private:
    struct part {
        std::shared_ptr<arrow_struct<ArrowArray>> batch;
        std::int64_t first; ///< of the batch
        std::int64_t rows;
        std::int64_t row; ///< of the table
    };

    keeping what_;
    std::vector<std::int64_t> places_;
    std::vector<arrow_struct<ArrowSchema>> schemas_;
    std::deque<part> parts_; ///< that answers are still to come for
    mutable std::mutex changing_;
    std::int64_t rows_ = 0;
};

} // namespace tieuchi::python
