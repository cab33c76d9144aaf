// SPDX-License-Identifier: Apache-2.0
// The grammar of standards.
#include "syntax/actions.hpp"
#include "syntax/forms.hpp"
#include "syntax/grammar.hpp"
#include "syntax/lines.hpp"
#include "syntax/statements.hpp"

namespace TIEUCHI_NAMESPACE::impl::syntax::grammar {

constexpr x3::rule<struct total_rounding_tag, node::total_rounding> total_rounding{"total_rounding"};
constexpr x3::rule<struct policy_tag, node::not_applicable_policy> not_applicable{"not_applicable"};
constexpr x3::rule<struct only_add_tag, node::only_add> only_add{"only_add"};
constexpr x3::rule<struct class_limit_tag, node::class_limit> class_limit{"class_limit"};
constexpr x3::rule<struct quota_tag, node::quota> quota{"quota"};

constexpr auto title_def = located(keyword("title") > texts[put<&node::title::value>]);
constexpr auto note_def = located(keyword("note") > texts[put<&node::note::value>]);
constexpr auto place_def = located(keyword("place") > literal[put<&node::place_name::name>]);
constexpr auto window_def = located(keyword("window") > month_day[put<&node::window::first>] > sign("..") >
                                    month_day[put<&node::window::last>] > *citation[append<&node::window::cites>]);
constexpr auto deadline_def =
    located(keyword("decide") > keyword("before") > month_day[put<&node::deadline::before>] >
            -part(keyword("by") > texts[put<&node::deadline::by>]) > *citation[append<&node::deadline::cites>]);

template <exit_kind Kind>
inline constexpr auto excludes = set<&node::exit_rule::kind, Kind>;
constexpr auto exit_def =
    located(((((keyword("not") >> keyword("subject"))[excludes<exit_kind::not_subject>] |
               (keyword("not") >> keyword("assessed"))[excludes<exit_kind::not_assessed>]) > keyword("when")) |
             (keyword("refer")[excludes<exit_kind::referred>] > keyword("to") > texts[put<&node::exit_rule::to>] >
              part(keyword("when")))) > expression[put<&node::exit_rule::when>] >
            *(part(texts[extend<&node::exit_rule::labels>]) | citation[append<&node::exit_rule::cites>]));
constexpr auto reading_def =
    located(keyword("reading") > name[put<&node::reading::name>] > keyword("one") > keyword("of") >
            options[put<&node::reading::options>] > part(keyword("default")) > name[put<&node::reading::default_option>] >
            *(part(texts[extend<&node::reading::labels>]) | citation[append<&node::reading::cites>]));
constexpr auto outcome_def = located(
    keyword("outcome") > name[put<&node::outcome::name>] > -(texts[put<&node::outcome::labels>]) >
    part(called("`when` or `otherwise`", (keyword("when") > expression[put<&node::outcome::when>]) | keyword("otherwise"))) >
    *citation[append<&node::outcome::cites>]);

/// A list of clauses would take the name of the next class for one.
constexpr x3::rule<struct class_citation_tag, node::citation> class_citation{"class_citation"};
constexpr auto class_citation_def =
    part(located(keyword("cite") > -(literal[put<&node::citation::document>]) > clause[append<&node::citation::clauses>]));
constexpr auto class_limit_def =
    located(name[put<&node::class_limit::name>] > -(texts[put<&node::class_limit::labels>]) >
            part(called(wanted::class_limit, (sign(">=") > value[put<&node::class_limit::least>]) | keyword("otherwise"))) >
            *class_citation[append<&node::class_limit::cites>]);
constexpr auto classes_def = located(keyword("classes") > keyword("by") > keyword("total") >
                                     braced_lines(listed<own_line>(class_limit[append<&node::classes::bands>])) >
                                     *citation[append<&node::classes::cites>]);

template <adjustment_kind Kind>
inline constexpr auto adjusts = set<&node::adjustment::kind, Kind>;
constexpr auto adjustment_def =
    located(((keyword("at") > called("`most` or `least`", keyword("most")[adjusts<adjustment_kind::at_most>] |
                                                              keyword("least")[adjusts<adjustment_kind::at_least>])) |
             keyword("exactly")[adjusts<adjustment_kind::exactly>]) > name[put<&node::adjustment::outcome>] > keyword("when") >
            expression[put<&node::adjustment::when>] >
            *(part(texts[extend<&node::adjustment::labels>]) | citation[append<&node::adjustment::cites>]));

constexpr auto quota_base = keyword("all") | (name[put<&node::quota::counted>] >
                                              -(keyword("or") > keyword("better")[set<&node::quota::or_better, true>]));
constexpr auto small_population = keyword("fewer") > keyword("than") > whole[put<&node::quota::fewer_than>] > keyword("at") >
                                  keyword("most") > whole[put<&node::quota::then_at_most>];
constexpr auto quota_def =
    located(keyword("quota") > name[put<&node::quota::outcome>] > keyword("at") > keyword("most") >
            number[put<&node::quota::percent>] > sign("%") > keyword("of") > called("a name or `all`", quota_base) >
            -part(keyword("highest") > value[put<&node::quota::highest>] > keyword("first")) > -part(small_population) >
            *citation[append<&node::quota::cites>]);

constexpr auto stated_points_def = located(keyword("points") > number[put<&node::stated_points::points>] >
                                           -(keyword("up") > keyword("to") > number[put<&node::stated_points::up_to>]) >
                                           *citation[append<&node::stated_points::cites>]);
constexpr auto total_rounding_def =
    located(keyword("total") > rounding[put<&node::total_rounding::rounded>] > *citation[append<&node::total_rounding::cites>]);

template <policy Value>
inline constexpr auto is_policy = set<&node::not_applicable_policy::value, Value>;
constexpr auto not_applicable_def =
    located((keyword("not") >> keyword("applicable")) >
            called("`counts as full`, `is left out` or `is rescaled`",
                   (keyword("counts") > keyword("as") > keyword("full")[is_policy<policy::full>]) |
                       (keyword("is") >
                        called("`left out` or `rescaled`", (keyword("left") > keyword("out")[is_policy<policy::left_out>]) |
                                                               keyword("rescaled")[is_policy<policy::rescaled>]))) >
            *citation[append<&node::not_applicable_policy::cites>]);
constexpr auto only_add_def =
    located(keyword("places") > keyword("may") > keyword("only") > keyword("add") > *citation[append<&node::only_add::cites>]);

constexpr auto standard_item_def =
    title[append<&node::standard::items>] | citation[append<&node::standard::items>] | note[append<&node::standard::items>] |
    window[append<&node::standard::items>] | deadline[append<&node::standard::items>] |
    not_applicable[append<&node::standard::items>] | exit[append<&node::standard::items>] |
    reading[append<&node::standard::items>] | facts[append<&node::standard::items>] |
    (keyword("criterion") > criterion[append<&node::standard::items>]) | outcome[append<&node::standard::items>] |
    classes[append<&node::standard::items>] | adjustment[append<&node::standard::items>] | quota[append<&node::standard::items>] |
    stated_points[append<&node::standard::items>] | total_rounding[append<&node::standard::items>] |
    only_add[append<&node::standard::items>];
constexpr auto standard_block_def = block<level::standard>(standard_item);
constexpr auto standard_def = located(keyword("standard") > name[put<&node::standard::name>] > keyword("for") >
                                      names[put<&node::standard::kinds>] > standard_block_def);

BOOST_SPIRIT_DEFINE(class_citation, title, note, place, window, deadline, exit, reading, outcome, class_limit, classes,
                    adjustment, quota, stated_points, total_rounding, not_applicable, only_add, standard, standard_item,
                    standard_block)

BOOST_SPIRIT_INSTANTIATE(title_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(note_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(place_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(window_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(deadline_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(exit_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(reading_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(outcome_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(classes_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(adjustment_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(stated_points_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(standard_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(standard_item_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(standard_block_rule, iterator, context)

} // namespace TIEUCHI_NAMESPACE::impl::syntax::grammar
