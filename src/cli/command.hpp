// SPDX-License-Identifier: Apache-2.0
/// \file
/// What the commands of the command line have in common.
#pragma once

#include <cstdint>
#include <functional>

namespace CLI {
class App;
} // namespace CLI

namespace tieuchi::cli {

/// What the process tells its caller.
enum class exit_code : std::uint8_t {
    fine = 0,
    problems = 1,  ///< in the rules or in the data; an example that failed
    wrong_use = 2, ///< of the command line
};

/// What to do once the command line has been read.
struct action {
    std::function<exit_code()> run;
    exit_code lost = exit_code::problems; ///< what the caller is told when not all could be written
};

// Each adds one command to `app`; when that command is the one given, `chosen` becomes its action.
void add_check(CLI::App& app, action& chosen);
void add_assess(CLI::App& app, action& chosen);
void add_questions(CLI::App& app, action& chosen);
void add_score(CLI::App& app, action& chosen);
void add_test(CLI::App& app, action& chosen);
void add_compare(CLI::App& app, action& chosen);
void add_diff(CLI::App& app, action& chosen);
void add_fmt(CLI::App& app, action& chosen);
void add_gen(CLI::App& app, action& chosen);

} // namespace tieuchi::cli
