// SPDX-License-Identifier: Apache-2.0
/// \file
/// Definitions of answers.hpp: what a block tells, into buffers.
#pragma once

#include <tieuchi/impl/column/answers.hpp>

#include <algorithm>
#include <cstring>

namespace tieuchi::impl::column {

namespace {

[[nodiscard]] std::size_t words_for(std::size_t rows, std::size_t bytes) { return (rows * bytes + 7) / 8; }

[[nodiscard]] std::size_t scored_criteria(const answer_shape& of) {
    const auto& all = of.of->criteria;
    return static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [](const criterion_roots& one) { return one.points != plan::no_register; }));
}

} // namespace

answers::answers(const answer_shape& shape, std::size_t rows) : shape_(shape), rows_(rows) {
    const std::size_t blocks = (rows + block_rows - 1) / block_rows;
    const buffer some_bits(blocks * block_words);
    const buffer decimals(rows * decimal_words);
    outcome_.resize(words_for(blocks * block_rows, 1));
    decided_ = problems_ = some_bits;
    const column_options& how = *shape.how;
    if (how.total && shape.of->scored) { total_least_ = total_most_ = decimals; }
    if (how.findings) {
        statuses_.assign(shape.of->criteria.size(), buffer(words_for(blocks * block_rows, 1)));
        points_least_.assign(scored_criteria(shape), decimals);
        points_most_ = points_least_;
    }
    const auto prepare = [&](lists& one) {
        one.sizes.resize(rows);
        one.entries.resize(blocks);
        one.lost.resize(blocks);
    };
    if (how.possible) { prepare(possible_); }
    if (how.adjustments) { prepare(adjustments_); }
    if (how.reasons) { prepare(reasons_); }
}

std::size_t answers::rows_of(std::size_t block) const { return std::min(block_rows, rows_ - block * block_rows); }

void answers::put_bits(const bits& from, std::size_t block, buffer& to) const {
    std::copy(from.begin(), from.end(), to.begin() + static_cast<std::ptrdiff_t>(block * block_words));
}

void answers::put_numbers(const workspace& from, const operand& of, unsigned scale, std::size_t block, buffer& least,
                          buffer& most) const {
    const std::int64_t unit = model::power_of_ten(static_cast<unsigned>(decimal::scale) - scale);
    std::uint64_t* to_least = least.data() + block * block_rows * decimal_words;
    std::uint64_t* to_most = most.data() + block * block_rows * decimal_words;
    const auto put = [&](std::uint64_t* to, std::int64_t value) {
        const std::int64_t millionths = value * unit;
        to[0] = static_cast<std::uint64_t>(millionths);
        to[1] = static_cast<std::uint64_t>(millionths < 0 ? -1 : 0);
    };
    const numbers* const values = of.is_constant() ? nullptr : &from.numbers[of.at];
    const bool plain = values != nullptr && values->known == nullptr && values->narrow == nullptr;
    for (std::size_t row = 0; row < from.rows; ++row, to_least += decimal_words, to_most += decimal_words) {
        const plan::interval value = plain               ? plan::interval{values->least[row], values->most[row]}
                                     : values == nullptr ? plan::interval{of.constant, of.constant}
                                                         : values->at(row);
        put(to_least, value.least);
        put(to_most, value.most);
    }
}

void answers::put_statuses(const workspace& from, std::size_t block) {
    enum status : std::int8_t { met, not_met, unknown, not_applicable }; // as finding_status
    std::size_t scored = 0;
    for (std::size_t i = 0; i < statuses_.size(); ++i) {
        const criterion_roots& roots = shape_.of->criteria[i];
        const truths& of = from.truths[roots.met];
        auto* const to = reinterpret_cast<std::int8_t*>(statuses_[i].data()) + block * block_rows;
        for (std::size_t row = 0; row < from.rows; ++row) {
            const auto has = [&](const bits& map) { return static_cast<unsigned>(map[row / 64] >> (row % 64) & 1U); };
            constexpr std::array<std::int8_t, 8> status_of{unknown,        not_met, met,     unknown,
                                                           not_applicable, unknown, unknown, unknown};
            to[row] = status_of[has(of.no) | has(of.yes) << 1U | has(of.neither) << 2U];
        }
        if (roots.points == plan::no_register) { continue; }
        const unsigned scale = shape_.model->expressions[shape_.model->criteria[i].points].scale;
        put_numbers(from, {roots.points, 0}, scale, block, points_least_[scored], points_most_[scored]);
        ++scored;
    }
}

void answers::put_lists(const std::vector<bits>& from, const workspace& in, std::size_t block, lists& to) const {
    std::int32_t* const sizes = to.sizes.data() + block * block_rows;
    for (std::size_t row = 0; row < in.rows; ++row) {
        const std::size_t before = to.entries[block].size();
        for (std::size_t i = 0; i < from.size(); ++i) {
            if ((from[i][row / 64] >> (row % 64) & 1U) != 0) { to.entries[block].push_back(static_cast<std::int16_t>(i)); }
        }
        sizes[row] = static_cast<std::int32_t>(to.entries[block].size() - before);
    }
}

void answers::put(std::size_t block, const workspace& from) {
    bits problems{};
    for (std::size_t w = 0; w < from.words; ++w) { problems[w] = from.refused[w] | from.contradicting[w]; }
    bits decided{};
    std::copy_n(from.decided.begin(), from.words, decided.begin());
    put_bits(decided, block, decided_);
    put_bits(problems, block, problems_);
    std::memcpy(reinterpret_cast<std::int8_t*>(outcome_.data()) + block * block_rows, from.outcome.data(), from.rows);
    const column_options& how = *shape_.how;
    if (!total_least_.empty()) {
        const unsigned scale = shape_.model->expressions[shape_.model->total].scale;
        put_numbers(from, shape_.of->total, scale, block, total_least_, total_most_);
    }
    if (how.findings) { put_statuses(from, block); }
    if (how.possible) { put_lists(from.possible, from, block, possible_); }
    if (how.adjustments) { put_lists(from.applied, from, block, adjustments_); }
    if (how.reasons) { put_reasons(from, block); }
}

} // namespace tieuchi::impl::column
