// SPDX-License-Identifier: Apache-2.0
/// \file
/// The rules that one part of the grammar uses of another. Each part is compiled by itself: expression.ipp, words.ipp, facts.ipp,
/// criteria.ipp, file.ipp.
#pragma once

#include <tieuchi/impl/syntax/directives.hpp>
#include <tieuchi/impl/syntax/tree.hpp>

#include <vector>

namespace tieuchi::impl::syntax::grammar {

using text_rule = x3::rule<struct text_tag, syntax::text>;
using texts_rule = x3::rule<struct texts_tag, syntax::texts>;
using citation_rule = x3::rule<struct citation_tag, syntax::citation>;
using names_rule = x3::rule<struct names_tag, std::vector<syntax::word>>;
using options_rule = x3::rule<struct options_tag, std::vector<syntax::option>>;
using expression_rule = x3::rule<struct expression_tag, expression_id>;
using facts_rule = x3::rule<struct facts_tag, syntax::facts>;
using criterion_rule = x3::rule<struct criterion_tag, syntax::criterion>;
using file_rule = x3::rule<struct file_tag, std::vector<file_item>>;

// Blocks by themselves, read for their mistakes when what they belong to is wrong.
using document_block_rule = x3::rule<struct document_block_tag, syntax::document>;
using standard_block_rule = x3::rule<struct standard_block_tag, syntax::standard>;
using facts_block_rule = x3::rule<struct facts_block_tag, syntax::facts>;
using criteria_block_rule = x3::rule<struct criteria_block_tag, syntax::criterion>;

inline constexpr text_rule text{"a text"};
inline constexpr texts_rule texts{"a text"};
inline constexpr citation_rule citation{"`cite`"};
inline constexpr names_rule names{"a name"};
inline constexpr options_rule options{"`(`"};
inline constexpr expression_rule expression{"a condition"};
inline constexpr facts_rule facts{"`facts`"};
inline constexpr criterion_rule criterion{"a clause"};
inline constexpr file_rule file{"`document`, `part` or `standard`"};
inline constexpr document_block_rule document_block{"`{`"};
inline constexpr standard_block_rule standard_block{"`{`"};
inline constexpr facts_block_rule facts_block{"`{`"};
inline constexpr criteria_block_rule criteria_block{"`{`"};

BOOST_SPIRIT_DECLARE(text_rule, texts_rule, citation_rule, names_rule, options_rule, expression_rule, facts_rule, criterion_rule,
                     file_rule, document_block_rule, standard_block_rule, facts_block_rule, criteria_block_rule)

} // namespace tieuchi::impl::syntax::grammar
