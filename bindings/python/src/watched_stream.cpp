// SPDX-License-Identifier: Apache-2.0
#include "watched_stream.hpp"

#include "interpreter.hpp"
#include "nouns.hpp"

#include <cerrno>
#include <exception>
#include <mutex>
#include <new>

namespace tieuchi::python {

namespace {

[[nodiscard]] bool on_main_thread() {
    const nb::module_ threading = nb::module_::import_("threading");
    return staying([&] { return threading.attr("current_thread")().is(threading.attr("main_thread")()); });
}

} // namespace

/// The last owner may be a reader's thread, or outlive the interpreter.
watch::~watch() {
    if (const interpreter_lock lock; lock) {
        tell.reset();
        failure.reset();
    } else {
        static_cast<void>(tell.release());
        static_cast<void>(failure.release());
    }
}

arrow_struct<ArrowArrayStream> watched_stream::over(stream_of_answers answers, std::shared_ptr<watch> watch) {
    std::unique_ptr<watched_stream> state(new watched_stream(std::move(answers), std::move(watch)));
    ArrowArrayStream stream{};
    stream.get_schema = [](ArrowArrayStream* self, ArrowSchema* out) {
        held_by(self).answers_.schema(out);
        return 0;
    };
    stream.get_next = [](ArrowArrayStream* self, ArrowArray* out) { return held_by(self).next(*out); };
    stream.get_last_error = [](ArrowArrayStream* self) -> const char* {
        const std::string& error = held_by(self).error_;
        return error.empty() ? nullptr : error.c_str();
    };
    stream.release = [](ArrowArrayStream* self) {
        const std::unique_ptr<watched_stream> owner(&held_by(self));
        self->release = nullptr;
    };
    stream.private_data = state.release();
    return arrow_struct(stream);
}

/// Called by any thread, whether or not it holds the interpreter. Readers should not read one stream from two threads; if they do, each
/// waits for its turn.
int watched_stream::next(ArrowArray& out) {
    const interpreter_lock interpreter;
    if (!interpreter) { return ECANCELED; }
    std::unique_lock<std::recursive_mutex> turn(mutex_, std::defer_lock);
    {
        const interpreter_unlock unlocked; // the thread whose turn it is may need the interpreter
        turn.lock();
    }
    out = {};
    try {
        return follow(out);
    } catch (nb::python_error& error) { return fail(error); } catch (const std::bad_alloc&) {
        return ENOMEM;
    } catch (const std::exception& other) { return fail(EINVAL, other.what()); }
}

int watched_stream::follow(ArrowArray& out) {
    if (!watch_->tell.is_valid()) { return error_.empty() ? 0 : EINVAL; } // it has ended
    arrow_struct<ArrowArray> batch;
    int code = 0;
    std::int64_t refused = 0;
    {
        const interpreter_unlock unlocked;
        code = answers_.batches->get_next(&*answers_.batches, &*batch);
        if (code == 0 && !batch.empty()) {
            refused = refused_in(*batch);
            if (answers_.join) { batch = answers_.join(std::move(batch)); }
        }
    }
    if (code != 0) { return fail(code); }
    if (batch.empty()) {
        watch_->tell.reset();
        return 0;
    }
    watch_->rows += batch->length;
    watch_->refused += refused;
    if (PyErr_CheckSignals() != 0) { throw nb::python_error(); }
    const nb::object tell = watch_->tell; // it may read on, and so end the stream
    const nb::int_ rows(watch_->rows);
    const nb::int_ refused_rows(watch_->refused);
    nb::object ignored;
    staying([&] { ignored = tell(rows, refused_rows); });
    out = batch.move_on();
    return 0;
}

/// How many rows are marked as having problems.
std::int64_t watched_stream::refused_in(const ArrowArray& batch) const {
    if (!answers_.problems || batch.length == 0) { return 0; }
    const ArrowArray& marks = *batch.children[*answers_.problems];
    const auto* const bytes = static_cast<const std::uint8_t*>(marks.buffers[1]);
    std::int64_t count = 0;
    for (std::int64_t at = marks.offset; at < marks.offset + batch.length; ++at) { count += bytes[at / 8] >> (at % 8) & 1; }
    return count;
}

int watched_stream::fail(int code) {
    const char* const message = answers_.batches->get_last_error(&*answers_.batches);
    return fail(code, message == nullptr ? "the answers could not be worked out, errno " + std::to_string(code) : message);
}

int watched_stream::fail(int code, std::string message) {
    error_ = std::move(message);
    watch_->failure = noun("DataError")(nb::tuple(), text(error_));
    watch_->tell.reset();
    return code;
}

/// A reader knows no exceptions: it gets an error message. A user's interrupt must not be lost: it is raised once the reader gives up.
int watched_stream::fail(nb::python_error& error) {
    error_ = error.what();
    watch_->failure = nb::borrow(error.value());
    watch_->tell.reset();
    if (error.matches(PyExc_KeyboardInterrupt) && on_main_thread()) { PyErr_SetInterrupt(); }
    return EINTR;
}

} // namespace tieuchi::python
