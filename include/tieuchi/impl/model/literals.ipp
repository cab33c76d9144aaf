// SPDX-License-Identifier: Apache-2.0
/// \file
/// Words, numbers and days as written, turned into what they mean.
#pragma once

#include <tieuchi/impl/base/names.hpp>
#include <tieuchi/impl/model/checker.hpp>

#include <algorithm>

namespace tieuchi::impl::model {

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

labels checker::make_labels(const syntax::tree& file, const syntax::texts& texts) {
    if (texts.empty()) { return {}; }
    if (const auto known = labels_.find(&texts); known != labels_.end()) { return known->second; }
    std::vector<labels::entry> entries;
    for (const auto& one : texts) {
        std::string language = one.language ? std::string(one.language->text) : std::string{};
        const auto same = [&](const labels::entry& entry) { return entry.language == language; };
        if (std::any_of(entries.begin(), entries.end(), same)) {
            error(file, one.value.at, "E219",
                  language.empty() ? "a second text without a language" : "a second text in `" + language + "`",
                  "give one text for each language");
            continue;
        }
        entries.push_back({std::move(language), unescape(one.value.raw)});
    }
    return labels_.emplace(&texts, std::move(entries)).first->second;
}

std::vector<std::string> checker::make_cites(const std::vector<syntax::citation>& cites) const {
    std::vector<std::string> all;
    for (const auto& cite : cites) {
        const std::string document = cite.document ? name_in(cite.document->raw) + ' ' : std::string{};
        for (const auto& clause : cite.clauses) { all.push_back(document + std::string(clause.text)); }
    }
    return all;
}

std::string checker::make_cite(const std::optional<syntax::citation>& cite) const {
    if (!cite) { return {}; }
    std::string all;
    for (const auto& one : make_cites({*cite})) { all += (all.empty() ? "" : ", ") + one; }
    return all;
}

std::optional<decimal> checker::number_of(const syntax::tree& file, const syntax::number& text) {
    const auto number = decimal::parse(text.digits);
    if (!number) {
        error(file, text.at, "E216", "the number `" + std::string(text.digits) + "` cannot be held exactly",
              "a number has at most six digits after the point and is at most 9,200,000,000,000");
    }
    return number;
}

std::optional<tieuchi::date> checker::date_of(const syntax::tree& file, std::string_view digits, span at) {
    const auto day = parse_date(digits);
    if (!day) {
        error(file, at, "E215", "there is no day `" + std::string(digits) + "`",
              "a date is year-month-day, such as `2022-02-10`");
    }
    return day;
}

std::optional<month_day> checker::month_day_of(const syntax::tree& file, const syntax::month_day_literal& text) {
    // Any leap year will do: 29 February is a day of the year, in other years it means the 28th.
    const auto day = parse_date("2000-" + std::string(text.digits));
    if (!day) {
        error(file, text.at, "E215", "there is no day of the year `" + std::string(text.digits) + "`",
              "a day of the year is month-day, such as `11-16` for 16 November");
        return std::nullopt;
    }
    return month_day{day->month, day->day};
}

typed checker::add(const context& where, expression e) {
    const value_type type = e.type;
    e.may_not_apply = may_not_apply(*where.into->model, e);
    where.into->model->expressions.push_back(e);
    return {static_cast<index>(where.into->model->expressions.size() - 1), type};
}

bool checker::fits(const context& where, span at, int128 least, int128 most) {
    // Half of the range is kept free, so that the difference of two values that fit fits as well.
    constexpr int128 bound = INT64_MAX / 2;
    if (least >= -bound && most <= bound) { return true; }
    error(*where.file, at, "E310", "this can become too large to be held exactly", "give its facts bounds with `at most`");
    return false;
}

bool checker::is_full(const syntax::tree& file) const {
    const auto found = errors_.find(&file);
    return found != errors_.end() && found->second >= std::max<std::size_t>(bounds_.diagnostics, 1);
}

void checker::error(const syntax::tree& file, span at, std::string_view code, std::string message, std::string help) {
    if (is_full(file) || !said_.emplace(&file, at.begin, at.end, message).second) { return; }
    problems_.push_back(problem(code, file.source, at, std::move(message), std::move(help)));
    if (const std::size_t errors = ++errors_[&file]; is_full(file)) {
        problems_.push_back(problem("E106", file.source, at,
                                    "the check of this file stopped after " + std::to_string(errors) + " problems",
                                    "mend these first; there may be more"));
    }
}

/// By file and place; what is said of one place stays in the order in which it was found.
void checker::put_in_order() {
    std::map<const source*, std::size_t> order;
    for (const auto& file : files_) { order.emplace(file.source.get(), order.size()); }
    std::stable_sort(problems_.begin(), problems_.end(), [&](const diagnostic& a, const diagnostic& b) {
        return std::tuple(order[a.origin.get()], a.code == "E106", a.at.begin) <
               std::tuple(order[b.origin.get()], b.code == "E106", b.at.begin);
    });
}

void checker::warn(const syntax::tree& file, span at, std::string_view code, std::string message, std::string help) {
    if (!said_.emplace(&file, at.begin, at.end, message).second) { return; }
    problems_.push_back(warning(code, file.source, at, std::move(message), std::move(help)));
}

} // namespace tieuchi::impl::model
