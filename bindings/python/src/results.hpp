// SPDX-License-Identifier: Apache-2.0
/// \file
/// Results of a population for the classes of the package, and work on one that Python can follow and stop.
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

/// The subject's assessments, the outcomes that quotas leave of each, and why the subject was refused.
[[nodiscard]] nb::tuple to_python(const subject_result& result);
/// Subjects by their positions.
[[nodiscard]] nb::tuple to_python(const quota_result& quota);

[[nodiscard]] inline nb::tuple to_python(const std::vector<quota_result>& quotas) {
    return tuple_of(quotas, [](const quota_result& quota) { return to_python(quota); });
}

/// Runs `work(progress)` without the interpreter. Now and then `tell` is called with the number done; an exception from it, or an
/// interrupt by the user, ends the work and is raised.
template <class Work>
void follow(const nb::callable& tell, Work&& work) {
    struct interrupted {}; // thrown through the library, which keeps nothing of interrupted work
    std::optional<nb::python_error> failure;
    auto report = [&](std::size_t done) {
        const interpreter_lock lock;
        if (!lock) { stay(); }
        try {
            if (PyErr_CheckSignals() != 0) { throw nb::python_error(); }
            const nb::int_ number(done);
            nb::object ignored;
            staying([&] { ignored = tell(number); });
        } catch (nb::python_error& error) {
            failure.emplace(std::move(error));
            throw interrupted();
        }
    };
    try {
        const interpreter_unlock unlocked;
        std::forward<Work>(work)(progress(report));
    } catch (const interrupted&) { throw nb::python_error(std::move(*failure)); }
}

} // namespace tieuchi::python
