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

/// The last owner may be a reader's thread, or go after the interpreter.
watch::~watch() {
    if (const interpreter_held held; held) {
        tell.reset();
        failed.reset();
    } else {
        static_cast<void>(tell.release());
        static_cast<void>(failed.release());
    }
}

arrow_struct<ArrowArrayStream> watched_stream::over(stream_of_answers answers, std::shared_ptr<watch> by) {
    std::unique_ptr<watched_stream> held(new watched_stream(std::move(answers), std::move(by)));
    ArrowArrayStream stream{};
    stream.get_schema = [](ArrowArrayStream* of, ArrowSchema* out) {
        held_by(of).answers_.schema(out);
        return 0;
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

/// Called by any thread, which may hold the interpreter or not. Readers should not read one stream from two threads; should they, each waits
/// for its turn.
int watched_stream::next(ArrowArray& out) {
    const interpreter_held held;
    if (!held) { return ECANCELED; }
    std::unique_lock<std::recursive_mutex> turn(reading_, std::defer_lock);
    {
        const others_run meanwhile; // who has the turn may need the interpreter
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
    if (!by_->tell.is_valid()) { return error_.empty() ? 0 : EINVAL; } // it has ended
    arrow_struct<ArrowArray> batch;
    int code = 0;
    std::int64_t refused = 0;
    {
        const others_run meanwhile;
        code = answers_.batches->get_next(&*answers_.batches, &*batch);
        if (code == 0 && !batch.empty()) {
            refused = refused_in(*batch);
            if (answers_.join) { batch = answers_.join(std::move(batch)); }
        }
    }
    if (code != 0) { return fail(code); }
    if (batch.empty()) {
        by_->tell.reset();
        return 0;
    }
    by_->rows += batch->length;
    by_->refused += refused;
    if (PyErr_CheckSignals() != 0) { throw nb::python_error(); }
    const nb::object tell = by_->tell; // which may read on, and so end the stream
    const nb::int_ rows(by_->rows);
    const nb::int_ bad(by_->refused);
    nb::object said;
    staying([&] { said = tell(rows, bad); });
    out = batch.move_on();
    return 0;
}

/// How many rows are marked.
std::int64_t watched_stream::refused_in(const ArrowArray& batch) const {
    if (!answers_.problems || batch.length == 0) { return 0; }
    const ArrowArray& marks = *batch.children[*answers_.problems];
    const auto* const bytes = static_cast<const std::uint8_t*>(marks.buffers[1]);
    std::int64_t found = 0;
    for (std::int64_t at = marks.offset; at < marks.offset + batch.length; ++at) { found += bytes[at / 8] >> (at % 8) & 1; }
    return found;
}

int watched_stream::fail(int code) {
    const char* const said = answers_.batches->get_last_error(&*answers_.batches);
    return fail(code, said == nullptr ? "the answers could not be worked out, errno " + std::to_string(code) : said);
}

int watched_stream::fail(int code, std::string why) {
    error_ = std::move(why);
    by_->failed = noun("DataError")(nb::tuple(), text(error_));
    by_->tell.reset();
    return code;
}

/// A reader knows no exceptions: it is told in words. That the user wants to stop must not be lost: it is raised once the reader gives up.
int watched_stream::fail(nb::python_error& error) {
    error_ = error.what();
    by_->failed = nb::borrow(error.value());
    by_->tell.reset();
    if (error.matches(PyExc_KeyboardInterrupt) && on_main_thread()) { PyErr_SetInterrupt(); }
    return EINTR;
}

} // namespace tieuchi::python
