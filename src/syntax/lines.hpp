// SPDX-License-Identifier: Apache-2.0
/// \file
/// The parts of the grammar that say where lines may end, for the formatter; see layout.hpp.
#pragma once

#include "syntax/directives.hpp"

namespace TIEUCHI_NAMESPACE::impl::syntax::grammar {

/// A line may end before that token.
template <rank By, shift To>
struct line_end {
    static void set(state& input, iterator before) noexcept { input.end_line(before, By, To); }
};
using row_line = line_end<between_rows, shift::part>;
using option_line = line_end<between_rows, shift::element>;
using element_line = line_end<between_texts, shift::element>;

/// The same in a condition, where the depth of parentheses matters.
template <rank Within, shift To>
struct condition_line {
    static void set(state& input, iterator before) noexcept {
        const auto by = static_cast<rank>(in_conditions + ranks_of_a_depth * input.parentheses() + Within);
        input.end_line(before, by, To);
    }
};

/// The token begins a line of its own, one level further in.
struct own_line {
    static void set(state& input, iterator before) noexcept {
        ++input.blocks();
        input.begin_line(before);
        --input.blocks();
    }
};

/// The token stands under the first one of the table; see `starts_table`.
struct table_line_end {
    static void set(state& input, iterator before) noexcept { input.end_line(before, between_rows, shift::under, input.table()); }
};

/// Sets the first token of `subject` off by `Line`.
template <class Line>
struct set_line {
    template <class Node, class Parse>
    bool operator()(iterator& first, state& input, Node&, const Parse& parse) const {
        const iterator begin = first;
        if (!parse()) { return false; }
        Line::set(input, begin);
        return true;
    }
};
template <class Line, class Subject>
constexpr auto line(const Subject& subject) {
    return around(set_line<Line>{}, subject);
}

/// `subject` is a part of its statement: where that is too long for its line, a line of its own.
template <class Subject>
constexpr auto part(const Subject& subject) {
    return line<line_end<between_parts, shift::part>>(subject);
}

/// The rule of a criterion. One that ends with a block begins where its statement does.
struct set_rule {
    template <class Node, class Parse>
    bool operator()(iterator& first, state& input, Node& result, const Parse& parse) const {
        const iterator begin = first;
        if (!parse()) { return false; }
        const bool has_block = result.parts.end != 0;
        input.end_line(begin, between_parts, has_block ? shift::none : shift::part);
        return true;
    }
};
template <class Subject>
constexpr auto rule_part(const Subject& subject) {
    return around(set_rule{}, subject);
}

/// The rows of the table that follows stand under the first token of `subject`.
struct start_table {
    template <class Node, class Parse>
    bool operator()(iterator& first, state& input, Node&, const Parse& parse) const {
        const iterator begin = first;
        if (!parse()) { return false; }
        input.table() = input.index_of(begin);
        return true;
    }
};
template <class Subject>
constexpr auto starts_table(const Subject& subject) {
    return around(start_table{}, subject);
}

/// Parentheses in a condition.
struct enclose_condition {
    template <class Node, class Parse>
    bool operator()(iterator& first, state& input, Node& result, const Parse& parse) const {
        struct guard {
            state& input;
            explicit guard(state& counted) : input(counted) { ++input.parentheses(); }
            ~guard() { --input.parentheses(); }
            guard(const guard&) = delete;
            guard& operator=(const guard&) = delete;
        };
        return enclose<'(', ')'>{}(first, input, result, [&] {
            const guard deeper(input);
            return parse();
        });
    }
};
template <class Subject>
constexpr auto parenthesised_condition(const Subject& subject) {
    return around(enclose_condition{}, subject);
}

/// A list between braces, on one line where it fits: each element is a row, and so is the closing brace.
struct enclose_rows {
    template <class Node, class Parse>
    bool operator()(iterator& first, state& input, Node& result, const Parse& parse) const {
        const iterator inside = first + 1;
        if (!enclose<'{', '}'>{}(first, input, result, parse)) { return false; }
        if (inside == first - 1) {
            input.setting_of(inside).joined = true;
        } else {
            row_line::set(input, inside);
            input.end_line(first - 1, between_rows, shift::none);
        }
        return true;
    }
};
template <class Subject>
constexpr auto braced_rows(const Subject& subject) {
    return around(enclose_rows{}, subject);
}

/// A list between braces, an element a line.
struct enclose_lines {
    template <class Node, class Parse>
    bool operator()(iterator& first, state& input, Node& result, const Parse& parse) const {
        const iterator inside = first + 1;
        if (!enclose<'{', '}'>{}(first, input, result, parse)) { return false; }
        own_line::set(input, inside);
        input.begin_line(first - 1);
        return true;
    }
};
template <class Subject>
constexpr auto braced_lines(const Subject& subject) {
    return around(enclose_lines{}, subject);
}

/// As many of `subject` as there are, at least one; each further one under the first.
template <class Subject>
struct under_first_directive : x3::unary_parser<Subject, under_first_directive<Subject>>, piece {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    explicit constexpr under_first_directive(const Subject& subject)
        : x3::unary_parser<Subject, under_first_directive<Subject>>(subject) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator& last, const Context& context, RuleContext& result, Attribute&) const {
        state& input = x3::get<state_tag>(context);
        const iterator begin = first;
        if (!this->subject.parse(first, last, context, result, x3::unused)) { return false; }
        for (iterator next = first; this->subject.parse(first, last, context, result, x3::unused); next = first) {
            input.end_line(next, between_texts, shift::under, input.index_of(begin));
        }
        return true;
    }
};
template <class Subject>
constexpr auto under_first(const Subject& subject) {
    return under_first_directive<Subject>(subject);
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax::grammar
