// SPDX-License-Identifier: Apache-2.0
/// \file
/// Where the library's log goes.
#pragma once

#include <tieuchi/config.hpp>

#include <memory>

namespace spdlog {
class logger;
} // namespace spdlog

namespace tieuchi {

/// Sets the logger that the library writes to, for the whole process; null silences it, which is how it starts. Thread-safe.
TIEUCHI_API void set_logger(std::shared_ptr<spdlog::logger> logger);

} // namespace tieuchi
