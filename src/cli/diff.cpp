// SPDX-License-Identifier: Apache-2.0
/// \file
/// `tieuchi diff`: the clauses in which two versions of a standard differ.
#include "command.hpp"
#include "json/version_name.hpp"
#include "messages.hpp"
#include "options.hpp"
#include "results.hpp"
#include "text.hpp"

#include <tieuchi/difference.hpp>
#include <tieuchi/json.hpp>

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace tieuchi::cli {

using impl::json::version_name;

namespace {

struct diff_options {
    rules_options rules;
    std::string standard;
    std::string and_on;
    std::string and_place;
    std::string and_path;
    bool json = false;
};

/// The options of the second version: those of the first, but for what is said otherwise.
[[nodiscard]] rules_options second_of(const diff_options& options) {
    rules_options second = options.rules;
    if (!options.and_on.empty()) { second.on = options.and_on; }
    if (!options.and_place.empty()) { second.place = options.and_place; }
    if (!options.and_path.empty()) { second.path = options.and_path; }
    return second;
}

[[nodiscard]] std::string text_of(const difference& difference) {
    std::string text(to_string(difference.item));
    if (!difference.name.empty()) { text += " " + difference.name; }
    text += " " + std::string(to_string(difference.change)) + "\n";
    const auto line = [&](char sign, const std::string& what, const std::string& document) {
        if (what.empty()) { return; }
        text += std::string("  ") + sign + " " + what + (document.empty() ? "" : "   (" + document + ")") + "\n";
    };
    line('-', difference.before, difference.document_before);
    line('+', difference.after, difference.document_after);
    return text;
}

[[nodiscard]] exit_code diff(const diff_options& options) {
    if (options.and_on.empty() && options.and_place.empty() && options.and_path.empty()) {
        report({problem(say<diag::one_version_only>(), {})});
        return exit_code::wrong_use;
    }
    const rules_options second = second_of(options);
    const auto rules = options.rules.load();
    const auto others = options.and_path.empty() ? rules : second.load();
    if (!rules || !others) { return exit_code::wrong_use; }
    const auto before = options.rules.pick(*rules, options.standard);
    const auto after = second.pick(*others, options.standard);
    if (!before || !after) { return exit_code::wrong_use; }
    const auto found = differences(*before, *after);
    if (options.json) {
        std::cout << differences_to_json(*before, *after) << '\n';
    } else {
        std::cout << "- " << version_name(*before) << "\n+ " << version_name(*after) << "\n\n";
        for (const difference& difference : found) { std::cout << text_of(difference); }
        if (found.empty()) { std::cout << "no difference\n"; }
    }
    return found.empty() ? exit_code::fine : exit_code::problems;
}

} // namespace

void add_diff(CLI::App& app, action& chosen) {
    auto options = std::make_shared<diff_options>();
    CLI::App* const command = app.add_subcommand("diff", "Show the clauses that differ between two versions of a standard");
    options->rules.add_path(*command);
    command->add_option("--standard", options->standard, "Name of the standard")->required()->type_name("NAME");
    options->rules.add_selection(*command);
    command->add_option("--and-on", options->and_on, "The day of the second version; without it, that of --on")
        ->check(a_day())
        ->type_name("DATE");
    command->add_option("--and-place", options->and_place, "The place of the second version; without it, that of --place")
        ->type_name("NAME");
    command->add_option("--and-rules", options->and_path, "The rules of the second version; without it, PATH")->type_name("PATH");
    command->add_flag("--json", options->json, "As JSON, for programs");
    command->footer("The exit code is 0 where nothing differs, 1 where something does, and 2 when there is nothing to compare.\n"
                    "\n"
                    "Examples:\n"
                    "  tieuchi diff dsl/vn --standard commune_safety --on 2020-11-15 --and-on 2022-11-15\n"
                    "  tieuchi diff dsl --standard agency_safety --on 2022-11-15 --and-place \"Tỉnh Mẫu\"");
    command->callback([options, &chosen] { chosen = {[options] { return diff(*options); }, exit_code::wrong_use}; });
}

} // namespace tieuchi::cli
