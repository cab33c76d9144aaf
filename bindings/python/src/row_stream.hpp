// SPDX-License-Identifier: Apache-2.0
/// \file
/// Rows of a host's table in batches of a bounded size.
#pragma once

#include "arrow_capsule.hpp"
#include "kept_columns.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <utility>

namespace tieuchi::python {

/// Writes down the type of a stream.
using schema_source = std::function<void(ArrowSchema*)>;

/// Passes a stream on, each batch cut into pieces of at most `most` rows, so that work on a large table can be followed and stopped. Nothing is
/// copied: a piece is the batch with another offset and length, and the batch is released with the last of its pieces.
class row_stream {
public:
    /// Takes over `rows`. `kept`, if there is one, has its columns of each piece.
    [[nodiscard]] static arrow_struct<ArrowArrayStream> cut(arrow_struct<ArrowArrayStream> rows, std::int64_t most,
                                                            std::shared_ptr<kept_columns> kept);
    /// A stream of batches that are there.
    [[nodiscard]] static arrow_struct<ArrowArrayStream> of_batches(schema_source schema,
                                                                   std::deque<arrow_struct<ArrowArray>> batches);
    /// A stream of one batch.
    [[nodiscard]] static arrow_struct<ArrowArrayStream> of_batch(arrow_struct<ArrowSchema> schema, arrow_struct<ArrowArray> rows);

private:
    row_stream(arrow_struct<ArrowArrayStream> rows, std::int64_t most, std::shared_ptr<kept_columns> kept)
        : rows_(std::move(rows)), most_(most), kept_(std::move(kept)) {}

    int next(ArrowArray& out);
    [[nodiscard]] arrow_struct<ArrowArray> piece();

    arrow_struct<ArrowArrayStream> rows_;
    std::int64_t most_;
    std::shared_ptr<kept_columns> kept_;              ///< none: nothing is kept
    std::shared_ptr<arrow_struct<ArrowArray>> batch_; ///< that pieces are cut from; none: the next is to be read
    std::int64_t cut_ = 0;                            ///< how many of its rows were passed on
};

} // namespace tieuchi::python
