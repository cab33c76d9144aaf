// SPDX-License-Identifier: Apache-2.0
/// \file
/// `tieuchi._core`: the C++ interface for the package's classes, which document what everything means.
#include "bindings.hpp"

#include <tieuchi/config.hpp>

NB_MODULE(_core, core) {
#ifdef NDEBUG
    // A notebook holds on to what it has displayed until the interpreter is gone: no leak, and nothing its user could fix.
    nanobind::set_leak_warnings(false);
#endif
    core.attr("version") = TIEUCHI_VERSION;
    tieuchi::python::bind_rulebook(core);
    tieuchi::python::bind_standard(core);
    tieuchi::python::bind_assessment(core);
    tieuchi::python::bind_population(core);
    tieuchi::python::bind_answers(core);
    tieuchi::python::bind_table_scores(core);
}
