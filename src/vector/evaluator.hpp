// SPDX-License-Identifier: Apache-2.0
/// \file
/// The rules of a standard for blocks of rows, independent of where rows come from and answers go.
#pragma once

#include "vector/workspace.hpp"

#include <tieuchi/standard.hpp>

#include <memory>
#include <mutex>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::vector {

class evaluator {
public:
    evaluator(const standard& standard, const wanted& what);
    /// The condition and number of a tally, for sub-units whose values have been checked before.
    explicit evaluator(const rules_in_plan& tally) : program_(compile(tally, {})) {}

    [[nodiscard]] const vector::program& program() const noexcept { return program_; }

    /// Runs the rules for the block at hand, and finds the rows of which some value is refused.
    void evaluate(workspace& in, fact_source& from, std::size_t rows) const;

    /// Working memory, which is reused after `release`.
    [[nodiscard]] std::unique_ptr<workspace> acquire() const;
    void release(std::unique_ptr<workspace> memory) const;

private:
    void read_unread(workspace& in) const;
    void refuse_of_other_kinds(workspace& in) const;

    vector::program program_;
    struct fact_of_kinds {
        std::uint32_t slot;
        std::vector<bool> exists_for; ///< by the number of the kind
    };
    std::vector<fact_of_kinds> of_kinds_; ///< the facts that some kinds do not have
    std::vector<std::uint32_t> unread_;   ///< slots that no step reads; their values are checked all the same
    mutable std::mutex lending_;
    mutable std::vector<std::unique_ptr<workspace>> idle_;
};

} // namespace TIEUCHI_NAMESPACE::impl::vector
