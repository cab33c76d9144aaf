// SPDX-License-Identifier: Apache-2.0
// The grammar of amendments.
#include "syntax/actions.hpp"
#include "syntax/forms.hpp"
#include "syntax/grammar.hpp"
#include "syntax/lines.hpp"
#include "syntax/statements.hpp"

namespace TIEUCHI_NAMESPACE::impl::syntax::grammar {

constexpr x3::rule<struct addition_tag, node::addition> addition{"addition"};
constexpr x3::rule<struct replacement_tag, node::replacement> replacement{"replacement"};
constexpr x3::rule<struct repeal_tag, node::repeal> repeal{"repeal"};

constexpr auto addition_def =
    located(keyword("add") >
            called("`criterion`, `not subject`, `not assessed`, `refer to`, `at most`, `at least`, `exactly` or `reading`",
                   (keyword("criterion") > criterion[put<&node::addition::item>]) | exit[put<&node::addition::item>] |
                       adjustment[put<&node::addition::item>] | reading[put<&node::addition::item>]));
constexpr auto replacement_def =
    located(keyword("replace") >
            called("`criterion`, `outcome`, `classes`, `points`, `window` or `decide`",
                   (keyword("criterion") > criterion[put<&node::replacement::item>]) | outcome[put<&node::replacement::item>] |
                       classes[put<&node::replacement::item>] | stated_points[put<&node::replacement::item>] |
                       window[put<&node::replacement::item>] | deadline[put<&node::replacement::item>]));
constexpr auto repeal_def =
    located(keyword("repeal") > keyword("criterion") > listed<element_line>(clause[append<&node::repeal::clauses>]));

constexpr auto amendment_item_def = addition[append<&node::amendment::items>] | replacement[append<&node::amendment::items>] |
                                    repeal[append<&node::amendment::items>] | note[append<&node::amendment::items>] |
                                    facts[append<&node::amendment::items>];
constexpr auto amendment_block_def = block<level::amendment>(amendment_item);
constexpr auto amendment_def = located(keyword("amend") > name[put<&node::amendment::standard>] > amendment_block_def);

BOOST_SPIRIT_DEFINE(addition, replacement, repeal, amendment, amendment_item, amendment_block)

BOOST_SPIRIT_INSTANTIATE(amendment_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(amendment_item_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(amendment_block_rule, iterator, context)

} // namespace TIEUCHI_NAMESPACE::impl::syntax::grammar
