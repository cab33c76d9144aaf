// SPDX-License-Identifier: Apache-2.0
// Compiles the comparison of two versions of a standard.
#include <tieuchi/impl/difference/difference.ipp>
