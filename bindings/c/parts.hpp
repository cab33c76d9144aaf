// SPDX-License-Identifier: Apache-2.0
/// \file
/// Parts of documents and standards, in their C form.
#pragma once

#include "tieuchi.h"

#include <tieuchi/criterion.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tieuchi::c {

[[nodiscard]] inline std::uint32_t count_of(std::size_t number) { return static_cast<std::uint32_t>(number); }

/// A name, borrowed; NULL if the index is out of range.
[[nodiscard]] inline const char* name_at(const std::vector<std::string>& names, std::size_t index) {
    return index < names.size() ? names[index].c_str() : nullptr;
}

[[nodiscard]] inline tieuchi_exit_kind kind_of(const exit_rule& rule) {
    return static_cast<tieuchi_exit_kind>(static_cast<int>(rule.kind) + 1); // after TIEUCHI_EXIT_NONE
}

} // namespace tieuchi::c
