// SPDX-License-Identifier: Apache-2.0
// Compiles the grammar of texts, citations and lists of names.
#include <tieuchi/impl/syntax/words.ipp>
