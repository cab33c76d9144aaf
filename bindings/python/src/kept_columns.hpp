// SPDX-License-Identifier: Apache-2.0
/// \file
/// Columns of a host's table that are carried through to its answers, so that each row shows whose it is.
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

/// Which columns are kept, by `keep`, `index` and `metadata` of the options.
struct keep_options {
    std::vector<std::string> names;
    std::string metadata; ///< of the answers' schema; empty: unchanged

    [[nodiscard]] bool empty() const noexcept { return names.empty(); }
};

/// False if the schema is not that of a table: the library says what is wrong with it.
[[nodiscard]] bool is_table(const ArrowSchema& schema);

/// The columns of one table, batch after batch. One thread may hand over batches while another reads answers.
class kept_columns {
public:
    /// Adds to `problems` each column that is missing or occurs twice.
    kept_columns(keep_options options, const ArrowSchema& table, diagnostics& problems);

    /// Puts the kept columns before those of the answers.
    [[nodiscard]] arrow_struct<ArrowSchema> schema(arrow_struct<ArrowSchema> answers, bool are_gathered) const;

    /// Records these rows of a batch, whose answers are still to come, and lends them.
    [[nodiscard]] arrow_struct<ArrowArray> pass(const std::shared_ptr<arrow_struct<ArrowArray>>& batch, std::int64_t first,
                                                std::int64_t rows);
    /// Puts the columns of the next rows before their answers.
    [[nodiscard]] arrow_struct<ArrowArray> join_next(arrow_struct<ArrowArray> answers);

    /// Puts the columns of any rows before their answers. What cannot be gathered was a problem of `why_not_gathered`.
    [[nodiscard]] arrow_struct<ArrowArray> join_rows(arrow_struct<ArrowArray> answers, std::span<const std::int64_t> rows) const;
    /// Why columns cannot be gathered.
    [[nodiscard]] diagnostics why_not_gathered() const;

private:
    struct part {
        std::shared_ptr<arrow_struct<ArrowArray>> batch;
        std::int64_t first; ///< of the batch
        std::int64_t rows;
        std::int64_t row; ///< of the table
    };

    keep_options options_;
    std::vector<std::int64_t> places_;
    std::vector<arrow_struct<ArrowSchema>> schemas_;
    std::deque<part> parts_; ///< whose answers are still to come
    mutable std::mutex mutex_;
    std::int64_t rows_ = 0;
};

} // namespace tieuchi::python
