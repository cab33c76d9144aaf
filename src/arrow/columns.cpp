// SPDX-License-Identifier: Apache-2.0
// Definitions of <tieuchi/columns.hpp>: batches and streams.
#include "arrow/array_stream.hpp"
#include "arrow/assessor.hpp"

#include <tieuchi/columns.hpp>

#include <optional>
#include <utility>

namespace TIEUCHI_NAMESPACE {

namespace impl::arrow {
namespace {

/// The answers of a stream, worked out batch by batch as the reader takes them.
class answer_stream final : public array_source {
public:
    answer_stream(std::shared_ptr<const assessor> by, table_reader reader, arrow_owner<ArrowArrayStream> rows)
        : by_(std::move(by)), reader_(std::move(reader)), rows_(std::move(rows)) {}

    /// Looks at the first batch if the types of its columns alone do not tell whether it can be read.
    [[nodiscard]] diagnostics begin() {
        if (!reader_.has_misfits()) { return {}; }
        ahead_.emplace();
        if (auto problems = take(*ahead_); !problems.empty() || ahead_->empty()) { return problems; }
        return reader_.check(**ahead_);
    }

    [[nodiscard]] schema_builder schema() const override { return by_->shape().schema(); }
    [[nodiscard]] diagnostics next(ArrowArray& to) override {
        arrow_owner<ArrowArray> batch;
        if (ahead_) {
            batch = *std::move(ahead_);
            ahead_.reset();
        } else if (auto problems = take(batch); !problems.empty()) {
            return problems;
        }
        if (batch.empty()) { return {}; }
        auto problems = by_->assess(reader_, *batch, row_, reported_, to);
        row_ += (*batch).length;
        return problems;
    }

private:
    /// The next batch; none at the end.
    [[nodiscard]] diagnostics take(arrow_owner<ArrowArray>& to) {
        ArrowArray taken{};
        if (const int code = rows_->get_next(&*rows_, &taken); code != 0) { return stream_failed(*rows_, code); }
        to = arrow_owner<ArrowArray>(taken);
        return {};
    }

    std::shared_ptr<const assessor> by_;
    table_reader reader_;
    arrow_owner<ArrowArrayStream> rows_;
    std::optional<arrow_owner<ArrowArray>> ahead_; ///< taken, and not yet answered
    std::int64_t row_ = 0;
    std::size_t reported_ = 0;
};

} // namespace
} // namespace impl::arrow

column_assessor::column_assessor(tieuchi::standard standard, column_options options)
    : held_(std::make_shared<const impl::arrow::assessor>(std::move(standard), std::move(options))) {}

standard column_assessor::standard() const noexcept { return held_->standard(); }

void column_assessor::answer_schema(ArrowSchema* out) const { held_->shape().schema().build().move_to(*out); }

diagnostics column_assessor::assess(const ArrowSchema& schema, ArrowArray* rows, ArrowArray* answers) const {
    const impl::arrow::arrow_owner<ArrowArray> batch(*rows);
    *answers = {};
    const auto reader = held_->reader(schema);
    if (!reader) { return reader.error(); }
    std::size_t reported = 0;
    return held_->assess(*reader, *batch, 0, reported, *answers);
}

diagnostics column_assessor::assess(ArrowArrayStream* rows, ArrowArrayStream* answers) const {
    using namespace impl::arrow;
    arrow_owner<ArrowArrayStream> taken(*rows);
    *answers = {};
    ArrowSchema described{};
    if (const int code = taken->get_schema(&*taken, &described); code != 0) { return stream_failed(*taken, code); }
    const arrow_owner<ArrowSchema> schema(described);
    auto reader = held_->reader(*schema);
    if (!reader) { return reader.error(); }
    auto source = std::make_unique<answer_stream>(held_, *std::move(reader), std::move(taken));
    if (auto problems = source->begin(); !problems.empty()) { return problems; }
    show(std::move(source), *answers);
    return {};
}

} // namespace TIEUCHI_NAMESPACE
