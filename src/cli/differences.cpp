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

[[nodiscard]] std::string_view status_of(const finding& one, std::string_view language) {
    return words_in(language).findings.at(static_cast<std::size_t>(one.status));
}

[[nodiscard]] line line_of(const fact_difference& one, std::string_view language) {
    return {"  " + one.first.fact->name, one.first.text(language), one.second.text(language)};
}

[[nodiscard]] std::string heading_of(const criterion& one, std::string_view language) {
    const std::string_view title = one.title.in(language);
    return title.empty() ? one.clause : one.clause + "  " + std::string(title);
}

/// The facts that are behind no criterion that differs.
[[nodiscard]] std::vector<fact_difference> other_facts(const comparison& of) {
    std::vector<fact_difference> found;
    for (const fact_difference& one : of.facts) {
        const auto is_behind = [&](const criterion_difference& each) {
            return std::any_of(each.facts.begin(), each.facts.end(),
                               [&](const fact_difference& other) { return other.first.fact == one.first.fact; });
        };
        if (std::none_of(of.criteria.begin(), of.criteria.end(), is_behind)) { found.push_back(one); }
    }
    return found;
}

[[nodiscard]] std::vector<line> lines_of(const comparison& of, const two_names& names, std::string_view language) {
    const wording& words = words_in(language);
    const impl::words& shared = impl::words_in(language);
    std::vector<line> lines{{"", names[0], names[1]}};
    lines.push_back({std::string(shared.outcome), outcomes_of(of.first, language), outcomes_of(of.second, language)});
    if (of.first.total()) {
        lines.push_back({std::string(shared.total), text_of(of.first.total(), language), text_of(of.second.total(), language)});
    }
    for (const criterion_difference& each : of.criteria) {
        lines.push_back({heading_of(*each.first.criterion, language), std::string(status_of(each.first, language)),
                         std::string(status_of(each.second, language))});
        if (each.first.points != each.second.points) {
            lines.push_back(
                {"  " + std::string(shared.points), text_of(each.first.points, language), text_of(each.second.points, language)});
        }
        if (each.first.maximum != each.second.maximum) {
            lines.push_back({"  " + std::string(words.maximum), text_of(each.first.maximum, language),
                             text_of(each.second.maximum, language)});
        }
        for (const fact_difference& one : each.facts) { lines.push_back(line_of(one, language)); }
    }
    if (const auto others = other_facts(of); !others.empty()) {
        lines.push_back({std::string(words.other_facts), "", ""});
        for (const fact_difference& one : others) { lines.push_back(line_of(one, language)); }
    }
    return lines;
}

/// A line of CSV; its points are empty where there are none.
void append_csv(std::string& to, std::string_view id, const standard& by, const std::string& clause, const two_names& said,
                const std::array<std::optional<decimal_range>, 2>& points, const std::vector<fact_difference>& facts) {
    std::vector<std::string> texts;
    texts.reserve(facts.size());
    for (const fact_difference& each : facts) {
        texts.push_back(each.first.fact->name + ": " + each.first.text() + " | " + each.second.text());
    }
    append_cell(to, id, ',');
    append_cell(to, by.name(), ',');
    append_cell(to, clause, ',');
    for (const std::string& one : said) { append_cell(to, one, ','); }
    for (const auto& one : points) { append_cell(to, one ? one->text() : std::string(), ','); }
    append_cell(to, joined(texts, "; "), '\n');
}

} // namespace

std::string differences_as_text(const comparison& of, const two_names& names, std::string_view language) {
    const auto lines = lines_of(of, names, language);
    std::array<std::size_t, 2> widths{};
    for (const line& one : lines) {
        for (std::size_t at = 0; at < widths.size(); ++at) { widths.at(at) = std::max(widths.at(at), display_width(one.at(at))); }
    }
    std::string made;
    for (const line& one : lines) {
        std::string text = padded(one[0], widths[0]) + "  " + padded(one[1], widths[1]) + "  " + one[2];
        text.erase(text.find_last_not_of(' ') + 1);
        made += text + "\n";
    }
    return made;
}

std::string differences_header() { return "id,standard,clause,first,second,points_first,points_second,facts\n"; }

std::string differences_as_csv(const comparison& of, std::string_view id) {
    const standard by = of.first.standard();
    std::string made;
    const two_names outcomes{joined(names_of(by, of.first.outcomes()), "|"), joined(names_of(by, of.second.outcomes()), "|")};
    append_csv(made, id, by, {}, outcomes, {of.first.total(), of.second.total()}, other_facts(of));
    for (const criterion_difference& each : of.criteria) {
        const two_names statuses{std::string(to_string(each.first.status)), std::string(to_string(each.second.status))};
        append_csv(made, id, by, each.first.criterion->clause, statuses, {each.first.points, each.second.points}, each.facts);
    }
    return made;
}

} // namespace tieuchi::cli
