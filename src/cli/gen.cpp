// SPDX-License-Identifier: Apache-2.0
/// \file
/// `tieuchi gen cpp`: a C++ header made from a standard.
#include "command.hpp"
#include "cpp_header.hpp"
#include "messages.hpp"
#include "options.hpp"
#include "output.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace tieuchi::cli {

namespace {

struct gen_options {
    rules_options rules;
    std::string standard;
    std::string name_space;
    std::string output;
};

[[nodiscard]] exit_code generate(const gen_options& options) {
    if (const auto wrong = check_output(options.output, {}, options.rules.path); !wrong.empty()) {
        report(wrong);
        return exit_code::wrong_use;
    }
    const auto rules = options.rules.load();
    if (!rules) { return exit_code::problems; }
    const auto by = options.rules.pick(*rules, options.standard);
    if (!by) { return exit_code::wrong_use; }
    const std::string name_space = options.name_space.empty() ? cpp_name(by->name()) : options.name_space;
    const auto problems = write_whole(options.output, cpp_header(*by, name_space, options.rules.language));
    report(problems);
    return problems.empty() ? exit_code::fine : exit_code::problems;
}

[[nodiscard]] CLI::Validator a_namespace() {
    return {[](std::string& text) {
                return is_namespace(text) ? std::string() : "`" + text + "` is no name of a namespace: write `a` or `a::b`";
            },
            ""};
}

} // namespace

void add_gen(CLI::App& app, action& chosen) {
    auto options = std::make_shared<gen_options>();
    CLI::App* const gen = app.add_subcommand("gen", "Make source code of a program from a standard");
    gen->require_subcommand(1);
    CLI::App* const command = gen->add_subcommand("cpp", "Make a C++ header in which the facts are members of a struct");
    options->rules.add_path(*command);
    command->add_option("--standard", options->standard, "Name of the standard")->required()->type_name("NAME");
    options->rules.add_selection(*command);
    command->add_option("--namespace", options->name_space, "The namespace of the header; without it, the name of the standard")
        ->check(a_namespace())
        ->type_name("NAME");
    command->add_option("-o,--output", options->output, "Where to write it; without it, the standard output")->type_name("FILE");
    command->footer("A program that includes the header does not compile with a misspelt fact or option, nor with a value of "
                    "another type; when\n"
                    "it starts, `standard::of` checks whether the rules are still those that the header was made from.\n"
                    "\n"
                    "Examples:\n"
                    "  tieuchi gen cpp dsl/vn --standard agency_safety --on 2022-11-15 -o agency_safety.hpp");
    command->callback([options, &chosen] { chosen = {[options] { return generate(*options); }}; });
}

} // namespace tieuchi::cli
