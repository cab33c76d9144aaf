// SPDX-License-Identifier: Apache-2.0
#include "streams.hpp"

#include "messages.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <streambuf>
#include <system_error>

namespace tieuchi::cli {

namespace {

/// That something is lost is told once, whoever notices it first.
bool output_loss_reported = false;

[[nodiscard]] bool is_standard_output(const std::string& path) { return path.empty() || path == "-"; }

/// Writes to a stream of C, as the stream of C++ does by itself, and keeps the reason for which that first failed.
class recording_buffer : public std::streambuf {
public:
    explicit recording_buffer(std::FILE* to) noexcept : to_(to) {}

    /// Writes for `stream` from now on, until `loss`.
    void serve(std::ostream& stream) {
        stream_ = &stream;
        before_ = stream.rdbuf(this);
    }

    /// The error number of what is lost; 0: nothing is. Precondition: nothing is written after.
    [[nodiscard]] int loss() {
        static_cast<void>(sync());
        stream_->rdbuf(before_);
        if (reason_ == 0 && std::ferror(to_) != 0) { reason_ = EIO; } // what was written past this buffer
        // Some file systems tell only when a file is closed. The stream itself stays open for whatever runs later.
        const int copy = ::dup(::fileno(to_));
        if (copy >= 0 && ::close(copy) != 0) { failed(); }
        return reason_;
    }

protected:
    int_type overflow(int_type given) override {
        if (traits_type::eq_int_type(given, traits_type::eof())) { return traits_type::not_eof(given); }
        return std::putc(given, to_) == EOF ? failed() : given;
    }
    std::streamsize xsputn(const char* text, std::streamsize size) override {
        const std::size_t written = std::fwrite(text, 1, static_cast<std::size_t>(size), to_);
        if (written != static_cast<std::size_t>(size)) { failed(); }
        return static_cast<std::streamsize>(written);
    }
    int sync() override { return std::fflush(to_) == 0 ? 0 : failed(); }

private:
    int failed() noexcept {
        if (reason_ == 0) { reason_ = errno != 0 ? errno : EIO; }
        return -1;
    }

    std::FILE* to_;
    std::ostream* stream_ = nullptr;
    std::streambuf* before_ = nullptr;
    int reason_ = 0;
};

recording_buffer output_buffer(stdout);
recording_buffer error_buffer(stderr);

} // namespace

void secure_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) != -1 || errno != EBADF) { continue; }
        // The lowest number that is free is given, so that it is this one.
        static_cast<void>(::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)); // NOLINT(*-vararg)
    }
    static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
    output_buffer.serve(std::cout);
    error_buffer.serve(std::cerr);
}

diagnostics unwritten(const std::string& path, int reason) {
    const bool to_output = is_standard_output(path);
    output_loss_reported = output_loss_reported || to_output;
    return {
        problem(say<diag::output_not_written>(std::generic_category().message(reason)), to_output ? "standard output" : path)};
}

exit_code flush_streams(exit_code code, exit_code lost) {
    if (const int reason = output_buffer.loss(); reason != 0) {
        if (!output_loss_reported) { report(unwritten("-", reason)); }
        code = lost;
    }
    return error_buffer.loss() != 0 ? lost : code;
}

} // namespace tieuchi::cli
