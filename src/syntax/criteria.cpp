// SPDX-License-Identifier: Apache-2.0
// The grammar of criteria.
#include "syntax/actions.hpp"
#include "syntax/forms.hpp"
#include "syntax/grammar.hpp"
#include "syntax/lines.hpp"
#include "syntax/statements.hpp"

namespace TIEUCHI_NAMESPACE::impl::syntax::grammar {

template <combination How>
inline constexpr auto combines = set<&node::criterion::form, How>;
template <score_rule Rule>
inline constexpr auto scores = set<&node::criterion::scoring, Rule>;

/// One of the criteria that are combined into another.
constexpr auto criteria_item_def = criterion[append<&node::criterion::children>];
constexpr auto criteria_block_def = around(locate<&node::criterion::parts>{}, nested(block<level::criteria>(criteria_item)));

/// Conditions of parts, with and without points.
constexpr auto all_of = keyword("all")[combines<combination::all_of>] > keyword("of") > criteria_block_def;
constexpr auto any_of = keyword("any")[combines<combination::any_of>] > keyword("of") > criteria_block_def;
constexpr auto none_of = keyword("none")[combines<combination::none_of>] > keyword("of") > criteria_block_def;
constexpr auto at_least = keyword("at")[combines<combination::at_least>] >
                          keyword("least") > whole[put<&node::criterion::needed>] > keyword("of") > criteria_block_def;
constexpr auto combination_of = all_of | any_of | none_of | at_least;

/// Points of parts.
constexpr auto points = keyword("points") | keyword("point");
constexpr auto some_points = around(call{expectation::of_token(word_kind("points"))}, points);
constexpr auto group_of = (keyword("sum")[combines<combination::sum>] > keyword("of") > criteria_block_def) |
                          (keyword("least")[combines<combination::least>] > keyword("of") > criteria_block_def) |
                          (keyword("greatest")[combines<combination::greatest>] > keyword("of") > criteria_block_def) |
                          (keyword("mean")[combines<combination::mean>] > keyword("of") > criteria_block_def) |
                          (&sign("{") >> here[combines<combination::sum>] >> criteria_block_def);

constexpr x3::rule<struct level_tag, node::score_line> score_level{"score_level"};
constexpr auto score_level_def =
    located(number[put<&node::score_line::points>] > -points > keyword("when") > expression[put<&node::score_line::when>]);

template <operation Relation>
inline constexpr auto relates = set<&node::score_line::relation, Relation>;
constexpr x3::rule<struct step_tag, node::score_line> scale_step{"scale_step"};
constexpr auto scale_step_def = located(
    (sign(">=")[relates<operation::greater_equal>] | sign(">")[relates<operation::greater>] |
     sign("<=")[relates<operation::less_equal>] | sign("<")[relates<operation::less>]) > number[put<&node::score_line::limit>] >
    -(sign("%")[set<&node::score_line::percent, true>]) > sign(":") > number[put<&node::score_line::points>] > -points);

constexpr auto otherwise = keyword("otherwise") > number[put<&node::criterion::otherwise>] > -points;
constexpr auto of_whole = -(keyword("of") > value[put<&node::criterion::whole>]);

constexpr auto levels = keyword("when")[scores<score_rule::levels>] > expression[put<&node::criterion::when>] >
                        *(sign(",") > line<table_line_end>(called("a number or `otherwise`",
                                                                  score_level[append<&node::criterion::lines>] | otherwise)));
constexpr auto proportion = keyword("in")[scores<score_rule::proportion>] > keyword("proportion") >
                            keyword("to") > value[put<&node::criterion::quantity>] > of_whole;
constexpr auto less = keyword("less")[scores<score_rule::less>] > number[put<&node::criterion::each>] >
                      keyword("per") > value[put<&node::criterion::quantity>] >
                      -(keyword("down") > keyword("to") > number[put<&node::criterion::bound>]);
constexpr auto with_points = (starts_table(number[put<&node::criterion::points>]) > some_points)[combines<combination::score>] >
                             called("`when`, `in proportion to`, `less`, `all of`, `any of`, `none of`, `at least` or `{`",
                                    levels | proportion | less | (combination_of >> here[scores<score_rule::combination>]) |
                                        (group_of >> here[scores<score_rule::group>]));

constexpr auto up_to = (keyword("up")[combines<combination::score>] > keyword("to") > number[put<&node::criterion::points>] >
                        some_points) > called("`judged` or `{`", (keyword("judged")[scores<score_rule::judged>] >
                                                                  -(keyword("as") > name[put<&node::criterion::judged_as>]) >
                                                                  -(keyword("step") > number[put<&node::criterion::each>])) |
                                                                     (group_of >> here[scores<score_rule::up_to>]));

constexpr auto scale = keyword("scale")[combines<combination::score>][scores<score_rule::scale>] >
                       value[put<&node::criterion::quantity>] > of_whole >
                       braced_rows(listed<row_line>(called("`>=`, `>`, `<=`, `<` or `otherwise`",
                                                           scale_step[append<&node::criterion::lines>] | otherwise)));

template <score_rule When, score_rule Per>
constexpr auto change_of(const char* word) {
    return (keyword(word)[combines<combination::score>] > number[put<&node::criterion::each>] > -points) >
           called("`when` or `per`", (keyword("when")[scores<When>] > expression[put<&node::criterion::when>]) |
                                         (keyword("per")[scores<Per>] > value[put<&node::criterion::quantity>] >
                                          -(keyword("up") > keyword("to") > number[put<&node::criterion::bound>])));
}

constexpr auto rule = called(
    "`when`, `all of`, `any of`, `none of`, `at least`, `same as` or points",
    (keyword("when")[combines<combination::when>] > expression[put<&node::criterion::when>]) | combination_of |
        (keyword("same")[combines<combination::same_as>] > keyword("as") >
         -(name_before_clause[put<&node::criterion::standard>]) > listed<element_line>(clause[append<&node::criterion::same>])) |
        with_points | (group_of >> here[scores<score_rule::group>]) | up_to | scale |
        change_of<score_rule::bonus, score_rule::bonus_per>("plus") |
        change_of<score_rule::deduction, score_rule::deduction_per>("minus"));

constexpr auto modifier = (keyword("only") > keyword("where") > expression[append<&node::criterion::only_where>]) |
                          (keyword("unless") > expression[append<&node::criterion::unless>]) |
                          rounding[once<&node::criterion::rounded>{"rounded"}] |
                          (keyword("needs") > keyword("judgement")[set<&node::criterion::needs_judgement, true>]) |
                          (keyword("note") > texts[extend<&node::criterion::note>]) | citation[append<&node::criterion::cites>];

constexpr auto criterion_def = located(clause[put<&node::criterion::clause>] > -(texts[put<&node::criterion::title>]) >
                                       *part(modifier) > rule_part(rule) > *part(modifier));

BOOST_SPIRIT_DEFINE(criterion, criteria_item, criteria_block, score_level, scale_step)

BOOST_SPIRIT_INSTANTIATE(criterion_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(criteria_item_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(criteria_block_rule, iterator, context)

} // namespace TIEUCHI_NAMESPACE::impl::syntax::grammar
