// SPDX-License-Identifier: Apache-2.0
/// \file
/// The grammar's tokens, as grammar.ebnf has them.
#pragma once

#include "syntax/directives.hpp"
#include "syntax/figures.hpp"
#include "syntax/keywords.hpp"
#include "syntax/tree.hpp"

#include <cstddef>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::syntax::grammar {

/// The tree's types, where a rule has the name of what it makes.
namespace node = ::tieuchi::impl::syntax;

namespace characters {

/// Matches, and takes nothing, where no word goes on.
struct word_end_parser : x3::parser<word_end_parser> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator& last, const Context&, RuleContext&, Attribute&) const {
        return word_character(first, last) == 0;
    }
};

/// A whole word that is a keyword.
struct any_keyword_parser : x3::parser<any_keyword_parser> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator& last, const Context&, RuleContext&, Attribute&) const {
        iterator past = first;
        while (past != last && ((*past >= 'a' && *past <= 'z') || *past == '_')) { ++past; }
        if (word_character(past, last) != 0 || !is_keyword({first, static_cast<std::size_t>(past - first)})) { return false; }
        first = past;
        return true;
    }
};

/// Matches, and takes nothing, where something is written like a date with that between its numbers: what is no date of ours is to
/// be named whole in a message. `20-11-2022` is a difference where a value stands, and left to be one.
struct like_date_parser : x3::parser<like_date_parser> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    char between;

    explicit constexpr like_date_parser(char one) : between(one) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator& last, const Context&, RuleContext&, Attribute&) const {
        const std::size_t length = date_length(first, last);
        return std::string_view(first, length).find(between) != std::string_view::npos;
    }
};

inline constexpr word_end_parser word_end{};
inline constexpr like_date_parser slashed_date{'/'};
inline constexpr like_date_parser dashed_date{'-'};
inline constexpr any_keyword_parser any_keyword{};

inline constexpr auto letter = x3::char_('a', 'z');
inline constexpr auto digit = x3::char_('0', '9');
inline constexpr auto two_digits = digit >> digit;
inline constexpr auto name = !any_keyword >> letter >> *(letter | digit | '_') >> word_end;
inline constexpr auto language = !any_keyword >> letter >> letter >> -letter >> word_end >> &(*blank >> '"');
inline constexpr auto clause_letter = letter | x3::char_('A', 'Z') | "đ" | "Đ";
inline constexpr auto clause_part = +(clause_letter | digit) >> word_end;
inline constexpr auto last_part = !('.' >> !word_end); ///< so that `6.3.ê` is a wrong clause, not `6.3` and something else
inline constexpr auto clause = !any_keyword >> clause_part >> *('.' >> clause_part) >> last_part;
inline constexpr auto path = clause >> *('/' >> clause);
inline constexpr auto whole = +digit >> word_end >> last_part;
inline constexpr auto number = !slashed_date >> +digit >> -('.' >> +digit) >> word_end >> last_part;
inline constexpr auto signed_number = -x3::lit('-') >> number;
inline constexpr auto date = two_digits >> two_digits >> '-' >> two_digits >> '-' >> two_digits >> word_end;
inline constexpr auto month_day = !dashed_date >> two_digits >> '-' >> two_digits >> word_end;
inline constexpr auto unit_of_time = (x3::lit("days") | "months" | "years") >> word_end;
inline constexpr auto given_value = date | (signed_number >> -x3::lit('%')) | name;

} // namespace characters

inline constexpr auto name = token<node::word>("a name", characters::name);
inline constexpr auto language = token<node::word>("a language", characters::language);
inline constexpr auto clause = token<node::word>("a clause", characters::clause);
/// The same, or a clause that `same as` brought in, `7.3/6.3.đ`: what names a criterion of a standard that has been read.
inline constexpr auto path = token<node::word>("a clause", characters::path);
inline constexpr auto whole = token<node::number>("a whole number", characters::whole);
inline constexpr auto number = token<node::number>("a number", characters::number);
inline constexpr auto date = token<node::date_literal>("a date", characters::date);
inline constexpr auto month_day = token<node::month_day_literal>("a month and day", characters::month_day);
inline constexpr literal_parser literal{};

/// A number with its sign and unit as it is written: `-2.5`, `12%`.
inline constexpr auto signed_number = token<node::word>("a number", characters::signed_number);
/// What a fact is given to be: `yes`, `120`, `12.5%`, `2020-01-01`, the name of an option.
inline constexpr auto given_value = token<node::word>("a value", characters::given_value);

/// A standard's name before a clause; a word alone is a clause.
inline constexpr auto name_before_clause = token<node::word>("a name", characters::name >> &(*blank >> characters::clause));

} // namespace TIEUCHI_NAMESPACE::impl::syntax::grammar
