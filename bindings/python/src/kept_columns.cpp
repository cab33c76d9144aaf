// SPDX-License-Identifier: Apache-2.0
#include "kept_columns.hpp"

#include "base/diagnostic_catalogue.hpp"
#include "gathered.hpp"

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace tieuchi::python {

namespace {

using impl::diag;
using impl::say;

[[nodiscard]] diagnostic problem(impl::remark remark, std::string_view name) {
    return impl::problem(std::move(remark), "column `" + std::string(name) + "`");
}

[[nodiscard]] std::string_view name_of(const ArrowSchema& column) { return column.name == nullptr ? "" : column.name; }

/// Where columns of that name stand.
[[nodiscard]] std::vector<std::int64_t> places_of(const ArrowSchema& table, std::string_view name) {
    std::vector<std::int64_t> places;
    for (std::int64_t i = 0; i < table.n_children; ++i) {
        if (name_of(*table.children[i]) == name) { places.push_back(i); }
    }
    return places;
}

} // namespace

bool is_table(const ArrowSchema& schema) {
    if (schema.format == nullptr || std::string_view(schema.format) != "+s" || schema.children == nullptr) { return false; }
    return std::all_of(schema.children, schema.children + schema.n_children,
                       [](const ArrowSchema* column) { return column != nullptr && column->format != nullptr; });
}

kept_columns::kept_columns(keep_options options, const ArrowSchema& table, diagnostics& problems) : options_(std::move(options)) {
    for (auto name = options_.names.begin(); name != options_.names.end(); ++name) {
        const auto places = places_of(table, *name);
        if (places.empty()) {
            problems.push_back(problem(say<diag::no_such_column>().with_help("keep columns that the table has"), *name));
        } else if (places.size() > 1 || std::find(options_.names.begin(), name, *name) != name) {
            problems.push_back(problem(say<diag::two_columns_of_one_name>().with_help("keep each name once"), *name));
        } else {
            places_.push_back(places.front());
            schemas_.push_back(copied(*table.children[places.front()]));
        }
    }
}

arrow_struct<ArrowSchema> kept_columns::schema(arrow_struct<ArrowSchema> answers, bool are_gathered) const {
    std::vector<arrow_struct<ArrowSchema>> columns;
    for (const arrow_struct<ArrowSchema>& column : schemas_) {
        columns.push_back(are_gathered ? gathered_schema(*column) : copied(*column));
    }
    return with_columns(std::move(columns), std::move(answers), options_.metadata);
}

arrow_struct<ArrowArray> kept_columns::pass(const std::shared_ptr<arrow_struct<ArrowArray>>& batch, std::int64_t first,
                                            std::int64_t rows) {
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        parts_.push_back({batch, first, rows, rows_});
        rows_ += rows;
    }
    return lend(**batch, batch, first, rows);
}

arrow_struct<ArrowArray> kept_columns::join_next(arrow_struct<ArrowArray> answers) {
    part next{};
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        if (parts_.empty()) { throw std::invalid_argument("a column to keep cannot be read: its array is damaged"); }
        next = std::move(parts_.front());
        parts_.pop_front();
    }
    const ArrowArray& batch = **next.batch;
    std::vector<arrow_struct<ArrowArray>> columns;
    for (const std::int64_t place : places_) {
        const ArrowArray& column = *batch.children[place];
        if (column.offset < 0 || column.length < batch.offset + next.first + next.rows) {
            throw std::invalid_argument("a column to keep is shorter than its batch");
        }
        columns.push_back(lend(column, next.batch, batch.offset + next.first, next.rows));
    }
    return with_columns(std::move(columns), std::move(answers));
}

arrow_struct<ArrowArray> kept_columns::join_rows(arrow_struct<ArrowArray> answers, std::span<const std::int64_t> rows) const {
    std::vector<arrow_struct<ArrowArray>> columns;
    std::vector<placed_row> placed_rows(rows.size());
    for (std::size_t i = 0; i < places_.size(); ++i) {
        std::transform(rows.begin(), rows.end(), placed_rows.begin(), [&](std::int64_t row) {
            const auto following = std::upper_bound(parts_.begin(), parts_.end(), row,
                                                    [](std::int64_t index, const part& later) { return index < later.row; });
            const part& source = *std::prev(following);
            const ArrowArray& batch = **source.batch;
            return placed_row{batch.children[places_[i]], batch.offset + source.first + row - source.row};
        });
        columns.push_back(gathered(*schemas_[i], placed_rows));
    }
    return with_columns(std::move(columns), std::move(answers));
}

diagnostics kept_columns::why_not_gathered() const {
    diagnostics problems;
    for (const arrow_struct<ArrowSchema>& column : schemas_) {
        if (can_gather(*column)) { continue; }
        problems.push_back(problem(say<diag::format_not_kept>(column->format), name_of(*column)));
    }
    return problems;
}

} // namespace tieuchi::python
