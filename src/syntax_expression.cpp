// SPDX-License-Identifier: Apache-2.0
// Compiles the grammar of expressions.
#include <tieuchi/impl/syntax/expression.ipp>
