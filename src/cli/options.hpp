// SPDX-License-Identifier: Apache-2.0
/// \file
/// Options that several commands take.
#pragma once

#include <tieuchi/rulebook.hpp>

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Validator;
} // namespace CLI

namespace tieuchi::cli {

/// Which rules, of which day, read how, told in which language.
struct rules_options {
    std::string path;
    std::string on;
    std::optional<int> year;
    std::vector<std::string> readings; ///< `name=option`
    std::string place;
    std::string language = "en";

    /// Adds PATH.
    void add_path(CLI::App& command);
    /// Adds --on, --place, --year, --reading and --lang.
    void add_selection(CLI::App& command);

    /// Precondition: the command line was accepted.
    [[nodiscard]] tieuchi::selection selection() const;
    /// The rules at PATH; on failure the problems have been reported and it is empty.
    [[nodiscard]] std::optional<rulebook> load() const;
    /// The standard `name` as selected; on failure the problems have been reported and it is empty.
    [[nodiscard]] std::optional<standard> pick(const rulebook& rules, const std::string& name) const;
};

/// What an option accepts that is a day.
[[nodiscard]] CLI::Validator a_day();

} // namespace tieuchi::cli
