// SPDX-License-Identifier: Apache-2.0
/// \file
/// The whole library, for programs that link nothing of ours: include this in exactly one source file, and the public headers
/// wherever they are needed. Slow to compile, for it contains the grammar; give it a source file of its own.
///
/// Needs the headers of Boost (1.81 or later), Highway, spdlog and utf8proc, and of these only utf8proc to link. Include it before anything
/// of spdlog or fmt: unless the program has chosen otherwise, both are used header-only here. Boost.JSON is compiled in as well; a program
/// that compiles or links it already defines TIEUCHI_EXTERNAL_BOOST_JSON.
#pragma once

#if !defined(FMT_HEADER_ONLY) && !defined(FMT_SHARED) && !defined(SPDLOG_COMPILED_LIB)
#define FMT_HEADER_ONLY 1
#endif

#if !defined(TIEUCHI_EXTERNAL_BOOST_JSON)
#include <boost/json/src.hpp>
#endif

// Whole columns are then assessed by the instructions that the program itself is compiled for: to choose among better ones when it runs,
// Highway must be linked.
#if !defined(HWY_COMPILE_ONLY_STATIC)
#define HWY_COMPILE_ONLY_STATIC
#endif

#include <tieuchi/impl/assess/assessment.ipp>
#include <tieuchi/impl/assess/comparison.ipp>
#include <tieuchi/impl/assess/fact_text.ipp>
#include <tieuchi/impl/assess/facts.ipp>
#include <tieuchi/impl/assess/open_facts.ipp>
#include <tieuchi/impl/assess/points.ipp>
#include <tieuchi/impl/assess/questions.ipp>
#include <tieuchi/impl/assess/reasons.ipp>
#include <tieuchi/impl/assess/trace.ipp>
#include <tieuchi/impl/assess/typed_facts.ipp>
#include <tieuchi/impl/base/date.ipp>
#include <tieuchi/impl/base/decimal.ipp>
#include <tieuchi/impl/base/diagnostic.ipp>
#include <tieuchi/impl/base/labels.ipp>
#include <tieuchi/impl/base/log.ipp>
#include <tieuchi/impl/base/source.ipp>
#include <tieuchi/impl/column/allocate.ipp>
#include <tieuchi/impl/column/answer_arrays.ipp>
#include <tieuchi/impl/column/answers.ipp>
#include <tieuchi/impl/column/array_maker.ipp>
#include <tieuchi/impl/column/array_stream.ipp>
#include <tieuchi/impl/column/assessor.ipp>
#include <tieuchi/impl/column/buffer.ipp>
#include <tieuchi/impl/column/column_cell.ipp>
#include <tieuchi/impl/column/column_check.ipp>
#include <tieuchi/impl/column/column_number.ipp>
#include <tieuchi/impl/column/column_type.ipp>
#include <tieuchi/impl/column/column_view.ipp>
#include <tieuchi/impl/column/columns.ipp>
#include <tieuchi/impl/column/crew.ipp>
#include <tieuchi/impl/column/evaluator.ipp>
#include <tieuchi/impl/column/linear.ipp>
#include <tieuchi/impl/column/list_column.ipp>
#include <tieuchi/impl/column/live.ipp>
#include <tieuchi/impl/column/losses.ipp>
#include <tieuchi/impl/column/range_column.ipp>
#include <tieuchi/impl/column/reasons.ipp>
#include <tieuchi/impl/column/rules_in_plan.ipp>
#include <tieuchi/impl/column/run.ipp>
#include <tieuchi/impl/column/steps.ipp>
#include <tieuchi/impl/column/sums.ipp>
#include <tieuchi/impl/column/table_block.ipp>
#include <tieuchi/impl/column/table_reader.ipp>
#include <tieuchi/impl/column_population/answer_stream.ipp>
#include <tieuchi/impl/column_population/answered.ipp>
#include <tieuchi/impl/column_population/column_population.ipp>
#include <tieuchi/impl/column_population/evaluation.ipp>
#include <tieuchi/impl/column_population/gathered_block.ipp>
#include <tieuchi/impl/column_population/key_column.ipp>
#include <tieuchi/impl/column_population/shares.ipp>
#include <tieuchi/impl/column_population/table.ipp>
#include <tieuchi/impl/column_population/told_facts.ipp>
#include <tieuchi/impl/difference/difference.ipp>
#include <tieuchi/impl/explain/json.ipp>
#include <tieuchi/impl/explain/text.ipp>
#include <tieuchi/impl/format/blocks.ipp>
#include <tieuchi/impl/format/criteria.ipp>
#include <tieuchi/impl/format/cursor.ipp>
#include <tieuchi/impl/format/expression.ipp>
#include <tieuchi/impl/format/facts.ipp>
#include <tieuchi/impl/format/format.ipp>
#include <tieuchi/impl/format/layout.ipp>
#include <tieuchi/impl/format/words.ipp>
#include <tieuchi/impl/model/amendments.ipp>
#include <tieuchi/impl/model/applicability.ipp>
#include <tieuchi/impl/model/arithmetic.ipp>
#include <tieuchi/impl/model/asked.ipp>
#include <tieuchi/impl/model/atoms.ipp>
#include <tieuchi/impl/model/budget.ipp>
#include <tieuchi/impl/model/changes.ipp>
#include <tieuchi/impl/model/circles.ipp>
#include <tieuchi/impl/model/comparison.ipp>
#include <tieuchi/impl/model/criteria.ipp>
#include <tieuchi/impl/model/documents.ipp>
#include <tieuchi/impl/model/examples.ipp>
#include <tieuchi/impl/model/expectations.ipp>
#include <tieuchi/impl/model/expression.ipp>
#include <tieuchi/impl/model/facts.ipp>
#include <tieuchi/impl/model/givens.ipp>
#include <tieuchi/impl/model/links.ipp>
#include <tieuchi/impl/model/literals.ipp>
#include <tieuchi/impl/model/namesakes.ipp>
#include <tieuchi/impl/model/of_nothing.ipp>
#include <tieuchi/impl/model/options.ipp>
#include <tieuchi/impl/model/outcomes.ipp>
#include <tieuchi/impl/model/parts.ipp>
#include <tieuchi/impl/model/points.ipp>
#include <tieuchi/impl/model/quotas.ipp>
#include <tieuchi/impl/model/scale.ipp>
#include <tieuchi/impl/model/score.ipp>
#include <tieuchi/impl/model/standard.ipp>
#include <tieuchi/impl/model/tables.ipp>
#include <tieuchi/impl/model/tallies.ipp>
#include <tieuchi/impl/model/texts.ipp>
#include <tieuchi/impl/model/told.ipp>
#include <tieuchi/impl/model/total.ipp>
#include <tieuchi/impl/model/use.ipp>
#include <tieuchi/impl/plan/applicability.ipp>
#include <tieuchi/impl/plan/bind.ipp>
#include <tieuchi/impl/plan/decide.ipp>
#include <tieuchi/impl/plan/demand.ipp>
#include <tieuchi/impl/plan/emit.ipp>
#include <tieuchi/impl/plan/lower.ipp>
#include <tieuchi/impl/plan/lower_criteria.ipp>
#include <tieuchi/impl/plan/lower_facts.ipp>
#include <tieuchi/impl/plan/lower_numbers.ipp>
#include <tieuchi/impl/plan/lower_tables.ipp>
#include <tieuchi/impl/plan/lower_truths.ipp>
#include <tieuchi/impl/plan/run.ipp>
#include <tieuchi/impl/plan/thresholds.ipp>
#include <tieuchi/impl/population/answer.ipp>
#include <tieuchi/impl/population/family.ipp>
#include <tieuchi/impl/population/line_up.ipp>
#include <tieuchi/impl/population/links.ipp>
#include <tieuchi/impl/population/population.ipp>
#include <tieuchi/impl/population/quotas.ipp>
#include <tieuchi/impl/population/tallies.ipp>
#include <tieuchi/impl/population/told.ipp>
#include <tieuchi/impl/population/values.ipp>
#include <tieuchi/impl/rulebook/coverage.ipp>
#include <tieuchi/impl/rulebook/examples.ipp>
#include <tieuchi/impl/rulebook/files.ipp>
#include <tieuchi/impl/rulebook/rulebook.ipp>
#include <tieuchi/impl/syntax/amendment.ipp>
#include <tieuchi/impl/syntax/complaint.ipp>
#include <tieuchi/impl/syntax/criteria.ipp>
#include <tieuchi/impl/syntax/example.ipp>
#include <tieuchi/impl/syntax/expression.ipp>
#include <tieuchi/impl/syntax/facts.ipp>
#include <tieuchi/impl/syntax/file.ipp>
#include <tieuchi/impl/syntax/lexis.ipp>
#include <tieuchi/impl/syntax/parse.ipp>
#include <tieuchi/impl/syntax/recovery.ipp>
#include <tieuchi/impl/syntax/standard.ipp>
#include <tieuchi/impl/syntax/state.ipp>
#include <tieuchi/impl/syntax/words.ipp>
