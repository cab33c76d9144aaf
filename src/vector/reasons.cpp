// SPDX-License-Identifier: Apache-2.0
// Definitions of reasons.hpp. What a criterion costs has few values in a block; each value of each criterion is one plane of bits, and
// planes are ranked once for all rows.
#include "vector/reasons.hpp"

#include "vector/answer_kernels.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::vector {

namespace {

[[nodiscard]] bool any(const workspace& in, const bits& rows) {
    std::uint64_t found = 0;
    for (std::size_t w = 0; w < in.words; ++w) { found |= rows[w]; }
    return found != 0;
}

/// The rows in which a truth can still have just these values.
[[nodiscard]] bits rows_with(const workspace& in, const truths& truth, plan::truth values) {
    bits found{};
    const auto turned = [&](plan::truth value) { return (values & value) != 0 ? std::uint64_t{0} : ~std::uint64_t{0}; };
    for (std::size_t w = 0; w < in.words; ++w) {
        found[w] = (truth.no[w] ^ turned(plan::no)) & (truth.yes[w] ^ turned(plan::yes)) &
                   (truth.neither[w] ^ turned(plan::not_applicable)) & in.in_block[w];
    }
    return found;
}

} // namespace

reason_finder::reason_finder(const model::standard& rules, const std::vector<std::uint32_t>& order)
    : rules_(rules),
      order_(order),
      short_(rules.criteria.size()),
      inside_(rules.criteria.size()),
      smallest_(rules.criteria.size()) {}

void reason_finder::add(std::uint32_t position, std::int64_t lost, const bits& rows) {
    const std::uint32_t criterion = order_[position];
    pieces_.push_back({{position, lost}, rows});
    for (std::size_t w = 0; w < rows.size(); ++w) { short_[criterion][w] |= rows[w]; }
}

void reason_finder::find_fixed(const workspace& in, std::uint32_t position, const fixed_loss& loss) {
    for (std::size_t i = 1; i < loss.amounts.size(); ++i) {
        if (loss.amounts[i] == 0) { continue; }
        const bits rows = rows_with(in, in.truths[loss.truth], static_cast<plan::truth>(i));
        if (any(in, rows)) { add(position, loss.amounts[i], rows); }
    }
}

void reason_finder::find_points(const workspace& in, std::uint32_t position) {
    const std::uint32_t criterion = order_[position];
    points_units units = in.program->units[criterion];
    const std::int64_t unit = units.points == units.possible ? units.points : 1;
    if (units.points == units.possible) { units = {1, 1}; }
    bits left{};
    put_losses(in, in.program->criteria[criterion], units, losses_.data(), left);
    for (std::size_t w = 0; w < in.words;) {
        if (left[w] == 0) {
            ++w;
            continue;
        }
        const std::int64_t lost = losses_[w * 64 + static_cast<std::size_t>(std::countr_zero(left[w]))];
        bits rows{};
        rows_equal(in, losses_.data(), lost, rows);
        add(position, lost * unit, rows);
        for (std::size_t v = w; v < in.words; ++v) { left[v] &= ~rows[v]; }
    }
}

void reason_finder::find(const workspace& in, std::uint32_t position) {
    const criterion_roots& roots = in.program->criteria[order_[position]];
    short_[order_[position]] = {};
    if (roots.fixed != plan::no_register) {
        find_fixed(in, position, in.program->fixed_losses[roots.fixed]);
    } else if (roots.has_points) {
        find_points(in, position);
    }
    bits rows = rows_with(in, in.truths[roots.met], plan::no);
    for (std::size_t w = 0; w < in.words; ++w) { rows[w] &= ~short_[order_[position]][w]; }
    if (any(in, rows)) { add(position, 0, rows); } // not met, though it costs nothing
}

/// Whether a criterion neither has parts nor is one.
bool reason_finder::stands_alone(std::uint32_t criterion) const {
    const tieuchi::criterion& shown = rules_.criteria[criterion].shown;
    return !shown.parent && (shown.children.empty() || shown.event);
}

/// The rows in which a criterion fell short together with all that it is part of, and none of its own parts did.
void reason_finder::find_smallest(const workspace& in, std::uint32_t criterion) {
    const tieuchi::criterion& shown = rules_.criteria[criterion].shown;
    bits& inside = inside_[criterion];
    inside = shown.parent ? inside_[*shown.parent] : in.in_block;
    for (std::size_t w = 0; w < in.words; ++w) { inside[w] &= short_[criterion][w]; }
    smallest_[criterion] = inside;
    if (shown.event) { return; } // the parts of an event say how it happened, not what was not met
    for (const std::uint32_t child : shown.children) {
        for (std::size_t w = 0; w < in.words; ++w) { smallest_[criterion][w] &= ~short_[child][w]; }
    }
}

/// Keeps the smallest parts of what fell short: a criterion itself only where none of its parts did.
void reason_finder::keep_smallest_parts(const workspace& in) {
    for (const std::uint32_t criterion : order_) {
        if (!stands_alone(criterion)) { find_smallest(in, criterion); }
    }
    for (piece& each : pieces_) {
        const std::uint32_t criterion = order_[each.reason.position];
        if (stands_alone(criterion)) { continue; }
        for (std::size_t w = 0; w < in.words; ++w) { each.rows[w] &= smallest_[criterion][w]; }
    }
    std::erase_if(pieces_, [&](const piece& each) { return !any(in, each.rows); });
}

ranked_reasons reason_finder::find(const workspace& in) {
    pieces_.clear();
    for (std::uint32_t position = 0; position < order_.size(); ++position) { find(in, position); }
    keep_smallest_parts(in);
    ranks_.resize(pieces_.size());
    std::iota(ranks_.begin(), ranks_.end(), 0U);
    std::sort(ranks_.begin(), ranks_.end(),
              [&](std::uint32_t a, std::uint32_t b) { return pieces_[a].reason < pieces_[b].reason; });
    ranked_reasons found;
    found.reasons.reserve(pieces_.size());
    found.rows.reserve(pieces_.size());
    for (const std::uint32_t i : ranks_) {
        found.reasons.push_back(pieces_[i].reason);
        found.rows.push_back(pieces_[i].rows);
    }
    return found;
}

} // namespace TIEUCHI_NAMESPACE::impl::vector
