// SPDX-License-Identifier: Apache-2.0
/// \file
/// How data are written, where it is not as the library reads them.
#pragma once

#include "base/diagnostic_catalogue.hpp"

#include <tieuchi/diagnostic.hpp>
#include <tieuchi/value.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace CLI {
class App;
} // namespace CLI

namespace tieuchi::cli {

/// Options that all commands take which read facts.
struct notation {
    std::string encoding;         ///< empty: UTF-8
    std::string separator;        ///< of cells: one character; empty: what the file itself says
    bool decimal_comma = false;   ///< numbers are written 1.234,5
    bool thousands_comma = false; ///< numbers are written 1,234.5
    std::string days;             ///< such as `dd/mm/yyyy`; empty: 2022-02-10 alone
    bool ignore_others = false;   ///< names that are no facts are passed over

    /// Adds --encoding, --decimal-comma, --thousands-comma, --dates and --ignore-others.
    void add_to(CLI::App& command);
    /// Adds --separator.
    void add_separator(CLI::App& command);

    /// True when it has been said which mark stands before the decimals.
    [[nodiscard]] bool tells_marks() const noexcept { return decimal_comma || thousands_comma; }
};

/// Turns a number or a day that is written so into the form that the library reads, and leaves every other text alone: the library judges it.
/// What is wrong: a number whose meaning with these marks is not what the library would take it for.
[[nodiscard]] std::optional<impl::remark> rewrite(std::string& text, const notation& notation);
/// The same of a value that is a text; others stay.
[[nodiscard]] std::optional<impl::remark> rewrite(value& given, const notation& notation);

/// Replaces the help of problems with values (E402) where the command line knows better: an option, or what a spreadsheet did to the values.
void advise(diagnostics& problems, const notation& notation);
/// The same for duplicate subjects (E411) with this id.
void advise_on_duplicate(diagnostics& problems, std::string_view id);

} // namespace tieuchi::cli
