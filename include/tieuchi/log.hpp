// SPDX-License-Identifier: Apache-2.0
/// \file
/// Where the library's log goes. For a logger of spdlog, see <tieuchi/spdlog.hpp>.
#pragma once

#include <tieuchi/config.hpp>

#include <cstdint>
#include <functional>
#include <string_view>

namespace TIEUCHI_NAMESPACE {

/// How much a line of the log matters, the least first.
enum class log_level : std::uint8_t { trace, debug, info, warning, error, critical };

/// Receives a line of the log, without its end. Calls come one at a time, from any thread that works for the library. What it throws is
/// dropped. It must not call the library.
using log_function = std::function<void(log_level level, std::string_view message)>;

/// Sends the log of the whole process, from `least` on, to `receiver`; an empty one silences it, which is how it starts. Once this returns,
/// the previous receiver is not called again. Thread-safe.
TIEUCHI_API void set_log(log_function receiver, log_level least = log_level::info);

} // namespace TIEUCHI_NAMESPACE
