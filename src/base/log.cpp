// SPDX-License-Identifier: Apache-2.0
// The library's logger: none until the host sets a receiver.
#include "base/log.hpp"

#include <tieuchi/log.hpp>

#include <spdlog/sinks/sink.h>

#include <mutex>
#include <utility>

namespace TIEUCHI_NAMESPACE {

namespace impl {
namespace {

/// Hands each line to the host, one at a time, until it is closed.
class host_sink final : public spdlog::sinks::sink {
public:
    explicit host_sink(log_function receiver) : receiver_(std::move(receiver)) {}

    void log(const spdlog::details::log_msg& line) override {
        const std::lock_guard hold(guard_);
        if (!receiver_) { return; }
        try {
            receiver_(static_cast<log_level>(line.level), {line.payload.data(), line.payload.size()});
        } catch (...) { // spdlog itself lets through what is not a std::exception
        }
    }
    void flush() override {}
    void set_pattern(const std::string& /*pattern*/) override {}
    void set_formatter(std::unique_ptr<spdlog::formatter> /*formatter*/) override {}

    /// Once this returns, the receiver is no longer called, even by a thread that still holds the logger.
    void close() {
        log_function receiver; // declared before the lock: what the host captured is destroyed after the lock is released
        const std::lock_guard hold(guard_);
        receiver_.swap(receiver);
    }

private:
    std::mutex guard_;
    log_function receiver_;
};

struct current_log {
    std::mutex guard;
    std::shared_ptr<spdlog::logger> logger;
    std::shared_ptr<host_sink> sink;
};

[[nodiscard]] current_log& current() {
    static current_log log;
    return log;
}

} // namespace

std::shared_ptr<spdlog::logger> logger() {
    current_log& log = current();
    const std::lock_guard hold(log.guard);
    return log.logger;
}

} // namespace impl

void set_log(log_function receiver, log_level least) {
    std::shared_ptr<impl::host_sink> sink;
    std::shared_ptr<spdlog::logger> logger;
    if (receiver) {
        sink = std::make_shared<impl::host_sink>(std::move(receiver));
        logger = std::make_shared<spdlog::logger>("tieuchi", sink);
        logger->set_level(static_cast<spdlog::level::level_enum>(least));
        logger->set_error_handler([](const std::string& /*message*/) {}); // by default it prints
    }
    {
        impl::current_log& log = impl::current();
        const std::lock_guard hold(log.guard);
        log.logger.swap(logger);
        log.sink.swap(sink);
    }
    if (sink) { sink->close(); } // waits for a line that is being received; others may ask for the logger meanwhile
}

} // namespace TIEUCHI_NAMESPACE
