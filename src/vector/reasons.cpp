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

[[nodiscard]] bool any(const workspace& in, const bits& of) {
    std::uint64_t found = 0;
    for (std::size_t w = 0; w < in.words; ++w) { found |= of[w]; }
    return found != 0;
}

/// The rows in which a truth can still have just these values.
[[nodiscard]] bits rows_with(const workspace& in, const truths& of, plan::truth values) {
    bits found{};
    const auto turned = [&](plan::truth value) { return (values & value) != 0 ? std::uint64_t{0} : ~std::uint64_t{0}; };
    for (std::size_t w = 0; w < in.words; ++w) {
        found[w] = (of.no[w] ^ turned(plan::no)) & (of.yes[w] ^ turned(plan::yes)) &
                   (of.neither[w] ^ turned(plan::not_applicable)) & in.in_block[w];
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

void reason_finder::add(std::uint32_t place, std::int64_t lost, const bits& rows) {
    const std::uint32_t criterion = order_[place];
    pieces_.push_back({{place, lost}, rows});
    for (std::size_t w = 0; w < rows.size(); ++w) { short_[criterion][w] |= rows[w]; }
}

void reason_finder::find_fixed(const workspace& in, std::uint32_t place, const fixed_loss& of) {
    for (std::size_t i = 1; i < of.of.size(); ++i) {
        if (of.of[i] == 0) { continue; }
        const bits rows = rows_with(in, in.truths[of.truth], static_cast<plan::truth>(i));
        if (any(in, rows)) { add(place, of.of[i], rows); }
    }
}

void reason_finder::find_points(const workspace& in, std::uint32_t place) {
    const std::uint32_t criterion = order_[place];
    points_units units = in.of->units[criterion];
    const std::int64_t unit = units.points == units.possible ? units.points : 1;
    if (units.points == units.possible) { units = {1, 1}; }
    bits left{};
    put_losses(in, in.of->criteria[criterion], units, losses_.data(), left);
    for (std::size_t w = 0; w < in.words;) {
        if (left[w] == 0) {
            ++w;
            continue;
        }
        const std::int64_t lost = losses_[w * 64 + static_cast<std::size_t>(std::countr_zero(left[w]))];
        bits rows{};
        rows_equal(in, losses_.data(), lost, rows);
        add(place, lost * unit, rows);
        for (std::size_t v = w; v < in.words; ++v) { left[v] &= ~rows[v]; }
    }
}

void reason_finder::find(const workspace& in, std::uint32_t place) {
    const criterion_roots& roots = in.of->criteria[order_[place]];
    short_[order_[place]] = {};
    if (roots.fixed != plan::no_register) {
        find_fixed(in, place, in.of->fixed_losses[roots.fixed]);
    } else if (roots.points_asked) {
        find_points(in, place);
    }
    bits rows = rows_with(in, in.truths[roots.met], plan::no);
    for (std::size_t w = 0; w < in.words; ++w) { rows[w] &= ~short_[order_[place]][w]; }
    if (any(in, rows)) { add(place, 0, rows); } // not met, though it costs nothing
}

/// Neither has parts nor is one.
bool reason_finder::stands_alone(std::uint32_t criterion) const {
    const tieuchi::criterion& of = rules_.criteria[criterion].shown;
    return !of.parent && (of.children.empty() || of.event);
}

/// Of what fell short the smallest parts: a criterion itself only where none of its parts did.
void reason_finder::keep_smallest_parts(const workspace& in) {
    for (const std::uint32_t i : order_) {
        const criterion& of = rules_.criteria[i].shown;
        if (stands_alone(i)) { continue; }
        inside_[i] = of.parent ? inside_[*of.parent] : in.in_block;
        bits parts{};
        for (std::size_t w = 0; w < in.words; ++w) { inside_[i][w] &= short_[i][w]; }
        for (const std::uint32_t child : of.children) {
            if (of.event) { break; } // the parts of an event say how it happened, not what was not met
            for (std::size_t w = 0; w < in.words; ++w) { parts[w] |= short_[child][w]; }
        }
        for (std::size_t w = 0; w < in.words; ++w) { smallest_[i][w] = inside_[i][w] & ~parts[w]; }
    }
    for (piece& each : pieces_) {
        const std::uint32_t criterion = order_[each.of.place];
        if (stands_alone(criterion)) { continue; }
        for (std::size_t w = 0; w < in.words; ++w) { each.rows[w] &= smallest_[criterion][w]; }
    }
    std::erase_if(pieces_, [&](const piece& each) { return !any(in, each.rows); });
}

ranked_reasons reason_finder::find(const workspace& in) {
    pieces_.clear();
    for (std::uint32_t place = 0; place < order_.size(); ++place) { find(in, place); }
    keep_smallest_parts(in);
    ranks_.resize(pieces_.size());
    std::iota(ranks_.begin(), ranks_.end(), 0U);
    std::sort(ranks_.begin(), ranks_.end(), [&](std::uint32_t a, std::uint32_t b) { return pieces_[a].of < pieces_[b].of; });
    ranked_reasons found;
    found.of.reserve(pieces_.size());
    found.rows.reserve(pieces_.size());
    for (const std::uint32_t i : ranks_) {
        found.of.push_back(pieces_[i].of);
        found.rows.push_back(pieces_[i].rows);
    }
    return found;
}

} // namespace TIEUCHI_NAMESPACE::impl::vector
