// SPDX-License-Identifier: Apache-2.0
#include "row_stream.hpp"

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

arrow_struct<ArrowArrayStream> row_stream::cut(arrow_struct<ArrowArrayStream> rows, std::int64_t most) {
    std::unique_ptr<row_stream> held(new row_stream(std::move(rows), most));
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
        if (batch.empty() || batch->length <= most_) {
            out = batch.move_on();
            return 0;
        }
        batch_ = std::make_shared<arrow_struct<ArrowArray>>(std::move(batch));
        cut_ = 0;
    }
    piece(out);
    return 0;
}

void row_stream::piece(ArrowArray& out) {
    using owner = std::shared_ptr<arrow_struct<ArrowArray>>;
    auto owned = std::make_unique<owner>(batch_);
    const ArrowArray& batch = **batch_;
    const std::int64_t rows = std::min(most_, batch.length - cut_);
    out = batch;
    out.offset += cut_;
    out.length = rows;
    out.null_count = batch.null_count == 0 ? 0 : -1;
    out.private_data = owned.release();
    out.release = [](ArrowArray* of) {
        const std::unique_ptr<owner> last(static_cast<owner*>(of->private_data));
        of->release = nullptr;
    };
    cut_ += rows;
    if (cut_ == batch.length) { batch_.reset(); }
}

} // namespace tieuchi::python
