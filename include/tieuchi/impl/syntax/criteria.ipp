// SPDX-License-Identifier: Apache-2.0
/// \file
/// The grammar of criteria.
#pragma once

#include <tieuchi/impl/syntax/actions.hpp>
#include <tieuchi/impl/syntax/grammar.hpp>
#include <tieuchi/impl/syntax/statements.hpp>
#include <tieuchi/impl/syntax/tokens.hpp>

namespace tieuchi::impl::syntax::grammar {

template <combination How>
inline constexpr auto combines = set<&node::criterion::how, How>;

constexpr auto criteria_block_def = nested(block<level::criteria>(criterion[append<&node::criterion::children>]));

constexpr auto combination_of =
    called("`when`, `all of`, `any of`, `none of`, `at least` or `same as`",
           (keyword("when")[combines<combination::when>] > expression[put<&node::criterion::when>]) |
               (keyword("all")[combines<combination::all_of>] > keyword("of") > criteria_block_def) |
               (keyword("any")[combines<combination::any_of>] > keyword("of") > criteria_block_def) |
               (keyword("none")[combines<combination::none_of>] > keyword("of") > criteria_block_def) |
               (keyword("at")[combines<combination::at_least>] > keyword("least") > whole[put<&node::criterion::needed>] >
                keyword("of") > criteria_block_def) |
               (keyword("same")[combines<combination::same_as>] > keyword("as") >
                -(name_before_clause[put<&node::criterion::standard>]) > listed(clause[append<&node::criterion::same>])));

constexpr auto modifier = (keyword("only") > keyword("where") > expression[append<&node::criterion::only_where>]) |
                          (keyword("unless") > expression[append<&node::criterion::unless>]) |
                          (keyword("needs") > keyword("judgement")[set<&node::criterion::needs_judgement, true>]) |
                          (keyword("note") > texts[extend<&node::criterion::note>]) | citation[append<&node::criterion::cites>];

constexpr auto criterion_def = located(clause[put<&node::criterion::clause>] > -(texts[put<&node::criterion::title>]) >
                                       *modifier > combination_of > *modifier);

BOOST_SPIRIT_DEFINE(criterion, criteria_block)

BOOST_SPIRIT_INSTANTIATE(criterion_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(criteria_block_rule, iterator, context)

} // namespace tieuchi::impl::syntax::grammar
