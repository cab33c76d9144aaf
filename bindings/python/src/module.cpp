// SPDX-License-Identifier: Apache-2.0
/// \file
/// `tieuchi._core`: the C++ interface, for the classes of the package, which say what everything means.
#include "bindings.hpp"

#include <tieuchi/config.hpp>

NB_MODULE(_core, made) {
#ifdef NDEBUG
    // What a notebook has shown it holds until the interpreter is gone: no leak, and nothing that its user could fix.
    nanobind::set_leak_warnings(false);
#endif
    made.attr("version") = TIEUCHI_VERSION;
    tieuchi::python::bind_rulebook(made);
    tieuchi::python::bind_standard(made);
    tieuchi::python::bind_assessment(made);
    tieuchi::python::bind_population(made);
    tieuchi::python::bind_answers(made);
    tieuchi::python::bind_table_scores(made);
}
