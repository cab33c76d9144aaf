// SPDX-License-Identifier: Apache-2.0
// The grammar of documents and files.
#include "syntax/actions.hpp"
#include "syntax/forms.hpp"
#include "syntax/grammar.hpp"
#include "syntax/lines.hpp"
#include "syntax/statements.hpp"

namespace TIEUCHI_NAMESPACE::impl::syntax::grammar {

using namespace literals;

constexpr auto status_word =
    called(wanted::status, kept_word({"official"_word, "local"_word, "draft"_word, "illustrative"_word}));

constexpr x3::rule<struct issuer_tag, node::issuer> issuer{"issuer"};
constexpr x3::rule<struct status_tag, node::status> status{"status"};
constexpr x3::rule<struct in_force_tag, node::in_force> in_force{"in_force"};
constexpr x3::rule<struct replaces_tag, node::replaces> replaces{"replaces"};
constexpr x3::rule<struct amends_tag, node::amends> amends{"amends"};
constexpr x3::rule<struct origin_tag, node::origin> origin{"origin"};
constexpr x3::rule<struct document_tag, node::document> document{"document"};

constexpr auto issuer_def = located(keyword("issuer") > texts[put<&node::issuer::value>]);
constexpr auto status_def = located(keyword("status") > status_word[put<&node::status::value>]);
constexpr auto in_force_def = located(keyword("in") > keyword("force") > keyword("from") > date[put<&node::in_force::from>] >
                                      -(keyword("to") > date[put<&node::in_force::to>]));
constexpr auto replaces_def = located(keyword("replaces") > literal[put<&node::replaces::document>]);
constexpr auto amends_def = located(keyword("amends") > literal[put<&node::amends::document>]);
constexpr auto origin_def = located(keyword("source") > literal[put<&node::origin::address>]);

constexpr auto document_item_def = title[append<&node::document::items>] | issuer[append<&node::document::items>] |
                                   status[append<&node::document::items>] | in_force[append<&node::document::items>] |
                                   replaces[append<&node::document::items>] | amends[append<&node::document::items>] |
                                   place[append<&node::document::items>] | origin[append<&node::document::items>] |
                                   note[append<&node::document::items>] | facts[append<&node::document::items>];
constexpr auto document_block_def = block<level::document>(document_item);
constexpr auto document_def = located(keyword("document") > literal[put<&node::document::number>] > document_block_def);

constexpr x3::rule<struct part_tag, node::part> document_part{"document_part"};
constexpr auto document_part_def = located(keyword("part") > keyword("of") > literal[put<&node::part::document>]);

constexpr auto file_item_def = document[push] | document_part[push] | standard[push] | amendment[push] | example[push];
constexpr auto file_def = statements<level::file>(file_item);

BOOST_SPIRIT_DEFINE(issuer, status, in_force, replaces, amends, origin, document, document_item, document_part, file, file_item,
                    document_block)

BOOST_SPIRIT_INSTANTIATE(file_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(file_item_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(document_item_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(document_block_rule, iterator, context)

} // namespace TIEUCHI_NAMESPACE::impl::syntax::grammar
