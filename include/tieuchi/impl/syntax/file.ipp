// SPDX-License-Identifier: Apache-2.0
/// \file
/// The grammar of documents, standards and files.
#pragma once

#include <tieuchi/impl/syntax/actions.hpp>
#include <tieuchi/impl/syntax/grammar.hpp>
#include <tieuchi/impl/syntax/statements.hpp>
#include <tieuchi/impl/syntax/tokens.hpp>

namespace tieuchi::impl::syntax::grammar {

namespace characters {
constexpr auto status_word = (x3::lit("official") | "local" | "draft" | "illustrative") >> word_end;
} // namespace characters
constexpr auto status_word = token<node::word>("a status", characters::status_word);

constexpr x3::rule<struct title_tag, node::title> title{"`title`"};
constexpr x3::rule<struct issuer_tag, node::issuer> issuer{"`issuer`"};
constexpr x3::rule<struct note_tag, node::note> note{"`note`"};
constexpr x3::rule<struct status_tag, node::status> status{"`status`"};
constexpr x3::rule<struct in_force_tag, node::in_force> in_force{"`in force`"};
constexpr x3::rule<struct replaces_tag, node::replaces> replaces{"`replaces`"};
constexpr x3::rule<struct origin_tag, node::origin> origin{"`source`"};
constexpr x3::rule<struct document_tag, node::document> document{"`document`"};

constexpr auto title_def = located(keyword("title") > texts[put<&node::title::value>]);
constexpr auto issuer_def = located(keyword("issuer") > texts[put<&node::issuer::value>]);
constexpr auto note_def = located(keyword("note") > texts[put<&node::note::value>]);
constexpr auto status_def = located(keyword("status") > status_word[put<&node::status::value>]);
constexpr auto in_force_def = located(keyword("in") > keyword("force") > keyword("from") > date[put<&node::in_force::from>] >
                                      -(keyword("to") > date[put<&node::in_force::to>]));
constexpr auto replaces_def = located(keyword("replaces") > literal[put<&node::replaces::document>]);
constexpr auto origin_def = located(keyword("source") > literal[put<&node::origin::address>]);

constexpr auto document_item = title[append<&node::document::items>] | issuer[append<&node::document::items>] |
                               status[append<&node::document::items>] | in_force[append<&node::document::items>] |
                               replaces[append<&node::document::items>] | origin[append<&node::document::items>] |
                               note[append<&node::document::items>] | facts[append<&node::document::items>];
constexpr auto document_block_def = block<level::document>(document_item);
constexpr auto document_def = located(keyword("document") > literal[put<&node::document::number>] > document_block_def);

constexpr x3::rule<struct part_tag, node::part> part{"`part`"};
constexpr auto part_def = located(keyword("part") > keyword("of") > literal[put<&node::part::document>]);

constexpr x3::rule<struct window_tag, node::window> window{"`window`"};
constexpr x3::rule<struct deadline_tag, node::deadline> deadline{"`decide`"};
constexpr x3::rule<struct exclusion_tag, node::exclusion> exclusion{"`not`"};
constexpr x3::rule<struct reading_tag, node::reading> reading{"`reading`"};
constexpr x3::rule<struct outcome_tag, node::outcome> outcome{"`outcome`"};
constexpr x3::rule<struct standard_tag, node::standard> standard{"`standard`"};

constexpr auto window_def = located(keyword("window") > month_day[put<&node::window::first>] > sign("..") >
                                    month_day[put<&node::window::last>] > -(citation[put<&node::window::cite>]));
constexpr auto deadline_def =
    located(keyword("decide") > keyword("before") > month_day[put<&node::deadline::before>] >
            -(keyword("by") > texts[put<&node::deadline::by>]) > -(citation[put<&node::deadline::cite>]));
constexpr auto exclusion_def =
    located((keyword("not") >> keyword("subject")) > keyword("when") > expression[put<&node::exclusion::when>] >
            *(text[append<&node::exclusion::labels>] | citation[append<&node::exclusion::cites>]));
constexpr auto reading_def =
    located(keyword("reading") > name[put<&node::reading::name>] > keyword("one") > keyword("of") >
            options[put<&node::reading::options>] > keyword("default") > name[put<&node::reading::standard_option>] >
            *(text[append<&node::reading::labels>] | citation[append<&node::reading::cites>]));
constexpr auto outcome_def =
    located(keyword("outcome") > name[put<&node::outcome::name>] > -(texts[put<&node::outcome::labels>]) >
            called("`when` or `otherwise`", (keyword("when") > expression[put<&node::outcome::when>]) | keyword("otherwise")) >
            -(citation[put<&node::outcome::cite>]));

constexpr auto standard_item =
    title[append<&node::standard::items>] | citation[append<&node::standard::items>] | note[append<&node::standard::items>] |
    window[append<&node::standard::items>] | deadline[append<&node::standard::items>] |
    exclusion[append<&node::standard::items>] | reading[append<&node::standard::items>] | facts[append<&node::standard::items>] |
    (keyword("criterion") > criterion[append<&node::standard::items>]) | outcome[append<&node::standard::items>];
constexpr auto standard_block_def = block<level::standard>(standard_item);
constexpr auto standard_def = located(keyword("standard") > name[put<&node::standard::name>] > keyword("for") >
                                      names[put<&node::standard::kinds>] > standard_block_def);

constexpr auto file_def = statements<level::file>(document[push] | part[push] | standard[push]);

BOOST_SPIRIT_DEFINE(title, issuer, note, status, in_force, replaces, origin, document, part, window, deadline, exclusion, reading,
                    outcome, standard, file, document_block, standard_block)

BOOST_SPIRIT_INSTANTIATE(file_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(document_block_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(standard_block_rule, iterator, context)

} // namespace tieuchi::impl::syntax::grammar
