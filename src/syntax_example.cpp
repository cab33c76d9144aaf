// SPDX-License-Identifier: Apache-2.0
// Compiles the grammar of examples.
#include <tieuchi/impl/syntax/example.ipp>
