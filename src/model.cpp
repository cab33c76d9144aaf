// SPDX-License-Identifier: Apache-2.0
// Compiles the check: names, types, dates, and the model of a rulebook.
#include <tieuchi/impl/model/applicability.ipp>
#include <tieuchi/impl/model/arithmetic.ipp>
#include <tieuchi/impl/model/asked.ipp>
#include <tieuchi/impl/model/atoms.ipp>
#include <tieuchi/impl/model/comparison.ipp>
#include <tieuchi/impl/model/criteria.ipp>
#include <tieuchi/impl/model/documents.ipp>
#include <tieuchi/impl/model/expression.ipp>
#include <tieuchi/impl/model/facts.ipp>
#include <tieuchi/impl/model/links.ipp>
#include <tieuchi/impl/model/literals.ipp>
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
#include <tieuchi/impl/model/total.ipp>
#include <tieuchi/impl/model/use.ipp>
