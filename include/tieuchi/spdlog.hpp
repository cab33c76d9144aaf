// SPDX-License-Identifier: Apache-2.0
/// \file
/// The library's log through a logger of spdlog: of the version that the program itself is compiled with, for nothing of spdlog is in the
/// interface of the library.
#pragma once

#include <tieuchi/log.hpp>

#include <spdlog/logger.h>

#include <memory>
#include <string_view>
#include <utility>

namespace TIEUCHI_NAMESPACE {

/// Sends the log of the whole process to `logger`, as `set_log` does, at and above the level that the logger has now; null silences it.
inline void log_to(std::shared_ptr<spdlog::logger> logger) {
    if (!logger) { return set_log(log_function()); }
    static_assert(static_cast<int>(log_level::critical) == static_cast<int>(spdlog::level::critical),
                  "the levels are those of spdlog");
    const auto least = logger->level();
    if (least == spdlog::level::off) { return set_log(log_function()); }
    set_log(
        [logger = std::move(logger)](log_level level, std::string_view message) {
            logger->log(static_cast<spdlog::level::level_enum>(level), spdlog::string_view_t(message.data(), message.size()));
        },
        static_cast<log_level>(least));
}

} // namespace TIEUCHI_NAMESPACE
