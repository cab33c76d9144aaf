// SPDX-License-Identifier: Apache-2.0
/// \file
/// The grammar of texts, citations and lists of names.
#pragma once

#include <tieuchi/impl/syntax/actions.hpp>
#include <tieuchi/impl/syntax/grammar.hpp>
#include <tieuchi/impl/syntax/tokens.hpp>

namespace tieuchi::impl::syntax::grammar {

constexpr auto text_def = -(language[put<&node::text::language>]) >> literal[put<&node::text::value>];

constexpr auto texts_def = text[push] >> *(text[push]);

constexpr auto citation_def =
    located(keyword("cite") > -(literal[put<&node::citation::document>]) > listed(clause[append<&node::citation::clauses>]));

constexpr auto names_def = listed(name[push]);

constexpr x3::rule<struct option_tag, node::option> option{"a name"};
constexpr auto option_def = name[put<&node::option::name>] >> -(texts[put<&node::option::labels>]);

constexpr auto options_def = parenthesised(listed(option[push]));

BOOST_SPIRIT_DEFINE(text, texts, citation, names, option, options)

BOOST_SPIRIT_INSTANTIATE(text_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(texts_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(citation_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(names_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(options_rule, iterator, context)

} // namespace tieuchi::impl::syntax::grammar
