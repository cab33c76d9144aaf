// SPDX-License-Identifier: Apache-2.0
#include "summary.hpp"

#include "base/names.hpp"
#include "base/utf8.hpp"
#include "text.hpp"
#include "wording.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tieuchi::cli {

namespace {

constexpr std::size_t clauses_shown = 10;
constexpr std::size_t undecided_shown = 10;
constexpr std::size_t title_length = 80;

// Columns that are no outcomes: with a blank, as no outcome's name has one.
const std::string undecided_column = " undecided";
const std::string refused_column = " refused";

const std::string not_subject = "not_subject";

/// The title of a criterion, or of the nearest one above it that has a title.
[[nodiscard]] std::string_view title_of(const std::vector<criterion>& criteria, std::uint32_t index, std::string_view language) {
    const criterion* criterion = &criteria[index];
    while (criterion->title.empty() && criterion->parent) { criterion = &criteria[*criterion->parent]; }
    return criterion->title.in(language);
}

/// True for the smallest criteria that tell what was not met: those without parts, and events, whose parts only tell how they
/// happened. All that it is part of must not be met either: a part of what is met all the same is no shortcoming.
[[nodiscard]] bool falls_short(const std::vector<finding>& findings, const std::vector<criterion>& criteria,
                               std::uint32_t index) {
    if (!criteria[index].children.empty() && !criteria[index].event) { return false; }
    if (findings[index].status != finding_status::not_met) { return false; }
    for (auto above = criteria[index].parent; above; above = criteria[*above].parent) {
        if (findings[*above].status != finding_status::not_met || criteria[*above].event) { return false; }
    }
    return true;
}

/// What to call a subject: with its rater, where there are several.
[[nodiscard]] std::string named(const result_row& row) {
    const std::string id(row.keys.id);
    return row.keys.rater.empty() ? id : id + " (" + std::string(row.keys.rater) + ")";
}

/// Appends rows of cells, the columns lined up: the first to the left, the others to the right.
void append_aligned(std::string& to, const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t at = 0; at < row.size(); ++at) { widths[at] = std::max(widths[at], display_width(row[at])); }
    }
    for (const auto& row : rows) {
        to += "  " + padded(row[0], widths[0]);
        for (std::size_t at = 1; at < row.size(); ++at) { to += "  " + padded_left(row[at], widths[at]); }
        to += '\n';
    }
}

} // namespace

summary::summary(const std::vector<std::string>& kinds, std::string language)
    : kinds_(kinds.begin(), kinds.end()), language_(std::move(language)) {}

void summary::cross_table::add(const std::string& row, const std::string& column) {
    const auto [at, fresh] = counts.try_emplace(row);
    if (fresh) { rows.push_back(row); }
    ++at->second[column];
}

void summary::note_standard(const standard& by) {
    if (!standards_.insert(by.name()).second) { return; }
    documents_[by.document().number] = status_in(language_, by.status());
    for (const outcome& outcome : by.outcomes()) {
        const auto same = [&](const auto& known) { return known.first == outcome.name; };
        if (std::none_of(outcomes_.begin(), outcomes_.end(), same)) {
            const std::string_view label = outcome.label.in(language_);
            outcomes_.emplace_back(outcome.name, label.empty() ? outcome.name : std::string(label));
        }
    }
    std::stable_partition(outcomes_.begin(), outcomes_.end(), [](const auto& known) { return known.first != not_subject; });
}

void summary::add(const result_row& row, const subject_result& result) {
    std::string kind(row.keys.kind);
    if (!kinds_.contains(kind)) { kind = words_in(language_).other_kinds; }
    const std::string level = row.level.empty() ? std::string(words_in(language_).no_level) : impl::names::composed(row.level);
    has_levels_ = has_levels_ || !row.level.empty();
    if (result.refused()) {
        ++refused_;
        by_kind_.add(kind, refused_column);
        by_level_.add(level, refused_column);
        return;
    }
    ++answered_;
    bool open = false;
    for (std::size_t at = 0; at < result.assessments.size(); ++at) {
        const standard by = result.assessments[at].standard();
        const outcome* const decided = decided_outcome(by, result.outcomes[at]);
        const std::string& column = decided != nullptr ? decided->name : undecided_column;
        note_standard(by);
        by_kind_.add(result.assessments.size() == 1 ? kind : kind + " / " + by.name(), column);
        by_level_.add(level, column);
        if (column != not_subject) { add_clauses(result.assessments[at]); }
        if (decided == nullptr && !open) { add_undecided(row, result, at); }
        open = open || decided == nullptr;
    }
    undecided_ += open ? 1 : 0;
}

/// Why a subject is still undecided by one of its answers: what is to be asked first, or else that a quota is open.
void summary::add_undecided(const result_row& row, const subject_result& result, std::size_t at) {
    if (first_undecided_.size() == undecided_shown) { return; }
    std::string line = named(row);
    if (const auto questions = result.assessments[at].questions(); !questions.empty()) {
        const fact& fact = *questions.front().fact;
        line += ": " + fact.name;
        if (const auto text = fact.question.in(language_); !text.empty()) { line += " — " + std::string(text); }
    } else if (result.assessments[at].decided()) {
        const auto possible = names_of(result.assessments[at].standard(), result.outcomes[at]);
        line += ": " + std::string(words_in(language_).quota_open) + ", " + joined(possible, " | ");
    }
    first_undecided_.push_back(std::move(line));
}

void summary::add(const quota_result& result, const population_answers& answers) {
    const wording& words = words_in(language_);
    const quota& rule = result.standard.quotas()[result.quota];
    const auto number = [&](const subject_count& count) {
        const std::string least = std::to_string(count.least);
        return count.known() ? least : least + " " + std::string(words.up_to) + " " + std::to_string(count.most);
    };
    const auto part = [](std::string_view word, std::size_t count) { return std::string(word) + " " + std::to_string(count); };
    std::string line = result.standard.name() + ", " + result.standard.outcomes()[rule.outcome].name;
    if (!rule.cite.empty()) { line += ", " + rule.cite; }
    if (!result.rater.empty()) { line += ", " + result.rater; }
    line += ": " + std::string(words.counted) + " " + number(result.counted) + ", " + std::string(words.seats) + " " +
            number(result.seats) + "; " + part(words.kept, result.kept.size()) + ", " + part(words.lost, result.lost.size()) +
            ", " + part(words.open, result.open.size());
    quotas_.push_back(std::move(line));
    const auto list = [&](std::string_view word, const std::vector<std::size_t>& subjects) {
        if (subjects.empty()) { return; }
        std::vector<std::string> ids;
        ids.reserve(subjects.size());
        for (const std::size_t subject : subjects) { ids.emplace_back(answers.keys(subject).id); }
        quotas_.push_back("  " + std::string(word) + ": " + joined(ids, ", "));
    };
    std::vector<std::size_t> others;
    std::set_difference(result.open.begin(), result.open.end(), result.tied.begin(), result.tied.end(),
                        std::back_inserter(others));
    list(words.kept, result.kept);
    list(words.lost, result.lost);
    list(words.tied, result.tied);
    list(words.open, others);
}

void summary::add_clauses(const assessment& answer) {
    const standard by = answer.standard();
    const auto& criteria = by.criteria();
    for (std::uint32_t index = 0; index < criteria.size(); ++index) {
        if (!falls_short(answer.findings(), criteria, index)) { continue; }
        clause_count& counted = clauses_[{by.name(), criteria[index].clause}];
        if (counted.count++ == 0) {
            counted.standard = by.name();
            counted.clause = criteria[index].clause;
            counted.title = title_of(criteria, index, language_);
        }
    }
}

void summary::append_table(std::string& to, const cross_table& table, std::string_view heading, std::string_view first) const {
    const wording& words = words_in(language_);
    std::vector<std::pair<std::string, std::string>> columns = outcomes_;
    columns.emplace_back(undecided_column, words.undecided);
    columns.emplace_back(refused_column, words.refused);
    std::vector<std::vector<std::string>> lines;
    lines.emplace_back().emplace_back(first);
    for (const auto& column : columns) { lines.back().push_back(column.second); }
    lines.back().emplace_back(words.total);
    std::vector<std::size_t> sums(columns.size());
    std::size_t whole = 0;
    for (const std::string& row : table.rows) {
        const auto& counts = table.counts.at(row);
        lines.emplace_back().push_back(row);
        std::size_t sum = 0;
        for (std::size_t at = 0; at < columns.size(); ++at) {
            const auto found = counts.find(columns[at].first);
            const std::size_t count = found == counts.end() ? 0 : found->second;
            sums[at] += count;
            sum += count;
            lines.back().push_back(std::to_string(count));
        }
        whole += sum;
        lines.back().push_back(std::to_string(sum));
    }
    lines.emplace_back().emplace_back(words.total);
    for (const std::size_t sum : sums) { lines.back().push_back(std::to_string(sum)); }
    lines.back().push_back(std::to_string(whole));
    to += std::string(heading) + "\n";
    append_aligned(to, lines);
    to += '\n';
}

void summary::append_clauses(std::string& to) const {
    const wording& words = words_in(language_);
    std::vector<clause_count> ranked;
    for (const auto& entry : clauses_) { ranked.push_back(entry.second); }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& first, const auto& second) { return first.count > second.count; });
    if (ranked.size() > clauses_shown) { ranked.resize(clauses_shown); }
    std::size_t count_width = 0;
    std::size_t clause_width = 0;
    std::size_t standard_width = 0;
    for (const clause_count& clause : ranked) {
        count_width = std::max(count_width, std::to_string(clause.count).size());
        clause_width = std::max(clause_width, display_width(clause.clause));
        standard_width = std::max(standard_width, display_width(clause.standard));
    }
    to += std::string(words.clauses_heading) + "\n";
    for (const clause_count& clause : ranked) {
        to += "  " + padded_left(std::to_string(clause.count), count_width) + "  " + padded(clause.clause, clause_width) + "  " +
              padded(clause.standard, standard_width) + "  " + impl::utf8::shortened(clause.title, title_length) + "\n";
    }
    if (ranked.empty()) { to += "  " + std::string(words.no_clauses) + "\n"; }
    to += '\n';
}

void summary::append_quotas(std::string& to) const {
    if (quotas_.empty()) { return; }
    to += std::string(words_in(language_).quotas_heading) + "\n";
    for (const std::string& line : quotas_) { to += "  " + line + "\n"; }
    to += '\n';
}

void summary::append_undecided(std::string& to) const {
    const wording& words = words_in(language_);
    to += std::string(words.still_undecided) + ": " + std::to_string(undecided_) + "\n";
    for (const std::string& line : first_undecided_) { to += "  " + line + "\n"; }
    if (undecided_ > first_undecided_.size()) {
        to += "  … " + std::string(words.and_more) + ": " + std::to_string(undecided_ - first_undecided_.size()) + "\n";
    }
    to += '\n';
}

std::string summary::text(date on) const {
    const wording& words = words_in(language_);
    std::string text;
    append_table(text, by_kind_, words.kinds_heading, words.kind);
    if (has_levels_) { append_table(text, by_level_, words.levels_heading, words.level); }
    append_clauses(text);
    append_quotas(text);
    append_undecided(text);
    for (const auto& [number, status] : documents_) {
        text.append(words.rules).append(": ").append(number).append(" (").append(status).append("), ");
        text.append(words.in_force_on).append(" ").append(date_in(language_, on)).append("\n");
    }
    text += std::string(words.rows) + ": " + std::to_string(answered_ + refused_) + " = " + std::to_string(answered_) + " " +
            std::string(words.answered) + " + " + std::to_string(refused_) + " " + std::string(words.refused) + "\n";
    return text;
}

} // namespace tieuchi::cli
