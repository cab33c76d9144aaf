// SPDX-License-Identifier: Apache-2.0
// The answers of a batch as an Arrow array, and its type.
#include "arrow/answers.hpp"
#include "vector/answer_kernels.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <map>
#include <string_view>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::arrow {

namespace {

const std::vector<std::string> status_names{"met", "not_met", "unknown", "not_applicable"};
constexpr const char* decimal_format = "d:38,6";

} // namespace

schema_builder answer_shape::schema() const {
    schema_builder schema = table_schema();
    auto& columns = schema.children;
    columns.push_back(dictionary_schema("c", "outcome", true));
    columns.push_back(flat_schema("b", "decided"));
    columns.push_back(flat_schema("b", "has_problems"));
    if (options->possible) { columns.push_back(list_schema("possible", dictionary_schema("c", "item"))); }
    if (options->total && program->scored) {
        columns.push_back(flat_schema(decimal_format, "total_least"));
        columns.push_back(flat_schema(decimal_format, "total_most"));
    }
    if (options->adjustments) { columns.push_back(list_schema("adjustments", dictionary_schema("s", "item"))); }
    for (std::size_t i = 0; options->findings && i < clauses.size(); ++i) {
        columns.push_back(dictionary_schema("c", "status " + clauses[i]));
        if (!program->criteria[i].has_points) { continue; }
        columns.push_back(flat_schema(decimal_format, "points_least " + clauses[i]));
        columns.push_back(flat_schema(decimal_format, "points_most " + clauses[i]));
    }
    if (options->reasons) {
        columns.push_back(list_schema("reasons", dictionary_schema("i", "item")));
        columns.push_back(list_schema("points_lost", dictionary_schema("i", "item", false, decimal_format)));
    }
    if (options->because) { columns.push_back(list_schema("because", dictionary_schema("i", "item"))); }
    return schema;
}

array_builder answers::outcome_column() const {
    std::int64_t decided = 0;
    for (std::size_t w = 0; w * 64 < rows_; ++w) { decided += std::popcount(decided_.as<std::uint64_t>()[w]); }
    array_builder column = flat_array(rows_, outcome_);
    column.null_count = static_cast<std::int64_t>(rows_) - decided;
    if (column.null_count != 0) { column.buffers[0] = decided_; }
    return dictionary_array(std::move(column), text_array(shape_.outcomes));
}

/// The reasons of all blocks, each once.
std::vector<vector::reason> answers::all_reasons() const {
    std::vector<vector::reason> all;
    const std::vector<vector::reason>* last = nullptr; // blocks mostly have the same reasons as those before
    for (const std::vector<vector::reason>& block : meant_) {
        if (last != nullptr && *last == block) { continue; }
        all.insert(all.end(), block.begin(), block.end());
        last = &block;
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

/// The clauses, and what they cost: lists of the same numbers, of which two dictionaries say what they mean.
std::pair<array_builder, array_builder> answers::reason_columns() {
    const std::vector<vector::reason> all = all_reasons();
    reasons_->finish();
    array_builder clauses = reasons_->items_array(sizeof(std::int32_t));
    auto* to = clauses.buffers[1].as<std::int32_t>();
    std::vector<std::int32_t> places;
    for (std::size_t block = 0; block < reasons_->blocks(); ++block) {
        if (meant_[block] == all) {
            to = reasons_->write_items(block, to, [](auto number) { return static_cast<std::int32_t>(number); });
            continue;
        }
        places.clear();
        for (const vector::reason& reason : meant_[block]) {
            places.push_back(static_cast<std::int32_t>(std::lower_bound(all.begin(), all.end(), reason) - all.begin()));
        }
        to = reasons_->write_items(block, to, [&](auto number) { return places[number]; });
    }
    array_builder lost = clauses;
    std::vector<std::string> names;
    std::vector<std::int64_t> losses;
    for (const vector::reason& reason : all) {
        names.push_back(shape_.clauses[shape_.order[reason.position]]);
        losses.push_back(reason.lost);
    }
    array_builder decimals = flat_array(losses.size(), buffer(losses.size() * 2 * sizeof(std::int64_t)));
    vector::put_decimals(losses.data(), 1, losses.size(), decimals.buffers[1].as<std::int64_t>());
    return {reasons_->lists(dictionary_array(std::move(clauses), text_array(names))),
            reasons_->lists(dictionary_array(std::move(lost), std::move(decimals)))};
}

array_builder answers::because_column() const {
    std::vector<std::string> clauses;
    std::map<std::string_view, std::int32_t> numbers;
    std::vector<std::int32_t> items;
    std::vector<std::int32_t> ends{0};
    for (const auto& block : because_) {
        for (const auto& row : block) {
            for (const std::string& clause : row) {
                const auto [entry, is_new] = numbers.try_emplace(clause, static_cast<std::int32_t>(clauses.size()));
                if (is_new) { clauses.push_back(clause); }
                items.push_back(entry->second);
            }
            ends.push_back(static_cast<std::int32_t>(items.size()));
        }
    }
    return list_array(rows_, buffer::copy_of(ends), dictionary_array(flat_array(items), text_array(clauses)));
}

array_builder answers::table() {
    array_builder array = table_array(rows_);
    auto& columns = array.children;
    const auto add_range = [&](range_column& range) {
        auto [least, most] = range.bounds();
        columns.push_back(std::move(least));
        columns.push_back(std::move(most));
    };
    const auto add_list = [&]<class T>(list_column& list, T, const std::vector<std::string>& names) {
        list.finish();
        array_builder items = list.items_array(sizeof(T));
        T* to = items.buffers[1].as<T>();
        for (std::size_t block = 0; block < list.blocks(); ++block) {
            to = list.write_items(block, to, [](auto number) { return static_cast<T>(number); });
        }
        columns.push_back(list.lists(dictionary_array(std::move(items), text_array(names))));
    };
    columns.push_back(outcome_column());
    columns.push_back(flat_array(rows_, decided_));
    columns.push_back(flat_array(rows_, problems_));
    if (possible_) { add_list(*possible_, std::int8_t{}, shape_.outcomes); }
    if (total_) { add_range(*total_); }
    if (adjustments_) { add_list(*adjustments_, std::int16_t{}, shape_.adjustments); }
    std::size_t scored = 0;
    for (std::size_t i = 0; i < statuses_.size(); ++i) {
        columns.push_back(dictionary_array(flat_array(rows_, statuses_[i]), text_array(status_names)));
        if (shape_.program->criteria[i].has_points) { add_range(points_[scored++]); }
    }
    if (reasons_) {
        auto [clauses, lost] = reason_columns();
        columns.push_back(std::move(clauses));
        columns.push_back(std::move(lost));
    }
    if (shape_.options->because) { columns.push_back(because_column()); }
    return array;
}

} // namespace TIEUCHI_NAMESPACE::impl::arrow
