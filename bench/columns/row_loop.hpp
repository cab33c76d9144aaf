// SPDX-License-Identifier: Apache-2.0
/// \file
/// The regime of regime.tieuchi, written out by hand for its columns: what a programmer would write who has no rules library.
#pragma once

#include "data.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace bench {

struct regime_columns {
    std::array<const std::uint8_t*, 20> items{};
    std::array<const std::int32_t*, 6> measures{};
    std::array<const std::int32_t*, 4> events{};
    std::array<const std::uint8_t*, 2> vetoes{};
};

struct regime_answers {
    std::vector<std::int8_t> classes; ///< 0 excellent, 1 good, 2 fair, 3 weak
    std::vector<std::int32_t> totals;
};

/// Answers all rows, none of whose values is null.
void row_loop(const regime_columns& from, std::size_t rows, regime_answers& to);

/// The same by one who knows that a processor guesses branches badly, and adds products for the items.
void row_loop_without_branches(const regime_columns& from, std::size_t rows, regime_answers& to);

/// The columns of a table in the order of the facts of the regime.
inline regime_columns columns_of(const table& from) {
    regime_columns made;
    auto next = from.columns.begin();
    for (auto& one : made.items) { one = (next++)->bits(); }
    for (auto& one : made.measures) { one = (next++)->numbers(); }
    for (auto& one : made.events) { one = (next++)->numbers(); }
    for (auto& one : made.vetoes) { one = (next++)->bits(); }
    return made;
}

} // namespace bench
