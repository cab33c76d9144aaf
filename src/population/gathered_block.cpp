// SPDX-License-Identifier: Apache-2.0
// Definitions of gathered_block.hpp.
#include "population/gathered_block.hpp"

#include "arrow/bitmap.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::population {

namespace {

/// Up to so many rows between two members are read along, which is cheaper than starting a new stretch.
constexpr std::size_t near_rows = 16;

} // namespace

gathered_block::gathered_block(const table& from, std::uint32_t standard, const group& group,
                               std::span<const std::uint32_t> members)
    : table_(from), standard_(standard), group_(group), all_(members), bounds_(group.has.size()) {
    for (const derived_column& each : group.derived) {
        bounds_[each.slot] = std::make_unique<bounds>();
        bounds_[each.slot]->fact = &each;
    }
    stretches_.reserve(vector::block_rows); // so that moving on needs no memory
}

void gathered_block::move_to(std::size_t block) noexcept {
    const std::size_t first = block * vector::block_rows;
    here_ = all_.subspan(first, std::min(vector::block_rows, all_.size() - first));
    find_stretches();
}

void gathered_block::find_stretches() {
    stretches_.clear();
    for (std::size_t i = 0; i < here_.size(); ++i) {
        const std::size_t subject = group_.members[here_[i]];
        if (!stretches_.empty()) {
            stretch& last = stretches_.back();
            const std::size_t from = last.in->first + static_cast<std::size_t>(last.first);
            const auto end = last.in->first + static_cast<std::size_t>((*last.in->batch).length);
            if (subject < end && subject - from < vector::block_rows && subject - (from + last.rows) < near_rows) {
                last.rows = subject - from + 1;
                last.end = i + 1;
                continue;
            }
        }
        const part& in = table_.part_of(subject);
        stretches_.push_back({&in, static_cast<std::int64_t>(subject - in.first), 1, i, i + 1});
    }
}

void gathered_block::copy(const stretch& from, const vector::fact_block& read, bool yes_no, vector::fact_block& into) const {
    const std::size_t first = from.in->first + static_cast<std::size_t>(from.first);
    for (std::size_t i = from.begin; i < from.end; ++i) {
        const std::size_t row = group_.members[here_[i]] - first;
        const auto bit_of = [&](const vector::bits& map) { return map[row / 64] >> (row % 64) & 1U; };
        const auto put = [&](vector::bits& map, std::uint64_t bit) { map[i / 64] |= bit << (i % 64); };
        put(into.known, bit_of(read.known));
        if (read.any_refused) { put(into.refused, bit_of(read.refused)); }
        if (yes_no) {
            put(into.yes, bit_of(read.yes));
        } else {
            into.values[i] = read.narrow != nullptr ? read.narrow[row] : read.values[row];
        }
    }
    into.any_refused = into.any_refused || read.any_refused;
}

void gathered_block::read_table(std::uint32_t slot, vector::fact_block& into) {
    if (stretches_.size() == 1 && stretches_.front().rows == here_.size()) { // the members of the block are adjacent
        const stretch& all = stretches_.front();
        if (const auto& column = all.in->facts[standard_][slot]) {
            column->read(all.first, all.rows, into);
            return;
        }
    }
    into.known = {};
    into.yes = {};
    into.refused = {};
    into.any_refused = false;
    into.narrow = nullptr;
    into.most = nullptr;
    const bool yes_no = group_.bound->facts()[slot].type == fact_type::yes_no;
    for (const stretch& each : stretches_) {
        const auto& column = each.in->facts[standard_][slot];
        if (column == nullptr) {
            std::fill(into.values.begin() + static_cast<std::ptrdiff_t>(each.begin),
                      into.values.begin() + static_cast<std::ptrdiff_t>(each.end), 0);
            continue;
        }
        column->read(each.first, each.rows, *spare_);
        copy(each, *spare_, yes_no, into);
    }
    vector::bits all{};
    arrow::set_bits(here_.size(), all);
    into.all_known = into.known == all;
}

void gathered_block::read(std::uint32_t slot, vector::fact_block& into) {
    read_table(slot, into);
    if (bounds_[slot] != nullptr) { bound(*bounds_[slot], into); }
}

/// Where nothing has been derived for any member, the fact stays as the table has it.
void gathered_block::bound(bounds& by, vector::fact_block& into) const {
    const auto is_derived = [&](std::uint32_t member) { return by.fact->is_derived(member); };
    if (std::none_of(here_.begin(), here_.end(), is_derived)) { return; }
    const plan::interval nothing_known = group_.bound->nothing_known[by.fact->slot];
    for (std::size_t i = 0; i < here_.size(); ++i) {
        plan::interval value = by.fact->known[here_[i]];
        if (!is_derived(here_[i])) {
            const bool known = (into.known[i / 64] >> (i % 64) & 1U) != 0;
            const std::int64_t number = into.narrow != nullptr ? into.narrow[i] : into.values[i];
            value = known ? plan::interval{number, number} : nothing_known;
        }
        into.values[i] = value.least;
        by.most[i] = value.most;
    }
    into.narrow = nullptr;
    into.most = by.most.data();
    arrow::set_bits(here_.size(), into.known);
    into.all_known = true;
}

void gathered_block::revise(vector::workspace& result) const {
    if (group_.after_quotas.empty()) { return; }
    for (vector::bits& each : result.possible) { each = {}; }
    result.decided = {};
    for (std::size_t i = 0; i < here_.size(); ++i) {
        const std::uint64_t outcomes = group_.after_quotas[here_[i]];
        const std::uint64_t bit = std::uint64_t{1} << (i % 64);
        for (std::uint64_t left = outcomes; left != 0; left &= left - 1) {
            result.possible[static_cast<std::size_t>(__builtin_ctzll(left))][i / 64] |= bit;
        }
        result.outcome[i] = static_cast<std::int8_t>(__builtin_ctzll(outcomes));
        if ((outcomes & (outcomes - 1)) == 0) { result.decided[i / 64] |= bit; }
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::population
