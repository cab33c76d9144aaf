// SPDX-License-Identifier: Apache-2.0
// Definitions of column_view.hpp. What a cell means is what facts::set makes of the same value; whole numbers and bits, which are most
// of all data, have ways of their own to the same end.
#include "arrow/column_view.hpp"

#include "arrow/arrays.hpp"
#include "arrow/bitmap.hpp"
#include "model/fact_value.hpp"
#include "plan/bound.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::arrow {

namespace {

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

column_view::column_view(const fact* fact, const column_type& type, const ArrowArray& parent, const ArrowArray& array)
    : fact_(fact),
      type_(type),
      array_(&array),
      rows_(parent.length),
      parent_validity_(validity_of(parent)),
      parent_offset_(parent.offset),
      validity_(type.buffers() == 0 ? nullptr : validity_of(array)),
      offset_(parent.offset + array.offset) {
    if (fact != nullptr && fact->type == fact_type::yes_no) {
        least_ = 0;
        most_ = 1;
    } else if (fact != nullptr) {
        least_ = whole_from(fact->least);
        most_ = whole_to(fact->most);
        units_per_one_ = decimal::one / slot_unit(*fact);
        any_whole_ = fact->type != fact_type::judged || decimal::one % fact->step.units() == 0;
    }
    if (type.family == type_family::dictionary) { view_entries(); }
    if (type.family == type_family::runs) { view_runs(parent); }
}

/// Of a dictionary that is larger than the batch the meaning of what occurs: many small batches may share one.
void column_view::view_entries() {
    const ArrowArray& entries = *array_->dictionary;
    entries_ = std::make_unique<const column_view>(fact_, *type_.entries, all_of(entries.length), entries);
    if (fact_ == nullptr) { return; }
    const auto add = [&](std::int64_t index) { meanings_.push_back(meaning_of(entries_->at(index))); };
    if (entries.length <= rows_) {
        for (std::int64_t i = 0; i < entries.length; ++i) { add(i); }
        return;
    }
    for (std::int64_t row = 0; row < rows_; ++row) {
        if (is_null(row)) { continue; }
        const std::int64_t index = index_at(row);
        if (is_entry(index) && places_.try_emplace(index, meanings_.size()).second) { add(index); }
    }
}

void column_view::view_runs(const ArrowArray& parent) {
    const auto found = runs_of(type_.integer, parent, *array_);
    if (!found) { return; } // there are no rows
    const ArrowArray& ends = *array_->children[0];
    for (std::int64_t run = 0; run < found->count; ++run) {
        ends_.push_back(whole_at(type_.integer, ends, found->first + run) - offset_);
    }
    ArrowArray part = all_of(found->count);
    part.offset = found->first;
    entries_ = std::make_unique<const column_view>(fact_, *type_.entries, part, *array_->children[1]);
    for (std::int64_t run = 0; fact_ != nullptr && run < found->count; ++run) {
        meanings_.push_back(meaning_of(entries_->at(run)));
    }
}

std::size_t column_view::run_at(std::int64_t row) const {
    return static_cast<std::size_t>(std::upper_bound(ends_.begin(), ends_.end(), row) - ends_.begin());
}

std::int64_t column_view::index_at(std::int64_t row) const {
    return whole_at(type_.integer, *array_, offset_ - array_->offset + row);
}

/// An index beyond the dictionary is refused.
column_view::meaning column_view::entry_at(std::int64_t index) const {
    constexpr meaning outside{0, true, true};
    if (places_.empty()) {
        const bool inside = index >= 0 && index < static_cast<std::int64_t>(meanings_.size());
        return inside ? meanings_[static_cast<std::size_t>(index)] : outside;
    }
    const auto found = places_.find(index);
    return found == places_.end() ? outside : meanings_[found->second];
}

bool column_view::is_null(std::int64_t row) const {
    if (type_.family == type_family::null) { return true; }
    if (parent_validity_ != nullptr && !bit_at(parent_validity_, parent_offset_ + row)) { return true; }
    if (type_.family == type_family::runs) { return entries_->is_null(static_cast<std::int64_t>(run_at(row))); }
    return validity_ != nullptr && !bit_at(validity_, offset_ + row);
}

void column_view::read_known(std::int64_t first, std::size_t rows, vector::fact_block& into) const {
    set_bits(rows, into.known);
    into.all_known = true;
    if (parent_validity_ == nullptr && validity_ == nullptr) { return; }
    const vector::bits all = into.known;
    const auto meet = [&](const std::uint8_t* map, std::int64_t from) {
        vector::bits present;
        copy_bits(map, from + first, rows, present);
        for (std::size_t w = 0; w < vector::block_words; ++w) { into.known[w] &= present[w]; }
    };
    if (parent_validity_ != nullptr) { meet(parent_validity_, parent_offset_); }
    if (validity_ != nullptr) { meet(validity_, offset_); }
    into.all_known = into.known == all;
}

void column_view::read(std::int64_t first, std::size_t rows, vector::fact_block& into) const {
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
    if (type_.family == type_family::boolean) {
        read_booleans(first, rows, into);
    } else if (type_.family == type_family::integer || type_.family == type_family::date32) {
        read_integers(first, rows, into);
    } else if (type_.family == type_family::dictionary) {
        read_dictionary(first, rows, into);
    } else if (type_.family == type_family::runs) {
        read_runs(first, rows, into);
    } else {
        read_cells(first, rows, into);
    }
}

void column_view::add_memory(std::vector<block_memory>& to) const {
    const auto bits_from = [&](const std::uint8_t* map, std::int64_t offset) {
        to.push_back({map + offset / 8, sizeof(vector::bits)});
    };
    if (validity_ != nullptr) { bits_from(validity_, offset_); }
    const bool has_buffer = array_->n_buffers >= 2 && array_->buffers != nullptr && type_.buffers() >= 2;
    const auto* const values = has_buffer ? static_cast<const std::uint8_t*>(array_->buffers[1]) : nullptr;
    if (values == nullptr) { return; }
    if (type_.family == type_family::boolean) {
        bits_from(values, offset_);
    } else if (type_.width() != 0) {
        to.push_back({values + offset_ * static_cast<std::int64_t>(type_.width()), vector::block_rows * type_.width()});
    }
}

void column_view::read_booleans(std::int64_t first, std::size_t rows, vector::fact_block& into) const {
    copy_bits(static_cast<const std::uint8_t*>(array_->buffers[1]), offset_ + first, rows, into.yes);
    if (into.all_known) { return; }
    for (std::size_t w = 0; w < vector::block_words; ++w) { into.yes[w] &= into.known[w]; }
}

/// Whole words of valid 32-bit numbers are read where they are.
bool column_view::read_narrow(std::int64_t first, std::size_t rows, vector::fact_block& into) const {
    if (type_.width() != 4 || type_.integer == vector::integer_type::uint32 || rows % 64 != 0) { return false; }
    if (fact_->type == fact_type::yes_no || units_per_one_ != 1 || !any_whole_) { return false; }
    const auto* const from = static_cast<const std::uint8_t*>(array_->buffers[1]) + (offset_ + first) * 4;
    if (reinterpret_cast<std::uintptr_t>(from) % alignof(std::int32_t) != 0) { return false; }
    const auto* const numbers = reinterpret_cast<const std::int32_t*>(from);
    const vector::extremes found = vector::extremes_of(numbers, rows);
    if (found.least < least_ || found.most > most_) { return false; }
    into.narrow = numbers;
    return true;
}

void column_view::read_integers(std::int64_t first, std::size_t rows, vector::fact_block& into) const {
    if (read_narrow(first, rows, into)) { return; }
    const vector::integer_type type = type_.family == type_family::date32 ? vector::integer_type::int32 : type_.integer;
    const auto* const from =
        static_cast<const std::uint8_t*>(array_->buffers[1]) + (offset_ + first) * static_cast<std::int64_t>(type_.width());
    const vector::extremes found = vector::widen(type, from, rows, into.values.data());
    const bool yes_no = fact_->type == fact_type::yes_no;
    if (found.least < least_ || found.most > most_ || !any_whole_ || yes_no) {
        into.yes = {};
        for (std::size_t row = 0; row < rows; ++row) {
            if ((into.known[row / 64] >> (row % 64) & 1U) == 0) { continue; }
            const std::int64_t number = into.values[row];
            meaning number_meaning{number, true, number < least_ || number > most_};
            number_meaning.refused = number_meaning.refused || (!any_whole_ && number * decimal::one % fact_->step.units() != 0);
            put(row, number_meaning, into);
        }
        if (yes_no) { return; }
    }
    if (units_per_one_ == 1) { return; }
    for (std::size_t row = 0; row < rows; ++row) { // the result of a row that is not known does not matter
        into.values[row] =
            static_cast<std::int64_t>(static_cast<std::uint64_t>(into.values[row]) * static_cast<std::uint64_t>(units_per_one_));
    }
}

void column_view::put(std::size_t row, const meaning& found, vector::fact_block& into) const {
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
    if (fact_->type != fact_type::yes_no) {
        into.values[row] = found.units;
    } else if (found.units != 0) {
        into.yes[row / 64] |= bit;
    }
}

void column_view::read_dictionary(std::int64_t first, std::size_t rows, vector::fact_block& into) const {
    std::array<std::int64_t, vector::block_rows> indices{};
    const auto* const from =
        static_cast<const std::uint8_t*>(array_->buffers[1]) + (offset_ + first) * static_cast<std::int64_t>(type_.width());
    static_cast<void>(vector::widen(type_.integer, from, rows, indices.data()));
    into.yes = {};
    for (std::size_t row = 0; row < rows; ++row) {
        into.values[row] = 0;
        if ((into.known[row / 64] >> (row % 64) & 1U) == 0) { continue; }
        put(row, entry_at(indices[row]), into);
    }
}

void column_view::read_runs(std::int64_t first, std::size_t rows, vector::fact_block& into) const {
    into.yes = {};
    std::size_t run = run_at(first);
    for (std::size_t row = 0; row < rows; ++row) {
        into.values[row] = 0;
        if (first + static_cast<std::int64_t>(row) >= ends_[run]) { ++run; }
        if ((into.known[row / 64] >> (row % 64) & 1U) == 0) { continue; }
        put(row, meanings_[run], into);
    }
}

void column_view::read_cells(std::int64_t first, std::size_t rows, vector::fact_block& into) const {
    into.yes = {};
    for (std::size_t row = 0; row < rows; ++row) {
        into.values[row] = 0;
        if ((into.known[row / 64] >> (row % 64) & 1U) == 0) { continue; }
        put(row, meaning_of(at(first + static_cast<std::int64_t>(row))), into);
    }
}

column_view::meaning column_view::meaning_of(const cell& cell) const {
    if (!cell.known) { return {}; }
    if (!cell.exactly) { return {0, true, true}; }
    const model::parsed_value found = model::read_value(*fact_, *cell.exactly);
    return {found.units.value_or(0), true, !found.units};
}

} // namespace TIEUCHI_NAMESPACE::impl::arrow
