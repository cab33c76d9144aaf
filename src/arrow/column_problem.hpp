// SPDX-License-Identifier: Apache-2.0
/// \file
/// What is wrong with the columns of a table.
#pragma once

#include <tieuchi/arrow.hpp>
#include <tieuchi/diagnostic.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::arrow {

[[nodiscard]] inline diagnostic column_problem(std::string code, std::string where, std::string message, std::string help) {
    diagnostic one;
    one.code = std::move(code);
    one.message = std::move(message);
    one.help = std::move(help);
    one.where = std::move(where);
    return one;
}

[[nodiscard]] inline std::string column_named(std::string_view name) { return "column `" + std::string(name) + "`"; }

[[nodiscard]] inline std::string_view name_of(const ArrowSchema& column) noexcept {
    return column.name == nullptr ? std::string_view() : column.name;
}

} // namespace TIEUCHI_NAMESPACE::impl::arrow
