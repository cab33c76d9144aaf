// SPDX-License-Identifier: Apache-2.0
// Compiles the evaluation of whole columns.
#include <tieuchi/impl/column/allocate.ipp>
#include <tieuchi/impl/column/answer_arrays.ipp>
#include <tieuchi/impl/column/answers.ipp>
#include <tieuchi/impl/column/array_maker.ipp>
#include <tieuchi/impl/column/array_stream.ipp>
#include <tieuchi/impl/column/assessor.ipp>
#include <tieuchi/impl/column/buffer.ipp>
#include <tieuchi/impl/column/column_cell.ipp>
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
