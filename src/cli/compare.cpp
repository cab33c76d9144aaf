// SPDX-License-Identifier: Apache-2.0
/// \file
/// `tieuchi compare`: two answers side by side, from two files of facts or from the rows of two raters.
#include "base/names.hpp"
#include "command.hpp"
#include "differences.hpp"
#include "facts_file.hpp"
#include "messages.hpp"
#include "options.hpp"
#include "subjects_file.hpp"
#include "text.hpp"
#include "wording.hpp"

#include <tieuchi/json.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstddef>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tieuchi::cli {

namespace {

struct compare_options {
    rules_options rules;
    std::vector<std::string> files; ///< two of facts, or one table
    std::string standard;
    std::vector<std::string> raters; ///< two, of a table
    table_options table;             ///< its path is the first file
    bool json = false;

    [[nodiscard]] two_names names() const {
        return raters.empty() ? two_names{files[0], files[1]} : two_names{raters[0], raters[1]};
    }
};

/// As diff(1): that something differs is told apart from what keeps the two from being compared.
constexpr exit_code equal = exit_code::fine;
constexpr exit_code different = exit_code::problems;
constexpr exit_code trouble = exit_code::wrong_use; // what cannot be written is, too

[[nodiscard]] exit_code stop(const diagnostics& problems) {
    report(problems, data_problems_shown);
    return trouble;
}

[[nodiscard]] exit_code compare_files(const compare_options& options, const rulebook& rules) {
    const auto by = options.rules.pick(rules, options.standard);
    if (!by) { return trouble; }
    const known_names others = names_in_force(rules, options.rules.selection(), options.table.notation);
    const auto first = read_facts(*by, options.files[0], options.table.notation, others);
    if (!first) { return stop(first.error()); }
    const auto second = read_facts(*by, options.files[1], options.table.notation, others);
    if (!second) { return stop(second.error()); }
    const comparison found = compare(by->assess(*first), by->assess(*second));
    if (options.json) {
        std::cout << to_json(found, options.names()[0], options.names()[1]) + "\n";
    } else if (found.same()) {
        std::cout << words_in(options.rules.language).no_difference << '\n';
    } else {
        std::cout << differences_as_text(found, options.names(), options.rules.language);
    }
    return found.same() ? equal : different;
}

/// The subjects of the two raters, by id in the order of the table: the places of their rows, or none.
class pairs {
public:
    using pair = std::pair<std::optional<std::size_t>, std::optional<std::size_t>>;

    pairs(const population_answers& answers, const two_names& raters) {
        for (std::size_t at = 0; at < answers.size(); ++at) {
            const subject_keys row = answers.keys(at);
            const std::string rater = impl::names::composed(row.rater);
            if (rater == raters[0]) { rows_of(impl::names::composed(row.id)).first = at; }
            if (rater == raters[1]) { rows_of(impl::names::composed(row.id)).second = at; }
        }
    }

    [[nodiscard]] const std::vector<std::pair<std::string, pair>>& entries() const noexcept { return entries_; }

private:
    [[nodiscard]] pair& rows_of(const std::string& id) {
        const auto [known, is_new] = index_.try_emplace(id, entries_.size());
        if (is_new) { entries_.emplace_back(id, pair{}); }
        return entries_[known->second].second;
    }

    std::map<std::string, std::size_t> index_;
    std::vector<std::pair<std::string, pair>> entries_;
};

/// What is wrong with the two raters asked for: no row is by one of them.
[[nodiscard]] diagnostics check_raters(const subjects& read, const population_answers& answers, const std::string& name,
                                       const two_names& raters) {
    diagnostics problems;
    for (const std::string& rater : raters) {
        bool found = false;
        for (std::size_t at = 0; at < answers.size() && !found; ++at) {
            found = impl::names::composed(answers.keys(at).rater) == rater;
        }
        if (found) { continue; }
        problems.push_back(
            problem(say<diag::unknown_rater>(rater).with_help(read.has_raters ? "the column `rater` says whose facts a row holds"
                                                                              : "the table has no column `rater`"),
                    name));
    }
    return problems;
}

/// What differs between two raters' answers for one subject. Precondition: it is of the same kind for both.
[[nodiscard]] std::string compare_results(const std::string& id, const subject_result& first, const subject_result& second) {
    std::string lines;
    for (std::size_t at = 0; at < first.assessments.size(); ++at) {
        const comparison found = compare(first.assessments[at], second.assessments[at]);
        if (!found.same()) { lines += differences_as_csv(found, id); }
    }
    return lines;
}

/// The problem that keeps two rows from being compared; none when they can be.
[[nodiscard]] std::optional<diagnostic> check_pair(const subjects& read, const population_answers& answers,
                                                   const two_names& raters, const std::string& id, const pairs::pair& rows) {
    const auto& [first, second] = rows;
    if (!first || !second) {
        return problem(say<diag::row_of_rater_missing>(id, raters[first ? 1 : 0]), read.location(first ? *first : *second));
    }
    const std::string_view first_kind = answers.keys(*first).kind;
    const std::string_view second_kind = answers.keys(*second).kind;
    if (first_kind == second_kind) { return std::nullopt; }
    return problem(say<diag::raters_differ_in_kind>(id, first_kind, raters[0], second_kind), read.location(*second));
}

/// The lines of all pairs; the problem with a pair that cannot be compared goes to `problems`.
[[nodiscard]] std::string compare_pairs(const subjects& read, const population_answers& answers, const two_names& raters,
                                        diagnostics& problems) {
    std::string lines;
    const pairs pairs_by_id(answers, raters);
    for (const auto& [id, rows] : pairs_by_id.entries()) {
        if (auto wrong = check_pair(read, answers, raters, id, rows)) {
            problems.push_back(*std::move(wrong));
            continue;
        }
        const subject_result first = answers.result_of(*rows.first);
        const subject_result second = answers.result_of(*rows.second);
        if (!first.refused() && !second.refused()) { lines += compare_results(id, first, second); }
    }
    return lines;
}

[[nodiscard]] exit_code compare_raters(const compare_options& options, const rulebook& rules) {
    table_options table = options.table;
    table.path = options.files[0];
    if (const auto problems = check_format(table); !problems.empty()) { return stop(problems); }
    const selection choices = options.rules.selection();
    progress_line silent(false);
    std::string ignored_text;
    auto read = read_subjects(table, rules, choices, silent, ignored_text);
    if (!read) { return stop(read.error()); }
    const population_answers answers = read->assess({});
    two_names raters = options.names();
    for (std::string& rater : raters) { rater = impl::names::composed(rater); }
    if (const auto problems = check_raters(*read, answers, shown_name(table.path), raters); !problems.empty()) {
        return stop(problems);
    }

    std::cerr << ignored_text;
    diagnostics problems = problems_of(answers, table.notation);
    const std::string lines = compare_pairs(*read, answers, raters, problems);
    std::cout << differences_header() << lines;
    if (!problems.empty()) { return stop(problems); }
    return lines.empty() ? equal : different;
}

/// Two files of facts by one standard, or a table and two raters.
[[nodiscard]] diagnostics check_use(const compare_options& options) {
    if (options.raters.empty()) {
        if (options.files.size() == 2 && !options.standard.empty()) { return {}; }
        return {problem(say<diag::nothing_to_compare>(), {})};
    }
    if (options.raters.size() == 2 && options.files.size() == 1 && options.standard.empty() && !options.json) { return {}; }
    return {problem(say<diag::raters_without_table>(), {})};
}

[[nodiscard]] exit_code compare_both(const compare_options& options) {
    if (const auto wrong = check_use(options); !wrong.empty()) { return stop(wrong); }
    const auto rules = options.rules.load();
    if (!rules) { return trouble; }
    return options.raters.empty() ? compare_files(options, *rules) : compare_raters(options, *rules);
}

} // namespace

void add_compare(CLI::App& app, action& chosen) {
    auto options = std::make_shared<compare_options>();
    CLI::App* const command = app.add_subcommand("compare", "Put two answers side by side, such as those of two raters");
    options->rules.add_path(*command);
    command
        ->add_option("FACTS", options->files,
                     "Two JSON objects of facts, in the order in which they are shown; or one table with a column rater")
        ->required()
        ->expected(1, 2)
        ->type_name("");
    command->add_option("--standard", options->standard, "Name of the standard, of two files of facts")->type_name("NAME");
    options->rules.add_selection(*command);
    command->add_option("--raters", options->raters, "The two raters of a table whose rows are compared")
        ->delimiter(',')
        ->type_name("ONE,OTHER");
    options->table.add_to(*command);
    command->add_flag("--json", options->json, "Print what differs between two files of facts as JSON");
    command->footer("Of a table, CSV is written: a line for each subject and standard that differs, and one for each criterion.\n"
                    "Exit codes: 0 nothing differs, 1 something does, 2 they could not be compared, or not all of them.\n"
                    "\n"
                    "Examples:\n"
                    "  tieuchi compare dsl/vn --standard agency_safety --on 2022-11-15 self.json appraisal.json\n"
                    "  tieuchi compare dsl/vn --on 2022-11-15 subjects.csv --raters self,appraisal");
    command->callback([options, &chosen] { chosen = {[options] { return compare_both(*options); }, trouble}; });
}

} // namespace tieuchi::cli
