// SPDX-License-Identifier: Apache-2.0
/// \file
/// `_core.Answers`: answers by columns that are worked out while they are read, once.
#pragma once

#include "arrow_capsule.hpp"
#include "watched_stream.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <utility>

namespace tieuchi::python {

class answers {
public:
    answers(std::shared_ptr<watch> by, stream_of_answers made)
        : watch_(std::move(by)), schema_(made.schema), stream_(watched_stream::over(std::move(made), watch_)) {}

    [[nodiscard]] nb::object schema() const {
        arrow_struct<ArrowSchema> made;
        schema_(&*made);
        return encapsulate(std::move(made));
    }
    /// None when they were taken already.
    [[nodiscard]] nb::object stream() { return stream_.empty() ? nb::none() : encapsulate(std::move(stream_)); }

    /// Works all of them out, to be read later. Raises what ends them early.
    void work_out();

    [[nodiscard]] std::int64_t rows() const { return watch_->rows; }
    [[nodiscard]] std::int64_t refused() const { return watch_->refused; }
    /// Hands it over: an exception refers to what refers to us, and that we do so too would hide from Python's garbage collector.
    [[nodiscard]] nb::object take_failed() { return watch_->failed.is_valid() ? std::move(watch_->failed) : nb::none(); }
    [[nodiscard]] diagnostics problems() const { return watch_->problems.all(); }

    /// What Python's garbage collector is to know of: what is called with the progress may refer to what refers to us. Once a reader has the
    /// stream, that is the reader's.
    [[nodiscard]] nb::handle told() const { return stream_.empty() ? nb::handle() : nb::handle(watch_->tell); }
    /// So may an exception, by the frames that it came through; it is ours alone to give.
    [[nodiscard]] nb::handle failed() const { return watch_->failed; }
    /// Breaks a circle that nobody else refers to.
    void let_go() {
        const nb::object raised = std::move(watch_->failed);
        if (stream_.empty()) { return; }
        const arrow_struct<ArrowArrayStream> unread = std::move(stream_);
        const nb::object tell = std::move(watch_->tell);
    }

private:
    std::shared_ptr<watch> watch_;
    schema_source schema_;
    arrow_struct<ArrowArrayStream> stream_;
};

} // namespace tieuchi::python
