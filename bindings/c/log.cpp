// SPDX-License-Identifier: Apache-2.0
/// \file
/// The log, told to a function of C.
#include "call.hpp"

#include <tieuchi/log.hpp>

#include <spdlog/logger.h>
#include <spdlog/sinks/sink.h>

#include <memory>
#include <mutex>
#include <string>

namespace {

/// Tells a function each line, one at a time, until it is closed.
class function_sink final : public spdlog::sinks::sink {
public:
    function_sink(tieuchi_log_function to, void* context) : to_(to), context_(context) {}

    void log(const spdlog::details::log_msg& line) override {
        const std::string message(line.payload.data(), line.payload.size());
        const std::lock_guard hold(telling_);
        if (to_ != nullptr) { to_(context_, static_cast<tieuchi_log_level>(line.level), message.c_str()); }
    }
    void flush() override {}
    void set_pattern(const std::string& /*pattern*/) override {}
    void set_formatter(std::unique_ptr<spdlog::formatter> /*formatter*/) override {}

    /// Once this returns, nobody is told any more: a thread may still hold the logger.
    void close() {
        const std::lock_guard hold(telling_);
        to_ = nullptr;
    }

private:
    std::mutex telling_;
    tieuchi_log_function to_;
    void* context_;
};

struct current_sink {
    std::mutex guard;
    std::shared_ptr<function_sink> sink;
};

[[nodiscard]] current_sink& current() {
    static current_sink one;
    return one;
}

} // namespace

tieuchi_status tieuchi_log_set(tieuchi_log_function to, void* context, int32_t least, tieuchi_error* error) {
    return tieuchi::c::guarded(error, [&] {
        if (least < TIEUCHI_LOG_TRACE || least > TIEUCHI_LOG_CRITICAL) {
            throw tieuchi::c::refusal{TIEUCHI_INVALID_ARGUMENT,
                                      "`least` is " + std::to_string(least) + ", which is no level of the log",
                                      {},
                                      {},
                                      "levels go from 0, TIEUCHI_LOG_TRACE, to 5, TIEUCHI_LOG_CRITICAL"};
        }
        std::shared_ptr<function_sink> next;
        std::shared_ptr<spdlog::logger> logger;
        if (to != nullptr) {
            next = std::make_shared<function_sink>(to, context);
            logger = std::make_shared<spdlog::logger>("tieuchi", next);
            logger->set_level(static_cast<spdlog::level::level_enum>(least));
            logger->set_error_handler([](const std::string& /*message*/) {}); // by default it prints
        }
        const std::lock_guard hold(current().guard);
        tieuchi::set_logger(logger);
        if (current().sink) { current().sink->close(); }
        current().sink = std::move(next);
    });
}
