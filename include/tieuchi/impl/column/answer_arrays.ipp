// SPDX-License-Identifier: Apache-2.0
/// \file
/// The answers of a batch as an Arrow array, and its type.
#pragma once

#include <tieuchi/impl/column/answers.hpp>

#include <cstring>
#include <utility>

namespace tieuchi::impl::column {

namespace {

const std::vector<std::string> status_names{"met", "not_met", "unknown", "not_applicable"};
constexpr const char* decimal_format = "d:38,6";

[[nodiscard]] schema_maker dictionary_schema(std::string format, std::string name, bool nullable = false) {
    return {std::move(format), std::move(name), nullable, {}, {{"u", "", false, {}, {}}}};
}

[[nodiscard]] schema_maker list_schema(std::string name, schema_maker item) {
    return {"+l", std::move(name), false, {std::move(item)}, {}};
}

template <class T>
[[nodiscard]] array_maker::buffer buffer_of(const std::vector<T>& from) {
    array_maker::buffer made((from.size() * sizeof(T) + 7) / 8);
    if (!from.empty()) { std::memcpy(made.data(), from.data(), from.size() * sizeof(T)); }
    return made;
}

[[nodiscard]] std::vector<std::int32_t> offsets_of(const std::vector<std::int32_t>& sizes) {
    std::vector<std::int32_t> made(sizes.size() + 1);
    for (std::size_t i = 0; i < sizes.size(); ++i) { made[i + 1] = made[i] + sizes[i]; }
    return made;
}

} // namespace

schema_maker answer_shape::schema() const {
    schema_maker made{"+s", "", false, {}, {}};
    auto& columns = made.children;
    columns.push_back(dictionary_schema("c", "outcome", true));
    columns.push_back({"b", "decided", false, {}, {}});
    columns.push_back({"b", "has_problems", false, {}, {}});
    if (how->possible) { columns.push_back(list_schema("possible", dictionary_schema("c", "item"))); }
    if (how->total && of->scored) {
        columns.push_back({decimal_format, "total_least", false, {}, {}});
        columns.push_back({decimal_format, "total_most", false, {}, {}});
    }
    if (how->adjustments) { columns.push_back(list_schema("adjustments", dictionary_schema("s", "item"))); }
    for (std::size_t i = 0; how->findings && i < clauses.size(); ++i) {
        columns.push_back(dictionary_schema("c", "status " + clauses[i]));
        if (of->criteria[i].points == plan::no_register) { continue; }
        columns.push_back({decimal_format, "points_least " + clauses[i], false, {}, {}});
        columns.push_back({decimal_format, "points_most " + clauses[i], false, {}, {}});
    }
    if (how->reasons) {
        columns.push_back(list_schema("reasons", dictionary_schema("s", "item")));
        columns.push_back(list_schema("points_lost", {decimal_format, "item", false, {}, {}}));
    }
    return made;
}

array_maker answers::column_of(buffer& from) const {
    array_maker made;
    made.length = static_cast<std::int64_t>(rows_);
    made.buffers = {{}, std::move(from)};
    return made;
}

array_maker answers::list_column(lists& from, const std::vector<std::string>& names, bool wide) const {
    std::vector<std::int16_t> all;
    for (const auto& block : from.entries) { all.insert(all.end(), block.begin(), block.end()); }
    array_maker items;
    items.length = static_cast<std::int64_t>(all.size());
    items.buffers = {{}, wide ? buffer_of(all) : buffer_of(std::vector<std::int8_t>(all.begin(), all.end()))};
    items.dictionary.push_back(text_array(names));
    array_maker made;
    made.length = static_cast<std::int64_t>(rows_);
    made.buffers = {{}, buffer_of(offsets_of(from.sizes))};
    made.children.push_back(std::move(items));
    return made;
}

array_maker answers::lost_column(lists& from) const {
    array_maker items;
    buffer numbers;
    for (const auto& block : from.lost) {
        for (const std::int64_t one : block) {
            numbers.push_back(static_cast<std::uint64_t>(one)); // none is below zero
            numbers.push_back(0);
        }
    }
    items.length = static_cast<std::int64_t>(numbers.size() / decimal_words);
    items.buffers = {{}, std::move(numbers)};
    array_maker made;
    made.length = static_cast<std::int64_t>(rows_);
    made.buffers = {{}, buffer_of(offsets_of(from.sizes))};
    made.children.push_back(std::move(items));
    return made;
}

array_maker answers::make() {
    array_maker made;
    made.length = static_cast<std::int64_t>(rows_);
    made.buffers = {{}};
    auto& columns = made.children;
    std::int64_t decided = 0;
    for (const std::uint64_t word : decided_) { decided += __builtin_popcountll(word); }
    array_maker outcome = column_of(outcome_);
    outcome.null_count = static_cast<std::int64_t>(rows_) - decided;
    if (outcome.null_count != 0) { outcome.buffers[0] = decided_; }
    outcome.dictionary.push_back(text_array(shape_.outcomes));
    columns.push_back(std::move(outcome));
    columns.push_back(column_of(decided_));
    columns.push_back(column_of(problems_));
    const column_options& how = *shape_.how;
    if (how.possible) { columns.push_back(list_column(possible_, shape_.outcomes, false)); }
    if (how.total && shape_.of->scored) {
        columns.push_back(column_of(total_least_));
        columns.push_back(column_of(total_most_));
    }
    if (how.adjustments) { columns.push_back(list_column(adjustments_, shape_.adjustments, true)); }
    std::size_t scored = 0;
    for (std::size_t i = 0; i < statuses_.size(); ++i) {
        columns.push_back(column_of(statuses_[i]));
        columns.back().dictionary.push_back(text_array(status_names));
        if (shape_.of->criteria[i].points == plan::no_register) { continue; }
        columns.push_back(column_of(points_least_[scored]));
        columns.push_back(column_of(points_most_[scored]));
        ++scored;
    }
    if (how.reasons) {
        columns.push_back(list_column(reasons_, shape_.clauses, true));
        columns.push_back(lost_column(reasons_));
    }
    return made;
}

} // namespace tieuchi::impl::column
