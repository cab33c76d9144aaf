// SPDX-License-Identifier: Apache-2.0
/// \file
/// For each row the clauses that surely fell short, those that cost most first.
#pragma once

#include <tieuchi/impl/column/answers.hpp>

#include <algorithm>

namespace tieuchi::impl::column {

namespace {

/// A clause that fell short in a row.
struct reason {
    std::int64_t lost; ///< at the least, in millionths
    std::int16_t criterion;
};

/// What each criterion costs at the least, and the rows in which it fell short.
class shortfalls {
public:
    shortfalls(const answer_shape& shape, const workspace& in) : shape_(shape), in_(in), short_(shape.of->criteria.size()) {
        lost_.resize(short_.size());
        for (const std::uint32_t i : shape.order) { find(i); }
    }

    [[nodiscard]] const bits& of(std::uint32_t criterion) const { return short_[criterion]; }
    [[nodiscard]] std::int64_t lost(std::uint32_t criterion, std::size_t row) const {
        return lost_[criterion].empty() ? 0 : lost_[criterion][row];
    }

private:
    void find(std::uint32_t i) {
        const criterion_roots& roots = shape_.of->criteria[i];
        const truths& met = in_.truths[roots.met];
        bits& found = short_[i];
        found = {};
        for (std::size_t w = 0; w < in_.words; ++w) { found[w] = met.no[w] & ~met.yes[w] & ~met.neither[w] & in_.in_block[w]; }
        if (roots.points == plan::no_register) { return; }
        const model::criterion& of = shape_.model->criteria[i];
        const auto unit = [&](model::index number) {
            return model::power_of_ten(static_cast<unsigned>(decimal::scale) - shape_.model->expressions[number].scale);
        };
        const std::int64_t points_unit = unit(of.points);
        const std::int64_t possible_unit = unit(of.possible);
        const numbers& points = in_.numbers[roots.points];
        const numbers& possible = in_.numbers[roots.possible];
        std::vector<std::int64_t>& lost = lost_[i];
        lost.resize(in_.rows);
        for (std::size_t row = 0; row < in_.rows; ++row) {
            const std::int64_t least = possible.at(row).least * possible_unit - points.at(row).most * points_unit;
            lost[row] = std::max<std::int64_t>(least, 0);
            found[row / 64] |= std::uint64_t{least > 0} << (row % 64);
        }
    }

    const answer_shape& shape_;
    const workspace& in_;
    std::vector<bits> short_;
    std::vector<std::vector<std::int64_t>> lost_;
};

/// Of what fell short the smallest parts: a criterion itself only where none of its parts did.
[[nodiscard]] std::vector<bits> smallest_parts(const answer_shape& shape, const workspace& in, const shortfalls& found) {
    const auto& criteria = shape.model->criteria;
    std::vector<bits> inside(criteria.size()); ///< where all that it is in fell short
    std::vector<bits> smallest(criteria.size());
    for (const std::uint32_t i : shape.order) {
        const criterion& of = criteria[i].shown;
        inside[i] = of.parent ? inside[*of.parent] : in.in_block;
        bits parts{};
        for (std::size_t w = 0; w < in.words; ++w) { inside[i][w] &= found.of(i)[w]; }
        for (const std::uint32_t child : of.children) {
            if (of.event) { break; } // the parts of an event say how it happened, not what was not met
            for (std::size_t w = 0; w < in.words; ++w) { parts[w] |= found.of(child)[w]; }
        }
        for (std::size_t w = 0; w < in.words; ++w) { smallest[i][w] = inside[i][w] & ~parts[w]; }
    }
    return smallest;
}

} // namespace

void answers::put_reasons(const workspace& from, std::size_t block) {
    const shortfalls found(shape_, from);
    const std::vector<bits> smallest = smallest_parts(shape_, from, found);
    std::vector<std::int16_t>& entries = reasons_.entries[block];
    std::vector<std::int64_t>& lost = reasons_.lost[block];
    std::vector<reason> of_row;
    for (std::size_t row = 0; row < from.rows; ++row) {
        of_row.clear();
        for (const std::uint32_t i : shape_.order) {
            if ((smallest[i][row / 64] >> (row % 64) & 1U) != 0) {
                of_row.push_back({found.lost(i, row), static_cast<std::int16_t>(i)});
            }
        }
        std::stable_sort(of_row.begin(), of_row.end(), [](const reason& a, const reason& b) { return a.lost > b.lost; });
        for (const reason& one : of_row) {
            entries.push_back(one.criterion);
            lost.push_back(one.lost);
        }
        reasons_.sizes[block * block_rows + row] = static_cast<std::int32_t>(of_row.size());
    }
}

} // namespace tieuchi::impl::column
