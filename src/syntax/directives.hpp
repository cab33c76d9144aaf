// SPDX-License-Identifier: Apache-2.0
/// \file
/// Parts that Boost.Spirit X3 lacks and the grammar is made of: tokens, lists, bounded nesting, spans.
/// Blocks with recovery are in statements.hpp.
///
/// Three habits keep the grammar clear of X3's known traps. Every part here puts the iterator back when it does not match. What a
/// rule makes is filled by actions at the statement's end, so a failed alternative leaves nothing behind. And each operand of `>`
/// has a name, because that name goes into the message.
#pragma once

#include "syntax/keywords.hpp"
#include "syntax/lexis.hpp"
#include "syntax/state.hpp"

#include <boost/spirit/home/x3.hpp>

#include <array>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::syntax::grammar {

namespace x3 = boost::spirit::x3;

struct state_tag;

/// Blanks and comments between tokens.
struct blank_parser : x3::parser<blank_parser> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator& last, const Context&, RuleContext&, Attribute&) const {
        const iterator past = skip_blank(first, last);
        return std::exchange(first, past) != past;
    }
};
inline constexpr blank_parser blank{};

/// The one context all rules are instantiated for.
using skipper_context = x3::context<x3::skipper_tag, const blank_parser>;
using context = x3::context<state_tag, state, skipper_context>;

/// A word of the language; not the beginning of a longer word.
struct keyword : x3::parser<keyword> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    std::string_view text;

    explicit constexpr keyword(std::string_view word) : text(word) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator& last, const Context&, RuleContext&, Attribute&) const {
        const iterator at = skip_blank(first, last);
        if (!std::string_view(at, static_cast<std::size_t>(last - at)).starts_with(text)) { return false; }
        if (word_character(at + text.size(), last) != 0) { return false; }
        first = at + text.size();
        return true;
    }
};

/// An operator or a punctuation mark; not the beginning of a longer one: `=` is not in `==`.
struct sign : x3::parser<sign> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    std::string_view text;

    explicit constexpr sign(std::string_view characters) : text(characters) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator& last, const Context&, RuleContext&, Attribute&) const {
        const iterator at = skip_blank(first, last);
        if (std::string_view(at, operator_length(at, last)) != text) { return false; }
        first = at + text.size();
        return true;
    }
};

/// A token with a name for messages. Its characters are matched without blanks between them; its attribute is the piece of text
/// and the span, which is how words, numbers and dates begin in the tree.
template <class Subject, class Made>
struct token_parser : x3::unary_parser<Subject, token_parser<Subject, Made>> {
    using attribute_type = Made;
    static constexpr bool has_attribute = true;
    static constexpr bool handles_container = false;

    const char* name;

    constexpr token_parser(const char* called, const Subject& characters)
        : x3::unary_parser<Subject, token_parser<Subject, Made>>(characters), name(called) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator& last, const Context& context, RuleContext&, Attribute& attribute) const {
        const iterator begin = skip_blank(first, last);
        iterator end = begin;
        if (!this->subject.parse(end, last, x3::unused, x3::unused, x3::unused)) { return false; }
        if constexpr (!std::is_same_v<std::remove_const_t<Attribute>, x3::unused_type>) {
            attribute = Made{std::string_view(begin, static_cast<std::size_t>(end - begin)),
                             x3::get<state_tag>(context).span_of(begin, end)};
        }
        first = end;
        return true;
    }
};

template <class Made, class Subject>
constexpr token_parser<Subject, Made> token(const char* name, const Subject& characters) {
    return {name, characters};
}

/// Matches anywhere and takes nothing, not even blanks as `x3::eps` does: a place for an action.
struct here_parser : x3::parser<here_parser> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator&, const iterator&, const Context&, RuleContext&, Attribute&) const {
        return true;
    }
};
inline constexpr here_parser here{};

/// Never matches: ends a choice of which every other branch was tried, for the sake of its message.
struct never_parser : x3::parser<never_parser> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator&, const iterator&, const Context&, RuleContext&, Attribute&) const {
        return false;
    }
};
inline constexpr never_parser never{};

/// A text in quotation marks. One that is not closed, which is reported before parsing, ends with its line.
struct literal_parser : x3::parser<literal_parser> {
    using attribute_type = literal;
    static constexpr bool has_attribute = true;

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator& last, const Context& context, RuleContext&, Attribute& attribute) const {
        const iterator begin = skip_blank(first, last);
        if (begin == last || *begin != '"') { return false; }
        const quoted found = scan_quoted(begin, last);
        if constexpr (!std::is_same_v<std::remove_const_t<Attribute>, x3::unused_type>) {
            const iterator inner_end = found.closed ? found.end - 1 : found.end;
            attribute = literal{std::string_view(begin + 1, static_cast<std::size_t>(inner_end - begin - 1)),
                                x3::get<state_tag>(context).span_of(begin, found.end)};
        }
        first = found.end;
        return true;
    }
};

/// Gives `subject` another name in messages: that of a choice between several.
template <class Subject>
struct called_directive : x3::unary_parser<Subject, called_directive<Subject>> {
    static constexpr bool is_pass_through_unary = true;

    const char* name;

    constexpr called_directive(const char* called, const Subject& subject)
        : x3::unary_parser<Subject, called_directive<Subject>>(subject), name(called) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator& last, const Context& context, RuleContext& made, Attribute& attribute) const {
        return this->subject.parse(first, last, context, made, attribute);
    }
};

template <class Subject>
constexpr called_directive<Subject> called(const char* name, const Subject& subject) {
    return {name, subject};
}

/// The members that `located` and `parts_located` write.
struct whole_span {
    static constexpr span& of(auto& made) { return made.at; }
};
struct parts_span {
    static constexpr span& of(auto& made) { return made.parts; }
};

/// Writes where `subject` stands, without the blanks around it, into a member of what the rule makes.
template <class Member, class Subject>
struct located_directive : x3::unary_parser<Subject, located_directive<Member, Subject>> {
    static constexpr bool is_pass_through_unary = true;

    explicit constexpr located_directive(const Subject& subject)
        : x3::unary_parser<Subject, located_directive<Member, Subject>>(subject) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator& last, const Context& context, RuleContext& made, Attribute& attribute) const {
        const state& in = x3::get<state_tag>(context);
        const std::uint32_t begin = in.offset(skip_blank(first, last));
        Member::of(made).begin = begin;
        if (!this->subject.parse(first, last, context, made, attribute)) { return false; }
        Member::of(made) = {begin, in.offset(first)};
        return true;
    }
};

/// Counts one level of nesting while `subject` is read.
template <class Subject>
struct nested_directive : x3::unary_parser<Subject, nested_directive<Subject>> {
    static constexpr bool is_pass_through_unary = true;

    explicit constexpr nested_directive(const Subject& subject) : x3::unary_parser<Subject, nested_directive<Subject>>(subject) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator& last, const Context& context, RuleContext& made, Attribute& attribute) const {
        const state::depth_guard deeper(x3::get<state_tag>(context), first);
        return this->subject.parse(first, last, context, made, attribute);
    }
};

/// `subject` between parentheses or braces; when the closing one is missing, the message says which one is open.
template <char Open, char Close, class Subject>
struct enclosed_directive : x3::unary_parser<Subject, enclosed_directive<Open, Close, Subject>> {
    static constexpr bool is_pass_through_unary = true;
    static constexpr std::array<char, 1> opening{Open};
    static constexpr std::array<char, 1> closing{Close};

    explicit constexpr enclosed_directive(const Subject& subject)
        : x3::unary_parser<Subject, enclosed_directive<Open, Close, Subject>>(subject) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator& last, const Context& context, RuleContext& made, Attribute& attribute) const {
        state& in = x3::get<state_tag>(context);
        const iterator opened = skip_blank(first, last);
        if (!sign({opening.data(), 1}).parse(first, last, context, made, x3::unused)) { return false; }
        const std::size_t outer = in.open_braces(); // an exception leaves what is open to the recovery
        if constexpr (Open == '{') { in.set_open_braces(outer + 1); }
        if (!this->subject.parse(first, last, context, made, attribute)) {
            throw x3::expectation_failure<iterator>(first, x3::what(this->subject));
        }
        if (!sign({closing.data(), 1}).parse(first, last, context, made, x3::unused)) {
            throw mistake{first, std::string{'`', Close, '`'},
                          std::string{"the `", 5} + Open + "` of " + in.describe(opened) + " is still open"};
        }
        in.set_open_braces(outer);
        return true;
    }
};

template <class Subject>
constexpr auto located(const Subject& subject) {
    return located_directive<whole_span, Subject>(subject);
}

template <class Subject>
constexpr auto parts_located(const Subject& subject) {
    return located_directive<parts_span, Subject>(subject);
}

template <class Subject>
constexpr auto nested(const Subject& subject) {
    return nested_directive<Subject>(subject);
}

template <class Subject>
constexpr auto parenthesised(const Subject& subject) {
    return enclosed_directive<'(', ')', Subject>(subject);
}

template <class Subject>
constexpr auto braced(const Subject& subject) {
    return enclosed_directive<'{', '}', Subject>(subject);
}

/// The help where no element follows a comma: only where the list may have ended before it.
[[nodiscard]] inline std::string help_after_comma(iterator comma_end, iterator end) {
    const std::string_view found = next_token(comma_end, end);
    const bool closes = found.empty() || found == ")" || found == "}" || found == "{" || has_line_end(comma_end, found.data());
    return closes || is_keyword(found) ? "a list has no comma after its last element" : "";
}

/// A list with commas between, at least one. What follows a comma must be another.
template <class Subject>
struct listed_directive : x3::unary_parser<Subject, listed_directive<Subject>> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    explicit constexpr listed_directive(const Subject& subject) : x3::unary_parser<Subject, listed_directive<Subject>>(subject) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator& last, const Context& context, RuleContext& made, Attribute&) const {
        if (!this->subject.parse(first, last, context, made, x3::unused)) { return false; }
        while (sign(",").parse(first, last, context, made, x3::unused)) {
            if (!this->subject.parse(first, last, context, made, x3::unused)) {
                throw mistake{first, x3::what(this->subject), help_after_comma(first, last)};
            }
        }
        return true;
    }
};

template <class Subject>
constexpr auto listed(const Subject& subject) {
    return listed_directive<Subject>(subject);
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax::grammar

namespace boost::spirit::x3 {

template <>
struct get_info<tieuchi::impl::syntax::grammar::keyword> {
    using result_type = std::string;
    std::string operator()(const tieuchi::impl::syntax::grammar::keyword& one) const { return '`' + std::string(one.text) + '`'; }
};

template <>
struct get_info<tieuchi::impl::syntax::grammar::sign> {
    using result_type = std::string;
    std::string operator()(const tieuchi::impl::syntax::grammar::sign& one) const { return '`' + std::string(one.text) + '`'; }
};

template <>
struct get_info<tieuchi::impl::syntax::grammar::literal_parser> {
    using result_type = std::string;
    std::string operator()(const tieuchi::impl::syntax::grammar::literal_parser&) const { return "a text"; }
};

template <class Subject, class Made>
struct get_info<tieuchi::impl::syntax::grammar::token_parser<Subject, Made>> {
    using result_type = std::string;
    std::string operator()(const tieuchi::impl::syntax::grammar::token_parser<Subject, Made>& one) const { return one.name; }
};

template <class Subject>
struct get_info<tieuchi::impl::syntax::grammar::called_directive<Subject>> {
    using result_type = std::string;
    std::string operator()(const tieuchi::impl::syntax::grammar::called_directive<Subject>& one) const { return one.name; }
};

template <char Open, char Close, class Subject>
struct get_info<tieuchi::impl::syntax::grammar::enclosed_directive<Open, Close, Subject>> {
    using result_type = std::string;
    std::string operator()(const tieuchi::impl::syntax::grammar::enclosed_directive<Open, Close, Subject>&) const {
        return {'`', Open, '`'};
    }
};

template <class Subject>
struct get_info<tieuchi::impl::syntax::grammar::listed_directive<Subject>> {
    using result_type = std::string;
    std::string operator()(const tieuchi::impl::syntax::grammar::listed_directive<Subject>& one) const {
        return what(one.subject);
    }
};

template <class Subject>
struct get_info<tieuchi::impl::syntax::grammar::nested_directive<Subject>> {
    using result_type = std::string;
    std::string operator()(const tieuchi::impl::syntax::grammar::nested_directive<Subject>& one) const {
        return what(one.subject);
    }
};

template <class Subject, class Action>
struct get_info<action<Subject, Action>> {
    using result_type = std::string;
    std::string operator()(const action<Subject, Action>& one) const { return what(one.subject); }
};

} // namespace boost::spirit::x3
