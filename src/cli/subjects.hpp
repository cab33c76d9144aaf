// SPDX-License-Identifier: Apache-2.0
/// \file
/// The subjects of a table, held by columns.
#pragma once

#include "table.hpp"

#include <tieuchi/column_population.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieuchi::cli {

/// A column of texts, as Arrow has them (large_utf8). What is empty is null.
class text_column {
public:
    void add(std::string_view text);
    /// Makes its rows an array, which owns them, and is empty again.
    void move_to(ArrowArray& array);

private:
    std::vector<std::uint8_t> known_;
    std::vector<std::int64_t> ends_{0};
    std::string texts_;
};

/// Where a row stands in its file, and what is carried through to the results.
struct carried {
    std::size_t line = 0;
    std::string level; ///< free text
};

/// Takes rows as they are read, block by block. A bad row takes part as a subject that is refused, so that the body above it does not count
/// as if that sub-unit were not there.
class subjects {
public:
    /// `name` is what messages call the file, `facts` the columns of facts that rows may have.
    subjects(column_population population, std::string name, const std::vector<std::string>& facts);

    void add(table_row row);
    /// Of a bad row it turns out that it may be a sub-unit of any body.
    void lose_parent(std::size_t row) { bad_.push_back({row, {}, false}); }
    [[nodiscard]] std::size_t size() const noexcept { return carried_.size(); }

    bool has_levels = false;
    bool has_raters = false;

    /// Assesses them. Precondition: all rows have been added.
    [[nodiscard]] population_answers assess(const progress& on_progress);

    [[nodiscard]] const std::string& level(std::size_t row) const { return carried_[row].level; }
    /// `subjects.csv:12`
    [[nodiscard]] std::string location(std::size_t row) const { return row_location(name_, carried_[row].line); }

private:
    struct bad_row {
        std::size_t row = 0;
        diagnostics problems;
        bool parent_known = true;
    };

    void end_block();

    column_population population_;
    std::string name_;
    std::vector<std::string> names_; ///< of the columns: the keys, then the facts
    std::map<std::string, std::size_t, std::less<>> column_of_;
    std::vector<text_column> columns_;
    std::size_t in_block_ = 0; ///< rows not yet handed over
    std::vector<carried> carried_;
    std::vector<bad_row> bad_;
};

} // namespace tieuchi::cli
