// SPDX-License-Identifier: Apache-2.0
/// \file
/// Towns and their schools, as a population by rows and by columns.
#pragma once

#include "data.hpp"
#include "export.hpp"

#include <cstddef>

namespace bench {

/// Measures both, at sizes of which each is ten times the one before, after all answers were compared.
void measure_populations(std::size_t largest, results& to);

} // namespace bench
