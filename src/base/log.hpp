// SPDX-License-Identifier: Apache-2.0
/// \file
/// The library's logger.
#pragma once

#include <tieuchi/config.hpp>

#include <spdlog/logger.h>

#include <memory>

namespace TIEUCHI_NAMESPACE::impl {

/// The logger that the host set; null while the library is to be silent.
[[nodiscard]] std::shared_ptr<spdlog::logger> logger();

} // namespace TIEUCHI_NAMESPACE::impl
