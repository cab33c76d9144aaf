// SPDX-License-Identifier: Apache-2.0
/// \file
/// The rules of a standard for blocks of rows, whatever the rows come from and the answers go to.
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
    /// Of a tally: what it asks of sub-units, whose values have been looked at before.
    explicit evaluator(const rules_in_plan& tally) : program_(compile(tally, {})) {}

    [[nodiscard]] const vector::program& program() const noexcept { return program_; }

    /// Runs the rules for the block at hand, and finds the rows of which some value is refused.
    void evaluate(workspace& in, fact_source& from, std::size_t rows) const;

    /// Memory to run in, that the next who asks uses again.
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
    std::vector<std::uint32_t> unread_;   ///< slots that no step reads; that their values fit is looked at all the same
    mutable std::mutex lending_;
    mutable std::vector<std::unique_ptr<workspace>> idle_;
};

} // namespace TIEUCHI_NAMESPACE::impl::vector
