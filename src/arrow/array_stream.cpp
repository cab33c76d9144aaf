// SPDX-License-Identifier: Apache-2.0
// Definitions of array_stream.hpp.
#include "arrow/array_stream.hpp"

#include "base/diagnostic_catalogue.hpp"

#include <cerrno>
#include <exception>
#include <new>
#include <string>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::arrow {

namespace {

class shown_source {
public:
    explicit shown_source(std::unique_ptr<array_source> source) : from(std::move(source)) {}

    std::unique_ptr<array_source> from;
    std::string error;

    int next(ArrowArray& to) {
        to = {};
        return guarded([&] {
            const diagnostics problems = from->next(to);
            if (!problems.empty()) { error = to_string(problems); }
            return problems.empty() ? 0 : EINVAL;
        });
    }

    int schema(ArrowSchema& to) {
        to = {};
        return guarded([&] {
            from->schema().build().move_to(to);
            return 0;
        });
    }

private:
    /// Nothing that a callback of the host's throws may go through the reader of a stream, who is often not of C++.
    template <class Body>
    int guarded(const Body& body) {
        try {
            return body();
        } catch (const std::bad_alloc&) { return ENOMEM; } catch (const std::exception& thrown) {
            error = std::string("a callback of the host threw: ") + thrown.what();
        } catch (...) { error = "a callback of the host threw something"; }
        return EINVAL;
    }
};

[[nodiscard]] shown_source& source_of(ArrowArrayStream* stream) { return *static_cast<shown_source*>(stream->private_data); }

} // namespace

void show(std::unique_ptr<array_source> from, ArrowArrayStream& to) {
    to.get_schema = [](ArrowArrayStream* stream, ArrowSchema* out) { return source_of(stream).schema(*out); };
    to.get_next = [](ArrowArrayStream* stream, ArrowArray* out) { return source_of(stream).next(*out); };
    to.get_last_error = [](ArrowArrayStream* stream) -> const char* {
        const std::string& error = source_of(stream).error;
        return error.empty() ? nullptr : error.c_str();
    };
    to.release = [](ArrowArrayStream* stream) {
        delete &source_of(stream); // NOLINT(cppcoreguidelines-owning-memory): the interface owns it
        stream->release = nullptr;
    };
    to.private_data = new shown_source(std::move(from)); // NOLINT(cppcoreguidelines-owning-memory): the interface owns it
}

diagnostics stream_failed(ArrowArrayStream& stream, int code) {
    const char* const said = stream.get_last_error == nullptr ? nullptr : stream.get_last_error(&stream);
    return {problem(say<diag::stream_failed>(code).with_help(said == nullptr ? "" : said))};
}

} // namespace TIEUCHI_NAMESPACE::impl::arrow
