// SPDX-License-Identifier: Apache-2.0
/// \file
/// Definitions of widen.hpp, for each target.
#if defined(TIEUCHI_COLUMN_WIDEN) == defined(HWY_TARGET_TOGGLE)
#ifdef TIEUCHI_COLUMN_WIDEN
#undef TIEUCHI_COLUMN_WIDEN
#else
#define TIEUCHI_COLUMN_WIDEN
#endif

#include "vector/kernels/lanes.hpp"
#include "vector/widen.hpp"

#include <algorithm>

HWY_BEFORE_NAMESPACE();
namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE {

template <class T>
HWY_INLINE extremes widen_from(const void* from, std::size_t rows, std::int64_t* HWY_RESTRICT to) {
    using anywhere [[gnu::aligned(1), gnu::may_alias]] = T;
    const auto* const HWY_RESTRICT numbers = static_cast<const anywhere*>(from);
    T least = numbers[0];
    T most = numbers[0];
    for (std::size_t i = 0; i < rows; ++i) {
        const T value = numbers[i];
        to[i] = std::int64_t{value};
        least = std::min(least, value);
        most = std::max(most, value);
    }
    return {static_cast<std::int64_t>(least), static_cast<std::int64_t>(most)};
}

/// Whole words of rows.
extremes extremes_of_rows(const std::int32_t* numbers, std::size_t rows) {
    const hn::CappedTag<std::int32_t, 16> d;
    constexpr std::size_t n = hn::MaxLanes(d);
    auto least = hn::LoadU(d, numbers);
    auto most = least;
    auto other_least = least;
    auto other_most = least;
    for (std::size_t i = 0; i < rows; i += 2 * n) {
        const auto each = hn::LoadU(d, numbers + i);
        const auto other = hn::LoadU(d, numbers + i + n);
        least = hn::Min(least, each);
        most = hn::Max(most, each);
        other_least = hn::Min(other_least, other);
        other_most = hn::Max(other_most, other);
    }
    return {hn::GetLane(hn::MinOfLanes(d, hn::Min(least, other_least))),
            hn::GetLane(hn::MaxOfLanes(d, hn::Max(most, other_most)))};
}

extremes widen_rows(integer_type type, const void* from, std::size_t rows, std::int64_t* to) {
    switch (type) {
    case integer_type::int8: return widen_from<std::int8_t>(from, rows, to);
    case integer_type::uint8: return widen_from<std::uint8_t>(from, rows, to);
    case integer_type::int16: return widen_from<std::int16_t>(from, rows, to);
    case integer_type::uint16: return widen_from<std::uint16_t>(from, rows, to);
    case integer_type::int32: return widen_from<std::int32_t>(from, rows, to);
    case integer_type::uint32: return widen_from<std::uint32_t>(from, rows, to);
    case integer_type::int64: break;
    }
    return widen_from<std::int64_t>(from, rows, to);
}

} // namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
