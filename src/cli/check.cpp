// SPDX-License-Identifier: Apache-2.0
/// \file
/// `tieuchi check`: is anything wrong with the rules?
#include "command.hpp"
#include "messages.hpp"
#include "options.hpp"
#include "plan/access.hpp"

#include <tieuchi/json.hpp>
#include <tieuchi/rulebook.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <string_view>

namespace tieuchi::cli {

namespace {

/// `no errors, 2 warnings`
[[nodiscard]] std::string tally(const diagnostics& problems) {
    const auto errors = static_cast<std::size_t>(
        std::count_if(problems.begin(), problems.end(), [](const diagnostic& problem) { return problem.is_error(); }));
    const std::size_t warnings = problems.size() - errors;
    return (errors == 0 ? "no errors" : counted(errors, "error")) + ", " +
           (warnings == 0 ? "no warnings" : counted(warnings, "warning"));
}

/// `4 standards in 1 document, 131 criteria, 96 facts`: each standard of each document as it came into force, facts of one name once.
[[nodiscard]] std::string contents(const rulebook& rules) {
    std::size_t standards = 0;
    std::size_t criteria = 0;
    std::set<std::string_view> facts;
    for (const auto& standard : impl::access::rules_of(rules).standards) {
        if (standard->from != standard->document->in_force_from || !standard->jurisdiction.empty()) {
            continue;
        } // as amended later
        ++standards;
        criteria += standard->criteria.size();
        for (const fact& fact : standard->facts) { facts.insert(fact.name); }
    }
    facts.erase("kind"); // which every standard has and no rule declares
    return counted(standards, "standard") + " in " + counted(rules.documents().size(), "document") + ", " +
           std::to_string(criteria) + (criteria == 1 ? " criterion, " : " criteria, ") + counted(facts.size(), "fact");
}

struct check_options {
    rules_options rules;
    bool json = false;
};

[[nodiscard]] exit_code check(const check_options& options) {
    const auto rules = rulebook::load(options.rules.path);
    const diagnostics& problems = rules ? rules->warnings() : rules.error();
    if (options.json) {
        std::cout << to_json(problems) << '\n';
        return rules ? exit_code::fine : exit_code::problems;
    }
    report(problems);
    std::cout << (rules ? contents(*rules) + ": " : std::string()) << tally(problems) << '\n';
    return rules ? exit_code::fine : exit_code::problems;
}

} // namespace

void add_check(CLI::App& app, action& chosen) {
    auto options = std::make_shared<check_options>();
    CLI::App* const command = app.add_subcommand("check", "Check rules and report every problem of every file");
    options->rules.add_path(*command);
    command->add_flag("--json", options->json, "Print the problems as JSON, for editors and other programs");
    command->footer("Examples:\n"
                    "  tieuchi check dsl/vn\n"
                    "  tieuchi check dsl/vn --json");
    command->callback([options, &chosen] { chosen = {[options] { return check(*options); }}; });
}

} // namespace tieuchi::cli
