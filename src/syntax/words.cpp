// SPDX-License-Identifier: Apache-2.0
// The grammar of texts, citations, lists of names and roundings.
#include "syntax/actions.hpp"
#include "syntax/forms.hpp"
#include "syntax/grammar.hpp"
#include "syntax/lines.hpp"

namespace TIEUCHI_NAMESPACE::impl::syntax::grammar {

constexpr auto text_def = -(language[put<&node::text::language>]) >> literal[put<&node::text::value>];

constexpr auto texts_def = under_first(text[push]);

constexpr auto citation_def = part(located(keyword("cite") > -(literal[put<&node::citation::document>]) >
                                           listed<element_line>(clause[append<&node::citation::clauses>])));

constexpr auto names_def = listed<element_line>(name[push]);

constexpr x3::rule<struct option_tag, node::option> option{"option"};
constexpr auto option_def = name[put<&node::option::name>] >> -(texts[put<&node::option::labels>]);

constexpr auto options_def = parenthesised(line<option_line>(listed<option_line>(option[push])));

template <rounding_mode Mode>
inline constexpr auto rounds = set<&node::rounding::mode, Mode>;
constexpr auto rounding_def =
    located(keyword("rounded") > keyword("to") > number[put<&node::rounding::to>] >
            called("`half up`, `half even`, `up` or `down`",
                   (keyword("half") > called("`up` or `even`", keyword("up")[rounds<rounding_mode::half_up>] |
                                                                   keyword("even")[rounds<rounding_mode::half_even>])) |
                       keyword("up")[rounds<rounding_mode::up>] | keyword("down")[rounds<rounding_mode::down>]));

BOOST_SPIRIT_DEFINE(text, texts, citation, names, option, options, rounding)

BOOST_SPIRIT_INSTANTIATE(text_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(texts_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(citation_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(names_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(options_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(rounding_rule, iterator, context)

} // namespace TIEUCHI_NAMESPACE::impl::syntax::grammar
