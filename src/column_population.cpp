// SPDX-License-Identifier: Apache-2.0
// Compiles populations held by columns.
#include <tieuchi/impl/column_population/answer_stream.ipp>
#include <tieuchi/impl/column_population/answered.ipp>
#include <tieuchi/impl/column_population/column_population.ipp>
#include <tieuchi/impl/column_population/evaluation.ipp>
#include <tieuchi/impl/column_population/gathered_block.ipp>
#include <tieuchi/impl/column_population/key_column.ipp>
#include <tieuchi/impl/column_population/shares.ipp>
#include <tieuchi/impl/column_population/table.ipp>
#include <tieuchi/impl/column_population/told_facts.ipp>
