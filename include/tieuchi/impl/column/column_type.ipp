// SPDX-License-Identifier: Apache-2.0
/// \file
/// Definitions of column_type.hpp. The formats are those of the Arrow C data interface.
#pragma once

#include <tieuchi/impl/column/column_type.hpp>

#include <array>
#include <charconv>

namespace tieuchi::impl::column {

namespace {

struct plain_type {
    std::string_view format;
    type_family family;
    integer_type integer;
    std::string_view name;
    std::int64_t per_day = 1;
};

constexpr std::int64_t seconds_of_day = 86'400;

constexpr std::array<plain_type, 22> plain_types{{
    {"n", type_family::null, {}, "nothing (null)"},
    {"b", type_family::boolean, {}, "yes or no (bool)"},
    {"c", type_family::integer, integer_type::int8, "whole numbers (int8)"},
    {"C", type_family::integer, integer_type::uint8, "whole numbers (uint8)"},
    {"s", type_family::integer, integer_type::int16, "whole numbers (int16)"},
    {"S", type_family::integer, integer_type::uint16, "whole numbers (uint16)"},
    {"i", type_family::integer, integer_type::int32, "whole numbers (int32)"},
    {"I", type_family::integer, integer_type::uint32, "whole numbers (uint32)"},
    {"l", type_family::integer, integer_type::int64, "whole numbers (int64)"},
    {"L", type_family::unsigned64, integer_type::int64, "whole numbers (uint64)"},
    {"f", type_family::float32, {}, "numbers (float32)"},
    {"g", type_family::float64, {}, "numbers (float64)"},
    {"u", type_family::text, {}, "text (utf8)"},
    {"U", type_family::large_text, {}, "text (large_utf8)"},
    {"vu", type_family::text_view, {}, "text (string_view)"},
    {"tdD", type_family::date32, {}, "days (date32)"},
    {"tdm", type_family::date64, {}, "days (date64)", seconds_of_day * 1000},
    {"tss:", type_family::date64, {}, "moments (timestamp[s])", seconds_of_day},
    {"tsm:", type_family::date64, {}, "moments (timestamp[ms])", seconds_of_day * 1000},
    {"tsu:", type_family::date64, {}, "moments (timestamp[us])", seconds_of_day * 1'000'000},
    {"tsn:", type_family::date64, {}, "moments (timestamp[ns])", seconds_of_day * 1'000'000'000},
    {"+s", type_family::null, {}, "columns (struct)"},
}};

[[nodiscard]] const plain_type* plain(std::string_view format) {
    for (const plain_type& one : plain_types) {
        if (one.format == format) { return &one; }
    }
    return nullptr;
}

/// `d:19,2` or `d:19,2,128`.
[[nodiscard]] std::optional<int> scale_of_decimal128(std::string_view format) {
    if (!format.starts_with("d:")) { return std::nullopt; }
    const std::size_t comma = format.find(',');
    if (comma == std::string_view::npos) { return std::nullopt; }
    int scale = 0;
    const char* const end = format.data() + format.size();
    const auto [rest, wrong] = std::from_chars(format.data() + comma + 1, end, scale);
    const bool of_128 = rest == end || std::string_view(rest, static_cast<std::size_t>(end - rest)) == ",128";
    constexpr int digits = 38;
    if (wrong != std::errc{} || !of_128 || scale < -digits || scale > digits) { return std::nullopt; }
    return scale;
}

[[nodiscard]] bool is_text(type_family one) noexcept {
    return one == type_family::text || one == type_family::large_text || one == type_family::text_view;
}

} // namespace

int column_type::buffers() const noexcept {
    switch (family) {
    case type_family::null: return 0;
    case type_family::text:
    case type_family::large_text:
    case type_family::text_view: return 3; // a view has at least these: validity, views, the sizes of further ones
    default: return 2;
    }
}

std::size_t column_type::width() const noexcept {
    switch (family) {
    case type_family::integer:
    case type_family::dictionary:
        switch (integer) {
        case integer_type::int8:
        case integer_type::uint8: return 1;
        case integer_type::int16:
        case integer_type::uint16: return 2;
        case integer_type::int32:
        case integer_type::uint32: return 4;
        case integer_type::int64: return 8;
        }
        return 8;
    case type_family::unsigned64:
    case type_family::float64:
    case type_family::date64: return 8;
    case type_family::float32:
    case type_family::date32: return 4;
    case type_family::decimal128:
    case type_family::text_view: return 16;
    default: return 0;
    }
}

bool column_type::fits(const fact& of) const noexcept {
    const bool words = is_text(family) || (family == type_family::dictionary && is_text(entries)) || family == type_family::null;
    if (words) { return true; }
    const bool whole = family == type_family::integer || family == type_family::unsigned64;
    switch (of.type) {
    case fact_type::yes_no: return family == type_family::boolean || whole;
    case fact_type::count:
    case fact_type::number:
    case fact_type::percent:
    case fact_type::judged:
        return whole || family == type_family::float32 || family == type_family::float64 || family == type_family::decimal128;
    case fact_type::date: return family == type_family::date32 || family == type_family::date64;
    case fact_type::one_of: return false;
    }
    return false;
}

std::optional<column_type> column_type_of(const ArrowSchema& schema) {
    const std::string_view format = schema.format;
    column_type made;
    if (const auto scale = scale_of_decimal128(format)) {
        made.family = type_family::decimal128;
        made.scale = *scale;
        return schema.dictionary == nullptr ? std::optional(made) : std::nullopt;
    }
    const plain_type* const found = plain(format);
    if (found == nullptr || format == "+s") { return std::nullopt; }
    made.family = found->family;
    made.integer = found->integer;
    made.per_day = found->per_day;
    if (schema.dictionary == nullptr) { return made; }
    const plain_type* const entries = plain(schema.dictionary->format);
    const bool indexed = made.family == type_family::integer || made.family == type_family::unsigned64;
    if (!indexed || entries == nullptr || !is_text(entries->family)) { return std::nullopt; }
    made.family = type_family::dictionary; // an index beyond int64 is beyond any dictionary, and read as below zero
    made.entries = entries->family;
    return made;
}

std::string name_of_type(const ArrowSchema& schema) {
    const std::string_view format = schema.format;
    if (schema.dictionary != nullptr) {
        const plain_type* const entries = schema.dictionary->dictionary == nullptr ? plain(schema.dictionary->format) : nullptr;
        return "a dictionary of " + std::string(entries == nullptr ? "something else" : entries->name);
    }
    if (const plain_type* const one = plain(format)) { return std::string(one->name); }
    if (format.starts_with("ts")) { return "moments in a time zone (`" + std::string(format) + "`)"; }
    if (format.starts_with("d:")) { return "numbers (decimal, `" + std::string(format) + "`)"; }
    return "format `" + std::string(format) + "`";
}

std::string_view types_for(fact_type of) noexcept {
    switch (of) {
    case fact_type::yes_no: return "yes or no (bool), whole numbers 0 and 1, or text";
    case fact_type::count:
    case fact_type::number:
    case fact_type::percent:
    case fact_type::judged: return "numbers (int8 to int64, uint8 to uint64, float32, float64, decimal128) or text";
    case fact_type::date: return "days (date32, date64), timestamps without a time zone at midnight, or text";
    case fact_type::one_of: break;
    }
    return "text or a dictionary of text";
}

} // namespace tieuchi::impl::column
