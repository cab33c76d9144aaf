// SPDX-License-Identifier: Apache-2.0
/// \file
/// A standard made ready for tables.
#pragma once

#include <tieuchi/columns.hpp>
#include <tieuchi/impl/column/answers.hpp>
#include <tieuchi/impl/column/block_ranges.hpp>
#include <tieuchi/impl/column/crew.hpp>
#include <tieuchi/impl/column/table_block.hpp>
#include <tieuchi/impl/column/table_reader.hpp>

#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace tieuchi::impl::column {

class assessor {
public:
    assessor(standard of, column_options how);

    [[nodiscard]] const standard& of() const noexcept { return of_; }
    [[nodiscard]] const answer_shape& shape() const noexcept { return shape_; }
    [[nodiscard]] result<table_reader> reader(const ArrowSchema& schema) const;

    /// `told` counts the problems that were told before, for they are not all told. The batch stays the caller's.
    [[nodiscard]] diagnostics assess(const table_reader& by, const ArrowArray& batch, std::int64_t first_row, std::size_t& told,
                                     ArrowArray& answers) const;

private:
    using columns = table_block::columns;

    [[nodiscard]] std::unique_ptr<workspace> borrow() const;
    void give_back(std::unique_ptr<workspace> one) const;
    void work(const columns& from, std::size_t rows, block_ranges& left, std::size_t worker, column::answers& to) const;
    void read_unread(const columns& from, std::size_t block, workspace& in) const;
    void refuse_of_other_kinds(const columns& from, std::size_t block, workspace& in) const;
    void run_tasks(std::size_t count, const std::function<void(std::size_t)>& task) const;
    void tell_problems(const table_reader& by, const columns& from, std::span<const std::uint64_t> problems,
                       std::int64_t first_row, std::size_t& told) const;
    void tell_row(const table_reader& by, const columns& from, std::int64_t row, std::int64_t shown_row, std::size_t& told) const;

    standard of_;
    column_options how_;
    program program_;
    answer_shape shape_;
    struct fact_of_kinds {
        std::uint32_t slot;
        std::vector<bool> exists_for; ///< by the number of the kind
    };
    std::vector<fact_of_kinds> of_kinds_; ///< the facts that some kinds do not have
    std::shared_ptr<buffer_pool> memory_ = std::make_shared<buffer_pool>();
    std::vector<std::uint32_t> unread_; ///< slots that no step reads; that their values fit is looked at all the same
    mutable crew threads_;
    mutable std::mutex lending_;
    mutable std::vector<std::unique_ptr<workspace>> idle_; ///< memory that the next batch uses again
};

} // namespace tieuchi::impl::column
