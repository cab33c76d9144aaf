// SPDX-License-Identifier: Apache-2.0
/// \file
/// Names, clauses, numbers, dates and texts, as grammar.ebnf has them. What they are made of depends on the place: `11-16` is a day of
/// the year after `window`, and a difference in a condition.
#pragma once

#include "syntax/directives.hpp"
#include "syntax/number_forms.hpp"
#include "syntax/tree.hpp"

#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::syntax::grammar {

/// Something of one token or several without blanks between. `Form::match` gives its end, or null; the attribute is the piece of text and
/// the span, which is how words, numbers and dates begin in the tree.
template <class Form, class Node>
struct form_parser : x3::parser<form_parser<Form, Node>>, piece {
    using attribute_type = Node;
    static constexpr bool has_attribute = true;
    static constexpr bool handles_container = false;

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator&, const Context& context, RuleContext&, Attribute& attribute) const {
        state& input = x3::get<state_tag>(context);
        const iterator past = Form::match(input, first);
        if (past == nullptr) {
            input.miss(first, Form::kind, {Form::what, {}, {}, nullptr});
            return false;
        }
        input.join(first, past);
        if constexpr (!std::is_same_v<std::remove_const_t<Attribute>, x3::unused_type>) {
            const span at = input.span_of(first, past);
            attribute = Node{input.text(at), at};
        }
        first = past;
        return true;
    }
};

namespace forms {

using namespace literals;

struct name {
    static constexpr wanted what = wanted::name;
    static constexpr lexeme kind = lexeme::name;
    static iterator match(const state&, iterator at) noexcept { return is_name(at->kind) ? at + 1 : nullptr; }
};

struct language {
    static constexpr wanted what = wanted::language;
    static constexpr lexeme kind = lexeme::name;
    /// Two or three letters.
    [[nodiscard]] static bool is_code(std::string_view name) noexcept {
        return (name.size() == 2 || name.size() == 3) && name.find_first_of("0123456789_") == std::string_view::npos;
    }
    static iterator match(const state& input, iterator at) noexcept {
        return is_name(at->kind) && is_text((at + 1)->kind) && is_code(input.text(at)) ? at + 1 : nullptr;
    }
};

struct clause {
    static constexpr wanted what = wanted::clause;
    static constexpr lexeme kind = lexeme::clause;
    static iterator match(const state& input, iterator at) noexcept {
        if (at->kind == lexeme::clause || is_digits(at->kind)) { return at + 1; }
        return is_name(at->kind) && input.text(at).find('_') == std::string_view::npos ? at + 1 : nullptr;
    }
};

/// A clause, or one that `same as` brought in, `7.3/6.3.đ`: what names a criterion of a standard that has been read.
struct path : clause {
    static iterator match(const state& input, iterator at) noexcept {
        iterator past = clause::match(input, at);
        while (past != nullptr && past->kind == "/"_sign && input.is_adjacent(past) && input.is_adjacent(past + 1)) {
            const iterator further = clause::match(input, past + 1);
            if (further == nullptr) { break; }
            past = further;
        }
        return past;
    }
};

struct whole {
    static constexpr wanted what = wanted::whole;
    static constexpr lexeme kind = lexeme::whole;
    static iterator match(const state&, iterator at) noexcept { return at->kind == lexeme::whole ? at + 1 : nullptr; }
};

/// Bytes of what is written like a date at `at`, with `between` between its numbers: what is no date of ours is to be named whole in a
/// message. `20-11-2022` is a difference where a value stands, and left to be one.
[[nodiscard]] inline bool is_like_date(const state& input, iterator at, lexeme between) noexcept {
    const iterator next = at + 1;
    if (next->kind != between || !input.is_adjacent(next)) { return false; }
    const std::string_view written = input.text_from(at).substr(0, longest_date + 1);
    return written.substr(0, date_length(written)).find(spelling(between)) != std::string_view::npos;
}

struct number {
    static constexpr wanted what = wanted::number;
    static constexpr lexeme kind = lexeme::whole;
    static iterator match(const state& input, iterator at) noexcept {
        return is_digits(at->kind) && !is_like_date(input, at, "/"_sign) ? at + 1 : nullptr;
    }
};

/// With its sign as it is written: `-2.5`
struct signed_number : number {
    static iterator match(const state& input, iterator at) noexcept {
        const bool negative = at->kind == "-"_sign && input.is_adjacent(at + 1);
        return number::match(input, negative ? at + 1 : at);
    }
};

/// That many digits.
[[nodiscard]] inline bool is_whole(iterator at, std::uint32_t length) noexcept {
    return at->kind == lexeme::whole && at->end - at->begin == length;
}

/// `-` and two digits, without blanks.
[[nodiscard]] inline bool is_dashed(const state& input, iterator at) noexcept {
    return at->kind == "-"_sign && input.is_adjacent(at) && is_whole(at + 1, 2) && input.is_adjacent(at + 1);
}

struct date {
    static constexpr wanted what = wanted::date;
    static constexpr lexeme kind = lexeme::whole;
    static iterator match(const state& input, iterator at) noexcept {
        return is_whole(at, 4) && is_dashed(input, at + 1) && is_dashed(input, at + 3) ? at + 5 : nullptr;
    }
};

struct month_day {
    static constexpr wanted what = wanted::month_day;
    static constexpr lexeme kind = lexeme::whole;
    static iterator match(const state& input, iterator at) noexcept {
        return is_whole(at, 2) && is_dashed(input, at + 1) && !is_like_date(input, at, "-"_sign) ? at + 3 : nullptr;
    }
};

/// What a fact is given to be: `yes`, `120`, `12.5%`, `2020-01-01`, the name of an option.
struct given_value {
    static constexpr wanted what = wanted::value;
    static constexpr lexeme kind = lexeme::name;
    static iterator match(const state& input, iterator at) noexcept {
        if (const iterator past = date::match(input, at); past != nullptr) { return past; }
        if (const iterator past = signed_number::match(input, at); past != nullptr) {
            return past->kind == "%"_sign && input.is_adjacent(past) ? past + 1 : past;
        }
        return name::match(input, at);
    }
};

/// A standard's name before a clause; a word alone is a clause.
struct name_before_clause : name {
    static iterator match(const state& input, iterator at) noexcept {
        const iterator past = name::match(input, at);
        return past != nullptr && clause::match(input, past) != nullptr ? past : nullptr;
    }
};

} // namespace forms

inline constexpr form_parser<forms::name, node::word> name{};
inline constexpr form_parser<forms::language, node::word> language{};
inline constexpr form_parser<forms::clause, node::word> clause{};
inline constexpr form_parser<forms::path, node::word> path{};
inline constexpr form_parser<forms::whole, node::number> whole{};
inline constexpr form_parser<forms::number, node::number> number{};
inline constexpr form_parser<forms::date, node::date_literal> date{};
inline constexpr form_parser<forms::month_day, node::month_day_literal> month_day{};
inline constexpr form_parser<forms::signed_number, node::word> signed_number{};
inline constexpr form_parser<forms::given_value, node::word> given_value{};
inline constexpr form_parser<forms::name_before_clause, node::word> name_before_clause{};

/// A text in quotation marks. One that is not closed, which is reported before parsing, ends with its line.
struct literal_parser : x3::parser<literal_parser>, piece {
    using attribute_type = node::literal;
    static constexpr bool has_attribute = true;

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator&, const Context& context, RuleContext&, Attribute& attribute) const {
        state& input = x3::get<state_tag>(context);
        if (!is_text(first->kind)) {
            input.miss(first, lexeme::text, {wanted::text, {}, {}, nullptr});
            return false;
        }
        if constexpr (!std::is_same_v<std::remove_const_t<Attribute>, x3::unused_type>) {
            const std::uint32_t mark = first->kind == lexeme::text ? 1 : 0; // the closing one
            attribute = node::literal{input.text({first->begin + 1, first->end - mark}), {first->begin, first->end}};
        }
        ++first;
        return true;
    }
};
inline constexpr literal_parser literal{};

} // namespace TIEUCHI_NAMESPACE::impl::syntax::grammar
