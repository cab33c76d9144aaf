// SPDX-License-Identifier: Apache-2.0
/// \file
/// The answers for one batch, as they are worked out block by block: each block has its own part of every buffer, so that blocks need not wait
/// for each other.
#pragma once

#include "arrow/array_builder.hpp"
#include "arrow/list_column.hpp"
#include "arrow/range_column.hpp"
#include "model/model.hpp"
#include "vector/reasons.hpp"
#include "vector/workspace.hpp"

#include <tieuchi/columns.hpp>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::arrow {

/// What the answers are about.
struct answer_shape {
    const model::standard* model = nullptr;
    const vector::program* program = nullptr;
    const column_options* options = nullptr;
    std::vector<std::string> outcomes;
    std::vector<std::string> adjustments;
    std::vector<std::string> clauses;
    std::vector<std::uint32_t> order; ///< the criteria that can be reasons, each before its parts

    [[nodiscard]] schema_builder schema() const;
};

class answers {
public:
    answers(const answer_shape& shape, std::size_t rows, const std::shared_ptr<buffer_pool>& memory);

    /// Puts the answers of a block that has been run.
    void put(std::size_t block, const vector::workspace& from, vector::reason_finder& reasons);

    /// Why the rows of a block have their outcomes.
    void put_because(std::size_t block, std::vector<std::vector<std::string>> of_rows) { because_[block] = std::move(of_rows); }

    /// Bit r % 64 of word r / 64 says whether some value of row r was refused.
    [[nodiscard]] std::span<const std::uint64_t> problems() const noexcept {
        return {problems_.as<std::uint64_t>(), (rows_ + 63) / 64};
    }

    /// False where the lists of a column hold too much for one array.
    [[nodiscard]] bool fits() const noexcept;

    /// All columns, once all blocks have been put. Precondition: it fits.
    [[nodiscard]] array_builder table();

private:
    void put_statuses(const vector::workspace& from, std::size_t block);
    void put_reasons(const vector::workspace& from, std::size_t block, vector::reason_finder& reasons);
    [[nodiscard]] array_builder outcome_column() const;
    [[nodiscard]] std::vector<vector::reason> all_reasons() const;
    [[nodiscard]] std::pair<array_builder, array_builder> reason_columns();
    [[nodiscard]] array_builder because_column() const;

    const answer_shape& shape_;
    std::size_t rows_;
    buffer outcome_;
    buffer decided_;
    buffer problems_;
    std::optional<range_column> total_;
    std::vector<buffer> statuses_;
    std::vector<range_column> points_; ///< of scored criteria
    std::optional<list_column> possible_;
    std::optional<list_column> adjustments_;
    std::optional<list_column> reasons_;
    std::vector<std::vector<vector::reason>> meant_;             ///< by the numbers in the lists of reasons of each block
    std::vector<std::vector<std::vector<std::string>>> because_; ///< of each row of each block
};

} // namespace TIEUCHI_NAMESPACE::impl::arrow
