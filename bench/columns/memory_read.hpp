// SPDX-License-Identifier: Apache-2.0
/// \file
/// The least that an engine can do with columns: read their bytes.
#pragma once

#include "data.hpp"

#include <cstdint>

namespace bench {

/// The sum of all words of all buffers; built for the processor at hand.
[[nodiscard]] std::uint64_t memory_read(const table& of);

} // namespace bench
