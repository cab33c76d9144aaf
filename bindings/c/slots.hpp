// SPDX-License-Identifier: Apache-2.0
/// \file
/// Looking up facts by name.
#pragma once

#include <tieuchi/standard.hpp>

#include <cstdint>
#include <string_view>

namespace tieuchi::c {

/// The slot of a fact; refused, with the nearest name, if the standard has no such fact.
[[nodiscard]] std::uint32_t slot_of(const standard& definition, std::string_view name);

} // namespace tieuchi::c
