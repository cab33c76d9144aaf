// SPDX-License-Identifier: Apache-2.0
/// \file
/// The command line: reads the arguments and hands over to a command.
#include "base/nearest.hpp"
#include "command.hpp"
#include "streams.hpp"
#include "temporary.hpp"

#include <tieuchi/config.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <exception>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

[[nodiscard]] std::vector<std::string> commands(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        names.push_back(command->get_name());
    }
    return names;
}

/// What is wrong with a word in the place of a command that is none, of a command of its own too; empty when nothing is. Options are for the
/// parser to judge.
[[nodiscard]] std::string unknown_command(const CLI::App& app, std::span<char* const> words, const std::string& before = {}) {
    const auto names = commands(app);
    if (names.empty() || words.empty() || std::string_view(words.front()).starts_with('-')) { return {}; }
    const std::string word = words.front();
    if (std::find(names.begin(), names.end(), word) != names.end()) {
        return unknown_command(*app.get_subcommand(word), words.subspan(1), before + word + " ");
    }
    const std::string meant = tieuchi::impl::nearest(word, names);
    std::string message =
        "There is no command `" + before + word + "`" + (meant.empty() ? "." : ": did you mean `" + before + meant + "`?");
    if (meant.empty()) {
        for (const std::string& name : names) {
            message += (name == names.front() ? " There is `" : ", `") + before + name + "`";
        }
        message += '.';
    }
    return message + "\nRun with --help for more information.\n";
}

/// What was meant by an option that the command does not have; empty when nothing near is known.
[[nodiscard]] std::string meant_option(const CLI::App& app) {
    const CLI::App* command = &app;
    while (!command->get_subcommands().empty()) { command = command->get_subcommands().front(); }
    std::vector<std::string> names;
    for (const CLI::Option* option : command->get_options()) {
        for (const std::string& name : option->get_lnames()) { names.push_back(name); }
    }
    for (const std::string& extra : command->remaining()) {
        if (!extra.starts_with("--")) { continue; }
        const std::string given = extra.substr(2, extra.find('=') - 2);
        const auto begins =
            std::find_if(names.begin(), names.end(), [&](const std::string& name) { return name.starts_with(given); });
        const std::string meant = begins != names.end() ? *begins : tieuchi::impl::nearest(given, names);
        if (!meant.empty()) { return "There is no option `--" + given + "`: did you mean `--" + meant + "`?"; }
    }
    return {};
}

/// Reads the command line and does what it says; all that is written may still be on its way.
tieuchi::cli::exit_code run(int argc, char** argv, tieuchi::cli::action& chosen) {
    using namespace tieuchi::cli;
    try {
        CLI::App app{"Decides, by the text of a regulation, which bodies meet its standard, and says why.", "tieuchi"};
        app.set_version_flag("--version", "tieuchi " TIEUCHI_VERSION, "Print the version and exit");
        app.set_help_flag("-h,--help", "Print this help and exit");
        app.require_subcommand(1);
        app.failure_message(CLI::FailureMessage::simple);
        app.footer("Exit codes: 0 fine, 1 problems in the rules or the data, 2 usage error.\n"
                   "\n"
                   "Examples:\n"
                   "  tieuchi check dsl/vn\n"
                   "  tieuchi test dsl/vn\n"
                   "  tieuchi assess dsl/vn --standard agency_safety --on 2022-11-15 facts.json\n"
                   "  tieuchi questions dsl/vn --standard agency_safety --on 2022-11-15\n"
                   "  tieuchi score dsl/vn --on 2022-11-15 subjects.csv -o results.csv\n"
                   "  tieuchi fmt dsl/vn\n"
                   "\n"
                   "`tieuchi COMMAND --help` describes one command.");
        add_check(app, chosen);
        add_assess(app, chosen);
        add_questions(app, chosen);
        add_score(app, chosen);
        add_test(app, chosen);
        add_compare(app, chosen);
        add_diff(app, chosen);
        add_fmt(app, chosen);
        add_gen(app, chosen);
        const std::span<char* const> words(argv, static_cast<std::size_t>(argc));
        if (const std::string wrong = unknown_command(app, words.subspan(std::min<std::size_t>(1, words.size())));
            !wrong.empty()) {
            std::cerr << wrong;
            return exit_code::wrong_use;
        }
        try {
            app.parse(argc, argv);
        } catch (const CLI::ExtrasError& wrong) {
            const std::string meant = meant_option(app);
            if (meant.empty()) { return app.exit(wrong) == 0 ? exit_code::fine : exit_code::wrong_use; }
            std::cerr << meant << "\nRun with --help for more information.\n";
            return exit_code::wrong_use;
        } catch (const CLI::ParseError& stop) { return app.exit(stop) == 0 ? exit_code::fine : exit_code::wrong_use; }
        return chosen.run();
    } catch (const std::bad_alloc&) { std::cerr << "tieuchi: out of memory\n"; } catch (const std::exception& unexpected) {
        std::cerr << "tieuchi: " << unexpected.what() << '\n';
    }
    return exit_code::problems;
}

} // namespace

int main(int argc, char** argv) {
    using namespace tieuchi::cli;
    secure_streams();
    remove_temporary_on_signals();
    action chosen;
    const exit_code code = run(argc, argv, chosen);
    return static_cast<int>(flush_streams(code, chosen.lost));
}
