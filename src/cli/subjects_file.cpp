// SPDX-License-Identifier: Apache-2.0
#include "subjects_file.hpp"

#include "encoding.hpp"
#include "messages.hpp"
#include "text.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

namespace tieuchi::cli {

namespace {

/// `.csv`, whatever the size of its letters.
[[nodiscard]] std::string ending_of(const std::string& path) {
    std::string ending = std::filesystem::path(path).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return ending;
}

} // namespace

std::optional<table_format> format_of(const std::string& asked, const std::string& path) {
    const std::string name = asked.empty() ? ending_of(path) : "." + asked;
    if (name == ".csv") { return table_format::csv; }
    if (name == ".ndjson" || name == ".jsonl") { return table_format::ndjson; }
    return std::nullopt;
}

std::optional<table_format> table_options::format() const {
    return from.empty() && ending_of(path) == ".tsv" ? table_format::csv : format_of(from, path);
}

void table_options::add_to(CLI::App& command) {
    command.add_option("--from", from, "Format of the table; without it, by its name")
        ->check(CLI::IsMember({"csv", "ndjson"}).description(""))
        ->type_name("csv|ndjson");
    how.add_separator(command);
    how.add_to(command);
}

diagnostics check_format(const table_options& table) {
    if (table.format()) { return {}; }
    if (table.path != "-") {
        if (std::filesystem::path(table.path).extension() == ".tieuchi") {
            return {problem(say<diag::rules_for_table>(), table.path)};
        }
        const auto bytes = read_bytes(table.path);
        if (!bytes) { return bytes.error(); }
        if (auto wrong = other_format(table.path, *bytes); !wrong.empty()) { return wrong; }
    }
    return {problem(say<diag::format_of_table>(), shown_name(table.path))};
}

std::vector<standard> standards_in_force(const rulebook& rules, const selection& how) {
    std::vector<standard> all;
    for (const std::string& kind : rules.kinds()) {
        const auto standards = rules.standards_for(kind, how);
        if (!standards) { continue; } // none in force that day
        all.insert(all.end(), standards->begin(), standards->end());
    }
    return all;
}

known_names names_in_force(const rulebook& rules, const selection& how, const notation& written) {
    std::set<std::string> names;
    for (const standard& one : standards_in_force(rules, how)) {
        for (const fact& each : one.facts()) { names.insert(each.name); }
    }
    return {std::move(names), written.ignore_others};
}

result<subjects> read_subjects(const table_options& table, const rulebook& rules, const selection& how, progress_line& shown,
                               std::string& passed_over) {
    auto to = column_population::make(rules, how);
    if (!to) { return to.error(); }
    const auto text = read_text(table.path, table.how.encoding);
    if (!text) { return text.error(); }
    known_names facts = names_in_force(rules, how, table.how);
    facts.forget(std::string(kind_column)); // the fact of that name is the column
    const table_text given{shown_name(table.path), *text, table.how};
    auto read = table.format() == table_format::csv ? read_csv(given, facts, *std::move(to), shown)
                                                    : read_ndjson(given, facts, *std::move(to), shown);
    passed_over = facts.passed_over();
    return read;
}

diagnostics problems_of(const population_answers& answers, const notation& how) {
    diagnostics problems;
    for (const std::size_t one : answers.refused()) {
        const diagnostics own = answers.result_of(one).problems;
        problems.insert(problems.end(), own.begin(), own.end());
    }
    advise(problems, how);
    return problems;
}

} // namespace tieuchi::cli
