// SPDX-License-Identifier: Apache-2.0
/// \file
/// Facts that exceed those that bound them: of two that contradict each other neither is believed. See assess/contradictions.hpp, of
/// which this is the same for a block; rows without contradictions, nearly all, are passed over together.
#if defined(TIEUCHI_COLUMN_BOUNDS) == defined(HWY_TARGET_TOGGLE)
#ifdef TIEUCHI_COLUMN_BOUNDS
#undef TIEUCHI_COLUMN_BOUNDS
#else
#define TIEUCHI_COLUMN_BOUNDS
#endif

#include "vector/kernels/numbers.hpp"

#include <numeric>

HWY_BEFORE_NAMESPACE();
namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE {

HWY_INLINE numbers as_numbers(const workspace& in, std::size_t index) {
    const bounded_fact& fact = in.bounded[index];
    const fact_block& given = fact.given;
    return {given.values.data(), given.most == nullptr ? given.values.data() : given.most,
            given.all_known ? nullptr : given.known.data(), in.program->unknown[in.program->bounded[index]]};
}

/// The rows of which a part exceeds what bounds it.
inline bits find_contradictions(workspace& in) {
    for (std::size_t i = 0; i < in.program->bounded.size(); ++i) {
        const numbers spread_out = spread(in, as_numbers(in, i), in.spare_a);
        std::copy_n(spread_out.least, in.padded, in.bounded[i].least.data());
    }
    bits found{};
    for (const fact_bound& bound : in.program->bounds) {
        const numbers whole = spread(in, as_numbers(in, bound.whole), in.spare_a);
        const std::int64_t* HWY_RESTRICT part = in.bounded[bound.part].least.data();
        std::int64_t* HWY_RESTRICT least = in.bounded[bound.whole].least.data();
        for (std::size_t w = 0; w < in.words; ++w) {
            found[w] |= word_of<std::int64_t>([&](std::size_t i) {
                            const lanes<std::int64_t> d;
                            return hn::Gt(hn::Load(d, part + w * 64 + i), hn::Load(d, whole.most + w * 64 + i));
                        }) &
                        in.in_block[w];
        }
        for (std::size_t i = 0; i < in.padded; ++i) { least[i] = std::max(least[i], part[i]); }
    }
    return found;
}

/// Derived facts stay: a subject that they contradict is refused, so its result does not matter.
inline void forget(workspace& in, std::size_t index, std::size_t row) {
    fact_block& given = in.bounded[index].given;
    if (given.most != nullptr) { return; }
    given.known[row / 64] &= ~(std::uint64_t{1} << (row % 64));
    given.all_known = false;
}

/// Makes facts unknown that contradict each other in one row.
inline void forget_contradictions(workspace& in, std::size_t row, std::vector<interval>& intervals,
                                  std::vector<std::uint32_t>& largest) {
    intervals.resize(in.program->bounded.size());
    for (std::size_t i = 0; i < intervals.size(); ++i) { intervals[i] = as_numbers(in, i).at(row); }
    largest.resize(intervals.size());
    std::iota(largest.begin(), largest.end(), 0U);
    for (const fact_bound& bound : in.program->bounds) {
        const std::uint32_t part = largest[bound.part];
        if (intervals[part].least > intervals[bound.whole].most) {
            forget(in, part, row);
            forget(in, bound.whole, row);
        } else if (intervals[part].least > intervals[largest[bound.whole]].least) {
            largest[bound.whole] = part;
        }
    }
}

inline void read_bounded(workspace& in) {
    const std::vector<std::uint32_t>& bounded = in.program->bounded;
    if (bounded.empty()) { return; }
    for (std::size_t i = 0; i < bounded.size(); ++i) {
        bounded_fact& each = in.bounded[i];
        each.missing = !in.facts->has(bounded[i]);
        each.given.narrow = nullptr;
        each.given.most = nullptr;
        if (each.missing) {
            each.given.known = {};
            each.given.all_known = false;
        } else {
            in.facts->read(bounded[i], each.given);
            note_refused(in, each.given);
            if (each.given.narrow != nullptr) {
                map(in, each.given.narrow, each.given.values.data(), [](std::int64_t value) { return value; });
            }
            each.given.narrow = nullptr;
        }
    }
    in.contradicting = find_contradictions(in);
    std::vector<interval> intervals;
    std::vector<std::uint32_t> largest;
    for (std::size_t w = 0; w < in.words; ++w) {
        for (std::uint64_t left = in.contradicting[w]; left != 0; left &= left - 1) {
            forget_contradictions(in, w * 64 + static_cast<std::size_t>(__builtin_ctzll(left)), intervals, largest);
        }
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
