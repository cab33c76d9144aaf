// SPDX-License-Identifier: Apache-2.0
// Compiles the rulebook: files read, parsed and checked, standards picked from them.
#include <tieuchi/impl/rulebook/rulebook.ipp>
