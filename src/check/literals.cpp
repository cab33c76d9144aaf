// SPDX-License-Identifier: Apache-2.0
// Words, numbers and days as written, turned into what they mean.
#include "check/literals.hpp"

#include "base/names.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

std::string unescape(std::string_view raw) {
    std::string text;
    text.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\\' && i + 1 < raw.size()) { ++i; }
        text += raw[i];
    }
    return text;
}

std::string name_in(std::string_view raw) { return names::composed(unescape(raw)); }

labels literal_reader::make_labels(const syntax::tree& file, const syntax::texts& texts) {
    if (texts.empty()) { return {}; }
    if (const auto known = labels_.find(&texts); known != labels_.end()) { return known->second; }
    std::vector<labels::entry> entries;
    std::set<std::string_view> languages;
    for (const auto& text : texts) {
        std::string language = text.language ? std::string(text.language->text) : std::string{};
        if (!languages.insert(text.language ? text.language->text : std::string_view{}).second) {
            error(file, text.value.at, language.empty() ? say<diag::duplicate_text>() : say<diag::duplicate_language>(language));
            continue;
        }
        entries.push_back({std::move(language), unescape(text.value.raw)});
    }
    return labels_.emplace(&texts, std::move(entries)).first->second;
}

std::vector<std::string> literal_reader::make_cites(const std::vector<syntax::citation>& cites) {
    std::vector<std::string> all;
    for (const auto& cite : cites) {
        const std::string document = cite.document ? name_in(cite.document->raw) + ' ' : std::string{};
        for (const auto& clause : cite.clauses) {
            all.push_back(document + std::string(clause.text));
            spend(1 + parts_of_text(all.back().size()));
        }
    }
    return all;
}

namespace {

/// `1.000`, `12.500`: a dot between thousands, as many write them.
[[nodiscard]] bool may_be_thousands(std::string_view digits) {
    const std::size_t dot = digits.find('.');
    constexpr std::size_t group = 3;
    return dot != std::string_view::npos && dot != 0 && dot <= group && digits.front() != '0' &&
           digits.size() == dot + 1 + group && digits.back() == '0';
}

} // namespace

std::optional<decimal> literal_reader::number_of(const syntax::tree& file, const syntax::number& text) {
    if (may_be_thousands(text.digits)) {
        std::string thousands(text.digits);
        thousands.erase(thousands.find('.'), 1);
        const std::string_view decimals = text.digits.substr(0, text.digits.find_last_not_of('0') + 1);
        error(file, text.at,
              say<diag::may_be_thousands>(text.digits, thousands, decimals.substr(0, decimals.find_last_not_of('.') + 1)));
        return std::nullopt;
    }
    const auto number = decimal::parse(text.digits);
    if (!number) { error(file, text.at, say<diag::number_not_held>(text.digits)); }
    return number;
}

std::optional<tieuchi::date> literal_reader::date_of(const syntax::tree& file, std::string_view digits, span at) {
    const auto day = parse_date(digits);
    if (!day) { error(file, at, say<diag::no_such_day>(digits)); }
    return day;
}

std::optional<month_day> literal_reader::month_day_of(const syntax::tree& file, const syntax::month_day_literal& text) {
    // Any leap year will do: 29 February is a day of the year, in other years it means the 28th.
    const auto day = parse_date("2000-" + std::string(text.digits));
    if (!day) {
        error(file, text.at, say<diag::no_such_month_day>(text.digits));
        return std::nullopt;
    }
    return month_day{day->month, day->day};
}

/// Whether a fact, a quantity or a reading can have that name. Reports it when it cannot.
bool literal_reader::is_free(const syntax::tree& file, const syntax::word& name) {
    if (name.text.starts_with("previous_")) {
        error(file, name.at, say<diag::name_begins_with_previous>());
        return false;
    }
    if (name.text == "kind" || name.text == "id" || name.text == "parent" || name.text == "level" || name.text == "rater") {
        error(file, name.at, say<diag::name_of_column>(name.text));
        return false;
    }
    if (known_day_of(name.text)) {
        error(file, name.at, say<diag::name_of_day>(name.text));
        return false;
    }
    return true;
}

} // namespace TIEUCHI_NAMESPACE::impl::check
