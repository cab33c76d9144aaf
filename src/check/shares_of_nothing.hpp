// SPDX-License-Identifier: Apache-2.0
/// \file
/// Conditions that a share of nothing lets decide in silence.
#pragma once

#include "model/model.hpp"

#include <cstddef>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::syntax {
struct tree;
} // namespace TIEUCHI_NAMESPACE::impl::syntax

namespace TIEUCHI_NAMESPACE::impl::check {

using namespace model;

/// Conditions that decide together: the first that holds.
struct deciding {
    enum kind : std::uint8_t {
        points,   ///< of a criterion, which does not apply where none of them does
        table,    ///< lines of a quantity: what does not apply counts as no
        outcomes, ///< the same
        alone,    ///< one condition, which changes nothing where it does not apply
        finding,  ///< one condition of a criterion without points
        exits     ///< one condition that may end the assessment
    };
    kind as = alone;
    struct line {
        index when = none;
        const syntax::tree* file = nullptr;
        span at;
    };
    std::vector<line> lines;
    index criterion = none; ///< whose points or finding they decide
};

class shares_of_nothing {
public:
    /// `effort` counts down what is still looked at, over many conditions; at 0 nothing more is found.
    shares_of_nothing(const standard& model, std::size_t& effort) : standard_(model), effort_(effort) {}

    struct silence {
        index whole = none;
        std::size_t line = 0;
        bool counts_as_no = false; ///< the line by itself; else an operand in it
    };
    [[nodiscard]] std::vector<silence> find(const deciding& by);

private:
    /// What a condition can be.
    struct tried {
        bool no = false;
        bool yes = false;
        bool not_applicable = false;
        bool silent = false;     ///< some of it does not apply, and the rest decides
        bool by_reading = false; ///< it is, or holds, a reading
        [[nodiscard]] bool missing() const { return not_applicable && !no && !yes; }
    };
    /// What a chain of `and` or of `or` can be, as far as its operands were looked at.
    struct chain_tried {
        tried result;
        bool has_operands = false; ///< that have a value and are no readings
        bool some_missing = false;
        bool some_apply = false;
        bool silent = false;  ///< an operand is
        bool settled = false; ///< an operand settles it by itself
    };

    [[nodiscard]] bool may_go_on() { return effort_ != 0 && --effort_ != 0; }
    [[nodiscard]] bool are_alike(index id, index other, unsigned depth);
    [[nodiscard]] bool is_zero(index number, unsigned depth);
    [[nodiscard]] bool is_zero_fact(index fact);
    void add_zeros(index number, unsigned depth);
    [[nodiscard]] bool is_missing(index number, unsigned depth);
    [[nodiscard]] bool cannot_apply(index criterion, unsigned depth);
    [[nodiscard]] bool is_reading(index condition) const;
    [[nodiscard]] tried truth(index condition, unsigned depth);
    [[nodiscard]] tried truth_of_comparison(const expression& e, unsigned depth);
    [[nodiscard]] bool reads_share(index at, unsigned depth);
    [[nodiscard]] tried truth_of_chain(index condition, unsigned depth);
    void add_operand(chain_tried& chain, index operand, bool all, unsigned depth);
    void find_wholes(index at, unsigned depth);
    [[nodiscard]] bool is_ruled_out(const deciding& by);
    void find_silent(const deciding& by, std::vector<silence>& found);

    const standard& standard_;
    std::size_t& effort_;
    bool of_finding_ = false;
    std::vector<index> wholes_;
    index whole_ = none;       ///< the one that is taken to be 0
    std::vector<index> zeros_; ///< the facts that are 0 then
};

} // namespace TIEUCHI_NAMESPACE::impl::check
