// SPDX-License-Identifier: Apache-2.0
// Compiles all of parsing but the grammar itself.
#include <tieuchi/impl/syntax/complaint.ipp>
#include <tieuchi/impl/syntax/lexis.ipp>
#include <tieuchi/impl/syntax/parse.ipp>
#include <tieuchi/impl/syntax/recovery.ipp>
#include <tieuchi/impl/syntax/state.ipp>
