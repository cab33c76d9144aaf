// SPDX-License-Identifier: Apache-2.0
/// \file
/// The values of a subject as facts for its standards, and what is wrong with them.
#pragma once

#include "population/subject_source.hpp"

#include <tieuchi/facts.hpp>
#include <tieuchi/standard.hpp>
#include <tieuchi/value.hpp>

#include <string>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::population {

/// The facts for each of the standards.
[[nodiscard]] std::vector<facts> facts_for(const std::vector<standard>& standards, const std::string& kind,
                                           const std::vector<std::pair<std::string, value>>& values);

/// The problems of all of them, without duplicates.
[[nodiscard]] diagnostics problems_of(const subject_source& subjects, std::size_t subject, const std::vector<facts>& given);

} // namespace TIEUCHI_NAMESPACE::impl::population
