// SPDX-License-Identifier: Apache-2.0
/// \file
/// `tieuchi questions`: what to ask next about one subject.
#include "assess/words.hpp"
#include "command.hpp"
#include "facts_file.hpp"
#include "messages.hpp"
#include "options.hpp"
#include "results.hpp"
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
    cli::notation notation;
    bool json = false;
};

/// What is asked, then on a line of its own which answers there are and what is known about the question.
[[nodiscard]] std::string as_text(const question& question, std::string_view language) {
    const wording& words = words_in(language);
    const impl::words& shared = impl::words_in(language);
    std::string text = question.fact->name;
    if (const auto sentence = question.fact->question.in(language); !sentence.empty()) { text += ": " + std::string(sentence); }
    text += "\n   " + std::string(words.answers) + ": " + question.fact->valid_answers(language);
    if (!question.by.empty()) { text += "; " + std::string(shared.by_day) + " " + date_in(language, *parse_date(question.by)); }
    if (!question.clauses.empty()) { text += "; " + std::string(shared.clause) + " " + joined(question.clauses, ", "); }
    if (question.needs_judgement) { text += "; " + std::string(shared.judgement); }
    if (question.can_decide) { text += "; " + std::string(words.can_decide); }
    return text + "\n";
}

[[nodiscard]] std::string as_text(const assessment& answer, const standard& by, std::string_view language) {
    const wording& words = words_in(language);
    const std::string source =
        by.name() + ", " + by.document().number + " (" + std::string(status_in(language, by.status())) + ")";
    const auto questions = answer.questions();
    if (questions.empty()) {
        std::string text = std::string(words.no_questions) + ": " + source + "\n";
        for (const std::string& outcome : names_of(by, answer.outcomes())) { text += "  " + outcome + "\n"; }
        return text;
    }
    std::string text = std::string(words.open_questions) + ": " + std::to_string(questions.size()) + ", " + source + "\n";
    std::size_t number = 0;
    for (const question& question : questions) { text += std::to_string(++number) + ". " + as_text(question, language); }
    return text;
}

[[nodiscard]] exit_code ask(const questions_options& options) {
    const auto rules = options.rules.load();
    if (!rules) { return exit_code::problems; }
    const auto by = options.rules.pick(*rules, options.standard);
    if (!by) { return exit_code::wrong_use; }
    const auto given = options.facts.empty() ? result<facts>(facts(*by))
                                             : read_facts(*by, options.facts, options.notation,
                                                          names_in_force(*rules, options.rules.selection(), options.notation));
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
    options->notation.add_to(*command);
    command->add_flag("--json", options->json, "Print JSON");
    command->footer("Examples:\n"
                    "  tieuchi questions dsl/vn --standard agency_safety --on 2022-11-15\n"
                    "  tieuchi questions dsl/vn --standard agency_safety --on 2022-11-15 --lang vi facts.json");
    command->callback([options, &chosen] { chosen = {[options] { return ask(*options); }}; });
}

} // namespace tieuchi::cli
