// SPDX-License-Identifier: Apache-2.0
/// \file
/// The rules that one part of the grammar uses of another. Each part is compiled by itself: expression.cpp, words.cpp, facts.cpp,
/// criteria.cpp, standard.cpp, amendment.cpp, example.cpp, file.cpp.
#pragma once

#include "syntax/directives.hpp"
#include "syntax/tree.hpp"

#include <vector>

namespace TIEUCHI_NAMESPACE::impl::syntax::grammar {

using text_rule = x3::rule<struct text_tag, syntax::text>;
using texts_rule = x3::rule<struct texts_tag, syntax::texts>;
using citation_rule = x3::rule<struct citation_tag, syntax::citation>;
using names_rule = x3::rule<struct names_tag, std::vector<syntax::word>>;
using options_rule = x3::rule<struct options_tag, std::vector<syntax::option>>;
using expression_rule = x3::rule<struct expression_tag, expression_id>;
using value_rule = x3::rule<struct value_tag, expression_id>;
using rounding_rule = x3::rule<struct rounding_tag, syntax::rounding>;
using facts_rule = x3::rule<struct facts_tag, syntax::facts>;
using criterion_rule = x3::rule<struct criterion_tag, syntax::criterion>;
using file_rule = x3::rule<struct file_tag, std::vector<syntax::file_item>>;

// Blocks by themselves, read for their mistakes when what they belong to is wrong.
using document_block_rule = x3::rule<struct document_block_tag, syntax::document>;
using standard_block_rule = x3::rule<struct standard_block_tag, syntax::standard>;
using facts_block_rule = x3::rule<struct facts_block_tag, syntax::facts>;
using criteria_block_rule = x3::rule<struct criteria_block_tag, syntax::criterion>;
using amendment_block_rule = x3::rule<struct amendment_block_tag, syntax::amendment>;
using example_block_rule = x3::rule<struct example_block_tag, syntax::example>;

// Statements of each level by themselves: what starts one, and what may go on with it, is asked of these.
using file_item_rule = x3::rule<struct file_item_tag, std::vector<syntax::file_item>>;
using document_item_rule = x3::rule<struct document_item_tag, syntax::document>;
using standard_item_rule = x3::rule<struct standard_item_tag, syntax::standard>;
using facts_item_rule = x3::rule<struct facts_item_tag, syntax::facts>;
using criteria_item_rule = x3::rule<struct criteria_item_tag, syntax::criterion>;
using amendment_item_rule = x3::rule<struct amendment_item_tag, syntax::amendment>;
using example_item_rule = x3::rule<struct example_item_tag, syntax::example>;

// Statements that stand in standards and in amendments alike.
using window_rule = x3::rule<struct window_tag, syntax::window>;
using deadline_rule = x3::rule<struct deadline_tag, syntax::deadline>;
using exit_rule = x3::rule<struct exit_tag, syntax::exit_rule>;
using reading_rule = x3::rule<struct reading_tag, syntax::reading>;
using outcome_rule = x3::rule<struct outcome_tag, syntax::outcome>;
using classes_rule = x3::rule<struct classes_tag, syntax::classes>;
using adjustment_rule = x3::rule<struct adjustment_tag, syntax::adjustment>;
using stated_points_rule = x3::rule<struct stated_points_tag, syntax::stated_points>;
using title_rule = x3::rule<struct title_tag, syntax::title>;
using note_rule = x3::rule<struct note_tag, syntax::note>;
using place_rule = x3::rule<struct place_tag, syntax::place_name>;
using standard_rule = x3::rule<struct standard_tag, syntax::standard>;
using amendment_rule = x3::rule<struct amendment_tag, syntax::amendment>;
using example_rule = x3::rule<struct example_tag, syntax::example>;

inline constexpr text_rule text{"text"};
inline constexpr texts_rule texts{"texts"};
inline constexpr citation_rule citation{"citation"};
inline constexpr names_rule names{"names"};
inline constexpr options_rule options{"options"};
inline constexpr expression_rule expression{"expression"};
inline constexpr value_rule value{"value"};
inline constexpr rounding_rule rounding{"rounding"};
inline constexpr facts_rule facts{"facts"};
inline constexpr criterion_rule criterion{"criterion"};
inline constexpr file_rule file{"file"};
inline constexpr document_block_rule document_block{"document_block"};
inline constexpr standard_block_rule standard_block{"standard_block"};
inline constexpr facts_block_rule facts_block{"facts_block"};
inline constexpr criteria_block_rule criteria_block{"criteria_block"};
inline constexpr amendment_block_rule amendment_block{"amendment_block"};
inline constexpr example_block_rule example_block{"example_block"};
inline constexpr file_item_rule file_item{"file_item"};
inline constexpr document_item_rule document_item{"document_item"};
inline constexpr standard_item_rule standard_item{"standard_item"};
inline constexpr facts_item_rule facts_item{"facts_item"};
inline constexpr criteria_item_rule criteria_item{"criteria_item"};
inline constexpr amendment_item_rule amendment_item{"amendment_item"};
inline constexpr example_item_rule example_item{"example_item"};

inline constexpr window_rule window{"window"};
inline constexpr deadline_rule deadline{"deadline"};
inline constexpr exit_rule exit{"exit"};
inline constexpr reading_rule reading{"reading"};
inline constexpr outcome_rule outcome{"outcome"};
inline constexpr classes_rule classes{"classes"};
inline constexpr adjustment_rule adjustment{"adjustment"};
inline constexpr stated_points_rule stated_points{"stated_points"};
inline constexpr title_rule title{"title"};
inline constexpr note_rule note{"note"};
inline constexpr place_rule place{"place"};
inline constexpr standard_rule standard{"standard"};
inline constexpr amendment_rule amendment{"amendment"};
inline constexpr example_rule example{"example"};

BOOST_SPIRIT_DECLARE(text_rule, texts_rule, citation_rule, names_rule, options_rule, expression_rule, value_rule, rounding_rule,
                     facts_rule, criterion_rule, file_rule, document_block_rule, standard_block_rule, facts_block_rule,
                     criteria_block_rule, amendment_block_rule, example_block_rule)
BOOST_SPIRIT_DECLARE(file_item_rule, document_item_rule, standard_item_rule, facts_item_rule, criteria_item_rule,
                     amendment_item_rule, example_item_rule)
BOOST_SPIRIT_DECLARE(window_rule, deadline_rule, exit_rule, reading_rule, outcome_rule, classes_rule, adjustment_rule,
                     stated_points_rule, title_rule, note_rule, place_rule, standard_rule, amendment_rule, example_rule)

} // namespace TIEUCHI_NAMESPACE::impl::syntax::grammar
