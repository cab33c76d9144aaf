// SPDX-License-Identifier: Apache-2.0
// Definitions of answers.hpp: the results of a block, into buffers.
#include "arrow/answers.hpp"

#include <algorithm>
#include <cstring>

namespace TIEUCHI_NAMESPACE::impl::arrow {

answers::answers(const answer_shape& shape, std::size_t rows, const std::shared_ptr<buffer_pool>& memory)
    : shape_(shape), rows_(rows) {
    const std::size_t blocks = (rows + vector::block_rows - 1) / vector::block_rows;
    outcome_ = buffer(rows, memory);
    decided_ = buffer(blocks * sizeof(vector::bits), memory);
    problems_ = buffer(blocks * sizeof(vector::bits), memory);
    const column_options& options = *shape.options;
    if (options.total && shape.program->scored) { total_.emplace(rows, memory); }
    if (options.findings) {
        for (const vector::criterion_roots& roots : shape.program->criteria) {
            statuses_.emplace_back(rows, memory);
            if (roots.has_points) { points_.emplace_back(rows, memory); }
        }
    }
    if (options.possible) { possible_.emplace(rows, memory); }
    if (options.adjustments) { adjustments_.emplace(rows, memory); }
    if (options.reasons) { reasons_.emplace(rows, memory); }
    meant_.resize(options.reasons ? blocks : 0);
    because_.resize(options.because ? blocks : 0);
}

void answers::put_statuses(const vector::workspace& from, std::size_t block) {
    enum status : std::int8_t { met, not_met, unknown, not_applicable }; // as finding_status
    std::size_t scored = 0;
    for (std::size_t i = 0; i < statuses_.size(); ++i) {
        const vector::criterion_roots& roots = shape_.program->criteria[i];
        const vector::truths& truth = from.truths[roots.met];
        auto* const to = statuses_[i].as<std::int8_t>() + block * vector::block_rows;
        for (std::size_t row = 0; row < from.rows; ++row) {
            constexpr std::array<std::int8_t, 8> status_of{unknown,        not_met, met,     unknown,
                                                           not_applicable, unknown, unknown, unknown};
            to[row] = status_of[vector::truth_at(truth, row)];
        }
        if (!roots.has_points) { continue; }
        points_[scored++].put(block, from, roots.points, shape_.program->units[i].points);
    }
}

void answers::put_reasons(const vector::workspace& from, std::size_t block, vector::reason_finder& reasons) {
    vector::ranked_reasons found = reasons.find(from);
    reasons_->put(block, found.rows);
    meant_[block] = std::move(found.reasons);
}

bool answers::fits() const noexcept {
    const auto fits_one = [](const std::optional<list_column>& column) { return !column || column->count() <= INT32_MAX; };
    std::size_t grounds = 0;
    for (const auto& block : because_) {
        for (const auto& row : block) { grounds += row.size(); }
    }
    return fits_one(possible_) && fits_one(adjustments_) && fits_one(reasons_) && grounds <= INT32_MAX;
}

void answers::put(std::size_t block, const vector::workspace& from, vector::reason_finder& reasons) {
    auto* const decided = decided_.as<std::uint64_t>() + block * vector::block_words;
    auto* const problems = problems_.as<std::uint64_t>() + block * vector::block_words;
    for (std::size_t w = 0; w < vector::block_words; ++w) {
        decided[w] = w < from.words ? from.decided[w] : 0;
        problems[w] = w < from.words ? from.refused[w] | from.contradicting[w] : 0;
    }
    std::memcpy(outcome_.as<std::int8_t>() + block * vector::block_rows, from.outcome.data(), from.rows);
    if (total_) { total_->put(block, from, shape_.program->total, shape_.program->total_units.points); }
    if (possible_) { possible_->put(block, from.possible); }
    if (adjustments_) { adjustments_->put(block, from.applied); }
    if (!statuses_.empty()) { put_statuses(from, block); }
    if (reasons_) { put_reasons(from, block, reasons); }
}

} // namespace TIEUCHI_NAMESPACE::impl::arrow
