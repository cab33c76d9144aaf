// SPDX-License-Identifier: Apache-2.0
// Definitions of column_type.hpp. The formats are those of the Arrow C data interface.
#include "arrow/column_type.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::arrow {

namespace {

struct plain_type {
    std::string_view format;
    type_family family;
    vector::integer_type integer;
    std::string_view name;
    std::int64_t per_day = 1;
};

constexpr std::int64_t seconds_of_day = 86'400;

constexpr std::array<plain_type, 25> plain_types{{
    {"n", type_family::null, {}, "nothing (null)"},
    {"b", type_family::boolean, {}, "yes or no (bool)"},
    {"c", type_family::integer, vector::integer_type::int8, "whole numbers (int8)"},
    {"C", type_family::integer, vector::integer_type::uint8, "whole numbers (uint8)"},
    {"s", type_family::integer, vector::integer_type::int16, "whole numbers (int16)"},
    {"S", type_family::integer, vector::integer_type::uint16, "whole numbers (uint16)"},
    {"i", type_family::integer, vector::integer_type::int32, "whole numbers (int32)"},
    {"I", type_family::integer, vector::integer_type::uint32, "whole numbers (uint32)"},
    {"l", type_family::integer, vector::integer_type::int64, "whole numbers (int64)"},
    {"L", type_family::unsigned64, vector::integer_type::int64, "whole numbers (uint64)"},
    {"_pli128", type_family::decimal128, {}, "whole numbers (int128)"},   // as Polars calls them
    {"_plu128", type_family::unsigned128, {}, "whole numbers (uint128)"}, // likewise
    {"e", type_family::float16, {}, "numbers (float16)"},
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
    for (const plain_type& each : plain_types) {
        if (each.format == format) { return &each; }
    }
    return nullptr;
}

/// `d:19,2`, which has 128 bits, or `d:19,2,64`.
[[nodiscard]] std::optional<column_type> decimal_type(std::string_view format) {
    if (!format.starts_with("d:")) { return std::nullopt; }
    const std::size_t comma = format.find(',');
    if (comma == std::string_view::npos) { return std::nullopt; }
    column_type type;
    const char* const end = format.data() + format.size();
    const auto [rest, wrong] = std::from_chars(format.data() + comma + 1, end, type.scale);
    constexpr int digits = 76;
    if (wrong != std::errc{} || type.scale < -digits || type.scale > digits) { return std::nullopt; }
    const std::string_view bits(rest, static_cast<std::size_t>(end - rest));
    if (bits == ",32") {
        type.family = type_family::decimal32;
    } else if (bits == ",64") {
        type.family = type_family::decimal64;
    } else if (bits.empty() || bits == ",128") {
        type.family = type_family::decimal128;
    } else if (bits == ",256") {
        type.family = type_family::decimal256;
    } else {
        return std::nullopt;
    }
    return type;
}

/// A value in the metadata of a schema: their number; of each the size of the key, the key, the size of the value, the value.
[[nodiscard]] std::string_view metadata_of(const ArrowSchema& schema, std::string_view key) {
    const char* at = schema.metadata;
    if (at == nullptr) { return {}; }
    const auto number = [&] {
        std::int32_t read = 0;
        std::memcpy(&read, at, sizeof read);
        at += sizeof read;
        return read;
    };
    const auto text = [&] {
        const auto size = static_cast<std::size_t>(std::max(number(), 0));
        const std::string_view read(at, size);
        at += size;
        return read;
    };
    for (std::int32_t left = number(); left > 0; --left) {
        const std::string_view name = text();
        const std::string_view value = text();
        if (name == key) { return value; }
    }
    return {};
}

/// What DuckDB exports HUGEINT and UHUGEINT as, where it is told to lose nothing.
[[nodiscard]] std::optional<column_type> huge_type(const ArrowSchema& schema) {
    if (std::string_view(schema.format) != "w:16") { return std::nullopt; }
    if (metadata_of(schema, "ARROW:extension:name") != "arrow.opaque") { return std::nullopt; }
    const std::string_view metadata = metadata_of(schema, "ARROW:extension:metadata");
    column_type type;
    if (metadata.find("\"hugeint\"") != std::string_view::npos) {
        type.family = type_family::decimal128;
    } else if (metadata.find("\"uhugeint\"") != std::string_view::npos) {
        type.family = type_family::unsigned128;
    } else {
        return std::nullopt;
    }
    return type;
}

/// Run-end encoded.
[[nodiscard]] bool is_runs(const ArrowSchema& schema) { return std::string_view(schema.format) == "+r"; }

[[nodiscard]] std::optional<column_type> dictionary_type(const ArrowSchema& schema) {
    const plain_type* const indices = plain(schema.format);
    if (indices == nullptr || !is_integer(indices->family)) { return std::nullopt; }
    const ArrowSchema& dictionary = *schema.dictionary;
    if (dictionary.format == nullptr || dictionary.dictionary != nullptr || is_runs(dictionary)) { return std::nullopt; }
    auto entries = column_type_of(dictionary);
    if (!entries) { return std::nullopt; }
    column_type type;
    type.family = type_family::dictionary;
    type.integer = indices->integer; // an index beyond int64 is beyond any dictionary, and read as below zero
    type.entries = std::make_shared<const column_type>(*std::move(entries));
    return type;
}

[[nodiscard]] std::optional<column_type> runs_type(const ArrowSchema& schema) {
    const bool has_both =
        schema.n_children == 2 && schema.children != nullptr && schema.children[0] != nullptr && schema.children[1] != nullptr;
    if (!has_both || schema.children[0]->format == nullptr || schema.children[1]->format == nullptr) { return std::nullopt; }
    const plain_type* const ends = plain(schema.children[0]->format);
    if (ends == nullptr || ends->family != type_family::integer || is_runs(*schema.children[1])) { return std::nullopt; }
    auto entries = column_type_of(*schema.children[1]);
    if (!entries) { return std::nullopt; }
    column_type type;
    type.family = type_family::runs;
    type.integer = ends->integer;
    type.entries = std::make_shared<const column_type>(*std::move(entries));
    return type;
}

} // namespace

int column_type::buffers() const noexcept {
    if (family == type_family::null || family == type_family::runs) { return 0; }
    if (family == type_family::other) { return 1; }
    return is_text(family) ? 3 : 2; // a view has at least these: validity, views, the sizes of further ones
}

std::size_t column_type::width() const noexcept {
    switch (family) {
    case type_family::integer:
    case type_family::dictionary:
        switch (integer) {
        case vector::integer_type::int8:
        case vector::integer_type::uint8: return 1;
        case vector::integer_type::int16:
        case vector::integer_type::uint16: return 2;
        case vector::integer_type::int32:
        case vector::integer_type::uint32: return 4;
        case vector::integer_type::int64: return 8;
        }
        return 8;
    case type_family::float16: return 2;
    case type_family::float32:
    case type_family::decimal32:
    case type_family::date32: return 4;
    case type_family::unsigned64:
    case type_family::float64:
    case type_family::decimal64:
    case type_family::date64: return 8;
    case type_family::decimal128:
    case type_family::unsigned128:
    case type_family::text_view: return 16;
    case type_family::decimal256: return 32;
    case type_family::null:
    case type_family::boolean:
    case type_family::text:
    case type_family::large_text:
    case type_family::runs:
    case type_family::other: break;
    }
    return 0;
}

bool column_type::fits(const fact& fact) const noexcept {
    const type_family each = innermost().family;
    if (is_text(each) || each == type_family::null) { return true; }
    const bool number = is_integer(each) || is_float(each) || is_decimal(each);
    switch (fact.type) {
    case fact_type::yes_no: return each == type_family::boolean || number;
    case fact_type::count:
    case fact_type::number:
    case fact_type::percent:
    case fact_type::judged: return number;
    case fact_type::date: return each == type_family::date32 || each == type_family::date64;
    case fact_type::one_of: return false;
    }
    return false;
}

std::optional<column_type> column_type_of(const ArrowSchema& schema) {
    const std::string_view format = schema.format;
    if (schema.dictionary != nullptr) { return dictionary_type(schema); }
    if (is_runs(schema)) { return runs_type(schema); }
    if (auto found = decimal_type(format)) { return found; }
    if (auto found = huge_type(schema)) { return found; }
    const plain_type* const found = plain(format);
    if (found == nullptr || format == "+s") { return std::nullopt; }
    column_type type;
    type.family = found->family;
    type.integer = found->integer;
    type.per_day = found->per_day;
    return type;
}

std::optional<column_type> type_for_nulls(const ArrowSchema& schema) {
    if (auto known = column_type_of(schema)) { return known; }
    const std::string_view format = schema.format;
    if (format.starts_with("+u") || is_runs(schema)) { return std::nullopt; } // unions and runs have no nulls of their own
    column_type type;
    type.family = type_family::other;
    return type;
}

std::string name_of_type(const ArrowSchema& schema) {
    const std::string_view format = schema.format;
    if (const ArrowSchema* const dictionary = schema.dictionary) {
        const bool nested = dictionary->format == nullptr || dictionary->dictionary != nullptr || is_runs(*dictionary);
        return "a dictionary of " + (nested ? "something else" : name_of_type(*dictionary));
    }
    if (is_runs(schema)) {
        const ArrowSchema* const values = schema.n_children == 2 && schema.children != nullptr ? schema.children[1] : nullptr;
        const bool nested = values == nullptr || values->format == nullptr || is_runs(*values);
        return "runs of " + (nested ? "something else" : name_of_type(*values));
    }
    if (const plain_type* const each = plain(format)) { return std::string(each->name); }
    if (format.starts_with("ts")) { return "moments in a time zone (`" + std::string(format) + "`)"; }
    if (format.starts_with("d:")) { return "numbers (decimal, `" + std::string(format) + "`)"; }
    return "format `" + std::string(format) + "`";
}

std::string_view types_for(fact_type type) noexcept {
    switch (type) {
    case fact_type::yes_no: return "yes or no (bool), numbers 0 and 1, or text";
    case fact_type::count:
    case fact_type::number:
    case fact_type::percent:
    case fact_type::judged:
        return "numbers (int8 to int128, uint8 to uint128, float16 to float64, decimal32 to decimal256) or text";
    case fact_type::date: return "days (date32, date64), timestamps without a time zone at midnight, or text";
    case fact_type::one_of: break;
    }
    return "text or a dictionary of text";
}

} // namespace TIEUCHI_NAMESPACE::impl::arrow
