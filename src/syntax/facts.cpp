// SPDX-License-Identifier: Apache-2.0
// The grammar of facts and derived quantities.
#include "syntax/actions.hpp"
#include "syntax/forms.hpp"
#include "syntax/grammar.hpp"
#include "syntax/lines.hpp"
#include "syntax/statements.hpp"

namespace TIEUCHI_NAMESPACE::impl::syntax::grammar {

constexpr x3::rule<struct type_tag, node::type> type{"type"};
constexpr x3::rule<struct tally_tag, node::tally> tally{"tally"};
constexpr x3::rule<struct fact_tag, node::fact> fact{"fact"};
constexpr x3::rule<struct quantity_tag, node::quantity> quantity{"quantity"};

template <type_name Name>
inline constexpr auto is_type = set<&node::type::name, Name>;

constexpr auto choice_type = ((keyword("ordered")[set<&node::type::ordered, true>] > keyword("one")) | keyword("one")) >
                             keyword("of")[is_type<type_name::one_of>] > options[put<&node::type::options>];
constexpr auto type_def =
    located(keyword("yes_no")[is_type<type_name::yes_no>] | keyword("count")[is_type<type_name::count>] |
            (keyword("number")[is_type<type_name::number>] > -(keyword("scale") > whole[put<&node::type::scale>])) |
            keyword("percent")[is_type<type_name::percent>] | keyword("date")[is_type<type_name::date>] | choice_type);

/// A part of a tally: where a line ends after what belongs to the fact.
template <class Subject>
constexpr auto own_row(const Subject& subject) {
    return line<line_end<between_texts, shift::part>>(subject);
}

template <aggregate What>
constexpr auto aggregate_of(const char* word) {
    return keyword(word)[set<&node::tally::what, What>] > keyword("of") > value[put<&node::tally::value>] >
           own_row(keyword("over"));
}
constexpr auto tally_def = located(
    keyword("from") > called("`count`, `sum`, `mean`, `least` or `greatest`",
                             (keyword("count")[set<&node::tally::what, aggregate::count>] > keyword("of")) |
                                 aggregate_of<aggregate::sum>("sum") | aggregate_of<aggregate::mean>("mean") |
                                 aggregate_of<aggregate::least>("least") | aggregate_of<aggregate::greatest>("greatest")) >
    parenthesised(names[put<&node::tally::kinds>]) > -own_row(keyword("where") > expression[put<&node::tally::where>]) >
    -own_row(rounding[put<&node::tally::rounded>]));

constexpr auto bounds = keyword("at") >
                        called("`least` or `most`",
                               (keyword("least") > number[once<&node::fact::at_least>{"at least"}]) |
                                   (keyword("most") >
                                    called(wanted::number_or_name, number[once<&node::fact::at_most>{"at most"}] |
                                                                       name[once<&node::fact::at_most_fact>{"at most"}])));
constexpr auto restriction = bounds | (keyword("by") > month_day[once<&node::fact::by>{"by"}]) |
                             (keyword("only") > keyword("for") > names[once<&node::fact::only_for>{"only for"}]) |
                             tally[once<&node::fact::from>{"from"}];
constexpr auto explanation = texts[extend<&node::fact::labels>] | (keyword("ask") > texts[extend<&node::fact::ask>]) |
                             (keyword("evidence") > texts[extend<&node::fact::evidence>]) | citation[append<&node::fact::cites>];
/// What restricts a fact stands with its type, as long as nothing explains it.
constexpr auto fact_def = located(name[put<&node::fact::name>] > called(wanted::type, type[put<&node::fact::type>]) >
                                  *line<row_line>(restriction) > *part(explanation | restriction));

constexpr x3::rule<struct table_line_tag, node::table_line> table_line{"table_line"};
constexpr auto table_line_def = expression[put<&node::table_line::value>] >
                                keyword("when") > expression[put<&node::table_line::when>];
constexpr auto table = keyword("when") > expression[put<&node::quantity::when>] > sign(",") >
                       *((!keyword("otherwise") >> line<table_line_end>(table_line[append<&node::quantity::lines>])) >
                         sign(",")) > line<table_line_end>(keyword("otherwise")) > expression[put<&node::quantity::otherwise>];
constexpr auto quantity_def = located((name[put<&node::quantity::name>] >> sign("=")) >
                                      called(wanted::expression, starts_table(expression[put<&node::quantity::value>])) > -table >
                                      -line<row_line>(rounding[put<&node::quantity::rounded>]) >
                                      *(part(texts[extend<&node::quantity::labels>]) | citation[append<&node::quantity::cites>]));

constexpr auto facts_item_def = quantity[append<&node::facts::items>] | fact[append<&node::facts::items>];
constexpr auto facts_block_def = block<level::facts>(facts_item);
constexpr auto facts_def = located(keyword("facts") > facts_block_def);

BOOST_SPIRIT_DEFINE(type, tally, fact, table_line, quantity, facts, facts_item, facts_block)

BOOST_SPIRIT_INSTANTIATE(facts_item_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(facts_block_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(facts_rule, iterator, context)

} // namespace TIEUCHI_NAMESPACE::impl::syntax::grammar
