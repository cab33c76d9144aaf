// SPDX-License-Identifier: Apache-2.0
// The grammar of examples.
#include "syntax/actions.hpp"
#include "syntax/forms.hpp"
#include "syntax/grammar.hpp"
#include "syntax/lines.hpp"
#include "syntax/statements.hpp"

namespace TIEUCHI_NAMESPACE::impl::syntax::grammar {

constexpr x3::rule<struct example_day_tag, node::example_day> example_day{"example_day"};
constexpr x3::rule<struct example_reading_tag, node::example_reading> example_reading{"example_reading"};
constexpr x3::rule<struct given_tag, node::given> given{"given"};
constexpr x3::rule<struct givens_tag, node::givens> givens{"givens"};
constexpr x3::rule<struct range_tag, node::points_range> points_range{"points_range"};
constexpr x3::rule<struct expect_outcome_tag, node::expect_outcome> expect_outcome{"expect_outcome"};
constexpr x3::rule<struct expect_total_tag, node::expect_total> expect_total{"expect_total"};
constexpr x3::rule<struct expect_because_tag, node::expect_because> expect_because{"expect_because"};
constexpr x3::rule<struct expect_criterion_tag, node::expect_criterion> expect_criterion{"expect_criterion"};
constexpr x3::rule<struct expect_points_tag, node::expect_points> expect_points{"expect_points"};

constexpr auto example_day_def = located(keyword("on") > date[put<&node::example_day::on>]);
constexpr auto example_reading_def = located(keyword("reading") > name[put<&node::example_reading::name>] > keyword("is") >
                                             name[put<&node::example_reading::option>]);
constexpr auto given_def = (-(keyword("previous")[set<&node::given::previous, true>]) >> name[put<&node::given::name>]) >
                           given_value[put<&node::given::value>];
constexpr auto givens_def = located(keyword("given") > braced_rows(-listed<row_line>(given[append<&node::givens::facts>])));

constexpr auto points_range_def = signed_number[put<&node::points_range::least>] >
                                  -(keyword("to") > signed_number[put<&node::points_range::most>]);

constexpr auto expect_outcome_def =
    located((keyword("expect") >> keyword("outcome")) >
            called("a name or `in`",
                   name[append<&node::expect_outcome::names>] |
                       (keyword("in") > parenthesised(listed<element_line>(name[append<&node::expect_outcome::names>])))));
constexpr auto expect_total_def =
    located((keyword("expect") >> keyword("total")) > points_range[put<&node::expect_total::range>]);
constexpr auto expect_because_def =
    located((keyword("expect") >> keyword("because")) > listed<element_line>(path[append<&node::expect_because::clauses>]));

template <expected_status Status>
inline constexpr auto expects = set<&node::expect_criterion::status, Status>;
constexpr auto expect_criterion_def =
    located((keyword("expect") >> keyword("criterion")) > path[put<&node::expect_criterion::clause>] > keyword("is") >
            called("`met`, `not met`, `unknown` or `not applicable`",
                   keyword("met")[expects<expected_status::met>] | keyword("unknown")[expects<expected_status::unknown>] |
                       (keyword("not") >
                        called("`met` or `applicable`", keyword("met")[expects<expected_status::not_met>] |
                                                            keyword("applicable")[expects<expected_status::not_applicable>]))));
constexpr auto expect_points_def =
    located((keyword("expect") >> keyword("points")) > keyword("of") > path[put<&node::expect_points::clause>] > keyword("is") >
            points_range[put<&node::expect_points::range>]);
constexpr auto expected = expect_outcome[append<&node::example::items>] | expect_total[append<&node::example::items>] |
                          expect_because[append<&node::example::items>] | expect_criterion[append<&node::example::items>] |
                          expect_points[append<&node::example::items>] |
                          (keyword("expect") > called("`outcome`, `total`, `because`, `criterion` or `points`", never));

constexpr auto example_item_def = example_day[append<&node::example::items>] | place[append<&node::example::items>] |
                                  example_reading[append<&node::example::items>] | givens[append<&node::example::items>] |
                                  expected;
constexpr auto example_block_def = block<level::example>(example_item);
constexpr auto example_def = located(keyword("example") > literal[put<&node::example::name>] > part(keyword("for")) >
                                     name[put<&node::example::standard>] > example_block_def);

BOOST_SPIRIT_DEFINE(example_day, example_reading, given, givens, points_range, expect_outcome, expect_total, expect_because,
                    expect_criterion, expect_points, example, example_item, example_block)

BOOST_SPIRIT_INSTANTIATE(example_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(example_item_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(example_block_rule, iterator, context)

} // namespace TIEUCHI_NAMESPACE::impl::syntax::grammar
