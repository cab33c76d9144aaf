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

/// Problems of data, added by the library's threads.
class problem_log {
public:
    void add(const diagnostic& problem) {
        const std::lock_guard<std::mutex> lock(guard_);
        list_.push_back(problem);
    }
    /// A copy: creating Python objects may let other threads run, which may want the lock.
    [[nodiscard]] diagnostics all() const {
        const std::lock_guard<std::mutex> lock(guard_);
        return list_;
    }

private:
    mutable std::mutex guard_;
    diagnostics list_;
};

/// What the reader of a stream and its owner in Python share. Its Python objects are used only while holding the interpreter.
struct watch {
    explicit watch(nb::object callback) : tell(std::move(callback)) {}
    watch(const watch&) = delete;
    watch& operator=(const watch&) = delete;
    watch(watch&&) = delete;
    watch& operator=(watch&&) = delete;
    ~watch();

    nb::object tell;    ///< called with the number of rows answered and of those with problems; null once the stream has ended
    nb::object failure; ///< the exception that ended the stream, if any
    std::int64_t rows = 0;
    std::int64_t refused = 0; ///< rows with a refused value
    problem_log problems;
};

/// Answers of the library, and what is done with them.
struct stream_of_answers {
    arrow_struct<ArrowArrayStream> batches;
    schema_source schema;
    std::function<arrow_struct<ArrowArray>(arrow_struct<ArrowArray>)> join; ///< null: batches are not changed
    std::optional<std::int64_t> problems;                                   ///< the column that marks rows with problems
};

/// The answers; progress is reported batch by batch.
class watched_stream {
public:
    [[nodiscard]] static arrow_struct<ArrowArrayStream> over(stream_of_answers answers, std::shared_ptr<watch> watch);

private:
    watched_stream(stream_of_answers answers, std::shared_ptr<watch> watch)
        : answers_(std::move(answers)), watch_(std::move(watch)) {}

    [[nodiscard]] static watched_stream& held_by(ArrowArrayStream* stream) {
        return *static_cast<watched_stream*>(stream->private_data);
    }

    int next(ArrowArray& out);
    int follow(ArrowArray& out);
    [[nodiscard]] std::int64_t refused_in(const ArrowArray& batch) const;
    int fail(int code);
    int fail(int code, std::string message);
    int fail(nb::python_error& error);

    stream_of_answers answers_;
    std::shared_ptr<watch> watch_;
    std::recursive_mutex mutex_;
    std::string error_;
};

} // namespace tieuchi::python
