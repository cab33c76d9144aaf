// SPDX-License-Identifier: Apache-2.0
/// \file
/// The rows of a host's table in batches of a bounded size.
#pragma once

#include "arrow_capsule.hpp"
#include "kept_columns.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <utility>

namespace tieuchi::python {

/// Exports the schema of a stream.
using schema_source = std::function<void(ArrowSchema*)>;

/// Passes a stream on with each batch cut into pieces of at most `max_rows` rows, so that work on a large table can be followed and
/// stopped. Nothing is copied: a piece is the batch with another offset and length, and the batch is released with its last piece.
class row_stream {
public:
    /// Takes over `rows`. `columns`, if not null, records its columns of each piece.
    [[nodiscard]] static arrow_struct<ArrowArrayStream> cut(arrow_struct<ArrowArrayStream> rows, std::int64_t max_rows,
                                                            std::shared_ptr<kept_columns> columns);
    /// A stream of existing batches.
    [[nodiscard]] static arrow_struct<ArrowArrayStream> of_batches(schema_source schema,
                                                                   std::deque<arrow_struct<ArrowArray>> batches);
    /// A stream of one batch.
    [[nodiscard]] static arrow_struct<ArrowArrayStream> of_batch(arrow_struct<ArrowSchema> schema, arrow_struct<ArrowArray> rows);

private:
    row_stream(arrow_struct<ArrowArrayStream> rows, std::int64_t max_rows, std::shared_ptr<kept_columns> columns)
        : rows_(std::move(rows)), max_rows_(max_rows), columns_(std::move(columns)) {}

    int next(ArrowArray& out);
    [[nodiscard]] arrow_struct<ArrowArray> piece();

    arrow_struct<ArrowArrayStream> rows_;
    std::int64_t max_rows_;
    std::shared_ptr<kept_columns> columns_;           ///< null: no column is kept
    std::shared_ptr<arrow_struct<ArrowArray>> batch_; ///< the batch that pieces are cut from; null: the next is to be read
    std::int64_t rows_passed_ = 0;                    ///< how many rows of the batch were passed on
};

} // namespace tieuchi::python
