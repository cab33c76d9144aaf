// SPDX-License-Identifier: Apache-2.0
/// \file
/// Finds the lines of a text of valid rules. Each function takes one construct of grammar.ebnf, so far as its lines need telling apart,
/// and stops at the first token that does not belong to it.
#pragma once

#include "format/cursor.hpp"
#include "format/outline.hpp"

#include <cstdint>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::layout {

class outliner {
public:
    explicit outliner(std::string_view text) : in_(text) {}

    [[nodiscard]] outline file();

private:
    using statement = void (outliner::*)();

    // blocks.cpp: what holds statements, one a line
    void block(statement each);
    void file_item();
    void document_item();
    void standard_item();
    void exit();
    void exit_reason();
    void period();
    void points_stated();
    void not_applicable();
    void reading();
    void outcome();
    void class_item();
    void adjustment();
    void quota();
    void change();
    void example_item();
    void given_item();
    void expectation();
    void range();

    // facts.cpp
    void fact();
    void fact_type();
    void fact_clauses();
    bool bound(rank by);
    void quantity();
    void tally();
    void options();

    // criteria.cpp
    void criterion();
    void body();
    void modifiers();
    void rule();
    [[nodiscard]] bool at_combination() const;
    void combination(std::uint32_t opener);
    void parts(std::uint32_t opener);
    void score(std::uint32_t opener);
    void up_to(std::uint32_t opener);
    void bonus();
    void scale();
    void level();
    void points();

    // expression.cpp
    void expression();
    void conjunction();
    void comparison();
    void sum();
    void product();
    void operand();
    void every_criterion();
    void table(std::uint32_t first);
    void rounding();

    // words.cpp
    [[nodiscard]] bool at_texts() const;
    [[nodiscard]] bool at_figure() const;
    [[nodiscard]] bool at_name_before_clause() const;
    void texts();
    void remarks();
    void cite();
    void cited();
    void list();
    void list_in_parentheses(rank by);
    void braces(statement each);
    void number();

    /// What follows is a part of the statement: where that is too long for its line, a line of its own.
    void part() noexcept { in_.may_end_line(between_parts); }

    [[nodiscard]] rank in_condition(rank within) const noexcept {
        return in_conditions + ranks_of_a_depth * parentheses_ + within;
    }

    cursor in_;
    std::uint32_t blocks_ = 0;
    std::uint32_t parentheses_ = 0;
};

} // namespace TIEUCHI_NAMESPACE::impl::layout
