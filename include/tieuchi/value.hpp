// SPDX-License-Identifier: Apache-2.0
/// \file
/// What a fact can be told to be.
#pragma once

#include <tieuchi/date.hpp>
#include <tieuchi/decimal.hpp>

#include <string>
#include <variant>

namespace tieuchi {

/// Not known. Never no, never zero, never a default.
struct unknown_value {
    friend bool operator==(const unknown_value&, const unknown_value&) = default;
};

/// A fact's value as the host has it. Text is read by the fact's type: `yes`/`no`, a number, `70%`, a date, an option's name;
/// empty text is unknown.
using value = std::variant<unknown_value, bool, decimal, date, std::string>;

} // namespace tieuchi
