// SPDX-License-Identifier: Apache-2.0
// Compiles the grammar of criteria.
#include <tieuchi/impl/syntax/criteria.ipp>
