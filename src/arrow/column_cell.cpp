// SPDX-License-Identifier: Apache-2.0
// Single cells of columns, as the values that a host would tell.
#include "arrow/arrays.hpp"
#include "arrow/bitmap.hpp"
#include "arrow/column_view.hpp"

#include <cmath>

namespace TIEUCHI_NAMESPACE::impl::arrow {

namespace {

[[nodiscard]] cell day_cell(std::int64_t days) {
    constexpr std::int64_t first = -719'528; // 0000-01-01
    constexpr std::int64_t last = 2'932'896; // 9999-12-31
    if (days < first || days > last) { return {true, std::nullopt}; }
    return {true, value{date_from_days(days)}};
}

} // namespace

/// 4 bytes of size; then the text, or 4 bytes of it and 4 each of buffer and place.
std::optional<std::string_view> column_view::viewed_text_at(std::int64_t at) const {
    constexpr std::int32_t inlined = 12;
    const void* const* const buffers = array_->buffers;
    const auto part = [&](std::int64_t number) -> std::int64_t { return element_of<std::int32_t>(buffers[1], at * 4 + number); };
    const std::int64_t size = part(0);
    if (size < 0) { return std::nullopt; }
    const auto length = static_cast<std::size_t>(size);
    if (size <= inlined) { return std::string_view(static_cast<const char*>(buffers[1]) + at * 16 + 4, length); }
    const std::int64_t buffer = part(2);
    const std::int64_t start = part(3);
    const void* const sizes = buffers[array_->n_buffers - 1]; // of the buffers between
    if (buffer < 0 || start < 0 || buffer >= array_->n_buffers - 3 || sizes == nullptr) { return std::nullopt; }
    const auto* const from = static_cast<const char*>(buffers[2 + buffer]);
    if (from == nullptr || start + size > element_of<std::int64_t>(sizes, buffer)) { return std::nullopt; }
    return std::string_view(from + start, length);
}

std::optional<std::string_view> column_view::text_at(std::int64_t at) const {
    if (type_.family == type_family::text_view) { return viewed_text_at(at); }
    const std::int64_t begin = offset_at(type_.family, *array_, at);
    const std::int64_t end = offset_at(type_.family, *array_, at + 1);
    const std::int64_t last = offset_at(type_.family, *array_, array_->offset + array_->length);
    if (begin < 0 || end < begin || end > last) { return std::nullopt; }
    if (end == begin) { return std::string_view(); }
    const auto* const all = static_cast<const char*>(array_->buffers[2]);
    if (all == nullptr) { return std::nullopt; }
    return std::string_view(all + begin, static_cast<std::size_t>(end - begin));
}

std::optional<std::string_view> column_view::text(std::int64_t row) const {
    return is_null(row) ? std::string_view() : text_at(offset_ + row);
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
    case type_family::text_view: return cell_of(text_at(at));
    case type_family::date32: return day_cell(element<std::int32_t>(at));
    case type_family::date64: {
        const auto moment = element<std::int64_t>(at);
        if (moment % type_.per_day != 0) { return {true, std::nullopt}; }
        return day_cell(moment / type_.per_day);
    }
    case type_family::dictionary: {
        const std::int64_t index = index_at(row);
        return is_entry(index) ? entries_->at(index) : cell{true, std::nullopt};
    }
    case type_family::runs: return entries_->at(static_cast<std::int64_t>(run_at(row)));
    case type_family::other: return {true, std::nullopt};
    case type_family::null:
    case type_family::integer:
    case type_family::unsigned64:
    case type_family::float16:
    case type_family::float32:
    case type_family::float64:
    case type_family::decimal32:
    case type_family::decimal64:
    case type_family::decimal128:
    case type_family::unsigned128:
    case type_family::decimal256: break;
    }
    if (is_float(type_.family) && std::isnan(float_at(at))) { return {}; }
    const auto number = number_at(at);
    return {true, number ? std::optional(value{*number}) : std::nullopt};
}

std::string_view column_view::why_not_held(std::int64_t row) const {
    if (type_.family == type_family::dictionary) {
        const std::int64_t index = index_at(row);
        return is_entry(index) ? entries_->why_not_held(index) : "the index is not one of the dictionary";
    }
    if (type_.family == type_family::runs) { return entries_->why_not_held(static_cast<std::int64_t>(run_at(row))); }
    if (is_text(type_.family)) { return "the text cannot be read: the array is damaged"; }
    if (type_.family == type_family::date32) { return "there is no such day"; }
    if (type_.family == type_family::date64) { return "the moment is not the beginning of a day, or there is no such day"; }
    return "the number cannot be held exactly";
}

std::optional<std::string> column_view::name(std::int64_t row) const {
    if (is_null(row)) { return std::string(); }
    if (is_text(type_.family)) {
        const auto found = text_at(offset_ + row);
        return found ? std::optional(std::string(*found)) : std::nullopt;
    }
    if (type_.family == type_family::dictionary) {
        const std::int64_t index = index_at(row);
        return is_entry(index) ? entries_->name(index) : std::nullopt;
    }
    if (type_.family == type_family::runs) { return entries_->name(static_cast<std::int64_t>(run_at(row))); }
    return digits_at(offset_ + row);
}

} // namespace TIEUCHI_NAMESPACE::impl::arrow
