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

std::optional<table_format> format_of(const std::string& requested, const std::string& path) {
    const std::string name = requested.empty() ? ending_of(path) : "." + requested;
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
    notation.add_separator(command);
    notation.add_to(command);
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

std::vector<standard> standards_in_force(const rulebook& rules, const selection& choices) {
    std::vector<standard> standards;
    for (const std::string& kind : rules.kinds()) {
        const auto for_kind = rules.standards_for(kind, choices);
        if (!for_kind) { continue; } // none in force that day
        standards.insert(standards.end(), for_kind->begin(), for_kind->end());
    }
    return standards;
}

known_names names_in_force(const rulebook& rules, const selection& choices, const notation& notation) {
    std::set<std::string> names;
    for (const standard& standard : standards_in_force(rules, choices)) {
        for (const fact& fact : standard.facts()) { names.insert(fact.name); }
    }
    return {std::move(names), notation.ignore_others};
}

result<subjects> read_subjects(const table_options& table, const rulebook& rules, const selection& choices, progress_line& shown,
                               std::string& ignored_text) {
    auto population = column_population::make(rules, choices);
    if (!population) { return population.error(); }
    const auto text = read_text(table.path, table.notation.encoding);
    if (!text) { return text.error(); }
    known_names facts = names_in_force(rules, choices, table.notation);
    facts.forget(std::string(kind_column)); // the fact of that name is the column
    const table_text given{shown_name(table.path), *text, table.notation};
    auto read = table.format() == table_format::csv ? read_csv(given, facts, *std::move(population), shown)
                                                    : read_ndjson(given, facts, *std::move(population), shown);
    ignored_text = facts.ignored_text();
    return read;
}

diagnostics problems_of(const population_answers& answers, const notation& notation) {
    diagnostics problems;
    for (const std::size_t row : answers.refused()) {
        diagnostics of_row = answers.result_of(row).problems;
        advise(of_row, notation);
        advise_on_duplicate(of_row, answers.keys(row).id);
        problems.insert(problems.end(), of_row.begin(), of_row.end());
    }
    return problems;
}

} // namespace tieuchi::cli
