// SPDX-License-Identifier: Apache-2.0
// Compiles the grammar of documents and files.
#include <tieuchi/impl/syntax/file.ipp>
