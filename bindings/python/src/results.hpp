// SPDX-License-Identifier: Apache-2.0
/// \file
/// What a population comes to, for the classes of the package; and work on it that Python can follow and stop.
#pragma once

#include "interpreter.hpp"
#include "nouns.hpp"

#include <tieuchi/population.hpp>
#include <tieuchi/progress.hpp>

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace tieuchi::python {

/// Its assessments, the outcomes that quotas leave of each, and why it was refused.
[[nodiscard]] nb::tuple to_python(const subject_result& of);
/// Subjects by their places.
[[nodiscard]] nb::tuple to_python(const quota_result& of);

[[nodiscard]] inline nb::tuple to_python(const std::vector<quota_result>& of) {
    return tuple_of(of, [](const quota_result& one) { return to_python(one); });
}

/// Runs `work(told)` without the interpreter. Now and then `tell` is called with the number done; what it raises, or that the user wants to
/// stop, ends the work and is raised.
template <class Work>
void follow(const nb::callable& tell, Work&& work) {
    struct interrupted {}; // thrown through the library, which keeps nothing of work that was interrupted
    std::optional<nb::python_error> failed;
    auto told = [&](std::size_t done) {
        const interpreter_held held;
        if (!held) { stay(); }
        try {
            if (PyErr_CheckSignals() != 0) { throw nb::python_error(); }
            const nb::int_ number(done);
            nb::object said;
            staying([&] { said = tell(number); });
        } catch (nb::python_error& error) {
            failed.emplace(std::move(error));
            throw interrupted();
        }
    };
    try {
        const others_run meanwhile;
        std::forward<Work>(work)(progress(told));
    } catch (const interrupted&) { throw nb::python_error(std::move(*failed)); }
}

} // namespace tieuchi::python
