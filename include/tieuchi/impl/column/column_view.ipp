// SPDX-License-Identifier: Apache-2.0
/// \file
/// Definitions of column_view.hpp. What a cell means is what facts::set makes of the same value; whole numbers and bits, which are most
/// of all data, have ways of their own to the same end.
#pragma once

#include <tieuchi/impl/column/bitmap.hpp>
#include <tieuchi/impl/column/column_view.hpp>
#include <tieuchi/impl/model/told.hpp>
#include <tieuchi/impl/plan/bound.hpp>

#include <algorithm>
#include <cstring>

namespace tieuchi::impl::column {

namespace {

[[nodiscard]] const std::uint8_t* validity_of(const ArrowArray& array) noexcept {
    const bool may_have_nulls = array.n_buffers > 0 && array.buffers != nullptr && array.null_count != 0;
    return may_have_nulls ? static_cast<const std::uint8_t*>(array.buffers[0]) : nullptr;
}

/// Towards larger numbers.
[[nodiscard]] std::int64_t whole_from(decimal least) noexcept {
    const std::int64_t below = least.units() / decimal::one;
    return below * decimal::one < least.units() ? below + 1 : below;
}

/// Towards smaller numbers.
[[nodiscard]] std::int64_t whole_to(decimal most) noexcept {
    const std::int64_t above = most.units() / decimal::one;
    return above * decimal::one > most.units() ? above - 1 : above;
}

} // namespace

column_view::column_view(const fact* of, column_type type, const ArrowArray& parent, const ArrowArray& array)
    : of_(of),
      type_(type),
      array_(&array),
      rows_(parent.length),
      parent_validity_(validity_of(parent)),
      parent_offset_(parent.offset),
      validity_(type.family == type_family::null ? nullptr : validity_of(array)),
      offset_(parent.offset + array.offset) {
    if (of == nullptr) { return; }
    if (of->type == fact_type::yes_no) {
        least_ = 0;
        most_ = 1;
    } else {
        least_ = whole_from(of->least);
        most_ = whole_to(of->most);
        units_per_one_ = decimal::one / slot_unit(*of);
        any_whole_ = of->type != fact_type::judged || decimal::one % of->step.units() == 0;
    }
    if (type.family == type_family::dictionary) { read_dictionary_entries(); }
}

/// Of a dictionary that is larger than the batch only what occurs: many small batches may share one.
void column_view::read_dictionary_entries() {
    const ArrowArray& entries = *array_->dictionary;
    const std::uint8_t* const known = validity_of(entries);
    const auto add = [&](std::int64_t index) {
        cell one;
        const std::int64_t at = entries.offset + index;
        if (known == nullptr || bit_at(known, at)) { one = cell_of(text_at(type_.entries, entries, at)); }
        dictionary_.push_back(meaning_of(one));
    };
    if (entries.length <= rows_) {
        for (std::int64_t i = 0; i < entries.length; ++i) { add(i); }
        return;
    }
    for (std::int64_t row = 0; row < rows_; ++row) {
        if (is_null(row)) { continue; }
        const std::int64_t index = index_at(row);
        if (index < 0 || index >= entries.length) { continue; }
        if (places_.try_emplace(index, dictionary_.size()).second) { add(index); }
    }
}

std::int64_t column_view::index_at(std::int64_t row) const {
    std::int64_t index = 0;
    const std::int64_t at = (offset_ + row) * static_cast<std::int64_t>(type_.width());
    static_cast<void>(widen(type_.integer, static_cast<const std::uint8_t*>(array_->buffers[1]) + at, 1, &index));
    return index;
}

/// What an index that is beyond the dictionary means is refused.
column_view::meaning column_view::entry_at(std::int64_t index) const {
    constexpr meaning outside{0, true, true};
    if (places_.empty()) {
        const bool inside = index >= 0 && index < static_cast<std::int64_t>(dictionary_.size());
        return inside ? dictionary_[static_cast<std::size_t>(index)] : outside;
    }
    const auto found = places_.find(index);
    return found == places_.end() ? outside : dictionary_[found->second];
}

std::string_view column_view::check_nulls(const ArrowArray& array) noexcept {
    if (array.null_count > 0 && (array.n_buffers < 1 || array.buffers == nullptr || array.buffers[0] == nullptr)) {
        return "it has nulls, but does not say where";
    }
    return {};
}

std::string_view column_view::check_entries(type_family family, const ArrowArray* entries) noexcept {
    if (entries == nullptr) { return "the dictionary is missing"; }
    column_type type;
    type.family = family;
    const bool lengths = entries->length >= 0 && entries->offset >= 0 && entries->length <= most_rows - entries->offset;
    const bool there = entries->n_buffers >= type.buffers() &&
                       (entries->length == 0 || (entries->buffers != nullptr && entries->buffers[1] != nullptr));
    const bool whole = lengths && there && check_nulls(*entries).empty();
    return whole && !lacks_texts(family, *entries, entries->offset, entries->length) ? "" : "its dictionary is damaged";
}

bool column_view::lacks_texts(type_family family, const ArrowArray& array, std::int64_t first, std::int64_t count) noexcept {
    if ((family != type_family::text && family != type_family::large_text) || count == 0 || array.buffers[2] != nullptr) {
        return false;
    }
    const auto offset = [&](std::int64_t at) {
        const auto* const from = static_cast<const std::uint8_t*>(array.buffers[1]);
        std::int32_t narrow = 0;
        std::int64_t wide = 0;
        if (family == type_family::large_text) {
            std::memcpy(&wide, from + at * 8, sizeof wide);
            return wide;
        }
        std::memcpy(&narrow, from + at * 4, sizeof narrow);
        return std::int64_t{narrow};
    };
    return offset(first) != offset(first + count);
}

std::string_view column_view::check(column_type type, const ArrowArray& parent, const ArrowArray& array) noexcept {
    if (array.offset < 0 || array.offset > most_rows || array.length < 0 || array.length < parent.offset + parent.length) {
        return "it is shorter than the batch";
    }
    if (array.n_buffers < type.buffers()) { return "buffers are missing"; }
    if (type.family == type_family::null) { return {}; }
    if (const std::string_view wrong = check_nulls(array); !wrong.empty()) { return wrong; }
    if (type.family == type_family::dictionary) {
        if (const std::string_view wrong = check_entries(type.entries, array.dictionary); !wrong.empty()) { return wrong; }
    }
    if (parent.length > 0 && (array.buffers == nullptr || array.buffers[1] == nullptr)) { return "a buffer is missing"; }
    if (parent.length > 0 && lacks_texts(type.family, array, parent.offset + array.offset, parent.length)) {
        return "a buffer is missing";
    }
    return {};
}

template <class T>
T column_view::element(std::int64_t at) const {
    T value;
    std::memcpy(&value, static_cast<const std::uint8_t*>(array_->buffers[1]) + at * static_cast<std::int64_t>(sizeof(T)),
                sizeof(T));
    return value;
}

bool column_view::is_null(std::int64_t row) const {
    if (type_.family == type_family::null) { return true; }
    if (parent_validity_ != nullptr && !bit_at(parent_validity_, parent_offset_ + row)) { return true; }
    return validity_ != nullptr && !bit_at(validity_, offset_ + row);
}

void column_view::read_known(std::int64_t first, std::size_t rows, fact_block& into) const {
    set_bits(rows, into.known);
    into.all_known = true;
    if (parent_validity_ == nullptr && validity_ == nullptr) { return; }
    const bits all = into.known;
    const auto meet = [&](const std::uint8_t* map, std::int64_t from) {
        bits told;
        copy_bits(map, from + first, rows, told);
        for (std::size_t w = 0; w < block_words; ++w) { into.known[w] &= told[w]; }
    };
    if (parent_validity_ != nullptr) { meet(parent_validity_, parent_offset_); }
    if (validity_ != nullptr) { meet(validity_, offset_); }
    into.all_known = into.known == all;
}

void column_view::read(std::int64_t first, std::size_t rows, fact_block& into) const {
    into.any_refused = false;
    into.narrow = nullptr;
    into.most = nullptr;
    if (type_.family == type_family::null || rows == 0) { // arrays without rows need no buffers
        into.known = {};
        into.yes = {};
        into.all_known = rows == 0;
        return;
    }
    read_known(first, rows, into);
    switch (type_.family) {
    case type_family::boolean: read_booleans(first, rows, into); break;
    case type_family::integer:
    case type_family::date32: read_integers(first, rows, into); break;
    case type_family::dictionary: read_dictionary(first, rows, into); break;
    default: read_cells(first, rows, into); break;
    }
}

void column_view::add_memory(std::vector<block_memory>& to) const {
    const auto bits_from = [&](const std::uint8_t* map, std::int64_t offset) { to.push_back({map + offset / 8, sizeof(bits)}); };
    if (validity_ != nullptr) { bits_from(validity_, offset_); }
    const bool has_values = array_->n_buffers >= 2 && array_->buffers != nullptr;
    const auto* const values = has_values ? static_cast<const std::uint8_t*>(array_->buffers[1]) : nullptr;
    if (values == nullptr) { return; }
    if (type_.family == type_family::boolean) {
        bits_from(values, offset_);
    } else if (type_.width() != 0) {
        to.push_back({values + offset_ * static_cast<std::int64_t>(type_.width()), block_rows * type_.width()});
    }
}

void column_view::read_booleans(std::int64_t first, std::size_t rows, fact_block& into) const {
    copy_bits(static_cast<const std::uint8_t*>(array_->buffers[1]), offset_ + first, rows, into.yes);
    if (into.all_known) { return; }
    for (std::size_t w = 0; w < block_words; ++w) { into.yes[w] &= into.known[w]; }
}

/// Whole words of valid 32-bit numbers are read where they are.
bool column_view::read_narrow(std::int64_t first, std::size_t rows, fact_block& into) const {
    if (type_.width() != 4 || type_.integer == integer_type::uint32 || rows % 64 != 0) { return false; }
    if (of_->type == fact_type::yes_no || units_per_one_ != 1 || !any_whole_) { return false; }
    const auto* const from = static_cast<const std::uint8_t*>(array_->buffers[1]) + (offset_ + first) * 4;
    if (reinterpret_cast<std::uintptr_t>(from) % alignof(std::int32_t) != 0) { return false; }
    const auto* const numbers = reinterpret_cast<const std::int32_t*>(from);
    const extremes found = extremes_of(numbers, rows);
    if (found.least < least_ || found.most > most_) { return false; }
    into.narrow = numbers;
    return true;
}

void column_view::read_integers(std::int64_t first, std::size_t rows, fact_block& into) const {
    if (read_narrow(first, rows, into)) { return; }
    const integer_type type = type_.family == type_family::date32 ? integer_type::int32 : type_.integer;
    const auto* const from =
        static_cast<const std::uint8_t*>(array_->buffers[1]) + (offset_ + first) * static_cast<std::int64_t>(type_.width());
    const extremes found = widen(type, from, rows, into.values.data());
    const bool yes_no = of_->type == fact_type::yes_no;
    if (found.least < least_ || found.most > most_ || !any_whole_ || yes_no) {
        into.yes = {};
        for (std::size_t row = 0; row < rows; ++row) {
            if ((into.known[row / 64] >> (row % 64) & 1U) == 0) { continue; }
            const std::int64_t number = into.values[row];
            meaning of{number, true, number < least_ || number > most_};
            of.refused = of.refused || (!any_whole_ && number * decimal::one % of_->step.units() != 0);
            put(row, of, into);
        }
        if (yes_no) { return; }
    }
    if (units_per_one_ == 1) { return; }
    for (std::size_t row = 0; row < rows; ++row) { // of rows that are not known it does not matter what comes out
        into.values[row] =
            static_cast<std::int64_t>(static_cast<std::uint64_t>(into.values[row]) * static_cast<std::uint64_t>(units_per_one_));
    }
}

void column_view::put(std::size_t row, const meaning& found, fact_block& into) const {
    const std::uint64_t bit = std::uint64_t{1} << (row % 64);
    if (found.refused && !into.any_refused) {
        into.any_refused = true;
        into.refused = {};
    }
    if (found.refused) { into.refused[row / 64] |= bit; }
    if (found.refused || !found.known) {
        into.known[row / 64] &= ~bit;
        into.all_known = false;
        return;
    }
    if (of_->type != fact_type::yes_no) {
        into.values[row] = found.units;
    } else if (found.units != 0) {
        into.yes[row / 64] |= bit;
    }
}

void column_view::read_dictionary(std::int64_t first, std::size_t rows, fact_block& into) const {
    std::array<std::int64_t, block_rows> indices{};
    const auto* const from =
        static_cast<const std::uint8_t*>(array_->buffers[1]) + (offset_ + first) * static_cast<std::int64_t>(type_.width());
    static_cast<void>(widen(type_.integer, from, rows, indices.data()));
    into.yes = {};
    for (std::size_t row = 0; row < rows; ++row) {
        into.values[row] = 0;
        if ((into.known[row / 64] >> (row % 64) & 1U) == 0) { continue; }
        put(row, entry_at(indices[row]), into);
    }
}

void column_view::read_cells(std::int64_t first, std::size_t rows, fact_block& into) const {
    into.yes = {};
    for (std::size_t row = 0; row < rows; ++row) {
        into.values[row] = 0;
        if ((into.known[row / 64] >> (row % 64) & 1U) == 0) { continue; }
        put(row, meaning_of(at(first + static_cast<std::int64_t>(row))), into);
    }
}

column_view::meaning column_view::meaning_of(const cell& told) const {
    if (!told.known) { return {}; }
    if (!told.exactly) { return {0, true, true}; }
    const model::told found = model::read_value(*of_, *told.exactly);
    return {found.units.value_or(0), true, !found.units};
}

} // namespace tieuchi::impl::column
