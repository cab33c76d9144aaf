// SPDX-License-Identifier: Apache-2.0
// Compiles the lowering of a model to a straight-line program.
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
