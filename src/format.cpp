// SPDX-License-Identifier: Apache-2.0
// Compiles the formatter of rule files.
#include <tieuchi/impl/format/blocks.ipp>
#include <tieuchi/impl/format/criteria.ipp>
#include <tieuchi/impl/format/cursor.ipp>
#include <tieuchi/impl/format/expression.ipp>
#include <tieuchi/impl/format/facts.ipp>
#include <tieuchi/impl/format/format.ipp>
#include <tieuchi/impl/format/layout.ipp>
#include <tieuchi/impl/format/words.ipp>
