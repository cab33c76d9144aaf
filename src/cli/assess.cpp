// SPDX-License-Identifier: Apache-2.0
/// \file
/// `tieuchi assess`: the answer for one subject.
#include "command.hpp"
#include "facts_file.hpp"
#include "messages.hpp"
#include "options.hpp"
#include "subjects_file.hpp"

#include <tieuchi/json.hpp>

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>

namespace tieuchi::cli {

namespace {

struct assess_options {
    rules_options rules;
    std::string standard;
    std::string facts;
    std::string subject;
    cli::notation notation;
    bool json = false;
};

[[nodiscard]] exit_code assess(const assess_options& options) {
    const auto rules = options.rules.load();
    if (!rules) { return exit_code::problems; }
    const auto by = options.rules.pick(*rules, options.standard);
    if (!by) { return exit_code::wrong_use; }
    const auto given =
        read_facts(*by, options.facts, options.notation, names_in_force(*rules, options.rules.selection(), options.notation));
    if (!given) {
        report(given.error(), data_problems_shown);
        return exit_code::problems;
    }
    const assessment answer = by->assess(*given);
    const explain_options wording{options.rules.language, options.subject};
    std::cout << (options.json ? to_json(answer, wording) + "\n" : explain(answer, wording));
    return exit_code::fine;
}

} // namespace

void add_assess(CLI::App& app, action& chosen) {
    auto options = std::make_shared<assess_options>();
    CLI::App* const command = app.add_subcommand("assess", "Assess one subject and explain the answer");
    options->rules.add_path(*command);
    command
        ->add_option("FACTS", options->facts,
                     "JSON object of facts, such as {\"staff\": 120}; null is unknown; - is the standard input")
        ->required()
        ->type_name("");
    command->add_option("--standard", options->standard, "Name of the standard")->required()->type_name("NAME");
    options->rules.add_selection(*command);
    options->notation.add_to(*command);
    command->add_option("--subject", options->subject, "What to call the subject")->type_name("TEXT");
    command->add_flag("--json", options->json, "Print JSON");
    command->footer("Examples:\n"
                    "  tieuchi assess dsl/vn --standard agency_safety --on 2022-11-15 facts.json\n"
                    "  echo '{\"kind\": \"agency\", \"staff\": 120, \"staff_informed\": 118}' |\n"
                    "    tieuchi assess dsl/vn --standard agency_safety --on 2022-11-15 --lang vi -");
    command->callback([options, &chosen] { chosen = {[options] { return assess(*options); }}; });
}

} // namespace tieuchi::cli
