// SPDX-License-Identifier: Apache-2.0
// Compiles the grammar of amendments.
#include <tieuchi/impl/syntax/amendment.ipp>
