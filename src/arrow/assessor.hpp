// SPDX-License-Identifier: Apache-2.0
/// \file
/// A standard made ready for tables.
#pragma once

#include "arrow/answers.hpp"
#include "arrow/table_block.hpp"
#include "arrow/table_reader.hpp"
#include "parallel/block_ranges.hpp"
#include "parallel/thread_pool.hpp"
#include "vector/evaluator.hpp"

#include <tieuchi/columns.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::arrow {

class assessor {
public:
    assessor(tieuchi::standard standard, column_options options);

    [[nodiscard]] const tieuchi::standard& standard() const noexcept { return standard_; }
    [[nodiscard]] const answer_shape& shape() const noexcept { return shape_; }
    [[nodiscard]] result<table_reader> reader(const ArrowSchema& schema) const;

    /// `reported` counts the problems reported so far, because there is a limit to them. The batch stays the caller's.
    [[nodiscard]] diagnostics assess(const table_reader& by, const ArrowArray& batch, std::int64_t first_row,
                                     std::size_t& reported, ArrowArray& answers) const;

    /// Answers `rows` rows. `open` gives each thread a source of its own. Nothing if lists would be too long.
    [[nodiscard]] std::optional<arrow::answers> answer(std::size_t rows,
                                                       const std::function<std::unique_ptr<vector::block_source>()>& open) const;
    [[nodiscard]] static diagnostics too_much();

private:
    using columns = table_block::columns;

    void work(vector::block_source& from, parallel::block_ranges& left, std::size_t worker, arrow::answers& to) const;
    [[nodiscard]] std::vector<facts> facts_of_rows(vector::block_source& from) const;
    [[nodiscard]] std::vector<std::vector<std::string>> because_of(const vector::workspace& answered,
                                                                   vector::block_source& from) const;
    void report_problems(const table_reader& by, const columns& from, std::span<const std::uint64_t> problems,
                         std::int64_t first_row, std::size_t& reported) const;
    void report_row(const table_reader& by, const columns& from, std::int64_t row, std::int64_t shown_row,
                    std::size_t& reported) const;

    tieuchi::standard standard_;
    column_options options_;
    vector::evaluator rules_;
    answer_shape shape_;
    std::shared_ptr<buffer_pool> memory_ = std::make_shared<buffer_pool>();
    mutable parallel::thread_pool threads_;
};

} // namespace TIEUCHI_NAMESPACE::impl::arrow
