// SPDX-License-Identifier: Apache-2.0
/// \file
/// Facts by their names.
#pragma once

#include <tieuchi/standard.hpp>

#include <cstdint>
#include <string_view>

namespace tieuchi::c {

/// The slot of a fact; refused, with the nearest name, when the standard has none such.
[[nodiscard]] std::uint32_t slot_of(const standard& definition, std::string_view name);

} // namespace tieuchi::c
