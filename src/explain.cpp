// SPDX-License-Identifier: Apache-2.0
// Compiles answers in words and as JSON.
#include <tieuchi/impl/explain/json.ipp>
#include <tieuchi/impl/explain/text.ipp>
