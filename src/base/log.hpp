// SPDX-License-Identifier: Apache-2.0
/// \file
/// The library's logger.
#pragma once

#include <tieuchi/config.hpp>

#include <spdlog/logger.h>

#include <memory>

namespace TIEUCHI_NAMESPACE::impl {

/// A logger to the receiver of the host; null while there is none.
[[nodiscard]] std::shared_ptr<spdlog::logger> logger();

} // namespace TIEUCHI_NAMESPACE::impl
