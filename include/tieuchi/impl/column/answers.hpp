// SPDX-License-Identifier: Apache-2.0
/// \file
/// The answers for one batch, as they are worked out block by block: each block has its own places, so that blocks need not wait for
/// each other.
#pragma once

#include <tieuchi/columns.hpp>
#include <tieuchi/impl/column/array_maker.hpp>
#include <tieuchi/impl/column/workspace.hpp>
#include <tieuchi/impl/model/model.hpp>

#include <string>
#include <vector>

namespace tieuchi::impl::column {

inline constexpr std::size_t decimal_words = 2; ///< of 64 bits each

/// What the answers are about.
struct answer_shape {
    const model::standard* model = nullptr;
    const program* of = nullptr;
    const column_options* how = nullptr;
    std::vector<std::string> outcomes;
    std::vector<std::string> adjustments;
    std::vector<std::string> clauses;
    std::vector<std::uint32_t> order; ///< the criteria that can be reasons, each before its parts

    [[nodiscard]] schema_maker schema() const;
};

class answers {
public:
    answers(const answer_shape& shape, std::size_t rows);

    /// Puts the answers of a block that has been run.
    void put(std::size_t block, const workspace& from);

    [[nodiscard]] array_maker make();

private:
    /// Lists of one column: how many each row has, and what is in them, for each block.
    struct lists {
        std::vector<std::int32_t> sizes;
        std::vector<std::vector<std::int16_t>> entries;
        std::vector<std::vector<std::int64_t>> lost; ///< of reasons, in millionths
    };
    using buffer = array_maker::buffer;

    void put_bits(const bits& from, std::size_t block, buffer& to) const;
    void put_numbers(const workspace& from, const operand& of, unsigned scale, std::size_t block, buffer& least,
                     buffer& most) const;
    void put_statuses(const workspace& from, std::size_t block);
    void put_lists(const std::vector<bits>& from, const workspace& in, std::size_t block, lists& to) const;
    void put_reasons(const workspace& from, std::size_t block);
    [[nodiscard]] array_maker column_of(buffer& from) const;
    [[nodiscard]] array_maker list_column(lists& from, const std::vector<std::string>& names, bool wide) const;
    [[nodiscard]] array_maker lost_column(lists& from) const;
    [[nodiscard]] std::size_t rows_of(std::size_t block) const;

    const answer_shape& shape_;
    std::size_t rows_;
    buffer outcome_;
    buffer decided_;
    buffer problems_;
    buffer total_least_;
    buffer total_most_;
    std::vector<buffer> statuses_;
    std::vector<buffer> points_least_;
    std::vector<buffer> points_most_;
    lists possible_;
    lists adjustments_;
    lists reasons_;
};

} // namespace tieuchi::impl::column
