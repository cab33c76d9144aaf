// SPDX-License-Identifier: Apache-2.0
/// \file
/// One walk through all of the interface: every function is called, and what it says is written down.
#pragma once

#include "handles.hpp"

#include <memory>
#include <string>

namespace tests::c {

/// What any number of threads may use at once.
struct shared_handles {
    shared_handles();

    std::string path; ///< a rule file that may be loaded
    rulebook book;
    standards of_kind;
    standard by;
    facts known;
    assessment answer;
    columns by_columns;
    population all;
    results told;
    std::shared_ptr<void> table; ///< that the answers hold on to
    population_answers answers;
    diagnostics problems; ///< of rules that were refused
};

/// Calls every function of tieuchi.h: those that any thread may call with the shared handles, the others with handles of its own. No check of
/// Catch2 here, for these are not for threads.
[[nodiscard]] std::string walk(const shared_handles& shared);

} // namespace tests::c
