// SPDX-License-Identifier: Apache-2.0
/// \file
/// Definitions of <tieuchi/columns.hpp>: batches and streams.
#pragma once

#include <tieuchi/columns.hpp>
#include <tieuchi/impl/column/assessor.hpp>

#include <cerrno>
#include <new>
#include <utility>

namespace tieuchi {

namespace impl::column {
namespace {

[[nodiscard]] diagnostics stream_failed(ArrowArrayStream& stream, int code) {
    const char* const said = stream.get_last_error == nullptr ? nullptr : stream.get_last_error(&stream);
    diagnostic one;
    one.code = "E607";
    one.message = "the stream of data failed with errno " + std::to_string(code);
    one.help = said == nullptr ? "" : said;
    return {one};
}

/// The answers of a stream, worked out as they are asked for.
class answer_stream {
public:
    answer_stream(std::shared_ptr<const assessor> by, table_reader reader, arrow_owner<ArrowArrayStream> rows)
        : by_(std::move(by)), reader_(std::move(reader)), rows_(std::move(rows)) {}

    static void show(std::unique_ptr<answer_stream> one, ArrowArrayStream& to) {
        to.get_schema = [](ArrowArrayStream* stream, ArrowSchema* out) {
            of(stream).by_->shape().schema().make().move_to(*out);
            return 0;
        };
        to.get_next = [](ArrowArrayStream* stream, ArrowArray* out) { return of(stream).next(*out); };
        to.get_last_error = [](ArrowArrayStream* stream) -> const char* {
            const std::string& error = of(stream).error_;
            return error.empty() ? nullptr : error.c_str();
        };
        to.release = [](ArrowArrayStream* stream) {
            delete &of(stream); // NOLINT(cppcoreguidelines-owning-memory): the interface owns it
            stream->release = nullptr;
        };
        to.private_data = one.release();
    }

private:
    static answer_stream& of(ArrowArrayStream* stream) { return *static_cast<answer_stream*>(stream->private_data); }

    int next(ArrowArray& out) noexcept {
        out = {};
        try {
            return try_next(out);
        } catch (const std::bad_alloc&) { return ENOMEM; }
    }

    int try_next(ArrowArray& out) {
        ArrowArray taken{};
        if (const int code = rows_->get_next(&*rows_, &taken); code != 0) { return fail(stream_failed(*rows_, code)); }
        const arrow_owner<ArrowArray> batch(taken);
        if (batch.empty()) { return 0; }
        const auto problems = by_->assess(reader_, *batch, row_, told_, out);
        row_ += (*batch).length;
        return problems.empty() ? 0 : fail(problems);
    }

    int fail(const diagnostics& problems) {
        error_ = to_string(problems);
        return EINVAL;
    }

    std::shared_ptr<const assessor> by_;
    table_reader reader_;
    arrow_owner<ArrowArrayStream> rows_;
    std::string error_;
    std::int64_t row_ = 0;
    std::size_t told_ = 0;
};

} // namespace
} // namespace impl::column

column_assessor::column_assessor(tieuchi::standard of, column_options how)
    : held_(std::make_shared<const impl::column::assessor>(std::move(of), std::move(how))) {}

const standard& column_assessor::standard() const noexcept { return held_->of(); }

void column_assessor::answer_schema(ArrowSchema* to) const { held_->shape().schema().make().move_to(*to); }

diagnostics column_assessor::assess(const ArrowSchema& schema, ArrowArray* rows, ArrowArray* answers) const {
    const impl::column::arrow_owner<ArrowArray> batch(*rows);
    *answers = {};
    const auto reader = held_->reader(schema);
    if (!reader) { return reader.error(); }
    std::size_t told = 0;
    return held_->assess(*reader, *batch, 0, told, *answers);
}

diagnostics column_assessor::assess(ArrowArrayStream* rows, ArrowArrayStream* answers) const {
    using namespace impl::column;
    arrow_owner<ArrowArrayStream> taken(*rows);
    *answers = {};
    ArrowSchema described{};
    if (const int code = taken->get_schema(&*taken, &described); code != 0) { return stream_failed(*taken, code); }
    const arrow_owner<ArrowSchema> schema(described);
    auto reader = held_->reader(*schema);
    if (!reader) { return reader.error(); }
    answer_stream::show(std::make_unique<answer_stream>(held_, *std::move(reader), std::move(taken)), *answers);
    return {};
}

} // namespace tieuchi
