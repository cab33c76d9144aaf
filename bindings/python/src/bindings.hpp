// SPDX-License-Identifier: Apache-2.0
/// \file
/// The parts of the module, each bound in a source file of its own.
#pragma once

#include <nanobind/nanobind.h>

namespace tieuchi::python {

void bind_rulebook(nanobind::module_& core);
void bind_standard(nanobind::module_& core);
void bind_assessment(nanobind::module_& core);
void bind_population(nanobind::module_& core);
void bind_answers(nanobind::module_& core);
void bind_table_scores(nanobind::module_& core);

} // namespace tieuchi::python
