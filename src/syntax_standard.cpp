// SPDX-License-Identifier: Apache-2.0
// Compiles the grammar of standards.
#include <tieuchi/impl/syntax/standard.ipp>
