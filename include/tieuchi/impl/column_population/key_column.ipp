// SPDX-License-Identifier: Apache-2.0
/// \file
/// Definitions of key_column.hpp.
#pragma once

#include <tieuchi/impl/base/utf8.hpp>
#include <tieuchi/impl/column/column_view.hpp>
#include <tieuchi/impl/column_population/key_column.hpp>

#include <cstring>
#include <unordered_map>

namespace tieuchi::impl::column_population {

namespace {

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
    const column::column_view view(nullptr, type, parent, array);
    const auto rows = static_cast<std::size_t>(parent.length);
    texts_.reserve(rows);
    std::unordered_map<std::string, std::string_view> known; // of a dictionary, which has few entries
    for (std::size_t i = 0; i < rows; ++i) {
        const auto row = static_cast<std::int64_t>(i);
        switch (type.family) {
        case column::type_family::text:
        case column::type_family::large_text:
        case column::type_family::text_view: add(view.text(row)); break;
        case column::type_family::integer:
        case column::type_family::unsigned64:
            texts_.push_back(view.is_null(row)
                                 ? std::string_view()
                                 : written_.emplace_back(number_at(type, array, parent.offset + array.offset + row)));
            break;
        default: {
            const column::cell told = view.at(row);
            if (told.known && !told.exactly) {
                add(std::nullopt);
                break;
            }
            const auto [at, is_new] = known.try_emplace(told.exactly ? std::get<std::string>(*told.exactly) : std::string());
            if (is_new) { at->second = written_.emplace_back(at->first); }
            add(at->second);
        }
        }
    }
}

void key_column::add(std::optional<std::string_view> text) {
    if (!text || utf8::first_invalid(*text) != std::string_view::npos) { unreadable_.push_back(texts_.size()); }
    texts_.push_back(text.value_or(std::string_view()));
}

bool key_column::fits(column::column_type type, bool words_only) noexcept {
    switch (type.family) {
    case column::type_family::integer:
    case column::type_family::unsigned64: return !words_only;
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
