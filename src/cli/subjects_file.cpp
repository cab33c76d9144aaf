// SPDX-License-Identifier: Apache-2.0
#include "subjects_file.hpp"

#include "messages.hpp"
#include "text.hpp"

#include <filesystem>
#include <set>
#include <utility>

namespace tieuchi::cli {

std::optional<table_format> format_of(const std::string& asked, const std::string& path) {
    const std::string name = asked.empty() ? std::filesystem::path(path).extension().string() : "." + asked;
    if (name == ".csv") { return table_format::csv; }
    if (name == ".ndjson" || name == ".jsonl") { return table_format::ndjson; }
    return std::nullopt;
}

diagnostics check_format(const std::string& asked, const std::string& path) {
    if (format_of(asked, path)) { return {}; }
    return {
        problem("E510", shown_name(path), "the name does not tell the format of the table", "say --from csv or --from ndjson")};
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

result<subjects> read_subjects(const std::string& asked_format, const std::string& path, const rulebook& rules,
                               const selection& how, progress_line& shown) {
    auto to = column_population::make(rules, how);
    if (!to) { return to.error(); }
    const auto text = read_text(path);
    if (!text) { return text.error(); }
    std::set<std::string> names;
    for (const standard& one : standards_in_force(rules, how)) {
        for (const fact& each : one.facts()) { names.insert(each.name); }
    }
    names.erase(std::string(kind_column)); // the fact of that name is the column
    known_names facts(std::move(names));
    const std::string name = shown_name(path);
    return format_of(asked_format, path) == table_format::csv ? read_csv(name, *text, facts, *std::move(to), shown)
                                                              : read_ndjson(name, *text, facts, *std::move(to), shown);
}

} // namespace tieuchi::cli
