// SPDX-License-Identifier: Apache-2.0
/// \file
/// From truths to outcomes, 64 rows at a time: plan/decide.cpp with bits for rows.
#if defined(TIEUCHI_COLUMN_DECIDE) == defined(HWY_TARGET_TOGGLE)
#ifdef TIEUCHI_COLUMN_DECIDE
#undef TIEUCHI_COLUMN_DECIDE
#else
#define TIEUCHI_COLUMN_DECIDE
#endif

#include "vector/kernels/lanes.hpp"
#include "vector/workspace.hpp"

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE {

/// The outcomes of the rules, before adjustments, for one word of rows.
HWY_INLINE void put_classes(const workspace& in, std::size_t w, std::uint64_t* possible) {
    std::uint64_t open = ~std::uint64_t{0}; // the rows that no outcome has surely taken
    for (std::size_t i = 0; i < in.program->outcomes.size() && open != 0; ++i) {
        const register_index when = in.program->outcomes[i];
        if (when == plan::no_register) {
            possible[i] = open;
            return;
        }
        const truths& condition = in.truths[when];
        possible[i] = open & condition.yes[w];
        open &= ~condition.yes[w] | condition.no[w] | condition.neither[w];
    }
}

HWY_INLINE void adjust(workspace& in, std::size_t w, std::uint64_t staying, std::uint64_t* possible) {
    for (std::size_t k = 0; k < in.program->adjustments.size(); ++k) {
        const plan::adjustment& by = in.program->adjustments[k];
        const truths& condition = in.truths[by.when];
        const std::uint64_t can = condition.yes[w];
        const std::uint64_t surely = can & ~condition.no[w] & ~condition.neither[w];
        in.applied[k][w] = 0;
        if (can == 0) { continue; }
        std::uint64_t moving = 0;
        std::uint64_t keeping = 0;
        for (std::size_t i = 0; i < in.possible.size(); ++i) {
            const bool moves = by.kind == adjustment_kind::at_most    ? i < by.outcome
                               : by.kind == adjustment_kind::at_least ? i > by.outcome
                                                                      : i != by.outcome;
            if (!moves) {
                keeping |= possible[i];
                continue;
            }
            moving |= possible[i];
            possible[i] &= ~surely;
        }
        in.applied[k][w] = surely & moving & ~keeping & staying;
        possible[by.outcome] |= moving & can;
    }
}

/// Exits first; those that surely leave are not classed.
HWY_INLINE void decide_word(workspace& in, std::size_t w) {
    std::array<std::uint64_t, 64> left{};
    std::array<std::uint64_t, 64> possible{};
    const std::size_t outcomes = in.possible.size();
    std::uint64_t staying = ~std::uint64_t{0};
    for (const plan::exit& each : in.program->exits) {
        const truths& condition = in.truths[each.when];
        left[each.outcome] |= staying & condition.yes[w];
        staying &= ~condition.yes[w] | condition.no[w] | condition.neither[w];
    }
    put_classes(in, w, possible.data());
    adjust(in, w, staying, possible.data());
    std::uint64_t some = 0;
    std::uint64_t more = 0;
    for (std::size_t i = 0; i < outcomes; ++i) {
        const std::uint64_t found = (left[i] | (possible[i] & staying)) & in.in_block[w];
        in.possible[i][w] = found;
        more |= some & found;
        some |= found;
    }
    in.decided[w] = some & ~more;
}

/// The numbers of the outcomes of decided rows.
HWY_INLINE void number_outcomes(workspace& in) {
    const lanes<std::int8_t> d;
    constexpr std::size_t n = hn::MaxLanes(d);
    constexpr std::size_t step = n < 64 ? n : 64;
    for (std::size_t w = 0; w < in.words; ++w) {
        for (std::size_t i = 0; i < 64; i += step) {
            auto found = hn::Zero(d);
            for (std::size_t k = 1; k < in.possible.size(); ++k) {
                found =
                    hn::IfThenElse(mask_at<std::int8_t>(in.possible[k][w], i), hn::Set(d, static_cast<std::int8_t>(k)), found);
            }
            hn::StoreU(found, d, in.outcome.data() + w * 64 + i);
        }
    }
}

inline void decide(workspace& in) {
    for (std::size_t w = 0; w < in.words; ++w) { decide_word(in, w); }
    number_outcomes(in);
}

} // namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
