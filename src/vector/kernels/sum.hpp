// SPDX-License-Identifier: Apache-2.0
/// \file
/// Sums: points by truths are added as masked constants in the narrowest lanes that hold them, numbers as they are.
#if defined(TIEUCHI_COLUMN_SUM) == defined(HWY_TARGET_TOGGLE)
#ifdef TIEUCHI_COLUMN_SUM
#undef TIEUCHI_COLUMN_SUM
#else
#define TIEUCHI_COLUMN_SUM
#endif

#include "vector/kernels/numbers.hpp"

HWY_BEFORE_NAMESPACE();
namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE {

/// Adds the masked constants to `base`, into `to`.
template <class T>
HWY_INLINE void add_masked(const workspace& in, const std::vector<masked_value>& parts, std::int64_t base,
                           std::int64_t* HWY_RESTRICT to) {
    const lanes<T> d;
    constexpr std::size_t n = hn::MaxLanes(d);
    HWY_ALIGN std::array<T, 64> sums{};
    for (std::size_t w = 0; w < in.words; ++w) {
        for (std::size_t i = 0; i < 64; i += n) {
            auto sum = hn::Set(d, static_cast<T>(base));
            for (const masked_value& each : parts) {
                const auto mask = mask_at<T>(each.where[w], i);
                sum = hn::Add(sum, hn::IfThenElseZero(mask, hn::Set(d, static_cast<T>(each.value))));
            }
            hn::Store(sum, d, sums.data() + i);
        }
        for (std::size_t i = 0; i < 64; ++i) { to[w * 64 + i] = sums[i]; }
    }
}

HWY_INLINE void add_masked(const workspace& in, unsigned width, const std::vector<masked_value>& parts, std::int64_t base,
                           std::int64_t* to) {
    switch (width) {
    case 16: add_masked<std::int16_t>(in, parts, base, to); break;
    case 32: add_masked<std::int32_t>(in, parts, base, to); break;
    default: add_masked<std::int64_t>(in, parts, base, to); break;
    }
}

HWY_INLINE bool any(const workspace& in, const bits& rows) {
    std::uint64_t found = 0;
    for (std::size_t w = 0; w < in.words; ++w) { found |= rows[w] & in.in_block[w]; }
    return found != 0;
}

/// The rows that can have either of two values, where these are worth the same.
HWY_INLINE const std::uint64_t* merge(workspace& in, std::size_t at, const bits& a, const bits& b) {
    bits& both = in.merged[at];
    for (std::size_t w = 0; w < in.words; ++w) { both[w] = a[w] | b[w]; }
    return both.data();
}

/// Adds what a truth is worth: the least and the most of what its possible values are worth, the smallest value being the base of all rows.
/// True when no row is open between different values.
inline bool add_term(workspace& in, const term& addend, std::size_t at, sum_parts& to) {
    const truths& truth = in.truths[addend.truth];
    struct choice {
        std::int64_t value;
        const std::uint64_t* where;
    };
    std::array<choice, 3> choices{
        {{addend.where_yes, truth.yes.data()}, {addend.where_no, truth.no.data()}, {addend.where_neither, truth.neither.data()}}};
    std::size_t count = 3;
    if (!any(in, truth.neither)) {
        count = 2;
    } else if (addend.where_neither == addend.where_no) {
        choices[1].where = merge(in, 2 * at, truth.no, truth.neither);
        count = 2;
    } else if (addend.where_neither == addend.where_yes) {
        choices[0].where = merge(in, 2 * at, truth.yes, truth.neither);
        count = 2;
    }
    if (choices[0].value == choices[1].value && count == 2) {
        to.least_base += choices[0].value;
        to.most_base += choices[0].value;
        return true;
    }
    std::sort(choices.begin(), choices.begin() + static_cast<std::ptrdiff_t>(count),
              [](const choice& a, const choice& b) { return a.value < b.value; });
    const choice& low = choices[0];
    const choice& high = choices[count - 1];
    // The least is the highest value, lowered wherever a lower one is possible; the most the other way round.
    to.least_base += high.value;
    to.most_base += low.value;
    if (count == 2) {
        to.least.push_back({low.where, low.value - high.value});
        to.most.push_back({high.where, high.value - low.value});
        std::uint64_t open = 0;
        for (std::size_t w = 0; w < in.words; ++w) { open |= low.where[w] & high.where[w] & in.in_block[w]; }
        return open == 0;
    }
    const choice& middle = choices[1];
    bits& below = in.merged[2 * at];
    bits& above = in.merged[2 * at + 1];
    std::uint64_t open = 0;
    for (std::size_t w = 0; w < in.words; ++w) {
        below[w] = low.where[w] | middle.where[w];
        above[w] = high.where[w] | middle.where[w];
        open |= ((below[w] & high.where[w]) | (low.where[w] & middle.where[w])) & in.in_block[w];
    }
    to.least.push_back({below.data(), middle.value - high.value});
    to.least.push_back({low.where, low.value - middle.value});
    to.most.push_back({above.data(), middle.value - low.value});
    to.most.push_back({high.where, high.value - middle.value});
    return open == 0;
}

/// Adds `factor` x a number to what is there. True when each row's is known.
HWY_INLINE void add_number(const workspace& in, const std::int64_t* HWY_RESTRICT from, std::int64_t factor,
                           std::int64_t* HWY_RESTRICT to) {
    if (factor == 1) {
        for (std::size_t i = 0; i < in.padded; ++i) { to[i] = wrap(wrap(to[i]) + wrap(from[i])); }
    } else {
        for (std::size_t i = 0; i < in.padded; ++i) { to[i] = wrap(wrap(to[i]) + wrap(from[i]) * wrap(factor)); }
    }
}

/// Adds four numbers in one pass.
HWY_INLINE void add_numbers(const workspace& in, const std::array<const std::int64_t*, 4>& from, std::int64_t* HWY_RESTRICT to) {
    const std::int64_t* HWY_RESTRICT a = from[0];
    const std::int64_t* HWY_RESTRICT b = from[1];
    const std::int64_t* HWY_RESTRICT c = from[2];
    const std::int64_t* HWY_RESTRICT d = from[3];
    for (std::size_t i = 0; i < in.padded; ++i) { to[i] = wrap(wrap(to[i]) + wrap(a[i]) + wrap(b[i]) + wrap(c[i]) + wrap(d[i])); }
}

/// The same, `otherwise` where it is not known.
HWY_INLINE void add_known(const workspace& in, const numbers& from, std::int64_t factor, std::int64_t otherwise,
                          std::int64_t* HWY_RESTRICT to) {
    const std::int64_t* HWY_RESTRICT values = from.least;
    const lanes<std::int64_t> d;
    constexpr std::size_t n = hn::MaxLanes(d);
    const auto other = hn::Set(d, otherwise);
    for (std::size_t w = 0; w < in.words; ++w) {
        HWY_ALIGN std::array<std::int64_t, 64> part{};
        for (std::size_t i = 0; i < 64; i += n) {
            const auto known = mask_at<std::int64_t>(from.known[w], i);
            hn::Store(hn::IfThenElse(known, hn::LoadU(d, values + w * 64 + i), other), d, part.data() + i);
        }
        for (std::size_t i = 0; i < 64; ++i) { to[w * 64 + i] = wrap(wrap(to[w * 64 + i]) + wrap(part[i]) * wrap(factor)); }
    }
}

/// Adds one bound of a number: its least where `low`, or, times a negative factor, its most.
HWY_INLINE void add_bound(const workspace& in, const numbers& from, std::int64_t factor, bool low, std::int64_t* to) {
    const bool least = low == (factor >= 0);
    if (from.known != nullptr) {
        add_known(in, from, factor, least ? from.otherwise.least : from.otherwise.most, to);
    } else {
        add_number(in, least ? from.least : from.most, factor, to);
    }
}

/// Adds one bound of each number among the terms; those whose values lie side by side, four at a time.
inline void add_bounds(const workspace& in, std::span<const term> terms, bool low, std::int64_t* to) {
    std::array<const std::int64_t*, 4> waiting{};
    std::size_t count = 0;
    for (const term& addend : terms) {
        if (addend.number == plan::no_register) { continue; }
        const numbers& from = in.numbers[addend.number];
        if (addend.factor != 1 || from.known != nullptr) {
            add_bound(in, from, addend.factor, low, to);
            continue;
        }
        waiting[count++] = low ? from.least : from.most;
        if (count < waiting.size()) { continue; }
        add_numbers(in, waiting, to);
        count = 0;
    }
    for (std::size_t i = 0; i < count; ++i) { add_number(in, waiting[i], 1, to); }
}

inline void sum_step(workspace& in, const step& s) {
    sum_parts& parts = in.parts;
    parts.least.clear();
    parts.most.clear();
    parts.least_base = parts.most_base = s.op.value;
    const std::span<const term> terms = std::span(in.program->terms).subspan(s.first, s.last - s.first);
    bool exact = true;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (terms[i].number == plan::no_register) {
            exact = add_term(in, terms[i], i, parts) && exact;
        } else {
            exact = wide(in, terms[i].number).exact() && exact;
        }
    }
    number_store& to = in.stores[s.op.to];
    const auto width = static_cast<unsigned>(s.op.mask);
    add_masked(in, width, parts.least, parts.least_base, to.values());
    if (!exact) { add_masked(in, width, parts.most, parts.most_base, to.most.data()); }
    add_bounds(in, terms, true, to.values());
    if (!exact) { add_bounds(in, terms, false, to.most.data()); }
    if (exact) {
        show_single(in, s.op.to);
    } else {
        show_bounds(in, s.op.to);
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
