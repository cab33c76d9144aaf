// SPDX-License-Identifier: Apache-2.0
#include "differences.hpp"

#include "assess/words.hpp"
#include "results.hpp"
#include "text.hpp"
#include "wording.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace tieuchi::cli {

namespace {

/// What is compared, and what each of the two says of it.
using line = std::array<std::string, 3>;

[[nodiscard]] std::string text_of(const std::optional<decimal_range>& number, std::string_view language) {
    return number ? number->text(language) : std::string("–");
}

/// The labels of the outcomes still possible.
[[nodiscard]] std::string outcomes_of(const assessment& answer, std::string_view language) {
    const standard by = answer.standard();
    std::vector<std::string> labels;
    for (std::uint32_t index = 0; index < by.outcomes().size(); ++index) {
        if (!answer.outcomes().contains(index)) { continue; }
        const std::string_view label = by.outcomes()[index].label.in(language);
        labels.emplace_back(label.empty() ? std::string_view(by.outcomes()[index].name) : label);
    }
    return joined(labels, " | ");
}

[[nodiscard]] std::string_view status_of(const finding& finding, std::string_view language) {
    return words_in(language).findings.at(static_cast<std::size_t>(finding.status));
}

[[nodiscard]] line line_of(const fact_difference& difference, std::string_view language) {
    return {"  " + difference.first.fact->name, difference.first.text(language), difference.second.text(language)};
}

[[nodiscard]] std::string heading_of(const criterion& criterion, std::string_view language) {
    const std::string_view title = criterion.title.in(language);
    return title.empty() ? criterion.clause : criterion.clause + "  " + std::string(title);
}

/// The facts that are behind no criterion that differs.
[[nodiscard]] std::vector<fact_difference> other_facts(const comparison& comparison) {
    std::vector<fact_difference> found;
    for (const fact_difference& difference : comparison.facts) {
        const auto is_behind = [&](const criterion_difference& criterion) {
            return std::any_of(criterion.facts.begin(), criterion.facts.end(),
                               [&](const fact_difference& other) { return other.first.fact == difference.first.fact; });
        };
        if (std::none_of(comparison.criteria.begin(), comparison.criteria.end(), is_behind)) { found.push_back(difference); }
    }
    return found;
}

[[nodiscard]] std::vector<line> lines_of(const comparison& comparison, const two_names& names, std::string_view language) {
    const wording& words = words_in(language);
    const impl::words& shared = impl::words_in(language);
    std::vector<line> lines{{"", names[0], names[1]}};
    lines.push_back(
        {std::string(shared.outcome), outcomes_of(comparison.first, language), outcomes_of(comparison.second, language)});
    if (comparison.first.total()) {
        lines.push_back({std::string(shared.total), text_of(comparison.first.total(), language),
                         text_of(comparison.second.total(), language)});
    }
    for (const criterion_difference& difference : comparison.criteria) {
        lines.push_back({heading_of(*difference.first.criterion, language), std::string(status_of(difference.first, language)),
                         std::string(status_of(difference.second, language))});
        if (difference.first.points != difference.second.points) {
            lines.push_back({"  " + std::string(shared.points), text_of(difference.first.points, language),
                             text_of(difference.second.points, language)});
        }
        if (difference.first.maximum != difference.second.maximum) {
            lines.push_back({"  " + std::string(words.maximum), text_of(difference.first.maximum, language),
                             text_of(difference.second.maximum, language)});
        }
        for (const fact_difference& fact : difference.facts) { lines.push_back(line_of(fact, language)); }
    }
    if (const auto others = other_facts(comparison); !others.empty()) {
        lines.push_back({std::string(words.other_facts), "", ""});
        for (const fact_difference& fact : others) { lines.push_back(line_of(fact, language)); }
    }
    return lines;
}

/// A line of CSV; its points are empty where there are none.
void append_csv(std::string& to, std::string_view id, const standard& by, const std::string& clause, const two_names& said,
                const std::array<std::optional<decimal_range>, 2>& points, const std::vector<fact_difference>& facts) {
    std::vector<std::string> texts;
    texts.reserve(facts.size());
    for (const fact_difference& difference : facts) {
        texts.push_back(difference.first.fact->name + ": " + difference.first.text() + " | " + difference.second.text());
    }
    append_cell(to, id, ',');
    append_cell(to, by.name(), ',');
    append_cell(to, clause, ',');
    for (const std::string& text : said) { append_cell(to, text, ','); }
    for (const auto& range : points) { append_cell(to, range ? range->text() : std::string(), ','); }
    append_cell(to, joined(texts, "; "), '\n');
}

} // namespace

std::string differences_as_text(const comparison& comparison, const two_names& names, std::string_view language) {
    const auto lines = lines_of(comparison, names, language);
    std::array<std::size_t, 2> widths{};
    for (const line& cells : lines) {
        for (std::size_t at = 0; at < widths.size(); ++at) {
            widths.at(at) = std::max(widths.at(at), display_width(cells.at(at)));
        }
    }
    std::string table;
    for (const line& cells : lines) {
        std::string text = padded(cells[0], widths[0]) + "  " + padded(cells[1], widths[1]) + "  " + cells[2];
        text.erase(text.find_last_not_of(' ') + 1);
        table += text + "\n";
    }
    return table;
}

std::string differences_header() { return "id,standard,clause,first,second,points_first,points_second,facts\n"; }

std::string differences_as_csv(const comparison& comparison, std::string_view id) {
    const standard by = comparison.first.standard();
    std::string lines;
    const two_names outcomes{joined(names_of(by, comparison.first.outcomes()), "|"),
                             joined(names_of(by, comparison.second.outcomes()), "|")};
    append_csv(lines, id, by, {}, outcomes, {comparison.first.total(), comparison.second.total()}, other_facts(comparison));
    for (const criterion_difference& difference : comparison.criteria) {
        const two_names statuses{std::string(to_string(difference.first.status)),
                                 std::string(to_string(difference.second.status))};
        append_csv(lines, id, by, difference.first.criterion->clause, statuses,
                   {difference.first.points, difference.second.points}, difference.facts);
    }
    return lines;
}

} // namespace tieuchi::cli
