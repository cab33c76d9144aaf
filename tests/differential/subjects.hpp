// SPDX-License-Identifier: Apache-2.0
/// \file
/// Subjects as requests have them, and answers as replies have them.
#pragma once

#include <tieuchi/tieuchi.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <random>
#include <string>
#include <vector>

namespace differential {

namespace json = boost::json;

/// What differs, each in a line.
using differences = std::vector<std::string>;

/// A value of JSON as a host has it: true, false, a whole number, a text, null.
[[nodiscard]] tieuchi::value value_of(const json::value& given);
[[nodiscard]] std::string text_of(const json::value& given);

[[nodiscard]] tieuchi::selection selection_of(const json::object& request);

[[nodiscard]] tieuchi::facts facts_of(const tieuchi::standard& standard, const json::object& subject);

/// The answer, short.
[[nodiscard]] json::object told(const tieuchi::assessment& answer);

[[nodiscard]] json::array names_of(const tieuchi::standard& standard, tieuchi::outcome_set outcomes);
[[nodiscard]] json::array codes_of(const tieuchi::diagnostics& problems);

// Each compares with the answers of rows.

void compare_columns(const tieuchi::standard& standard, const json::array& subjects,
                     const std::vector<tieuchi::assessment>& answers, std::mt19937_64& random, differences& found);

void compare_c(const json::object& request, const std::string& standard, const json::array& subjects,
               const std::vector<tieuchi::assessment>& answers, differences& found);

/// The answers to a table, by rows; with what those by columns differ in.
[[nodiscard]] json::object told_of_table(const tieuchi::rulebook& rules, const json::object& request, const json::array& rows,
                                         std::mt19937_64& random, differences& found);

} // namespace differential
