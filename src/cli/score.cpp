// SPDX-License-Identifier: Apache-2.0
/// \file
/// `tieuchi score`: the answers for a whole table of subjects.
#include "command.hpp"
#include "messages.hpp"
#include "options.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "results.hpp"
#include "summary.hpp"
#include "table.hpp"
#include "text.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace tieuchi::cli {

namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 16U;

struct score_options {
    rules_options rules;
    std::string table;
    std::string output;
    std::string from;   ///< `csv`, `ndjson` or empty
    std::string format; ///< the same, of the results
    bool keep_going = false;
    bool quiet = false;
};

/// The format asked for, or the one that the file's name tells; empty when it tells none.
[[nodiscard]] std::optional<table_format> format_of(const std::string& asked, const std::string& path) {
    const std::string name = asked.empty() ? std::filesystem::path(path).extension().string() : "." + asked;
    if (name == ".csv") { return table_format::csv; }
    if (name == ".ndjson" || name == ".jsonl") { return table_format::ndjson; }
    return std::nullopt;
}

/// What is wrong with the files named, before any is read.
[[nodiscard]] diagnostics check_files(const score_options& options) {
    diagnostics problems;
    const bool to_file = !options.output.empty() && options.output != "-";
    if (!format_of(options.from, options.table)) {
        problems.push_back(problem("E510", shown_name(options.table), "the name does not tell the format of the table",
                                   "say --from csv or --from ndjson"));
    }
    if (to_file && options.format.empty() && !format_of({}, options.output)) {
        problems.push_back(problem("E510", options.output, "the name does not tell the format of the results",
                                   "say --format csv or --format ndjson"));
    }
    std::error_code missing;
    if (to_file && std::filesystem::equivalent(options.table, options.output, missing) &&
        std::filesystem::is_regular_file(options.output, missing)) {
        problems.push_back(
            problem("E511", options.output, "the results would replace the table that they come from", "name another file"));
    }
    return problems;
}

/// The names of all facts of the standards in force that day.
[[nodiscard]] known_names facts_known(const rulebook& rules, const selection& how) {
    std::set<std::string> names;
    for (const std::string& kind : rules.kinds()) {
        const auto standards = rules.standards_for(kind, how);
        if (!standards) { continue; } // none in force that day
        for (const standard& one : *standards) {
            for (const fact& each : one.facts()) { names.insert(each.name); }
        }
    }
    return known_names(std::move(names));
}

/// Assesses the rows together. A bad row takes part as a subject that is refused, so that the body above it does not count as if
/// that sub-unit were not there. Takes the facts and problems out of the rows: nothing after this needs them, and they are most of
/// a table.
[[nodiscard]] result<std::vector<subject_result>> assess_rows(const rulebook& rules, const selection& how, table& read,
                                                              progress_line& shown) {
    population all(rules, how);
    for (table_row& row : read.rows) {
        all.add({row.body.id, row.body.parent, row.body.kind, std::exchange(row.body.values, {}), row.body.where,
                 std::exchange(row.body.problems, {}), row.body.parent_known});
    }
    auto tell = [&](std::size_t done) { shown.show("subjects assessed", done, read.rows.size()); };
    return all.assess(tell);
}

/// Writes one line a subject; empty when all went well.
[[nodiscard]] diagnostics write_results(const score_options& options, const table& read,
                                        const std::vector<subject_result>& results, summary& sum, progress_line& shown) {
    const auto format = format_of(options.format, options.output).value_or(table_format::csv);
    output file;
    if (auto problems = file.open(options.output); !problems.empty()) { return problems; }
    std::string block = results_header(format);
    for (std::size_t at = 0; at < read.rows.size(); ++at) {
        for (const result_line& line : result_lines(read.rows[at], results[at])) { append_line(block, line, format); }
        sum.add(read.rows[at], results[at]);
        shown.show("results written", at + 1, read.rows.size());
        if (block.size() < block_bytes) { continue; }
        if (auto problems = file.write(block); !problems.empty()) { return problems; }
        block.clear();
    }
    if (auto problems = file.write(block); !problems.empty()) { return problems; }
    return file.commit();
}

[[nodiscard]] result<table> read_table(const score_options& options, known_names& facts, progress_line& shown) {
    const auto text = read_text(options.table);
    if (!text) { return text.error(); }
    const std::string name = shown_name(options.table);
    return format_of(options.from, options.table) == table_format::csv ? read_csv(name, *text, facts, shown)
                                                                       : read_ndjson(name, *text, facts, shown);
}

[[nodiscard]] exit_code stop(const diagnostics& problems, exit_code code) {
    report(problems, data_problems_shown);
    return code;
}

[[nodiscard]] exit_code score(const score_options& options) {
    if (const auto problems = check_files(options); !problems.empty()) { return stop(problems, exit_code::wrong_use); }
    const auto rules = options.rules.load();
    if (!rules) { return exit_code::problems; }
    const selection how = options.rules.selection();
    // Without subjects: is there anything to assess by?
    if (const auto nothing = population(*rules, how).assess(); !nothing) { return stop(nothing.error(), exit_code::wrong_use); }
    known_names known = facts_known(*rules, how);

    progress_line shown(!options.quiet);
    auto read = read_table(options, known, shown);
    if (!read) { return stop(read.error(), exit_code::problems); }
    const auto results = assess_rows(*rules, how, *read, shown);
    shown.clear();
    if (!results) { return stop(results.error(), exit_code::wrong_use); }

    diagnostics problems;
    std::size_t refused = 0;
    for (const subject_result& one : *results) {
        problems.insert(problems.end(), one.problems.begin(), one.problems.end());
        refused += one.refused() ? 1U : 0U;
    }
    report(problems, data_problems_shown);
    if (refused != 0 && !options.keep_going) {
        std::cerr << refused << " of " << counted(results->size(), "row")
                  << " refused, nothing written; --keep-going answers the others\n";
        return exit_code::problems;
    }
    summary sum(rules->kinds(), options.rules.language);
    const diagnostics unwritten = write_results(options, *read, *results, sum, shown);
    shown.clear();
    if (!unwritten.empty()) { return stop(unwritten, exit_code::problems); }
    const bool to_output = options.output.empty() || options.output == "-";
    if (!options.quiet) { (to_output ? std::cerr : std::cout) << sum.text(how.on) << std::flush; }
    return refused == 0 ? exit_code::fine : exit_code::problems;
}

} // namespace

void add_score(CLI::App& app, action& chosen) {
    auto options = std::make_shared<score_options>();
    CLI::App* const command = app.add_subcommand("score", "Assess a table of subjects, one line each, and sum up");
    options->rules.add_path(*command);
    command
        ->add_option("TABLE", options->table,
                     "Subjects as CSV or NDJSON: id, parent, kind, level, then facts; - is the standard input")
        ->required()
        ->type_name("");
    options->rules.add_selection(*command);
    command->add_option("-o,--output", options->output, "Where the results go; without it, the standard output")
        ->type_name("FILE");
    command->add_option("--from", options->from, "Format of the table; without it, by its name")
        ->check(CLI::IsMember({"csv", "ndjson"}).description(""))
        ->type_name("csv|ndjson");
    command->add_option("--format", options->format, "Format of the results; without it, by the name of the output, else csv")
        ->check(CLI::IsMember({"csv", "ndjson"}).description(""))
        ->type_name("csv|ndjson");
    command->add_flag("--keep-going", options->keep_going, "Answer the good rows even when others are refused");
    command->add_flag("--quiet", options->quiet, "Neither progress nor summary");
    command->footer("An empty cell is unknown, never no or zero. A table whose header is wrong is refused whole.\n"
                    "A refused row is told with its line and column; the exit code is then 1, with --keep-going too.\n"
                    "\n"
                    "Examples:\n"
                    "  tieuchi score dsl/vn --on 2022-11-15 subjects.csv -o results.csv\n"
                    "  tieuchi score dsl/vn --on 2022-11-15 --lang vi --keep-going subjects.ndjson -o results.ndjson\n"
                    "  tieuchi score dsl/vn --on 2022-11-15 --from csv --quiet - < subjects.csv > results.csv");
    command->callback([options, &chosen] { chosen = [options] { return score(*options); }; });
}

} // namespace tieuchi::cli
