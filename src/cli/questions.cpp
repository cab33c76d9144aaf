// SPDX-License-Identifier: Apache-2.0
/// \file
/// `tieuchi questions`: what to ask next about one subject.
#include "assess/words.hpp"
#include "command.hpp"
#include "facts_file.hpp"
#include "messages.hpp"
#include "options.hpp"
#include "subjects_file.hpp"
#include "wording.hpp"

#include <tieuchi/json.hpp>

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>
#include <string_view>

namespace tieuchi::cli {

namespace {

struct questions_options {
    rules_options rules;
    std::string standard;
    std::string facts;
    notation how;
    bool json = false;
};

/// The names of the outcomes still possible.
[[nodiscard]] std::vector<std::string_view> possible(const assessment& answer, const standard& by) {
    std::vector<std::string_view> names;
    for (std::uint32_t index = 0; index < by.outcomes().size(); ++index) {
        if (answer.outcomes().contains(index)) { names.emplace_back(by.outcomes()[index].name); }
    }
    return names;
}

[[nodiscard]] std::string as_text(const assessment& answer, const standard& by, std::string_view language) {
    const wording& words = words_in(language);
    const impl::words& shared = impl::words_in(language);
    const auto questions = answer.questions();
    std::string made;
    const std::string source =
        by.name() + ", " + by.document().number + " (" + std::string(status_in(language, by.status())) + ")";
    if (questions.empty()) {
        made += std::string(words.no_questions) + ": " + source + "\n";
        for (const std::string_view name : possible(answer, by)) { made += "  " + std::string(name) + "\n"; }
        return made;
    }
    made += std::string(words.open_questions) + ": " + std::to_string(questions.size()) + ", " + source + "\n";
    std::size_t number = 0;
    for (const question& one : questions) {
        made += std::to_string(++number) + ". " + one.fact->name;
        if (const auto asked = one.fact->question.in(language); !asked.empty()) { made += ": " + std::string(asked); }
        made += "\n   " + std::string(words.answers) + ": " + one.fact->valid_answers(language);
        if (!one.by.empty()) { made += "; " + std::string(shared.by_day) + " " + date_in(language, *parse_date(one.by)); }
        if (!one.clauses.empty()) {
            made += "; " + std::string(shared.clause);
            for (const std::string& clause : one.clauses) { made += (&clause == &one.clauses.front() ? " " : ", ") + clause; }
        }
        if (one.needs_judgement) { made += "; " + std::string(shared.judgement); }
        if (one.can_decide) { made += "; " + std::string(words.can_decide); }
        made += '\n';
    }
    return made;
}

[[nodiscard]] exit_code ask(const questions_options& options) {
    const auto rules = options.rules.load();
    if (!rules) { return exit_code::problems; }
    const auto by = options.rules.pick(*rules, options.standard);
    if (!by) { return exit_code::wrong_use; }
    const auto given = options.facts.empty() ? result<facts>(facts(*by))
                                             : read_facts(*by, options.facts, options.how,
                                                          names_in_force(*rules, options.rules.selection(), options.how));
    if (!given) {
        report(given.error(), data_problems_shown);
        return exit_code::problems;
    }
    const assessment answer = by->assess(*given);
    std::cout << (options.json ? questions_to_json(answer, options.rules.language) + "\n"
                               : as_text(answer, *by, options.rules.language));
    return exit_code::fine;
}

} // namespace

void add_questions(CLI::App& app, action& chosen) {
    auto options = std::make_shared<questions_options>();
    CLI::App* const command =
        app.add_subcommand("questions", "List what is still to be asked about one subject, most decisive first");
    options->rules.add_path(*command);
    command
        ->add_option("FACTS", options->facts,
                     "JSON object of the facts known so far; without it nothing is known; - is the standard input")
        ->type_name("");
    command->add_option("--standard", options->standard, "Name of the standard")->required()->type_name("NAME");
    options->rules.add_selection(*command);
    options->how.add_to(*command);
    command->add_flag("--json", options->json, "Print JSON");
    command->footer("Examples:\n"
                    "  tieuchi questions dsl/vn --standard agency_safety --on 2022-11-15\n"
                    "  tieuchi questions dsl/vn --standard agency_safety --on 2022-11-15 --lang vi facts.json");
    command->callback([options, &chosen] { chosen = {[options] { return ask(*options); }}; });
}

} // namespace tieuchi::cli
