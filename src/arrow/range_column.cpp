// SPDX-License-Identifier: Apache-2.0
// Definitions of range_column.hpp.
#include "arrow/range_column.hpp"

#include "vector/answer_kernels.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::arrow {

namespace {

constexpr std::size_t words_of_decimal = 2;

} // namespace

range_column::range_column(std::size_t rows, const std::shared_ptr<buffer_pool>& memory)
    : rows_(rows),
      least_(rows * words_of_decimal * sizeof(std::int64_t), memory),
      most_(rows * words_of_decimal * sizeof(std::int64_t), memory),
      open_((rows + vector::block_rows - 1) / vector::block_rows) {}

void range_column::put(std::size_t block, const vector::workspace& from, const vector::operand& number, std::int64_t unit) {
    std::int64_t* const least = least_.as<std::int64_t>() + block * vector::block_rows * words_of_decimal;
    std::int64_t* const most = most_.as<std::int64_t>() + block * vector::block_rows * words_of_decimal;
    const vector::numbers* const values = number.is_constant() ? nullptr : &from.numbers[number.at];
    if (values != nullptr && values->known == nullptr && values->narrow == nullptr) {
        vector::put_decimals(values->least, unit, from.rows, least);
        if (values->single()) { return; }
        vector::put_decimals(values->most, unit, from.rows, most);
    } else {
        std::array<std::int64_t, vector::block_rows> lower{};
        std::array<std::int64_t, vector::block_rows> upper{};
        for (std::size_t row = 0; row < from.rows; ++row) {
            const plan::interval value = values == nullptr ? plan::interval{number.constant, number.constant} : values->at(row);
            lower[row] = value.least;
            upper[row] = value.most;
        }
        vector::put_decimals(lower.data(), unit, from.rows, least);
        vector::put_decimals(upper.data(), unit, from.rows, most);
    }
    open_[block] = 1;
}

std::pair<array_builder, array_builder> range_column::bounds() {
    const bool any_open = std::find(open_.begin(), open_.end(), 1) != open_.end();
    if (!any_open) { return {flat_array(rows_, least_), flat_array(rows_, least_)}; }
    for (std::size_t block = 0; block < open_.size(); ++block) {
        if (open_[block] != 0) { continue; }
        const std::size_t first = block * vector::block_rows * words_of_decimal;
        const std::size_t last = std::min(rows_, (block + 1) * vector::block_rows) * words_of_decimal;
        std::copy(least_.as<std::int64_t>() + first, least_.as<std::int64_t>() + last, most_.as<std::int64_t>() + first);
    }
    return {flat_array(rows_, least_), flat_array(rows_, most_)};
}

} // namespace TIEUCHI_NAMESPACE::impl::arrow
