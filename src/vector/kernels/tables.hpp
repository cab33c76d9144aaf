// SPDX-License-Identifier: Apache-2.0
/// \file
/// One number of several, by a truth or by the lines of a table.
#if defined(TIEUCHI_COLUMN_TABLES) == defined(HWY_TARGET_TOGGLE)
#ifdef TIEUCHI_COLUMN_TABLES
#undef TIEUCHI_COLUMN_TABLES
#else
#define TIEUCHI_COLUMN_TABLES
#endif

#include "vector/kernels/numbers.hpp"

HWY_BEFORE_NAMESPACE();
namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE {

HWY_INLINE void begin_hull(workspace& in, number_store& to) {
    std::fill_n(to.values(), in.padded, INT64_MAX); // the hull of no numbers
    std::fill_n(to.most.data(), in.padded, INT64_MIN);
}

/// Widens the bounds of some rows by a number.
HWY_INLINE void join_hull(workspace& in, number_store& to, const operand& value, const std::uint64_t* where) {
    const numbers a = spread(in, value, in.spare_a);
    const lanes<std::int64_t> d;
    constexpr std::size_t n = hn::MaxLanes(d);
    for (std::size_t w = 0; w < in.words; ++w) {
        if (where[w] == 0) { continue; }
        for (std::size_t i = 0; i < 64; i += n) {
            const auto mask = mask_at<std::int64_t>(where[w], i);
            std::int64_t* const least = to.values() + w * 64 + i;
            std::int64_t* const most = to.most.data() + w * 64 + i;
            const auto old_least = hn::Load(d, least);
            const auto old_most = hn::Load(d, most);
            hn::Store(hn::IfThenElse(mask, hn::Min(old_least, hn::LoadU(d, a.least + w * 64 + i)), old_least), d, least);
            hn::Store(hn::IfThenElse(mask, hn::Max(old_most, hn::LoadU(d, a.most + w * 64 + i)), old_most), d, most);
        }
    }
}

/// Shows what was joined: single numbers, where every row has one.
HWY_INLINE void end_hull(workspace& in, register_index to) {
    number_store& store = in.stores[to];
    std::uint64_t open = 0;
    for (std::size_t i = 0; i < in.rows; ++i) { open |= wrap(store.values()[i]) ^ wrap(store.most[i]); }
    if (open == 0) {
        show_single(in, to);
    } else {
        show_bounds(in, to);
    }
}

inline void choose_step(workspace& in, const step& s) {
    const operand* const operands = in.program->operands.data() + s.first;
    const truths& by = in.truths[operands[0].at];
    number_store& to = in.stores[s.op.to];
    begin_hull(in, to);
    join_hull(in, to, operands[1], by.yes.data());
    join_hull(in, to, operands[2], by.no.data());
    join_hull(in, to, operands[3], by.neither.data());
    end_hull(in, s.op.to);
}

inline void begin_table(workspace& in, const step& s) {
    begin_hull(in, in.stores[s.op.to]);
    if (s.op.b != plan::no_register) { in.truths[s.op.b] = {}; }
    in.active = in.in_block;
    show_bounds(in, s.op.to);
}

/// True when every row has surely hit a line.
inline bool table_line(workspace& in, const step& s) {
    const operand* const operands = in.program->operands.data() + s.first;
    bits hit = in.active;
    std::uint64_t left = 0;
    if (operands[plan::line_when].is_constant()) {
        in.active = {};
    } else {
        const truths& when = in.truths[operands[plan::line_when].at];
        for (std::size_t w = 0; w < in.words; ++w) {
            hit[w] &= when.yes[w];
            in.active[w] &= ~(when.yes[w] & ~when.no[w] & ~when.neither[w]);
            left |= in.active[w];
        }
    }
    join_hull(in, in.stores[s.op.to], operands[plan::line_value], hit.data());
    if (s.op.b != plan::no_register) {
        const truths& applies = in.truths[operands[plan::line_applies].at];
        truths& to = in.truths[s.op.b];
        for (std::size_t w = 0; w < in.words; ++w) {
            to.no[w] |= applies.no[w] & hit[w];
            to.yes[w] |= applies.yes[w] & hit[w];
            to.neither[w] |= applies.neither[w] & hit[w];
        }
    }
    return left == 0;
}

} // namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
