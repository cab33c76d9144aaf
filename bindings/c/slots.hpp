// SPDX-License-Identifier: Apache-2.0
/// \file
/// Facts by their names.
#pragma once

#include <tieuchi/standard.hpp>

#include <cstdint>

namespace tieuchi::c {

/// The slot of a fact; refused, with the nearest name, when the standard has none such.
[[nodiscard]] std::uint32_t slot_of(const standard& of, const char* name);

} // namespace tieuchi::c
