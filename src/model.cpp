// SPDX-License-Identifier: Apache-2.0
// Compiles the check: names, types, dates, and the model of a rulebook.
#include <tieuchi/impl/model/comparison.ipp>
#include <tieuchi/impl/model/criteria.ipp>
#include <tieuchi/impl/model/documents.ipp>
#include <tieuchi/impl/model/expression.ipp>
#include <tieuchi/impl/model/facts.ipp>
#include <tieuchi/impl/model/literals.ipp>
#include <tieuchi/impl/model/standard.ipp>
