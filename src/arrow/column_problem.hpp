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
    diagnostic problem;
    problem.code = std::move(code);
    problem.message = std::move(message);
    problem.help = std::move(help);
    problem.where = std::move(where);
    return problem;
}

[[nodiscard]] inline std::string column_named(std::string_view name) { return "column `" + std::string(name) + "`"; }

[[nodiscard]] inline std::string_view name_of(const ArrowSchema& column) noexcept {
    return column.name == nullptr ? std::string_view() : column.name;
}

} // namespace TIEUCHI_NAMESPACE::impl::arrow
