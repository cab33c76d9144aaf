// SPDX-License-Identifier: Apache-2.0
/// \file
/// Streams of answers that Python can follow and stop.
#pragma once

#include "arrow_capsule.hpp"
#include "row_stream.hpp"

#include <tieuchi/diagnostic.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace tieuchi::python {

/// Problems of data, as the library's threads find them.
class problem_log {
public:
    void add(const diagnostic& one) {
        const std::lock_guard<std::mutex> lock(guard_);
        list_.push_back(one);
    }
    /// A copy: making objects of Python's may let other threads run, who may want the lock.
    [[nodiscard]] diagnostics all() const {
        const std::lock_guard<std::mutex> lock(guard_);
        return list_;
    }

private:
    mutable std::mutex guard_;
    diagnostics list_;
};

/// What the reader of a stream and its owner in Python share. What is of Python is touched with the interpreter held.
struct watch {
    explicit watch(nb::object told) : tell(std::move(told)) {}
    watch(const watch&) = delete;
    watch& operator=(const watch&) = delete;
    watch(watch&&) = delete;
    watch& operator=(watch&&) = delete;
    ~watch();

    nb::object tell; ///< called with the numbers of rows answered, and of those that had problems; none once the stream has ended
    nb::object failed; ///< the exception that ended the stream, if one did
    std::int64_t rows = 0;
    std::int64_t refused = 0; ///< rows some value of which was refused
    problem_log problems;
};

/// Answers as the library gives them, and what is made of them.
struct stream_of_answers {
    arrow_struct<ArrowArrayStream> batches;
    schema_source schema;
    std::function<arrow_struct<ArrowArray>(arrow_struct<ArrowArray>)> join; ///< none: they stay as they are
    std::optional<std::int64_t> problems;                                   ///< the column that marks rows that have some
};

/// The answers, told of batch by batch.
class watched_stream {
public:
    [[nodiscard]] static arrow_struct<ArrowArrayStream> over(stream_of_answers answers, std::shared_ptr<watch> by);

private:
    watched_stream(stream_of_answers answers, std::shared_ptr<watch> by) : answers_(std::move(answers)), by_(std::move(by)) {}

    [[nodiscard]] static watched_stream& held_by(ArrowArrayStream* stream) {
        return *static_cast<watched_stream*>(stream->private_data);
    }

    int next(ArrowArray& out);
    int follow(ArrowArray& out);
    [[nodiscard]] std::int64_t refused_in(const ArrowArray& batch) const;
    int fail(int code);
    int fail(int code, std::string why);
    int fail(nb::python_error& error);

    stream_of_answers answers_;
    std::shared_ptr<watch> by_;
    std::recursive_mutex reading_;
    std::string error_;
};

} // namespace tieuchi::python
