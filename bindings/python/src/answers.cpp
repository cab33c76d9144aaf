// SPDX-License-Identifier: Apache-2.0
/// \file
/// Tables: the answers as a stream that Python can follow and stop.
#include "arrow_capsule.hpp"
#include "bindings.hpp"
#include "nouns.hpp"
#include "row_stream.hpp"

#include <tieuchi/columns.hpp>

#include <nanobind/stl/unique_ptr.h>

#include <cerrno>
#include <cstdint>
#include <memory>
#include <mutex>
#include <new>
#include <string>
#include <type_traits>
#include <utility>

namespace tieuchi::python {

namespace {

/// What the reader of a stream and its owner in Python share. What is of Python is touched with the interpreter held.
struct watch {
    explicit watch(nb::object told) : tell(std::move(told)) {}
    watch(const watch&) = delete;
    watch& operator=(const watch&) = delete;
    watch(watch&&) = delete;
    watch& operator=(watch&&) = delete;
    /// The last owner may be a reader's thread, or go after the interpreter.
    ~watch() {
        if (const nb::detail::cleanup_guard held{}) {
            tell.reset();
            failed.reset();
        } else {
            static_cast<void>(tell.release());
            static_cast<void>(failed.release());
        }
    }

    nb::object tell;   ///< called with the number of rows answered; none once the stream has ended
    nb::object failed; ///< the exception that ended the stream, if one did
    std::int64_t rows = 0;
    std::mutex guard; ///< of `problems`
    diagnostics problems;
};

/// The answers, told of batch by batch.
class watched_stream {
public:
    [[nodiscard]] static arrow_struct<ArrowArrayStream> over(arrow_struct<ArrowArrayStream> answers, std::shared_ptr<watch> by) {
        auto held = std::make_unique<watched_stream>(std::move(answers), std::move(by));
        ArrowArrayStream stream{};
        stream.get_schema = [](ArrowArrayStream* of, ArrowSchema* out) {
            ArrowArrayStream& from = *held_by(of).answers_;
            return from.get_schema(&from, out);
        };
        stream.get_next = [](ArrowArrayStream* of, ArrowArray* out) { return held_by(of).next(*out); };
        stream.get_last_error = [](ArrowArrayStream* of) -> const char* {
            const std::string& error = held_by(of).error_;
            return error.empty() ? nullptr : error.c_str();
        };
        stream.release = [](ArrowArrayStream* of) {
            const std::unique_ptr<watched_stream> last(&held_by(of));
            of->release = nullptr;
        };
        stream.private_data = held.release();
        return arrow_struct(stream);
    }

    watched_stream(arrow_struct<ArrowArrayStream> answers, std::shared_ptr<watch> by)
        : answers_(std::move(answers)), by_(std::move(by)) {}

private:
    [[nodiscard]] static watched_stream& held_by(ArrowArrayStream* stream) {
        return *static_cast<watched_stream*>(stream->private_data);
    }

    /// Called by any thread, which may hold the interpreter or not.
    int next(ArrowArray& out) noexcept {
        const nb::gil_scoped_acquire held;
        out = {};
        try {
            return follow(out);
        } catch (nb::python_error& error) { return fail(error); } catch (const std::bad_alloc&) {
            return ENOMEM;
        }
    }

    int follow(ArrowArray& out) {
        if (!by_->tell.is_valid()) { return error_.empty() ? 0 : EINVAL; } // it has ended
        arrow_struct<ArrowArray> batch;
        int code = 0;
        {
            const nb::gil_scoped_release others_run;
            code = answers_->get_next(&*answers_, &*batch);
        }
        if (code != 0) { return fail(code); }
        if (batch.empty()) {
            by_->tell.reset();
            return 0;
        }
        by_->rows += batch->length;
        if (PyErr_CheckSignals() != 0) { throw nb::python_error(); }
        by_->tell(by_->rows);
        out = batch.move_on();
        return 0;
    }

    int fail(int code) {
        const char* const said = answers_->get_last_error(&*answers_);
        error_ = said == nullptr ? "the answers could not be worked out, errno " + std::to_string(code) : said;
        by_->failed = noun("DataError")(nb::tuple(), text(error_));
        by_->tell.reset();
        return code;
    }

    /// A reader knows no exceptions: it is told in words. That the user wants to stop must not be lost: it is raised once the reader gives up.
    int fail(nb::python_error& error) {
        error_ = error.what();
        by_->failed = nb::borrow(error.value());
        by_->tell.reset();
        if (error.matches(PyExc_KeyboardInterrupt)) { PyErr_SetInterrupt(); }
        return EINTR;
    }

    arrow_struct<ArrowArrayStream> answers_;
    std::shared_ptr<watch> by_;
    std::string error_;
};

/// One call of `assess_table`.
class answers {
public:
    answers(const standard& of, arrow_struct<ArrowArrayStream> rows, std::int64_t batch_rows, nb::handle how, nb::object tell)
        : watch_(std::make_shared<watch>(std::move(tell))), by_(of, options(how)) {
        arrow_struct<ArrowArrayStream> cut = row_stream::cut(std::move(rows), batch_rows);
        arrow_struct<ArrowArrayStream> made;
        diagnostics problems;
        {
            const nb::gil_scoped_release others_run;
            ArrowArrayStream taken = cut.move_on();
            problems = by_.assess(&taken, &*made);
        }
        if (!problems.empty()) { raise("DataError", problems); }
        stream_ = watched_stream::over(std::move(made), watch_);
    }

    [[nodiscard]] nb::object schema() const {
        arrow_struct<ArrowSchema> made;
        by_.answer_schema(&*made);
        return encapsulate(std::move(made));
    }

    /// None when they were taken already.
    [[nodiscard]] nb::object stream() { return stream_.empty() ? nb::none() : encapsulate(std::move(stream_)); }

    [[nodiscard]] std::int64_t rows() const { return watch_->rows; }
    /// Hands it over: an exception refers to what refers to us, and that we do so too would hide from Python's garbage collector.
    [[nodiscard]] nb::object take_failed() { return watch_->failed.is_valid() ? std::move(watch_->failed) : nb::none(); }
    [[nodiscard]] nb::tuple problems() const {
        const auto known = [&] { // making objects may let other threads run, who may want the lock
            const std::lock_guard<std::mutex> lock(watch_->guard);
            return watch_->problems;
        }();
        return tuple_of(known);
    }

private:
    [[nodiscard]] column_options options(nb::handle given) const {
        column_options how;
        const auto read = [&](const char* name, auto& to) { to = nb::cast<std::remove_reference_t<decltype(to)>>(given[name]); };
        read("possible", how.possible);
        read("total", how.total);
        read("adjustments", how.adjustments);
        read("findings", how.findings);
        read("reasons", how.reasons);
        read("pass_over_others", how.pass_over_others);
        read("every_fact", how.every_fact);
        read("threads", how.threads);
        read("problems_told", how.problems_told);
        for (const nb::handle one : given["passed_over"]) { how.passed_over.push_back(utf8(one)); }
        how.tell_problem = [to = watch_.get()](const diagnostic& one) { // lives as long as the stream that calls it
            const std::lock_guard<std::mutex> lock(to->guard);
            to->problems.push_back(one);
        };
        return how;
    }

    std::shared_ptr<watch> watch_;
    column_assessor by_;
    arrow_struct<ArrowArrayStream> stream_;
};

} // namespace

void bind_answers(nb::module_& to) {
    using namespace nb::literals;
    nb::class_<answers>(to, "Answers")
        .def("schema", &answers::schema)
        .def("stream", &answers::stream)
        .def_prop_ro("rows", &answers::rows)
        .def("take_failed", &answers::take_failed)
        .def_prop_ro("problems", &answers::problems);
    to.def(
        "assess_stream",
        [](const standard& by, nb::handle rows, std::int64_t batch_rows, nb::dict how, nb::object tell) {
            return std::make_unique<answers>(by, take<ArrowArrayStream>(rows), batch_rows, how, std::move(tell));
        },
        "standard"_a, "stream"_a, "batch_rows"_a, "options"_a, "tell"_a);
    to.def(
        "assess_batch",
        [](const standard& by, nb::handle schema, nb::handle rows, std::int64_t batch_rows, nb::dict how, nb::object tell) {
            auto stream = row_stream::of_batch(take<ArrowSchema>(schema), take<ArrowArray>(rows));
            return std::make_unique<answers>(by, std::move(stream), batch_rows, how, std::move(tell));
        },
        "standard"_a, "schema"_a, "array"_a, "batch_rows"_a, "options"_a, "tell"_a);
}

} // namespace tieuchi::python
