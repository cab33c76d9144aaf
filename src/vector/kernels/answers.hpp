// SPDX-License-Identifier: Apache-2.0
/// \file
/// Definitions of answer_kernels.hpp, for each target.
#if defined(TIEUCHI_COLUMN_ANSWERS) == defined(HWY_TARGET_TOGGLE)
#ifdef TIEUCHI_COLUMN_ANSWERS
#undef TIEUCHI_COLUMN_ANSWERS
#else
#define TIEUCHI_COLUMN_ANSWERS
#endif

#include "vector/answer_kernels.hpp"
#include "vector/kernels/numbers.hpp"

#include <array>
#include <bit>

HWY_BEFORE_NAMESPACE();
namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE {

inline void decimals_of_rows(const std::int64_t* HWY_RESTRICT from, std::int64_t unit, std::size_t rows,
                             std::int64_t* HWY_RESTRICT to) {
    for (std::size_t row = 0; row < rows; ++row) {
        const std::int64_t millionths = from[row] * unit;
        to[2 * row] = millionths;
        to[2 * row + 1] = millionths >> 63;
    }
}

/// Calls `put(row, value)` with one bound of each row.
template <class F>
HWY_INLINE void for_each_bound(const workspace& in, const operand& number, bool least, F put) {
    if (number.is_constant()) {
        for (std::size_t row = 0; row < in.padded; ++row) { put(row, number.constant); }
        return;
    }
    const numbers& values = in.numbers[number.at];
    if (values.known != nullptr) {
        for (std::size_t row = 0; row < in.rows; ++row) { put(row, least ? values.at(row).least : values.at(row).most); }
    } else if (values.narrow != nullptr) {
        for (std::size_t row = 0; row < in.padded; ++row) { put(row, std::int64_t{values.narrow[row]}); }
    } else {
        const std::int64_t* HWY_RESTRICT bound = least ? values.least : values.most;
        for (std::size_t row = 0; row < in.padded; ++row) { put(row, bound[row]); }
    }
}

/// The rows for whose numbers `holds` makes a mask.
template <class F>
HWY_INLINE void rows_where(const workspace& in, const std::int64_t* numbers, bits& to, F holds) {
    const lanes<std::int64_t> d;
    for (std::size_t w = 0; w < in.words; ++w) {
        to[w] = in.in_block[w] & word_of<std::int64_t>([&](std::size_t i) { return holds(hn::LoadU(d, numbers + w * 64 + i)); });
    }
}

inline void losses_of_rows(const workspace& in, const criterion_roots& roots, const points_units& units,
                           std::int64_t* HWY_RESTRICT to, bits& costly) {
    std::fill_n(to + in.rows, in.padded - in.rows, 0);
    const auto less_points = [&](auto possible_at, std::int64_t unit) {
        for_each_bound(in, roots.points, false, [&](std::size_t row, std::int64_t value) {
            to[row] = wrap(wrap(possible_at(row)) - wrap(value) * wrap(unit));
        });
    };
    if (roots.possible.is_constant() && units.points == 1) {
        const std::int64_t possible = roots.possible.constant * units.possible;
        less_points([possible](std::size_t) { return possible; }, 1);
    } else {
        for_each_bound(in, roots.possible, true,
                       [&](std::size_t row, std::int64_t value) { to[row] = wrap(wrap(value) * wrap(units.possible)); });
        less_points([to](std::size_t row) { return to[row]; }, units.points);
    }
    const auto zero = hn::Zero(lanes<std::int64_t>());
    rows_where(in, to, costly, [&](auto value) { return hn::Gt(value, zero); });
}

inline void rows_equal_to(const workspace& in, const std::int64_t* numbers, std::int64_t number, bits& to) {
    const auto all = hn::Set(lanes<std::int64_t>(), number);
    rows_where(in, numbers, to, [&](auto value) { return hn::Eq(value, all); });
}

using square = std::array<std::uint64_t, 64>;

/// Exchanges blocks of J x J bits across the diagonal.
template <std::size_t J>
HWY_INLINE void exchange(square& words) {
    constexpr std::uint64_t low = ~std::uint64_t{0} / ((std::uint64_t{1} << J) + 1); // the lower J bits of each 2 J
    for (std::size_t base = 0; base < 64; base += 2 * J) {
        for (std::size_t k = base; k < base + J; ++k) {
            const std::uint64_t differing = ((words[k] >> J) ^ words[k + J]) & low;
            words[k + J] ^= differing;
            words[k] ^= differing << J;
        }
    }
}

/// Bit b of word a becomes bit a of word b.
HWY_INLINE void transpose(square& words) {
    exchange<32>(words);
    exchange<16>(words);
    exchange<8>(words);
    exchange<4>(words);
    exchange<2>(words);
    exchange<1>(words);
}

/// For each byte, the positions of its set bits; the rest of the entry is arbitrary.
template <class T>
struct places_of_bits {
    std::array<std::array<T, 8>, 256> table{};

    constexpr places_of_bits() {
        for (unsigned byte = 0; byte < 256; ++byte) {
            std::size_t count = 0;
            for (unsigned bit = 0; bit < 8; ++bit) {
                if ((byte >> bit & 1U) != 0) { table[byte][count++] = static_cast<T>(bit); }
            }
        }
    }
};

/// Appends the numbers of the bits of so many bytes that are set, from `first` on. Writes 8 at a time, whether there are any or not: a branch
/// that depends on them would cost more.
template <class T>
HWY_INLINE T* append_places(const places_of_bits<T>& places, std::uint64_t word, std::size_t bytes, std::size_t first, T* to) {
    const hn::CappedTag<T, 8> d;
    for (std::size_t byte = 0; byte < bytes; ++byte, word >>= 8U) {
        const T* const found = places.table[word & 0xffU].data();
        for (std::size_t i = 0; i < 8; i += hn::MaxLanes(d)) {
            hn::StoreU(hn::Add(hn::LoadU(d, found + i), hn::Set(d, static_cast<T>(first + byte * 8))), d, to + i);
        }
        to += std::popcount(word & 0xffU);
    }
    return to;
}

template <class T>
HWY_INLINE void put_lists_of(std::span<const bits> planes, std::size_t rows, T* items, std::int32_t* ends) {
    static constexpr places_of_bits<T> places;
    const std::size_t groups = (planes.size() + 63) / 64;
    std::vector<square> turned(groups);
    T* to = items;
    for (std::size_t w = 0; w * 64 < rows; ++w) {
        for (std::size_t g = 0; g < groups; ++g) {
            const std::size_t count = std::min<std::size_t>(64, planes.size() - g * 64);
            for (std::size_t i = 0; i < 64; ++i) { turned[g][i] = i < count ? planes[g * 64 + i][w] : 0; }
            transpose(turned[g]);
        }
        for (std::size_t row = w * 64; row < std::min(rows, w * 64 + 64); ++row) {
            for (std::size_t g = 0; g < groups; ++g) {
                const std::uint64_t word = turned[g][row % 64];
                if (word == 0) { continue; }
                const std::size_t bytes = std::min<std::size_t>(8, (planes.size() - g * 64 + 7) / 8);
                to = append_places(places, word, bytes, g * 64, to);
            }
            ends[row] = static_cast<std::int32_t>(to - items);
        }
    }
}

inline void lists_of_rows(std::span<const bits> planes, std::size_t rows, std::uint16_t* items, std::int32_t* ends) {
    put_lists_of(planes, rows, items, ends);
}

inline void wide_lists_of_rows(std::span<const bits> planes, std::size_t rows, std::uint32_t* items, std::int32_t* ends) {
    put_lists_of(planes, rows, items, ends);
}

inline std::size_t bits_of_planes(std::span<const bits> planes) {
    std::size_t count = 0;
    for (const bits& plane : planes) {
        for (const std::uint64_t word : plane) { count += static_cast<std::size_t>(std::popcount(word)); }
    }
    return count;
}

} // namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
