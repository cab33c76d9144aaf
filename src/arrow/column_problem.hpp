// SPDX-License-Identifier: Apache-2.0
/// \file
/// What is wrong with the columns of a table.
#pragma once

#include "base/diagnostic_catalogue.hpp"

#include <tieuchi/arrow.hpp>

#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::arrow {

[[nodiscard]] inline std::string column_named(std::string_view name) { return "column `" + std::string(name) + "`"; }

[[nodiscard]] inline std::string_view name_of(const ArrowSchema& column) noexcept {
    return column.name == nullptr ? std::string_view() : column.name;
}

} // namespace TIEUCHI_NAMESPACE::impl::arrow
