// SPDX-License-Identifier: Apache-2.0
// Compiles the evaluation of whole columns.
#include <tieuchi/impl/column/allocate.ipp>
#include <tieuchi/impl/column/live.ipp>
#include <tieuchi/impl/column/rules_in_plan.ipp>
#include <tieuchi/impl/column/run.ipp>
#include <tieuchi/impl/column/steps.ipp>
#include <tieuchi/impl/column/sums.ipp>
