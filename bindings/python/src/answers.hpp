// SPDX-License-Identifier: Apache-2.0
/// \file
/// `_core.Answers`: answers by columns, computed while they are read, once.
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
    answers(std::shared_ptr<watch> watch, stream_of_answers source)
        : watch_(std::move(watch)), schema_(source.schema), stream_(watched_stream::over(std::move(source), watch_)) {}

    [[nodiscard]] nb::object schema() const {
        arrow_struct<ArrowSchema> schema_copy;
        schema_(&*schema_copy);
        return encapsulate(std::move(schema_copy));
    }
    /// None if the stream was already taken.
    [[nodiscard]] nb::object stream() { return stream_.empty() ? nb::none() : encapsulate(std::move(stream_)); }

    /// Computes all answers, to be read later. Raises whatever ends the stream early.
    void work_out();

    [[nodiscard]] std::int64_t rows() const { return watch_->rows; }
    [[nodiscard]] std::int64_t refused() const { return watch_->refused; }
    /// Hands the exception over and keeps no reference: it refers to objects that refer to this one, a cycle that Python's garbage
    /// collector could not see.
    [[nodiscard]] nb::object take_failure() { return watch_->failure.is_valid() ? std::move(watch_->failure) : nb::none(); }
    [[nodiscard]] diagnostics problems() const { return watch_->problems.all(); }

    /// For Python's garbage collector: the callback may refer to objects that refer to this one. Once a reader has the stream, the callback
    /// is the reader's.
    [[nodiscard]] nb::handle progress_callback() const { return stream_.empty() ? nb::handle() : nb::handle(watch_->tell); }
    /// So may an exception, through the frames that it passed; only this object hands it out.
    [[nodiscard]] nb::handle failure() const { return watch_->failure; }
    /// Breaks a reference cycle that nothing else refers to.
    void let_go() {
        const nb::object exception = std::move(watch_->failure);
        if (stream_.empty()) { return; }
        const arrow_struct<ArrowArrayStream> unread_stream = std::move(stream_);
        const nb::object tell = std::move(watch_->tell);
    }

private:
    std::shared_ptr<watch> watch_;
    schema_source schema_;
    arrow_struct<ArrowArrayStream> stream_;
};

} // namespace tieuchi::python
