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

template <class Held>
[[nodiscard]] Held& held_by(ArrowArrayStream* stream) {
    return *static_cast<Held*>(stream->private_data);
}

template <class Held>
void release(ArrowArrayStream* stream) {
    const std::unique_ptr<Held> held(&held_by<Held>(stream));
    stream->release = nullptr;
}

} // namespace

arrow_struct<ArrowArrayStream> row_stream::of_batch(arrow_struct<ArrowSchema> schema, arrow_struct<ArrowArray> rows) {
    auto held = std::make_unique<single_batch>(single_batch{std::move(schema), std::move(rows)});
    ArrowArrayStream stream{};
    stream.get_schema = [](ArrowArrayStream* of, ArrowSchema* out) { // asked once, by the assessor
        *out = held_by<single_batch>(of).schema.move_on();
        return out->release == nullptr ? EINVAL : 0;
    };
    stream.get_next = [](ArrowArrayStream* of, ArrowArray* out) {
        *out = held_by<single_batch>(of).rows.move_on();
        return 0;
    };
    stream.get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
    stream.release = &release<single_batch>;
    stream.private_data = held.release();
    return arrow_struct(stream);
}

arrow_struct<ArrowArrayStream> row_stream::of_batches(schema_source schema, std::deque<arrow_struct<ArrowArray>> batches) {
    auto held = std::make_unique<known_batches>(known_batches{std::move(schema), std::move(batches)});
    ArrowArrayStream stream{};
    stream.get_schema = [](ArrowArrayStream* of, ArrowSchema* out) {
        held_by<known_batches>(of).schema(out);
        return 0;
    };
    stream.get_next = [](ArrowArrayStream* of, ArrowArray* out) {
        auto& left = held_by<known_batches>(of).batches;
        *out = {};
        if (left.empty()) { return 0; }
        *out = left.front().move_on();
        left.pop_front();
        return 0;
    };
    stream.get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
    stream.release = &release<known_batches>;
    stream.private_data = held.release();
    return arrow_struct(stream);
}

arrow_struct<ArrowArrayStream> row_stream::cut(arrow_struct<ArrowArrayStream> rows, std::int64_t most,
                                               std::shared_ptr<kept_columns> kept) {
    std::unique_ptr<row_stream> held(new row_stream(std::move(rows), most, std::move(kept)));
    ArrowArrayStream stream{};
    stream.get_schema = [](ArrowArrayStream* of, ArrowSchema* out) {
        ArrowArrayStream& from = *held_by<row_stream>(of).rows_;
        return from.get_schema(&from, out);
    };
    stream.get_next = [](ArrowArrayStream* of, ArrowArray* out) {
        try {
            return held_by<row_stream>(of).next(*out);
        } catch (const std::bad_alloc&) { return ENOMEM; }
    };
    stream.get_last_error = [](ArrowArrayStream* of) -> const char* {
        ArrowArrayStream& from = *held_by<row_stream>(of).rows_;
        return from.get_last_error == nullptr ? nullptr : from.get_last_error(&from);
    };
    stream.release = &release<row_stream>;
    stream.private_data = held.release();
    return arrow_struct(stream);
}

int row_stream::next(ArrowArray& out) {
    out = {};
    if (!batch_) {
        ArrowArray taken{};
        if (const int code = rows_->get_next(&*rows_, &taken); code != 0) { return code; }
        arrow_struct<ArrowArray> batch(taken);
        const bool whole = batch.empty() || is_whole(*batch);
        if (!whole && kept_) { return EINVAL; }
        if (batch.empty() || (batch->length <= most_ && !kept_) || !whole) { // the library refuses one that is not
            out = batch.move_on();
            return 0;
        }
        batch_ = std::make_shared<arrow_struct<ArrowArray>>(std::move(batch));
        cut_ = 0;
    }
    out = piece().move_on();
    return 0;
}

arrow_struct<ArrowArray> row_stream::piece() {
    const auto batch = batch_;
    const std::int64_t first = cut_;
    const std::int64_t rows = std::min(most_, (*batch)->length - first);
    cut_ += rows;
    if (cut_ == (*batch)->length) { batch_.reset(); }
    return kept_ ? kept_->pass(batch, first, rows) : lend(**batch, batch, first, rows);
}

} // namespace tieuchi::python
