// SPDX-License-Identifier: Apache-2.0
/// \file
/// The answers of a population by one standard, as a stream.
#pragma once

#include "arrow/array_stream.hpp"
#include "population/population_evaluation.hpp"

#include <cstddef>
#include <memory>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::population {

/// The answers by one standard, worked out batch by batch as the reader takes them.
class answer_stream final : public arrow::array_source {
public:
    answer_stream(std::shared_ptr<const population_evaluation> evaluation, std::size_t shown)
        : evaluation_(std::move(evaluation)), shown_(shown) {}

    [[nodiscard]] arrow::schema_builder schema() const override { return evaluation_->schema(shown_); }
    [[nodiscard]] diagnostics next(ArrowArray& to) override;

private:
    std::shared_ptr<const population_evaluation> evaluation_;
    std::size_t shown_;
    std::size_t first_ = 0;
};

} // namespace TIEUCHI_NAMESPACE::impl::population
