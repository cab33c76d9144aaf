// SPDX-License-Identifier: Apache-2.0
/// \file
/// Columns of many types out of values of JSON.
#pragma once

#include "support/arrow.hpp"

#include <tieuchi/fact.hpp>

#include <random>
#include <string>
#include <vector>

namespace differential {

/// Each value as text, empty where it is unknown, in one of the types that such a fact may have.
[[nodiscard]] tests::arrow::made_column fact_column(const tieuchi::fact& of, const std::vector<std::string>& values,
                                                    std::mt19937_64& random);
[[nodiscard]] tests::arrow::made_column text_column(const std::string& name, const std::vector<std::string>& values,
                                                    std::mt19937_64& random);

[[nodiscard]] tieuchi::decimal number_at(const ArrowArray& of, std::int64_t row);

/// Has all further work done by one of the instruction sets that the machine has, by chance.
void choose_instructions(std::mt19937_64& random);

} // namespace differential
