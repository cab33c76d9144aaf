// SPDX-License-Identifier: Apache-2.0
/// \file
/// Between vectors and bits, for each target that Highway compiles for.
#if defined(TIEUCHI_COLUMN_LANES) == defined(HWY_TARGET_TOGGLE)
#ifdef TIEUCHI_COLUMN_LANES
#undef TIEUCHI_COLUMN_LANES
#else
#define TIEUCHI_COLUMN_LANES
#endif

#include <tieuchi/config.hpp>

#include <hwy/highway.h>

#include <array>
#include <cstdint>
#include <cstring>

HWY_BEFORE_NAMESPACE();
namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

template <class T>
using lanes = hn::ScalableTag<T>;

/// The bits of 64 rows: `mask_of(i)` is the mask of the vector that begins at row i of them.
template <class T, class F>
HWY_INLINE std::uint64_t word_of(F mask_of) {
    const lanes<T> d;
    constexpr std::size_t n = hn::MaxLanes(d);
    if constexpr (n >= 8) {
        std::array<std::uint8_t, 8> bytes{};
        for (std::size_t i = 0; i < 64; i += n) { hn::StoreMaskBits(d, mask_of(i), bytes.data() + i / 8); }
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), sizeof word);
        return word;
    } else {
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < 64; i += n) {
            std::uint8_t part = 0;
            hn::StoreMaskBits(d, mask_of(i), &part);
            word |= static_cast<std::uint64_t>(part) << i;
        }
        return word;
    }
}

/// The mask of the vector that begins at row i of 64 whose bits are `word`.
template <class T>
HWY_INLINE hn::Mask<lanes<T>> mask_at(std::uint64_t word, std::size_t i) {
    const lanes<T> d;
    std::array<std::uint8_t, 8> bytes{};
    const std::uint64_t from = word >> i;
    std::memcpy(bytes.data(), &from, sizeof from);
    return hn::LoadMaskBits(d, bytes.data());
}

} // namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
