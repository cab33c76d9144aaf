// SPDX-License-Identifier: Apache-2.0
/// \file
/// `tieuchi score`: the answers for a whole table of subjects.
#include "command.hpp"
#include "messages.hpp"
#include "options.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "results.hpp"
#include "subjects_file.hpp"
#include "summary.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tieuchi::cli {

namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 16U;

struct score_options {
    rules_options rules;
    table_options table;
    std::string output;
    std::string format; ///< `csv`, `ndjson` or empty
    bool keep_going = false;
    bool quiet = false;
};

/// What is wrong with the files named, before any is read.
[[nodiscard]] diagnostics check_files(const score_options& options) {
    diagnostics problems = check_format(options.table);
    const bool to_file = !options.output.empty() && options.output != "-";
    if (to_file && options.format.empty() && !format_of({}, options.output)) {
        problems.push_back(problem(say<diag::format_of_results>(), options.output));
    }
    const diagnostics wrong = check_output(options.output, {options.table.path}, options.rules.path);
    problems.insert(problems.end(), wrong.begin(), wrong.end());
    return problems;
}

/// Writes one line a subject and standard; empty when all went well.
[[nodiscard]] diagnostics write_results(const score_options& options, const subjects& read, const population_answers& answers,
                                        const result_columns& columns, summary& sum, progress_line& shown) {
    const auto format = format_of(options.format, options.output).value_or(table_format::csv);
    output file;
    if (auto problems = file.open(options.output); !problems.empty()) { return problems; }
    std::string block = results_header(format, columns);
    for (std::size_t at = 0; at < answers.size(); ++at) {
        const result_row row = row_at(read, answers, at);
        const subject_result result = answers.result_of(at);
        for (const result_line& line : result_lines(row, result)) { append_line(block, line, format, columns); }
        sum.add(row, result);
        shown.show("results written", at + 1, answers.size());
        if (block.size() < block_bytes) { continue; }
        if (auto problems = file.write(block); !problems.empty()) { return problems; }
        block.clear();
    }
    if (auto problems = file.write(block); !problems.empty()) { return problems; }
    return file.commit();
}

[[nodiscard]] exit_code stop(const diagnostics& problems, exit_code code) {
    report(problems, data_problems_shown);
    return code;
}

[[nodiscard]] exit_code score(const score_options& options) {
    if (const auto problems = check_files(options); !problems.empty()) { return stop(problems, exit_code::wrong_use); }
    const auto rules = options.rules.load();
    if (!rules) { return exit_code::problems; }
    const selection choices = options.rules.selection();
    if (const auto nothing = column_population::make(*rules, choices); !nothing) {
        return stop(nothing.error(), exit_code::wrong_use);
    }

    progress_line shown(!options.quiet);
    std::string ignored_text;
    auto read = read_subjects(options.table, *rules, choices, shown, ignored_text);
    if (!read) { return stop(read.error(), exit_code::problems); }
    auto show_progress = [&](std::size_t done) { shown.show("subjects assessed", done, read->size()); };
    const population_answers answers = read->assess(show_progress);
    shown.clear();

    if (!options.quiet) { std::cerr << ignored_text; }
    const diagnostics problems = problems_of(answers, options.table.notation);
    report(problems, data_problems_shown);
    const std::size_t refused = answers.refused().size();
    if (refused != 0 && !options.keep_going) {
        std::cerr << refused << " of " << counted(answers.size(), "row")
                  << " refused, nothing written; --keep-going answers the others\n";
        return exit_code::problems;
    }
    summary sum(rules->kinds(), options.rules.language);
    const diagnostics unwritten =
        write_results(options, *read, answers, columns_for(*read, standards_in_force(*rules, choices)), sum, shown);
    for (const quota_result& quota : answers.quotas()) { sum.add(quota, answers); }
    shown.clear();
    if (!unwritten.empty()) { return stop(unwritten, exit_code::problems); }
    const bool to_output = options.output.empty() || options.output == "-";
    if (!options.quiet) { (to_output ? std::cerr : std::cout) << sum.text(choices.on); }
    return refused == 0 ? exit_code::fine : exit_code::problems;
}

} // namespace

void add_score(CLI::App& app, action& chosen) {
    auto options = std::make_shared<score_options>();
    CLI::App* const command = app.add_subcommand("score", "Assess a table of subjects, one line each, and sum up");
    options->rules.add_path(*command);
    command
        ->add_option("TABLE", options->table.path,
                     "Subjects as CSV or NDJSON: id, parent, kind, level, rater, then facts; - is the standard input")
        ->required()
        ->type_name("");
    options->rules.add_selection(*command);
    command->add_option("-o,--output", options->output, "Where the results go; without it, the standard output")
        ->type_name("FILE");
    command->add_option("--format", options->format, "Format of the results; without it, by the name of the output, else csv")
        ->check(CLI::IsMember({"csv", "ndjson"}).description(""))
        ->type_name("csv|ndjson");
    options->table.add_to(*command);
    command->add_flag("--keep-going", options->keep_going, "Answer the good rows even when others are refused");
    command->add_flag("--quiet", options->quiet, "Neither progress nor summary");
    command->footer("An empty cell is unknown, never no or zero. A table whose header is wrong is refused whole.\n"
                    "Each rejected row is reported with its line and column; the exit code is then 1, with --keep-going too.\n"
                    "\n"
                    "Examples:\n"
                    "  tieuchi score dsl/vn --on 2022-11-15 subjects.csv -o results.csv\n"
                    "  tieuchi score dsl/vn --on 2022-11-15 --lang vi --keep-going subjects.ndjson -o results.ndjson\n"
                    "  tieuchi score dsl/vn --on 2022-11-15 excel.csv --separator \";\" --decimal-comma --dates dd/mm/yyyy\n"
                    "  tieuchi score dsl/vn --on 2022-11-15 --from csv --quiet - < subjects.csv > results.csv");
    command->callback([options, &chosen] { chosen = {[options] { return score(*options); }}; });
}

} // namespace tieuchi::cli
