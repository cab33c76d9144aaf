// SPDX-License-Identifier: Apache-2.0
#include "row_loop.hpp"

#include <algorithm>

namespace bench {

namespace {

constexpr std::array<std::int32_t, 20> item_points{1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2};

bool bit(const std::uint8_t* of, std::size_t row) { return (static_cast<unsigned>(of[row / 8]) >> (row % 8) & 1U) != 0; }

std::int8_t class_of(std::int32_t total) {
    if (total >= 90) { return 0; }
    if (total >= 80) { return 1; }
    if (total >= 65) { return 2; }
    return 3;
}

/// `points_of_items` gives what the items of a row give.
template <class PointsOfItems>
void each_row(const regime_columns& from, std::size_t rows, regime_answers& to, const PointsOfItems& points_of_items) {
    for (std::size_t row = 0; row < rows; ++row) {
        std::int32_t total = points_of_items(row);
        for (const std::int32_t* const measure : from.measures) {
            if (measure[row] >= 75) {
                total += 5;
            } else if (measure[row] >= 55) {
                total += 3;
            }
        }
        for (const std::int32_t* const events : from.events) { total += std::max(0, 10 - 2 * events[row]); }
        std::int8_t found = class_of(total);
        if (bit(from.vetoes[0], row)) { found = std::max(found, std::int8_t{1}); }
        if (bit(from.vetoes[1], row)) { found = std::max(found, std::int8_t{2}); }
        to.classes[row] = found;
        to.totals[row] = total;
    }
}

} // namespace

void row_loop(const regime_columns& from, std::size_t rows, regime_answers& to) {
    each_row(from, rows, to, [&](std::size_t row) {
        std::int32_t points = 0;
        for (std::size_t i = 0; i < from.items.size(); ++i) {
            if (bit(from.items[i], row)) { points += item_points[i]; }
        }
        return points;
    });
}

void row_loop_without_branches(const regime_columns& from, std::size_t rows, regime_answers& to) {
    each_row(from, rows, to, [&](std::size_t row) {
        std::int32_t points = 0;
        for (std::size_t i = 0; i < from.items.size(); ++i) { points += item_points[i] * bit(from.items[i], row); }
        return points;
    });
}

} // namespace bench
