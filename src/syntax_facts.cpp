// SPDX-License-Identifier: Apache-2.0
// Compiles the grammar of facts and derived quantities.
#include <tieuchi/impl/syntax/facts.ipp>
