// SPDX-License-Identifier: Apache-2.0
/// \file
/// Definitions of key_column.hpp.
#pragma once

#include <tieuchi/impl/column/column_view.hpp>
#include <tieuchi/impl/column_population/key_column.hpp>

#include <cstring>
#include <unordered_map>

namespace tieuchi::impl::column_population {

namespace {

/// Stands for the fact that a column of names does not tell: any text will do.
const fact& no_fact() {
    static const fact one;
    return one;
}

[[nodiscard]] std::string number_at(column::column_type type, const ArrowArray& array, std::int64_t at) {
    const auto* const from = static_cast<const std::uint8_t*>(array.buffers[1]) + at * static_cast<std::int64_t>(type.width());
    if (type.family == column::type_family::unsigned64) {
        std::uint64_t number = 0;
        std::memcpy(&number, from, sizeof number);
        return std::to_string(number);
    }
    std::int64_t number = 0;
    static_cast<void>(column::widen(type.integer, from, 1, &number));
    return std::to_string(number);
}

} // namespace

key_column::key_column(column::column_type type, const ArrowArray& parent, const ArrowArray& array) {
    const column::column_view view(no_fact(), type, parent, array);
    const auto rows = static_cast<std::size_t>(parent.length);
    texts_.reserve(rows);
    std::unordered_map<std::string, std::string_view> known; // of a dictionary, which has few entries
    for (std::size_t i = 0; i < rows; ++i) {
        const auto row = static_cast<std::int64_t>(i);
        switch (type.family) {
        case column::type_family::text:
        case column::type_family::large_text:
        case column::type_family::text_view: texts_.push_back(view.text(row)); break;
        case column::type_family::integer:
        case column::type_family::unsigned64:
            texts_.push_back(view.is_null(row)
                                 ? std::string_view()
                                 : written_.emplace_back(number_at(type, array, parent.offset + array.offset + row)));
            break;
        default: {
            const column::cell told = view.at(row);
            const auto [at, is_new] = known.try_emplace(told.exactly ? std::get<std::string>(*told.exactly) : std::string());
            if (is_new) { at->second = written_.emplace_back(at->first); }
            texts_.push_back(at->second);
        }
        }
    }
}

bool key_column::fits(column::column_type type) noexcept {
    switch (type.family) {
    case column::type_family::boolean:
    case column::type_family::float32:
    case column::type_family::float64:
    case column::type_family::decimal128:
    case column::type_family::date32:
    case column::type_family::date64: return false;
    default: return true;
    }
}

} // namespace tieuchi::impl::column_population
