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
    assessor(standard of, column_options how);

    [[nodiscard]] const standard& of() const noexcept { return standard_; }
    [[nodiscard]] const answer_shape& shape() const noexcept { return shape_; }
    [[nodiscard]] result<table_reader> reader(const ArrowSchema& schema) const;

    /// `told` counts the problems that were told before, for they are not all told. The batch stays the caller's.
    [[nodiscard]] diagnostics assess(const table_reader& by, const ArrowArray& batch, std::int64_t first_row, std::size_t& told,
                                     ArrowArray& answers) const;

    /// Answers so many rows. `open` gives each thread a source of its own. Nothing where lists would hold too much.
    [[nodiscard]] std::optional<arrow::answers> answer(std::size_t rows,
                                                       const std::function<std::unique_ptr<vector::block_source>()>& open) const;
    [[nodiscard]] static diagnostics too_much();

private:
    using columns = table_block::columns;

    void work(vector::block_source& from, parallel::block_ranges& left, std::size_t worker, arrow::answers& to) const;
    [[nodiscard]] std::vector<std::vector<std::string>> because_of(const vector::workspace& answered,
                                                                   vector::block_source& from) const;
    void tell_problems(const table_reader& by, const columns& from, std::span<const std::uint64_t> problems,
                       std::int64_t first_row, std::size_t& told) const;
    void tell_row(const table_reader& by, const columns& from, std::int64_t row, std::int64_t shown_row, std::size_t& told) const;

    standard standard_;
    column_options how_;
    vector::evaluator rules_;
    answer_shape shape_;
    std::shared_ptr<buffer_pool> memory_ = std::make_shared<buffer_pool>();
    mutable parallel::thread_pool threads_;
};

} // namespace TIEUCHI_NAMESPACE::impl::arrow
