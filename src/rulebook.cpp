// SPDX-License-Identifier: Apache-2.0
// Compiles the rulebook: files read, parsed and checked, standards picked from them, examples run.
#include <tieuchi/impl/rulebook/coverage.ipp>
#include <tieuchi/impl/rulebook/examples.ipp>
#include <tieuchi/impl/rulebook/files.ipp>
#include <tieuchi/impl/rulebook/rulebook.ipp>
