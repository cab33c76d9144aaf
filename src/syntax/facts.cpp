// SPDX-License-Identifier: Apache-2.0
// The grammar of facts and derived quantities.
#include "syntax/actions.hpp"
#include "syntax/grammar.hpp"
#include "syntax/statements.hpp"
#include "syntax/tokens.hpp"

namespace TIEUCHI_NAMESPACE::impl::syntax::grammar {

constexpr x3::rule<struct type_tag, node::type> type{"a type or `=`"};
constexpr x3::rule<struct tally_tag, node::tally> tally{"`from`"};
constexpr x3::rule<struct fact_tag, node::fact> fact{"a fact"};
constexpr x3::rule<struct quantity_tag, node::quantity> quantity{"a fact"};

template <type_name Name>
inline constexpr auto is_type = set<&node::type::name, Name>;

constexpr auto choice_type = ((keyword("ordered")[set<&node::type::ordered, true>] > keyword("one")) | keyword("one")) >
                             keyword("of")[is_type<type_name::one_of>] > options[put<&node::type::options>];
constexpr auto type_def =
    located(keyword("yes_no")[is_type<type_name::yes_no>] | keyword("count")[is_type<type_name::count>] |
            (keyword("number")[is_type<type_name::number>] > -(keyword("scale") > whole[put<&node::type::scale>])) |
            keyword("percent")[is_type<type_name::percent>] | keyword("date")[is_type<type_name::date>] | choice_type);

template <aggregate What>
constexpr auto aggregate_of(const char* word) {
    return keyword(word)[set<&node::tally::what, What>] > keyword("of") > value[put<&node::tally::of>] > keyword("over");
}
constexpr auto tally_def = located(
    keyword("from") > called("`count`, `sum`, `mean`, `least` or `greatest`",
                             (keyword("count")[set<&node::tally::what, aggregate::count>] > keyword("of")) |
                                 aggregate_of<aggregate::sum>("sum") | aggregate_of<aggregate::mean>("mean") |
                                 aggregate_of<aggregate::least>("least") | aggregate_of<aggregate::greatest>("greatest")) >
    parenthesised(names[put<&node::tally::kinds>]) > -(keyword("where") > expression[put<&node::tally::where>]) >
    -(rounding[put<&node::tally::rounded>]));

constexpr auto bounds = keyword("at") >
                        called("`least` or `most`",
                               (keyword("least") > number[once<&node::fact::at_least>{"at least"}]) |
                                   (keyword("most") >
                                    called("a number or a name", number[once<&node::fact::at_most>{"at most"}] |
                                                                     name[once<&node::fact::at_most_fact>{"at most"}])));
constexpr auto fact_clause = (keyword("ask") > texts[extend<&node::fact::ask>]) |
                             (keyword("evidence") > texts[extend<&node::fact::evidence>]) | bounds |
                             (keyword("by") > month_day[once<&node::fact::by>{"by"}]) |
                             (keyword("only") > keyword("for") > names[once<&node::fact::only_for>{"only for"}]) |
                             tally[once<&node::fact::from>{"from"}] | citation[append<&node::fact::cites>];
constexpr auto fact_def =
    located(name[put<&node::fact::name>] > type[put<&node::fact::type>] > *(text[append<&node::fact::labels>] | fact_clause));

constexpr x3::rule<struct table_line_tag, node::table_line> table_line{"a value"};
constexpr auto table_line_def = expression[put<&node::table_line::value>] >
                                keyword("when") > expression[put<&node::table_line::when>];
constexpr auto table = keyword("when") > expression[put<&node::quantity::when>] > sign(",") >
                       *((!keyword("otherwise") >> table_line[append<&node::quantity::lines>]) > sign(",")) >
                       keyword("otherwise") > expression[put<&node::quantity::otherwise>];
constexpr auto quantity_def =
    located((name[put<&node::quantity::name>] >> sign("=")) > called("an expression", expression[put<&node::quantity::value>]) >
            -table > -(rounding[put<&node::quantity::rounded>]) >
            *(text[append<&node::quantity::labels>] | citation[append<&node::quantity::cites>]));

constexpr auto facts_block_def = block<level::facts>(quantity[append<&node::facts::items>] | fact[append<&node::facts::items>]);
constexpr auto facts_def = located(keyword("facts") > facts_block_def);

BOOST_SPIRIT_DEFINE(type, tally, fact, table_line, quantity, facts, facts_block)

BOOST_SPIRIT_INSTANTIATE(facts_block_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(facts_rule, iterator, context)

} // namespace TIEUCHI_NAMESPACE::impl::syntax::grammar
