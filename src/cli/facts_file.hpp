// SPDX-License-Identifier: Apache-2.0
/// \file
/// The facts of one subject, from a file of JSON.
#pragma once

#include "table.hpp"

#include <tieuchi/facts.hpp>
#include <tieuchi/result.hpp>
#include <tieuchi/standard.hpp>

#include <string>

namespace tieuchi::cli {

/// Reads one flat object of facts for `by`; `-` is the standard input. `others` are the names that some standard in force knows: what passing
/// over others tells is what is not among them. Errors: no such file, not UTF-8, not such an object, a fact that the standard lacks, a value that
/// does not fit its fact.
[[nodiscard]] result<facts> read_facts(const standard& by, const std::string& path, const notation& notation, known_names others);

} // namespace tieuchi::cli
