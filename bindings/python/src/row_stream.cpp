// SPDX-License-Identifier: Apache-2.0
#include "row_stream.hpp"

#include "whole.hpp"

#include <algorithm>
#include <cerrno>
#include <new>
#include <utility>

namespace tieuchi::python {

namespace {

/// The one batch of a stream, and its type.
struct single_batch {
    arrow_struct<ArrowSchema> schema;
    arrow_struct<ArrowArray> rows;
};

/// All batches of a stream, and its type.
struct known_batches {
    schema_source schema;
    std::deque<arrow_struct<ArrowArray>> batches;
};

template <class State>
[[nodiscard]] State& held_by(ArrowArrayStream* stream) {
    return *static_cast<State*>(stream->private_data);
}

template <class State>
void release(ArrowArrayStream* stream) {
    const std::unique_ptr<State> state(&held_by<State>(stream));
    stream->release = nullptr;
}

} // namespace

arrow_struct<ArrowArrayStream> row_stream::of_batch(arrow_struct<ArrowSchema> schema, arrow_struct<ArrowArray> rows) {
    auto state = std::make_unique<single_batch>(single_batch{std::move(schema), std::move(rows)});
    ArrowArrayStream stream{};
    stream.get_schema = [](ArrowArrayStream* self, ArrowSchema* out) { // asked once, by the assessor
        *out = held_by<single_batch>(self).schema.move_on();
        return out->release == nullptr ? EINVAL : 0;
    };
    stream.get_next = [](ArrowArrayStream* self, ArrowArray* out) {
        *out = held_by<single_batch>(self).rows.move_on();
        return 0;
    };
    stream.get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
    stream.release = &release<single_batch>;
    stream.private_data = state.release();
    return arrow_struct(stream);
}

arrow_struct<ArrowArrayStream> row_stream::of_batches(schema_source schema, std::deque<arrow_struct<ArrowArray>> batches) {
    auto state = std::make_unique<known_batches>(known_batches{std::move(schema), std::move(batches)});
    ArrowArrayStream stream{};
    stream.get_schema = [](ArrowArrayStream* self, ArrowSchema* out) {
        held_by<known_batches>(self).schema(out);
        return 0;
    };
    stream.get_next = [](ArrowArrayStream* self, ArrowArray* out) {
        auto& queue = held_by<known_batches>(self).batches;
        *out = {};
        if (queue.empty()) { return 0; }
        *out = queue.front().move_on();
        queue.pop_front();
        return 0;
    };
    stream.get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
    stream.release = &release<known_batches>;
    stream.private_data = state.release();
    return arrow_struct(stream);
}

arrow_struct<ArrowArrayStream> row_stream::cut(arrow_struct<ArrowArrayStream> rows, std::int64_t max_rows,
                                               std::shared_ptr<kept_columns> columns) {
    std::unique_ptr<row_stream> state(new row_stream(std::move(rows), max_rows, std::move(columns)));
    ArrowArrayStream stream{};
    stream.get_schema = [](ArrowArrayStream* self, ArrowSchema* out) {
        ArrowArrayStream& source = *held_by<row_stream>(self).rows_;
        return source.get_schema(&source, out);
    };
    stream.get_next = [](ArrowArrayStream* self, ArrowArray* out) {
        try {
            return held_by<row_stream>(self).next(*out);
        } catch (const std::bad_alloc&) { return ENOMEM; }
    };
    stream.get_last_error = [](ArrowArrayStream* self) -> const char* {
        ArrowArrayStream& source = *held_by<row_stream>(self).rows_;
        return source.get_last_error == nullptr ? nullptr : source.get_last_error(&source);
    };
    stream.release = &release<row_stream>;
    stream.private_data = state.release();
    return arrow_struct(stream);
}

int row_stream::next(ArrowArray& out) {
    out = {};
    if (!batch_) {
        ArrowArray batch_struct{};
        if (const int code = rows_->get_next(&*rows_, &batch_struct); code != 0) { return code; }
        arrow_struct<ArrowArray> batch(batch_struct);
        const bool is_complete = batch.empty() || is_whole(*batch);
        if (!is_complete && columns_) { return EINVAL; }
        if (batch.empty() || (batch->length <= max_rows_ && !columns_) || !is_complete) { // the library refuses an incomplete one
            out = batch.move_on();
            return 0;
        }
        batch_ = std::make_shared<arrow_struct<ArrowArray>>(std::move(batch));
        rows_passed_ = 0;
    }
    out = piece().move_on();
    return 0;
}

arrow_struct<ArrowArray> row_stream::piece() {
    const auto batch = batch_;
    const std::int64_t first = rows_passed_;
    const std::int64_t rows = std::min(max_rows_, (*batch)->length - first);
    rows_passed_ += rows;
    if (rows_passed_ == (*batch)->length) { batch_.reset(); }
    return columns_ ? columns_->pass(batch, first, rows) : lend(**batch, batch, first, rows);
}

} // namespace tieuchi::python
