// SPDX-License-Identifier: Apache-2.0
/// \file
/// Parts that Boost.Spirit X3 lacks and the grammar is made of: tokens, lists, bounded nesting, spans.
/// Blocks with recovery are in statements.hpp, numbers, names and dates in forms.hpp, and what tells the formatter of lines in lines.hpp.
///
/// Three habits keep the grammar clear of X3's known traps. Every part here puts the iterator back when it does not match. What a
/// rule makes is filled by actions at the statement's end, so a failed alternative leaves nothing behind. And what is missing where an
/// operand of `>` fails is known to the state, by the kind of token or the name that `called` gives: nothing asks for X3's own names.
#pragma once

#include "syntax/recovery.hpp"
#include "syntax/state.hpp"

#include <boost/spirit/home/x3.hpp>

#include <string>
#include <type_traits>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::syntax::grammar {

namespace x3 = boost::spirit::x3;

/// The tree's types, where a rule has the name of what it makes.
namespace node = ::tieuchi::impl::syntax;

struct state_tag;

/// The one context all rules are instantiated for. Blanks are not the grammar's business, so there is no skipper.
using context = x3::context<state_tag, state>;

/// What is part of this grammar: X3 has nothing to name it by.
struct piece {};

/// A token of one kind: a word or a sign of the language.
struct token_parser : x3::parser<token_parser>, piece {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    lexeme kind;

    explicit constexpr token_parser(lexeme which) : kind(which) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator&, const Context& context, RuleContext&, Attribute&) const {
        if (first->kind == kind) {
            ++first;
            return true;
        }
        x3::get<state_tag>(context).miss(first, kind);
        return false;
    }
};

/// A word of the language. What is none does not compile.
constexpr token_parser keyword(std::string_view text) {
    const lexeme kind = word_kind(text);
    return token_parser(kind == lexeme::name ? throw "no word of the language" : kind);
}

/// An operator or a punctuation mark.
constexpr token_parser sign(std::string_view text) {
    const lexeme kind = sign_kind(text);
    return token_parser(kind == lexeme::stray ? throw "no sign of the language" : kind);
}

/// One of several words of the language, which the tree keeps.
struct kept_word_parser : x3::parser<kept_word_parser>, piece {
    using attribute_type = word;
    static constexpr bool has_attribute = true;
    static constexpr bool handles_container = false;

    lexeme_set kinds;

    explicit constexpr kept_word_parser(const lexeme_set& which) : kinds(which) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator&, const Context& context, RuleContext&, Attribute& attribute) const {
        state& input = x3::get<state_tag>(context);
        if (!kinds.has(first->kind)) {
            input.miss(first, kinds);
            return false;
        }
        if constexpr (!std::is_same_v<std::remove_const_t<Attribute>, x3::unused_type>) {
            attribute = word{input.text(first), {first->begin, first->end}};
        }
        ++first;
        return true;
    }
};
constexpr kept_word_parser kept_word(const lexeme_set& kinds) { return kept_word_parser(kinds); }

/// Matches anywhere and takes nothing: a place for an action.
struct here_parser : x3::parser<here_parser>, piece {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator&, const iterator&, const Context&, RuleContext&, Attribute&) const {
        return true;
    }
};
inline constexpr here_parser here{};

/// Never matches: ends a choice of which every other branch was tried, for the sake of its message.
struct never_parser : x3::parser<never_parser>, piece {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator&, const iterator&, const Context&, RuleContext&, Attribute&) const {
        return false;
    }
};
inline constexpr never_parser never{};

/// What is done before and after `subject` is parsed, by a function object: `Around(first, state, node, parse)`.
template <class Around, class Subject>
struct around_directive : x3::unary_parser<Subject, around_directive<Around, Subject>>, piece {
    static constexpr bool is_pass_through_unary = true;

    Around around;

    constexpr around_directive(const Around& what, const Subject& subject)
        : x3::unary_parser<Subject, around_directive<Around, Subject>>(subject), around(what) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator& last, const Context& context, RuleContext& result, Attribute& attribute) const {
        return around(first, x3::get<state_tag>(context), result,
                      [&] { return this->subject.parse(first, last, context, result, attribute); });
    }
};

template <class Around, class Subject>
constexpr around_directive<Around, Subject> around(const Around& what, const Subject& subject) {
    return {what, subject};
}

/// Gives what is missing another name in messages: that of a choice between several.
struct call {
    expectation name;

    template <class Node, class Parse>
    bool operator()(iterator& first, state& input, Node&, const Parse& parse) const {
        static_cast<void>(first);
        if (parse()) { return true; }
        input.set_expected(name);
        return false;
    }
};
template <class Subject>
constexpr auto called(wanted what, const Subject& subject) {
    return around(call{{what, {}, {}, nullptr}}, subject);
}
template <class Subject>
constexpr auto called(const char* choice, const Subject& subject) {
    return around(call{{wanted::choice, {}, {}, choice}}, subject);
}

/// Writes where `subject` stands, without the blanks around it, into a member of what the rule makes.
template <auto Member>
struct locate {
    template <class Node, class Parse>
    bool operator()(iterator& first, state& input, Node& result, const Parse& parse) const {
        const iterator start = first;
        (result.*Member).begin = start->begin;
        if (!parse()) { return false; }
        result.*Member = input.span_of(start, first); // NOLINT(readability-suspicious-call-argument)
        return true;
    }
};
struct locate_whole {
    template <class Node, class Parse>
    bool operator()(iterator& first, state& input, Node& result, const Parse& parse) const {
        return locate<&Node::at>{}(first, input, result, parse);
    }
};
template <class Subject>
constexpr auto located(const Subject& subject) {
    return around(locate_whole{}, subject);
}

/// Counts one level of nesting while `subject` is read.
struct nest {
    template <class Node, class Parse>
    bool operator()(iterator& first, state& input, Node&, const Parse& parse) const {
        const state::depth_guard deeper(input, first);
        return parse();
    }
};
template <class Subject>
constexpr auto nested(const Subject& subject) {
    return around(nest{}, subject);
}

/// `subject` between parentheses or braces; when the closing one is missing, the message says which one is open.
template <char Open, char Close>
struct enclose {
    template <class Node, class Parse>
    bool operator()(iterator& first, state& input, Node&, const Parse& parse) const {
        constexpr char open = Open;
        constexpr char close = Close;
        constexpr lexeme opening = sign_kind({&open, 1});
        constexpr lexeme closing = sign_kind({&close, 1});
        const iterator opened = first;
        if (first->kind != opening) {
            input.miss(first, opening);
            return false;
        }
        ++first;
        const std::size_t outer = input.open_braces(); // an exception leaves what is open to the recovery
        if constexpr (Open == '{') { input.set_open_braces(outer + 1); }
        if (!parse()) { throw mistake{first, input.expected(), {}}; }
        if (first->kind != closing) {
            input.miss(first, closing);
            throw_unclosed(input, opened, first, closing);
        }
        ++first;
        input.set_open_braces(outer);
        return true;
    }
};
template <class Subject>
constexpr auto parenthesised(const Subject& subject) {
    return around(enclose<'(', ')'>{}, subject);
}

/// A list with commas between, at least one. What follows a comma must be another, and is set off by `Line`; see lines.hpp.
template <class Line, class Subject>
struct listed_directive : x3::unary_parser<Subject, listed_directive<Line, Subject>>, piece {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    explicit constexpr listed_directive(const Subject& subject)
        : x3::unary_parser<Subject, listed_directive<Line, Subject>>(subject) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator& last, const Context& context, RuleContext& result, Attribute&) const {
        if (!this->subject.parse(first, last, context, result, x3::unused)) { return false; }
        state& input = x3::get<state_tag>(context);
        constexpr lexeme comma = sign_kind(",");
        while (first->kind == comma) {
            const iterator begin = ++first;
            if (!this->subject.parse(first, last, context, result, x3::unused)) {
                throw mistake{first, input.expected(), help_after_comma(first)};
            }
            Line::set(input, begin);
        }
        input.miss(first, comma);
        return true;
    }
};

template <class Line, class Subject>
constexpr auto listed(const Subject& subject) {
    return listed_directive<Line, Subject>(subject);
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax::grammar

namespace boost::spirit::x3 {

template <class Piece>
struct get_info<Piece, std::enable_if_t<std::is_base_of_v<tieuchi::impl::syntax::grammar::piece, Piece>>> {
    using result_type = std::string;
    std::string operator()(const Piece&) const { return {}; }
};

template <class Subject, class Action>
struct get_info<action<Subject, Action>> {
    using result_type = std::string;
    std::string operator()(const action<Subject, Action>&) const { return {}; }
};

} // namespace boost::spirit::x3
