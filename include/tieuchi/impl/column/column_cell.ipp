// SPDX-License-Identifier: Apache-2.0
/// \file
/// Single cells of columns, as the values that a host would tell.
#pragma once

#include <tieuchi/impl/base/rounding.hpp>
#include <tieuchi/impl/column/bitmap.hpp>
#include <tieuchi/impl/column/column_view.hpp>

#include <cstring>

namespace tieuchi::impl::column {

namespace {

/// The decimal that is `number` x 10^-`scale`, if there is one.
[[nodiscard]] std::optional<decimal> decimal_of(wide number, int scale) {
    constexpr wide most = INT64_MAX;
    for (; scale < decimal::scale; ++scale) {
        if (number > most || number < -most) { return std::nullopt; }
        number *= 10;
    }
    for (; scale > decimal::scale; --scale) {
        if (number % 10 != 0) { return std::nullopt; }
        number /= 10;
    }
    if (number > most || number < -most) { return std::nullopt; }
    return decimal::from_units(static_cast<std::int64_t>(number));
}

} // namespace

std::optional<decimal> column_view::number_at(std::int64_t at) const {
    switch (type_.family) {
    case type_family::unsigned64: return decimal::from_integer(element<std::uint64_t>(at));
    case type_family::float32: return decimal::from_float(element<float>(at));
    case type_family::float64: return decimal::from_double(element<double>(at));
    case type_family::decimal128: return decimal_of(element<wide>(at), type_.scale);
    default: break;
    }
    switch (type_.integer) {
    case integer_type::int8: return decimal::from_integer(element<std::int8_t>(at));
    case integer_type::uint8: return decimal::from_integer(element<std::uint8_t>(at));
    case integer_type::int16: return decimal::from_integer(element<std::int16_t>(at));
    case integer_type::uint16: return decimal::from_integer(element<std::uint16_t>(at));
    case integer_type::int32: return decimal::from_integer(element<std::int32_t>(at));
    case integer_type::uint32: return decimal::from_integer(element<std::uint32_t>(at));
    case integer_type::int64: break;
    }
    return decimal::from_integer(element<std::int64_t>(at));
}

std::optional<std::string_view> column_view::text_at(type_family family, const ArrowArray& array, std::int64_t at) const {
    const auto number = [&]<class T>(const void* buffer, std::int64_t byte) {
        T value;
        std::memcpy(&value, static_cast<const std::uint8_t*>(buffer) + byte, sizeof(T));
        return value;
    };
    const void* const* const buffers = array.buffers;
    if (family == type_family::text_view) { // 4 bytes of size; then the text, or 4 bytes of it and 4 each of buffer and place
        constexpr std::int64_t width = 16;
        constexpr std::int32_t inlined = 12;
        const std::int64_t size = number.template operator()<std::int32_t>(buffers[1], at * width);
        if (size < 0) { return std::nullopt; }
        const auto length = static_cast<std::size_t>(size);
        if (size <= inlined) { return std::string_view(static_cast<const char*>(buffers[1]) + at * width + 4, length); }
        const std::int64_t buffer = number.template operator()<std::int32_t>(buffers[1], at * width + 8);
        const std::int64_t place = number.template operator()<std::int32_t>(buffers[1], at * width + 12);
        const void* const sizes = buffers[array.n_buffers - 1]; // of the buffers between
        if (buffer < 0 || place < 0 || buffer >= array.n_buffers - 3 || sizes == nullptr) { return std::nullopt; }
        const auto* const from = static_cast<const char*>(buffers[2 + buffer]);
        if (from == nullptr || place + size > number.template operator()<std::int64_t>(sizes, buffer * 8)) {
            return std::nullopt;
        }
        return std::string_view(from + place, length);
    }
    const bool large = family == type_family::large_text;
    const auto offset = [&](std::int64_t i) -> std::int64_t {
        if (large) { return number.template operator()<std::int64_t>(buffers[1], i * 8); }
        return number.template operator()<std::int32_t>(buffers[1], i * 4);
    };
    const std::int64_t begin = offset(at);
    const std::int64_t end = offset(at + 1);
    if (begin < 0 || end < begin) { return std::nullopt; }
    if (end == begin) { return std::string_view(); }
    if (buffers[2] == nullptr) { return std::nullopt; }
    return std::string_view(static_cast<const char*>(buffers[2]) + begin, static_cast<std::size_t>(end - begin));
}

namespace {

[[nodiscard]] cell day_cell(std::int64_t days) {
    constexpr std::int64_t first = -719'528; // 0000-01-01
    constexpr std::int64_t last = 2'932'896; // 9999-12-31
    if (days < first || days > last) { return {true, std::nullopt}; }
    return {true, value{date_from_days(days)}};
}

} // namespace

std::optional<std::string_view> column_view::text(std::int64_t row) const {
    return is_null(row) ? std::string_view() : text_at(type_.family, *array_, offset_ + row);
}

cell column_view::cell_of(std::optional<std::string_view> text) {
    if (!text) { return {true, std::nullopt}; }
    return {!text->empty(), value{std::string(*text)}};
}

cell column_view::at(std::int64_t row) const {
    if (is_null(row)) { return {}; }
    const std::int64_t at = offset_ + row;
    switch (type_.family) {
    case type_family::boolean: return {true, value{bit_at(static_cast<const std::uint8_t*>(array_->buffers[1]), at)}};
    case type_family::text:
    case type_family::large_text:
    case type_family::text_view: return cell_of(text_at(type_.family, *array_, at));
    case type_family::date32: return day_cell(element<std::int32_t>(at));
    case type_family::date64: {
        const auto moment = element<std::int64_t>(at);
        if (moment % type_.per_day != 0) { return {true, std::nullopt}; }
        return day_cell(moment / type_.per_day);
    }
    case type_family::dictionary: {
        const auto index = number_at(at);
        const ArrowArray& entries = *array_->dictionary;
        if (!index || index->units() < 0 || index->units() / decimal::one >= entries.length) { return {true, std::nullopt}; }
        const std::int64_t entry = entries.offset + index->units() / decimal::one;
        if (entries.null_count != 0 && entries.buffers[0] != nullptr &&
            !bit_at(static_cast<const std::uint8_t*>(entries.buffers[0]), entry)) {
            return {};
        }
        return cell_of(text_at(type_.entries, entries, entry));
    }
    default: break;
    }
    const auto number = number_at(at);
    return {true, number ? std::optional(value{*number}) : std::nullopt};
}

} // namespace tieuchi::impl::column
